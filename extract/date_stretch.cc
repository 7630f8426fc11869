#include "extract/date_stretch.h"

namespace tallywire::extract {

using std::chrono::days;

std::optional<CalendarPeriod> StretchOf(const CalendarPeriod& whole, StepVerb verb, int count, PeriodGrain unit) {
  const bool weeks = unit == PeriodGrain::kWeek;
  const Day first = weeks ? PeriodAround(whole.days.first + days{3}, unit).days.first : whole.days.first;
  const Day end = weeks ? PeriodAround(whole.days.last - days{3}, unit).days.last + days{1} : whole.days.last + days{1};
  const bool backward = verb == StepVerb::kLast;
  const auto from = backward                 ? ShiftDay(end, -count, unit)
                    : verb == StepVerb::kNth ? ShiftDay(first, count - 1, unit)
                                             : first;
  if (!from) return std::nullopt;
  const auto to = backward ? end : ShiftDay(*from, verb == StepVerb::kNth ? 1 : count, unit);
  if (!to) return std::nullopt;
  if (count == 1 || verb == StepVerb::kNth) return PeriodAround(*from, unit);
  return MonthsOf(*from, *to - days{1});
}

CalendarPeriod MonthsOf(Day first, Day last) {
  for (const PeriodGrain grain : {PeriodGrain::kQuarter, PeriodGrain::kHalf}) {
    const CalendarPeriod whole = PeriodAround(first, grain);
    if (whole.days == DaySpan{first, last}) return whole;
  }
  return RangeOf(first, last);
}

DaySpan DaysOfPart(const CalendarPeriod& period, std::string_view part, std::optional<Day> published) {
  DaySpan days_meant = period.days;
  const bool year = period.grain == PeriodGrain::kYear;
  if (published && period.days.first < *published && *published <= period.days.last) {
    if (part == "earlier") days_meant.last = *published - days{1};
    if (part == "later") days_meant.first = *published;
    if (part == "to-date") days_meant.last = *published;
  }
  if (!year && period.grain != PeriodGrain::kMonth) return days_meant;
  const PeriodGrain unit = year ? PeriodGrain::kMonth : PeriodGrain::kDay;
  const int third = year ? 4 : 10;
  const auto second = ShiftDay(period.days.first, year ? third : third - 1, unit);
  const auto last = ShiftDay(period.days.first, 2 * third, unit);
  if (!second || !last) return days_meant;
  if (part == "early") days_meant.last = *second - days{1};
  if (part == "mid") days_meant = {*second, *last - days{1}};
  if (part == "late") days_meant.first = *last;
  return days_meant;
}

}  // namespace tallywire::extract
