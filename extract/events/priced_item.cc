#include "extract/events/priced_item.h"

#include <algorithm>

#include "extract/events/nearest_item.h"

namespace tallywire::extract {
namespace {

// "1.1 million tonnes of cocoa": what the figure in front is of.
bool IsOfFigure(const MeasureFit& fit, size_t at) {
  const auto cells = fit.context().cells();
  return at > 1 && cells[at - 1].Is(WordRole::kNounPreposition) && cells[at - 2].kind == kFigureCell;
}

// "a ceiling of 5 tons for hake in 2025, 3% lower": what the figure in front told of that thing goes on.
bool GoesOnWith(const MeasureFit& fit, int item) {
  const SentenceContext& context = fit.context();
  if (fit.kind() != UnitKind::kPct || context.before.empty()) return false;
  const EventDraft& before = context.before.back();
  // "shipped 5 t of the meat, up 3%": of the beef that is meant.
  const bool same = before.item == item || (before.item != kAbsent && context.is_kind_of(before.item, item));
  return same && !context.measure(before.measure).Is(MeasureTrait::kPrice) && fit.Takes(before.measure);
}

// "For sole it proposes a cut of 3%": of what was spoken of.
bool IsOpening(const MeasureFit& fit, size_t at) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  constexpr size_t kReach = 3;  // "For western sole"
  const size_t first = context.sentence->dateline;
  if (fit.kind() != UnitKind::kPct || at <= first || at - first > kReach || context.focus->drafts.empty()) return false;
  return cells[first].Is(WordRole::kNounPreposition) && !cells[first].Is(WordRole::kOwner);
}

// "hake drops 3% to 5 tons": no price.
bool MovesToAmount(const MeasureFit& fit) {
  const EventDraft& draft = fit.draft();
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const size_t level = draft.cell + 2;
  if (fit.kind() != UnitKind::kPct || level >= cells.size()) return false;
  if (!cells[level - 1].Is(WordRole::kToward) || cells[level].kind != kFigureCell) return false;
  const UnitKind other = context.kind_of(cells[level].figure);
  return other == UnitKind::kAmount || other == UnitKind::kRate || other == UnitKind::kCount;
}

// In this sentence, or lately.
bool SpeaksOfLimits(const MeasureFit& fit) {
  const EventDraft& draft = fit.draft();
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const auto front = cells.first(draft.cell);
  const bool here = std::any_of(front.begin(), front.end(), [&](const EventCell& cell) {
    return cell.measure != kAbsent && context.measure(cell.measure).Is(MeasureTrait::kLimit);
  });
  return here || fit.SpokeOfLimits();
}

// "Catch limits change: cod is cut by 5%, hake drops 3% and sole is lowered by 2%": those of each are meant.
bool IsLimited(const MeasureFit& fit, size_t at) {
  const EventDraft& draft = fit.draft();
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  if (fit.kind() != UnitKind::kPct) return false;
  const bool listed = !context.before.empty() &&
                      context.measure(context.before.back().measure).Is(MeasureTrait::kLimit) &&
                      context.before.back().item != kAbsent && context.before.back().item != cells[at].item;
  const bool moved = at + 2 < cells.size() && cells[at + 1].Is(WordRole::kBe);
  constexpr uint64_t kMoves = BitOf(WordRole::kUp) | BitOf(WordRole::kDown);
  const bool passive = moved && (cells[at + 2].roles & kMoves) != 0 && at + 2 < draft.cell;
  return listed || (passive && SpeaksOfLimits(fit));
}

}  // namespace

bool IsOfProForm(const MeasureFit& fit, size_t at) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  return at > 1 && cells[at - 1].Is(WordRole::kNounPreposition) &&
         context.vocabulary->pro_forms.contains(context.text(cells[at - 2]));
}

bool IsBound(const MeasureFit& fit, size_t at) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const bool money = fit.kind() == UnitKind::kMoney || fit.kind() == UnitKind::kPerUnit || fit.kind() == UnitKind::kPct;
  if (!money || context.before.empty() || !context.measure(cells[at].measure).Is(MeasureTrait::kLimit)) return false;
  if (!context.measure(context.before.back().measure).Is(MeasureTrait::kDuty)) return false;
  constexpr size_t kReach = 3;  // "within the butter quota"
  for (size_t k = at, steps = 0; k-- > 0 && steps < kReach && cells[k].kind == kWordCell; ++steps) {
    if (cells[k].Is(WordRole::kNounPreposition)) return true;
  }
  return false;
}

bool IsPriced(const MeasureFit& fit, size_t at) {
  const EventDraft& draft = fit.draft();
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  if (cells[at].item == kAbsent || cells[at].kind == kFigureCell || IsOfFigure(fit, at) || IsOfProForm(fit, at))
    return false;
  if (IsMadeInto(cells, at)) return false;
  // "gasoil margins against Dubai crude averaged $5": what they are measured against.
  const bool against = at > 1 && cells[at - 1].Is(WordRole::kCompare) && cells[at - 2].measure != kAbsent;
  if (against) return false;
  const bool of_limit = at + 1 < cells.size() && cells[at + 1].measure != kAbsent && IsBound(fit, at + 1);
  if (of_limit) return false;
  if (GoesOnWith(fit, cells[at].item) || MovesToAmount(fit) || IsOpening(fit, at) || IsLimited(fit, at)) return false;
  const bool priced = context.item(cells[at].item).priced;
  const bool unit = fit.kind() == UnitKind::kMoney || fit.kind() == UnitKind::kPerUnit || fit.kind() == UnitKind::kPct;
  return priced && unit && draft.event.kind != EventKind::kShare;
}

}  // namespace tallywire::extract
