// Which one is meant by "May", "Friday", "the third quarter": the last, the next or the present one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/dates/calendar.h"
#include "extract/dates/date_resolver.h"
#include "extract/dates/date_steps.h"

namespace tallywire::extract {

enum class PickDirection : uint8_t {
  kLast,          // strictly before the day
  kNext,          // strictly behind it
  kThis,          // of the present week, month or year
  kPast,          // the latest that has begun
  kFuture,        // the earliest that is not over
  kLikelyPast,    // the latest that has begun, unless the other is much nearer
  kLikelyFuture,  // the earliest that is not over, unless the other is much nearer
  kNearest,       // whichever is closer
};

// "tense" (the nearest where the clause gives none), "tense-or-past", "likely" and "likely-or-past" (as these, unless
// the other one is much nearer), "sure-or-past" (the past where the clause has a past verb that does not just tell of
// saying, else as "likely-or-past"), "last", "next", "this", "past", "future", "nearest", or a number -1, 0, 1 for
// last, this and next. Nullopt for anything else.
std::optional<PickDirection> DirectionOf(std::string_view name, std::optional<int> number, Tense tense);

// `verb` is one of the kPick… verbs, `first` and `second` its numbers, `code` the holiday's.
struct PickRequest {
  StepVerb verb{};
  int first = 0;
  int second = 0;
  std::string_view code;
};

std::optional<CalendarPeriod> PickPeriod(const PickRequest& request, Day day, PickDirection direction);
// What is left without a day to count from: "XXXX-05", "XXXX-WXX-5".
std::string UnresolvedPick(const PickRequest& request);

// The Nth such ISO weekday of a month, the last one for 0.
std::optional<CalendarPeriod> NthWeekday(int year, int month, int nth, int weekday);

// The day of a holiday: "12-25"; "11-4-4" is the fourth Thursday of November (0 for the last one); "E-2" is two days
// before Easter; "2019-06-04 2020-05-24" lists the days of each year.
std::optional<CalendarPeriod> HolidayIn(int year, std::string_view code);

// The year with these last two digits: from 80 years before to 19 years after the year of `day`.
int YearNear(int two_digits, Day day);

}  // namespace tallywire::extract
