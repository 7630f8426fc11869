// Parts and stretches of periods: the first nine months, the third week, mid-May.
#pragma once

#include <optional>
#include <string_view>

#include "extract/dates/calendar.h"
#include "extract/dates/date_steps.h"

namespace tallywire::extract {

// The first (kFirst) or last (kLast) `count` units of `whole`, or its unit number `count` (kNth). Weeks of a month or
// year are the ISO weeks that have their Thursday in it.
std::optional<CalendarPeriod> StretchOf(const CalendarPeriod& whole, StepVerb verb, int count, PeriodGrain unit);

// A span of days; three or six months that are a quarter or half of the calendar go by that name.
CalendarPeriod MonthsOf(Day first, Day last);

// From the first to the last of the `count` Mondays to Fridays behind the day, or before it where `back`.
std::optional<DaySpan> Workdays(Day day, int count, bool back);

// A day with the weekend next to it and what lies between: from Saturday to a Monday, from Thursday to Sunday.
CalendarPeriod LongWeekend(Day day);

// The days of a part of a period. "early", "mid" and "late" are thirds of months and years, "second-half" the rest of a
// year from July on, "work" the Mondays to Fridays of a week, "until" all but the last day; "earlier" and "to-date" are
// the days before publication, "rest" those from it on, "later" those of them in the second half; any other part is
// the whole.
DaySpan DaysOfPart(const CalendarPeriod& period, std::string_view part, std::optional<Day> published);

}  // namespace tallywire::extract
