#include "extract/events/near_measure.h"

#include <algorithm>

#include "extract/events/aside.h"
#include "extract/events/measure_slot.h"
#include "extract/events/priced_item.h"
#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

constexpr size_t kWeakReach = 6;    // cells between a weak measure and its figure
constexpr size_t kBehindReach = 9;  // cells between a figure and a measure behind it

// "enough for 4.3 months of imports"
bool IsOfDuration(const MeasureFit& fit, size_t at) {
  const auto cells = fit.context().cells();
  return at > 1 && cells[at - 1].Is(WordRole::kOwner) && cells[at - 2].kind == kDurationCell;
}

// "exports of steel", "share of exports in sales": the measure in front of the preposition, where the word at `at` is
// its complement; else `at`.
size_t OwnerOf(const MeasureFit& fit, size_t at, size_t stop) {
  const auto cells = fit.context().cells();
  size_t k = at;
  for (size_t steps = 0; k-- > stop && steps < 5; ++steps) {
    if (cells[k].Is(WordRole::kNounPreposition) && cells[k].kind == kWordCell) {
      if (k == stop || cells[k - 1].measure == kAbsent) return at;
      // "Earnings from fish exports fell": what goods earn abroad is trade.
      const bool accounts = fit.context().measure(cells[k - 1].measure).company;
      const bool trade = cells[at].measure != kAbsent && fit.context().measure(cells[at].measure).IsTrade();
      // no "export terminals"
      const bool goods = at + 1 == cells.size() || cells[at + 1].kind != kWordCell || cells[at + 1].roles != 0;
      if (accounts && goods && trade) return at;
      return fit.Takes(cells[k - 1].measure) ? k - 1 : at;
    }
    if (cells[k].kind != kWordCell && cells[k].kind != kDateCell) return at;
  }
  return at;
}

// "the price of rice sold at supermarkets": what is done to the thing of a measure in front says nothing of its own.
bool IsOfThing(const MeasureFit& fit, size_t at) {
  const auto cells = fit.context().cells();
  if (at < 3 || at + 1 >= cells.size() || !cells[at + 1].Is(WordRole::kNounPreposition)) return false;
  if (cells[at - 1].item == kAbsent || !cells[at - 2].Is(WordRole::kOwner) || cells[at - 3].measure == kAbsent)
    return false;
  return fit.Takes(cells[at - 3].measure);
}

// "imports from the start of the quota in August until the end of the year fell": only when that was.
bool IsOfTurn(const MeasureFit& fit, size_t at) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  size_t k = at;
  if (k > 0 && cells[k - 1].Is(WordRole::kArticle)) --k;
  return k > 2 && cells[k - 1].Is(WordRole::kOwner) && context.vocabulary->turns.contains(context.text(cells[k - 2]));
}

}  // namespace

size_t FloorOf(const MeasureFit& fit) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  for (size_t at = fit.draft().cell; at-- > 0;) {
    // "Shares of Acme, which sells 5 tons, fell 3%": what an aside tells is none of it.
    if (!context.before.empty()) at = BeforeAside(context, at);
    // "imports doubled to 5 tons"
    const bool multiple = cells[at].kind == kFigureCell && context.kind_of(cells[at].figure) == UnitKind::kTimes;
    if (cells[at].kind == kFigureCell && !multiple) return at + 1;
  }
  return 0;
}

bool TakeInFront(const MeasureFit& fit, size_t from, size_t stop, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  for (size_t at = from; at-- > stop;) {
    at = std::max(BeforeAside(context, at), stop);
    const EventCell& cell = cells[at];
    // "above the ceiling, and those from Australia surged": what was spoken of goes on.
    if (!context.before.empty() && IsOfProForm(fit, at + 1)) return false;
    if (cell.measure != kAbsent && cell.kind == kWordCell && !IsOfDuration(fit, at)) {
      // "exports fell 9% in volume": only how the exports are counted.
      const bool manner = at > 0 && cells[at - 1].Is(WordRole::kNounPreposition);
      if (context.measure(cell.measure).weak && (from - at > kWeakReach || manner)) continue;
      if (IsBound(fit, at) || IsOfTurn(fit, at)) continue;
      const size_t owner = OwnerOf(fit, at, stop);
      if (owner != at && TakeMeasure(fit, owner, draft)) return true;
      if (TakeMeasure(fit, at, draft)) return true;
    }
    if (IsPriced(fit, at)) {
      const size_t owner = OwnerOf(fit, at, stop);
      if (owner != at && TakeMeasure(fit, owner, draft)) return true;
      if (TakeItem(fit, at, draft)) return true;
    }
    // "It will grow to 5 t": says how it moves, not what it does.
    if (static_cast<int>(at) == draft.match.direction) continue;
    if (IsOfThing(fit, at)) continue;
    const bool told =
        draft.event.kind == EventKind::kLevel ||
        (draft.event.kind == EventKind::kShare && cell.verb != kAbsent && context.measure(cell.verb).takes_item);
    if (cell.verb != kAbsent && cell.kind == kVerbCell && told && from - at <= kWeakReach && TakeVerb(fit, at, draft))
      return true;
  }
  return false;
}

bool TakeBehind(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const size_t end = std::min(cells.size(), draft.cell + 1 + kBehindReach);
  for (size_t at = draft.cell + 1; at < end; ++at) {
    const EventCell& cell = cells[at];
    if (cell.kind == kFigureCell || cell.kind == kBarrierCell || cell.kind == kCommaCell) return false;
    constexpr size_t kWeakBehind = 3;
    const bool far = cell.measure != kAbsent && context.measure(cell.measure).weak && at - draft.cell > kWeakBehind;
    // "increases of 20% in volume and 40% in value": only how it is counted.
    const bool manner = cell.measure != kAbsent && context.measure(cell.measure).weak && at == draft.cell + 2 &&
                        cells[at - 1].Is(WordRole::kNounPreposition);
    if (cell.measure != kAbsent && !far && !manner && TakeMeasure(fit, at, draft)) return true;
  }
  return false;
}

}  // namespace tallywire::extract
