#include "extract/dates/date_stretch.h"

#include <algorithm>

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

std::optional<DaySpan> Workdays(Day day, int count, bool back) {
  constexpr int kMost = 10000;
  if (count < 1 || count > kMost) return std::nullopt;
  const days step{back ? -1 : 1};
  std::optional<Day> nearest;
  for (int found = 0; found < count;) {
    day += step;
    if (WeekdayOfDay(day) > 5) continue;
    if (!nearest) nearest = day;
    ++found;
  }
  return back ? DaySpan{day, *nearest} : DaySpan{*nearest, day};
}

CalendarPeriod LongWeekend(Day day) {
  const CalendarPeriod weekend = PeriodAround(day, PeriodGrain::kWeekend);
  if (weekend.days.first <= day) return weekend;
  constexpr int kTuesday = 2;
  const bool behind = WeekdayOfDay(day) <= kTuesday;
  return behind ? RangeOf(weekend.days.first - days{7}, day) : RangeOf(day, weekend.days.last);
}

namespace {

// Where the second half of a period begins.
Day MiddleOf(const CalendarPeriod& period) {
  if (period.grain != PeriodGrain::kYear) {
    return period.days.first + days{(period.days.last - period.days.first).count() / 2};
  }
  constexpr int kHalf = 6;
  return ShiftDay(period.days.first, kHalf, PeriodGrain::kMonth).value_or(period.days.first);
}

// "The early 1990s" are four years, "mid" and "late" three each.
DaySpan ThirdOfDecade(const CalendarPeriod& decade, std::string_view part) {
  const auto begin = [&](int year) {
    return ShiftDay(decade.days.first, year, PeriodGrain::kYear).value_or(decade.days.first);
  };
  if (part == "early") return {decade.days.first, begin(4) - days{1}};
  if (part == "mid") return {begin(4), begin(7) - days{1}};
  if (part == "late") return {begin(7), decade.days.last};
  return decade.days;
}

}  // namespace

DaySpan DaysOfPart(const CalendarPeriod& period, std::string_view part, std::optional<Day> published) {
  DaySpan days_meant = period.days;
  const bool year = period.grain == PeriodGrain::kYear;
  if (published && period.days.first < *published && *published <= period.days.last) {
    if (part == "earlier") days_meant.last = *published - days{1};
  }
  if (published && period.days.first <= *published && *published <= period.days.last) {
    if (part == "rest") days_meant.first = *published;
    if (part == "later") days_meant.first = std::max(*published, MiddleOf(period));
  }
  // Spans that reach up to a day leave it out.
  const bool reaches = part == "until" || (part == "to-date" && published && *published <= period.days.last);
  if (reaches && days_meant.last > days_meant.first) {
    days_meant.last = std::min(days_meant.last, part == "until" ? days_meant.last : *published) - days{1};
  }
  if (part == "work" && period.grain == PeriodGrain::kWeek) days_meant.last = period.days.first + days{4};
  if (period.grain == PeriodGrain::kWeek) {
    constexpr days kThursday{3};
    if (part == "early") days_meant.last = period.days.first + kThursday - days{1};
    if (part == "late") days_meant.first = period.days.first + kThursday;
  }
  if (period.grain == PeriodGrain::kDecade) return ThirdOfDecade(period, part);
  if (!year && period.grain != PeriodGrain::kMonth) return days_meant;
  const PeriodGrain unit = year ? PeriodGrain::kMonth : PeriodGrain::kDay;
  const int third = year ? 4 : 10;
  const auto second = ShiftDay(period.days.first, year ? third : third - 1, unit);
  const auto last = ShiftDay(period.days.first, 2 * third, unit);
  if (!second || !last) return days_meant;
  if (part == "early") days_meant.last = *second - days{1};
  if (part == "mid") days_meant = {*second, *last - days{1}};
  if (part == "late") days_meant.first = *last;
  if (part == "second-half" && year) days_meant.first = *ShiftDay(period.days.first, 6, unit);
  return days_meant;
}

}  // namespace tallywire::extract
