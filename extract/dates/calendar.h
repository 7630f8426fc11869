// Calendar arithmetic for expressions of time: periods of the Gregorian calendar, their neighbours and their parts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/period.h"
#include "model/time.h"

namespace tallywire::extract {

// The sizes of periods, from fine to coarse; kRange is any other span of days.
enum class PeriodGrain : uint8_t {
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kHalf,
  kYear,
  kDecade,
  kCentury,
  kRange
};

// A span of days known under a name of the calendar: "2019-W45", "2019-Q3", "2022-10/2023-09".
struct CalendarPeriod {
  PeriodGrain grain = PeriodGrain::kDay;
  DaySpan days{};
  friend bool operator==(const CalendarPeriod&, const CalendarPeriod&) = default;
};

// Years that the program deals with; arithmetic that would leave them gives nullopt.
inline constexpr int kFirstYear = 1;
inline constexpr int kLastYear = 2999;

// The period of that grain which holds `day`. Weeks are ISO weeks, a weekend is that of the ISO week, seasons are
// meteorological ones of the northern hemisphere. kRange gives the day itself.
CalendarPeriod PeriodAround(Day day, PeriodGrain grain);

// Parts of a year, numbered from 1 (seasons: spring is 1, winter begins in December of the year). Nullopt where there
// is no such part.
std::optional<CalendarPeriod> YearOf(int year);
std::optional<CalendarPeriod> PartOfYear(int year, PeriodGrain grain, int number);
std::optional<CalendarPeriod> DayOf(int year, int month, int day);

inline constexpr int kMonthsOfYear = 12;
// How many months such a period has; 0 for those that are counted in days.
int MonthsIn(PeriodGrain grain);
// Which quarter or half of its year it is, from 1.
int PartNumber(const CalendarPeriod& period);

// Any span of days, under the name of a calendar period where it is exactly one (quarters and halves are not guessed).
CalendarPeriod RangeOf(Day first, Day last);

// The period `count` units of `unit` later (earlier where negative). A unit as coarse as the period or coarser keeps
// its grain (the quarter a year before 2019-Q3 is 2018-Q3); a finer one counts from the first day.
std::optional<CalendarPeriod> Shift(const CalendarPeriod& period, int count, PeriodGrain unit);

// The day `count` units later; a day that the month does not have becomes its last.
std::optional<Day> ShiftDay(Day day, int count, PeriodGrain unit);

int YearOfDay(Day day);
int MonthOfDay(Day day);
int WeekdayOfDay(Day day);  // ISO: Monday is 1

// Western Easter Sunday (the anonymous Gregorian computus).
Day EasterOf(int year);

// ISO 8601 with the extensions of interface.md: "2019", "2019-Q3", "2019-W45-WE", "199X" ("199" in TIMEX3 is the same),
// "2019-01/2019-09".
std::string IsoOf(const CalendarPeriod& period);

}  // namespace tallywire::extract
