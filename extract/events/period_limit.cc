#include "extract/events/period_limit.h"

#include <algorithm>

#include "extract/events/period_saying.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// The year that limits are spoken of for.
bool TakeYearOfLimits(const PeriodScope& scope) {
  Event& event = scope.draft.event;
  const Grain grain = GrainOf(event.period);
  const bool part = grain == Grain::kHalf || grain == Grain::kQuarter;
  const std::string& spoken = scope.c.focus->limits.period;
  if (!part || !scope.measure().Is(MeasureTrait::kLimit) || scope.draft.role != CaptureRole::kLevel) return false;
  if (GrainOf(spoken) != Grain::kYear && !IsSeason(spoken)) return false;
  const auto limits = YearOf(spoken);
  const auto year = YearOf(event.period);
  if (!limits || !year || *limits != *year + 1 || !EndsBefore(event.period, scope.c.published)) return false;
  event.period = ShiftYears(event.period, 1);
  return true;
}

// "the quota for October"
bool IsNamedFor(const PeriodScope& scope, size_t date) {
  const uint32_t first = scope.cells[date].first;
  return first > scope.c.sentence->first &&
         scope.c.vocabulary->what_for.contains(scope.c.sources->reading->TextOf(first - 1));
}

// "The quota for July-September amounts to 5 t" in June, "October's allowance is 5 t" in September.
void TakeMonthsAhead(const PeriodScope& scope, size_t own) {
  constexpr auto kLongest = std::chrono::days(92);  // limits are set a quarter ahead
  Event& event = scope.draft.event;
  const Grain grain = GrainOf(event.period);
  const bool months = grain == Grain::kMonth || grain == Grain::kQuarter || grain == Grain::kHalf ||
                      (grain == Grain::kOther && !IsSeason(event.period));
  if (!months || !scope.c.published || !EndsBefore(event.period, scope.c.published)) return;
  const std::string ahead = ShiftYears(event.period, 1);
  const auto days = DaysOf(ahead);
  if (!days || days->first <= *scope.c.published || days->first - *scope.c.published > kLongest) return;
  if (IsNamedFor(scope, own) || SpeaksOfFuture(scope) || !SpeaksOfPast(scope)) event.period = ahead;
}

}  // namespace

void TakeTermAhead(const PeriodScope& scope, size_t own) {
  if (scope.is_written_in_digits() || scope.draft.role == CaptureRole::kBase) return;
  const bool limit = scope.measure().Is(MeasureTrait::kLimit) && scope.draft.role == CaptureRole::kLevel;
  if (limit && TakeYearOfLimits(scope)) return;
  // "had been due to raise output by 5 t in October", said in September
  if (limit || SpeaksOfFuture(scope)) TakeMonthsAhead(scope, own);
}

void WidenToYearAhead(const PeriodScope& scope) {
  Event& event = scope.draft.event;
  const Grain grain = GrainOf(event.period);
  const bool part = grain == Grain::kHalf || grain == Grain::kQuarter;
  if (!part || !event.period_text.empty() || !scope.measure().Is(MeasureTrait::kLimit)) return;
  const std::string& spoken = scope.c.focus->limits.period;
  const auto days = DaysOf(spoken);
  const bool ahead = days && scope.c.published && days->first > *scope.c.published;
  if (ahead && YearOf(spoken) == YearOf(event.period)) event.period = spoken;
}

}  // namespace tallywire::extract
