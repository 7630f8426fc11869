#include "extract/events/carried_measure.h"

#include <algorithm>

#include "extract/events/bare_sentence.h"
#include "extract/events/measure_slot.h"
#include "extract/events/told_unit.h"

namespace tallywire::extract {
namespace {

// "Small boats have a share of 26%": of what was spoken of.
bool IsShare(const MeasureFit& fit, const EventCell& cell) {
  const EventDraft& draft = fit.draft();
  const SentenceContext& context = fit.context();
  return draft.event.kind == EventKind::kShare && context.measure(cell.measure).Is(MeasureTrait::kPart);
}

// "Carbon intensity fell 3%": a bare noun that the vocabulary does not know opens the sentence, and is not what was
// spoken of.
bool HasOtherSubject(const MeasureFit& fit) {
  const EventDraft& draft = fit.draft();
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const int verb = draft.match.direction;
  const size_t first = context.sentence->dateline;
  if (verb <= static_cast<int>(first) || verb >= static_cast<int>(draft.cell)) return false;
  const auto noun = cells.subspan(first, static_cast<size_t>(verb) - first);
  const bool plain = std::all_of(noun.begin(), noun.end(), [](const EventCell& cell) {
    return cell.kind == kWordCell && cell.roles == 0 && cell.subject == kAbsent && cell.activity == kAbsent &&
           cell.verb == kAbsent && !cell.possessive;
  });
  return plain && noun.back().item == kAbsent && !context.vocabulary->stand_ins.contains(context.text(noun.back()));
}

}  // namespace

bool TakeOfBareSentence(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  size_t opening = context.sentence->dateline;
  if (cells[opening].Is(WordRole::kArticle)) ++opening;
  const bool counted = fit.kind() == UnitKind::kCount || fit.kind() == UnitKind::kBare;  // "There are two types"
  if (opening >= draft.cell || counted) return false;
  const std::string_view word = context.text(cells[opening]);
  const bool pronoun = context.vocabulary->they.contains(word) && !context.opens_paragraph();
  if (!pronoun && !context.vocabulary->sums.contains(word)) return false;
  const int measure = MeasureOfBareSentence(context);
  if (measure == kAbsent || !fit.Takes(measure)) return false;
  draft.measure = measure;
  draft.doubt *= kDoubtOfCarried;
  return true;
}

bool GoesOnBesideThing(const MeasureFit& fit) {
  const EventDraft& draft = fit.draft();
  const SentenceContext& context = fit.context();
  if (draft.match.role != CaptureRole::kSame || draft.match.rule->goes_on || fit.kind() != UnitKind::kPct) return false;
  if (draft.event.kind != EventKind::kChange || context.before.empty()) return false;
  const auto cells = context.cells();
  const auto between = cells.subspan(context.before.back().cell + 1, draft.cell - context.before.back().cell - 1);
  return !between.empty() && between.back().item != kAbsent &&
         std::none_of(between.begin(), between.end(), [](const EventCell& cell) { return cell.measure != kAbsent; });
}

bool IsAfterthought(const MeasureFit& fit) {
  const EventDraft& draft = fit.draft();
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const int moved = draft.match.direction;
  const bool behind = moved == static_cast<int>(draft.cell) + 1 && draft.event.kind == EventKind::kChange;
  if (!behind || context.before.empty() || draft.cell == 0 || cells[draft.cell - 1].kind != kCommaCell) return false;
  const EventDraft& before = context.before.back();
  if (before.event.kind != EventKind::kLevel || before.role == CaptureRole::kBase) return false;
  // "held 9 million tonnes before the harvest, 1 million more than": of the same kind, whatever stands between.
  // "a quota of 50,000 tonnes for sugar exports, 10% less than": less of the quota.
  const bool limit = context.measure(before.measure).Is(MeasureTrait::kLimit);
  const bool alike = limit || (fit.kind() != UnitKind::kPct && fit.kind() == context.kind_of(before.figure));
  const auto between = cells.subspan(before.cell + 1, draft.cell - before.cell - 2);
  return std::none_of(between.begin(), between.end(), [alike](const EventCell& cell) {
    return cell.kind == kVerbCell || cell.kind == kBarrierCell || cell.kind == kCommaCell ||
           (cell.measure != kAbsent && !alike);
  });
}

bool TakeOfSentence(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  for (size_t i = context.before.size(); i-- > 0;) {
    // "bought 1.5 billion liters, 17% less": whatever is told in amounts may change by a share.
    const bool changed = fit.kind() == UnitKind::kPct && draft.event.kind == EventKind::kChange;
    if (!changed && !fit.Takes(context.before[i].measure)) continue;
    Inherit(context.before[i], draft);
    return true;
  }
  return false;
}

bool TakeOfLastSentence(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const DocumentFocus& focus = *context.focus;
  if (focus.drafts.empty() || context.sentence->number > focus.drafts_sentence + 2) return false;
  // A measure in front, or behind in the same clause, is spoken of here.
  size_t end = draft.cell;
  while (end < cells.size() && cells[end].kind != kCommaCell && cells[end].kind != kBarrierCell) ++end;
  const bool speaks =
      std::any_of(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(end),
                  [&](const EventCell& cell) { return cell.measure != kAbsent && !IsShare(fit, cell); });
  if (speaks || HasOtherSubject(fit)) return false;
  for (const EventDraft& before : focus.drafts) {
    if (!fit.Takes(before.measure)) continue;
    const UnitKind other = context.kind_of(before.figure);
    // "Exports fell 9%. They totalled 24,000 tons": behind a per cent any amount may follow.
    const bool amount = other == UnitKind::kPct && (fit.kind() == UnitKind::kAmount || fit.kind() == UnitKind::kRate);
    const bool priced = context.measure(before.measure).Is(MeasureTrait::kPrice);
    const bool money = fit.kind() == UnitKind::kMoney || fit.kind() == UnitKind::kPerUnit;
    const bool price = money && (other == UnitKind::kPerUnit || (priced && other == UnitKind::kPct));
    // "The quota is 408,700 tons a year. Of the total, 388,700 tons"
    const bool yearly = context.figure(before.figure).unit == context.figure(draft.figure).unit + "/a";
    const bool points = other == UnitKind::kPct && fit.kind() == UnitKind::kPoints;
    // "bought 5 t. That is equivalent to 3 barrels a day"
    const bool restated = draft.cell > 0 && cells[draft.cell - 1].Is(WordRole::kRestatement);
    const bool alike = fit.kind() == other || fit.kind() == UnitKind::kPct || restated;
    if (!alike && !amount && !price && !points && !yearly) continue;
    Carry(before, draft);
    return true;
  }
  return false;
}

bool TakeTold(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const bool told_so =
      draft.event.kind == EventKind::kLevel || (draft.event.kind == EventKind::kShare && draft.match.rule->goes_on);
  const ToldUnit* told = told_so ? UnitTold(context, draft) : nullptr;
  if (told == nullptr) {
    const EventDraft* before = draft.match.rule->goes_on ? GoesOnHere(context, draft) : nullptr;
    if (before == nullptr || !fit.Takes(before->measure)) return false;
    Inherit(*before, draft);
    draft.doubt *= kDoubtOfCarried;
    return true;
  }
  // "produced 114,000 tons, and another 61,000 tons": with what this sentence has told in the unit, if it has.
  const auto here = std::find_if(context.before.rbegin(), context.before.rend(), [&](const EventDraft& before) {
    return before.event.kind == draft.event.kind &&
           context.figure(before.figure).unit == context.figure(draft.figure).unit;
  });
  const int measure = here != context.before.rend() ? here->measure : told->measure;
  if (!fit.Takes(measure)) return false;
  draft.measure = measure;
  draft.doubt *= kDoubtOfCarried;
  return true;
}

}  // namespace tallywire::extract
