// Arithmetic on the ISO periods of events.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/time.h"

namespace tallywire::extract {

enum class Grain { kNone, kDay, kWeek, kMonth, kQuarter, kHalf, kYear, kOther };

// How long a period is: "2019-05" a month, "2019-Q3" a quarter. Intervals are kOther, durations and the like kNone.
Grain GrainOf(std::string_view period);

// A month, a quarter or a half.
inline bool IsPartOfYear(Grain grain) {
  return grain == Grain::kMonth || grain == Grain::kQuarter || grain == Grain::kHalf;
}

// The same period `years` later: every year in it is moved ("2019-05" -> "2018-05", "2018-10/2019-09" -> …).
std::string ShiftYears(std::string_view period, int years);

// The period of the same length directly before: "2020-Q2" -> "2020-Q1". Nullopt for intervals and years with parts
// that cannot be moved.
std::optional<std::string> PeriodBefore(std::string_view period);

// YYYY-Wnn of the week that holds the day.
std::string IsoWeekOf(Day day);

// A season whose months are not known: "2023/2024".
bool IsSeason(std::string_view period);

// The first year in a period; nullopt where there is none.
std::optional<int> YearOf(std::string_view period);

// The whole months of a TIMEX3 length: "P12M" and "P1Y" are 12; nullopt for other lengths.
std::optional<int> MonthsOf(std::string_view length);

// The span of so many months that begins on that day, as months where it begins a month: "1987-03/1988-02".
std::string SpanFrom(Day first, int months);

// The span of a TIMEX3 length or a season that ends on that day or month: "P1Y" and "1989-09-30" give
// "1988-10/1989-09", "1986/1987" and "1987-08" "1986-09/1987-08". Empty where the length has no such span.
std::string SpanUntil(std::string_view length, std::string_view end);

// The period's last day lies before the given one. False where either is unknown.
bool EndsBefore(std::string_view period, std::optional<Day> day);
bool BeginsAfter(std::string_view period, std::optional<Day> day);

// Whether `span`, of several months, lies within `period`: "2012-04/2012-10" in "2012/2013".
bool HoldsSpan(std::string_view period, std::string_view span);

// Whether a period is over before another one begins; of two seasons, whether it has the earlier name.
bool LiesBefore(std::string_view period, std::string_view other);

}  // namespace tallywire::extract
