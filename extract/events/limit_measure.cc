#include "extract/events/limit_measure.h"

#include <algorithm>

#include "extract/events/measure_slot.h"

namespace tallywire::extract {
namespace {

// "Minmetals won 5,000 tons and Jiangxi Copper 4,500 tons of the quota"
bool TakeLimitBehind(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  for (size_t at = draft.cell + 1; at < cells.size() && cells[at].kind != kBarrierCell; ++at) {
    const int measure = cells[at].kind == kWordCell ? cells[at].measure : kAbsent;
    if (measure != kAbsent && context.measure(measure).Is(MeasureTrait::kLimit)) return TakeMeasure(fit, at, draft);
  }
  return false;
}

// "Exports of gallium came to 6 t": the thing stands behind another measure.
bool IsOfOtherMeasure(const MeasureFit& fit, const EventDraft& draft) {
  const auto cells = fit.context().cells();
  if (draft.match.item < 2) return false;
  const auto item = static_cast<size_t>(draft.match.item);
  const int measure = cells[item - 2].measure;
  return cells[item - 1].Is(WordRole::kOwner) && measure != kAbsent &&
         !fit.context().measure(measure).Is(MeasureTrait::kLimit) && fit.Takes(measure);
}

// "In 2024 it set ...": where the sentence begins behind a date that opens it.
size_t BehindOpeningDate(const SentenceContext& context) {
  const auto cells = context.cells();
  size_t at = context.sentence->dateline;
  if (at < cells.size() && cells[at].kind == kDateCell) ++at;
  if (at < cells.size() && at > context.sentence->dateline && cells[at].kind == kCommaCell) ++at;
  return at;
}

}  // namespace

size_t LimitBeside(const MeasureFit& fit) {
  const EventDraft& draft = fit.draft();
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  if (draft.cell < 2 || draft.event.kind != EventKind::kLevel || !cells[draft.cell - 1].Is(WordRole::kOwner)) return 0;
  const size_t at = draft.cell - 2;
  const bool limit = cells[at].measure != kAbsent && context.measure(cells[at].measure).Is(MeasureTrait::kLimit);
  return limit && draft.match.measure != kAbsent && draft.match.measure < static_cast<int>(at) ? at : 0;
}

bool AreLimitsSpokenOf(const SentenceContext& context) {
  context.catch_up->Read();
  if (context.focus->limits.spoken) return true;
  const auto cells = context.cells();
  return std::any_of(cells.begin(), cells.end(), [&](const EventCell& cell) {
    return cell.measure != kAbsent && context.measure(cell.measure).Is(MeasureTrait::kLimit);
  });
}

bool TakeLimit(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  if (IsOfOtherMeasure(fit, draft)) return false;
  context.catch_up->Read();
  if (fit.kind() == UnitKind::kMoney || !context.before.empty()) return false;
  if (!context.focus->limits.spoken) return TakeLimitBehind(fit, draft);
  for (const EventDraft& before : context.focus->drafts) {
    if (!context.measure(before.measure).Is(MeasureTrait::kLimit) || !fit.Takes(before.measure)) continue;
    Carry(before, draft);
    return true;
  }
  // Items of a list are of limits that were set for something, or for some year: "a speed limit" is none.
  const SpokenLimits& limits = context.focus->limits;
  const bool set = limits.several || !limits.activity.empty() || !limits.period.empty();
  if (context.sentence->statement && !set) return false;
  draft.measure = context.vocabulary->MeasureById("quota");
  return draft.measure != kAbsent && fit.Takes(draft.measure);
}

bool TakeSpokenLimit(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const size_t first = BehindOpeningDate(context);
  const bool level = draft.event.kind == EventKind::kLevel && context.before.empty();
  if (!level || first >= draft.cell || !context.vocabulary->it.contains(context.text(cells[first])) ||
      !fit.SpokeOfLimits())
    return false;
  if (context.focus->limits.sentence + 1 != context.sentence->number) return false;
  const int quota = context.vocabulary->MeasureById("quota");
  if (fit.kind() == UnitKind::kMoney || quota == kAbsent || !fit.Takes(quota)) return false;
  draft.measure = quota;
  draft.doubt *= kDoubtOfCarried;
  return true;
}

}  // namespace tallywire::extract
