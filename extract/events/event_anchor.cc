// What a figure measures: the measure its rule caught, else the nearest one that takes such a unit, in the order that
// FindMeasure tries them.
#include <algorithm>

#include "extract/events/captured_measure.h"
#include "extract/events/carried_measure.h"
#include "extract/events/event_draft.h"
#include "extract/events/implied_measure.h"
#include "extract/events/limit_measure.h"
#include "extract/events/measure_fit.h"
#include "extract/events/measure_slot.h"
#include "extract/events/near_measure.h"
#include "extract/events/told_unit.h"

namespace tallywire::extract {
namespace {

constexpr double kDoubtOfCount = 0.7;  // things counted that stand in no vocabulary

bool TakeRule(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  draft.measure = draft.match.rule->measure;
  // "had been shipped, fetching Rs114 billion": the value of what was told.
  const bool price = context.measure(draft.measure).Is(MeasureTrait::kPrice) && !context.measure(draft.measure).company;
  if (price && fit.IsLot() && draft.event.activity.empty() && context.measure(draft.measure).activity.empty())
    return TakeOfSentence(fit, draft);
  return fit.Takes(draft.measure);
}

// The order in which the measure is asked for; the first answer counts. False where there is none.
bool FindMeasure(const MeasureFit& fit, EventDraft& draft) {
  const EventRule& rule = *draft.match.rule;
  if (rule.measure != kAbsent && (!rule.of_limits || AreLimitsSpokenOf(fit.context()))) return TakeRule(fit, draft);
  const EventDraft* alike = fit.context().alike;
  if (rule.goes_on && alike == nullptr && UnitTold(fit.context(), draft) == nullptr &&
      !GoesOnHere(fit.context(), draft))
    return false;
  // "Farms will take 16,000 of the total, fisheries 10,000": of the total told.
  if (rule.goes_on && fit.kind() == UnitKind::kBare) return TakeTold(fit, draft);
  if (const size_t limit = LimitBeside(fit); limit != 0 && TakeMeasure(fit, limit, draft)) return true;
  const auto captured = static_cast<size_t>(draft.match.measure);
  const bool meant = draft.match.measure != kAbsent && IsMeant(fit, captured);
  if (meant && TakeCaptured(fit, captured, draft)) return true;
  if (meant && fit.CountsActors()) return false;  // "quotas for four stocks"
  if (rule.measure_behind && TakeBehind(fit, draft)) return true;
  if (rule.of_limits && TakeLimit(fit, draft)) return true;
  // "must sell 20% of their output, up from 15%": of the same.
  const bool old_share = draft.role == CaptureRole::kBase && draft.event.kind == EventKind::kShare;
  if (old_share && draft.match.measure == kAbsent && TakeOfSentence(fit, draft)) return true;
  if ((IsAfterthought(fit) || GoesOnBesideThing(fit)) && TakeOfSentence(fit, draft)) return true;
  if (TakeShares(fit, draft)) return true;
  const size_t floor = FloorOf(fit);
  if (TakeInFront(fit, draft.cell, floor, draft) || TakeUnit(fit, draft) || TakeOfSentence(fit, draft)) return true;
  if (TakeInFront(fit, floor, 0, draft)) return true;
  if (rule.needs_measure) return TakeOfBareSentence(fit, draft) || TakeTold(fit, draft);
  if (!rule.measure_behind && TakeBehind(fit, draft)) return true;
  if (TakeOfLastSentence(fit, draft) || TakeOfBareSentence(fit, draft) || TakeSpokenLimit(fit, draft)) return true;
  if (TakeByUnit(fit, draft) || TakePriceByUnit(fit, draft) || TakePriceMovedTo(fit, draft) || TakeTold(fit, draft))
    return true;
  if (alike == nullptr) return false;
  Carry(*alike, draft);
  return true;
}

// "will admit no more than 7,500": a limit.
bool IsToBeAtMost(const SentenceContext& context, const EventDraft& draft) {
  if (draft.event.kind != EventKind::kLevel || context.figure(draft.figure).bound != Bound::kAtMost) return false;
  const auto front = context.cells().first(draft.cell);
  return std::any_of(front.begin(), front.end(),
                     [](const EventCell& cell) { return cell.Is(WordRole::kFuture) || cell.Is(WordRole::kPlanned); });
}

// "economic growth of 2%": the economy grows by so much. "growth slowed to 2%" tells where the growth is.
void TakeGrowth(const SentenceContext& context, EventDraft& draft) {
  const bool moves = draft.match.direction != kAbsent || draft.match.rule->measure != kAbsent;
  if (draft.event.kind != EventKind::kLevel || moves) return;
  draft.event.kind = EventKind::kChange;
  draft.event.direction = context.figure(draft.figure).value < 0 ? Direction::kDown : Direction::kUp;
}

// "Peru may mine 9 t", where no limit is spoken of: a rule of limits tells of nothing else.
bool IsOfItsLimit(const SentenceContext& context, const EventDraft& draft) {
  const EventRule& rule = *draft.match.rule;
  if (rule.measure == kAbsent || !rule.of_limits || draft.measure == rule.measure) return true;
  return context.measure(draft.measure).Is(MeasureTrait::kLimit) ||
         !context.measure(rule.measure).Is(MeasureTrait::kLimit);
}

}  // namespace

bool ResolveMeasure(const SentenceContext& context, EventDraft& draft) {
  if (!FindMeasure(MeasureFit(context, draft), draft) || !IsOfItsLimit(context, draft)) return false;
  if (const int limit = context.measure(draft.measure).at_most; limit != kAbsent && IsToBeAtMost(context, draft))
    draft.measure = limit;
  const MeasureEntry& measure = context.measure(draft.measure);
  draft.event.measure = measure.name;
  if (draft.anchor != kAbsent && !draft.inherited) {
    draft.event.measure_text = std::string(context.text(context.cells()[static_cast<size_t>(draft.anchor)]));
  }
  // "8,000 calls" may be output of a kind; things that the vocabulary knows are safer.
  const EventCell& figure = context.cells()[draft.cell];
  const bool unknown_count = context.kind_of(draft.figure) == UnitKind::kCount && figure.item == kAbsent;
  if (unknown_count && figure.measure == kAbsent) draft.doubt *= kDoubtOfCount;
  if (measure.growth) TakeGrowth(context, draft);
  const bool counted = context.kind_of(draft.figure) == UnitKind::kCount;  // "a stake of 1.2 million shares"
  if (measure.Is(MeasureTrait::kPart) && !counted && draft.event.kind == EventKind::kLevel)
    draft.event.kind = EventKind::kShare;
  return true;
}

}  // namespace tallywire::extract
