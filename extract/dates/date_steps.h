// The meanings of date rules: small programs of steps, written in the rule files, that turn the words caught by a
// pattern into a period, a duration or a set.
//
// A meaning is a row of steps, each a verb with its arguments. It works on one period at a time, from left to right:
// "dct add -1 Y month {m}" is that month of the year before publication. An argument in braces is a capture of the
// rule's pattern: it stands for the number or the code of the words caught. Units are D W M Y and so on (see
// kUnits in date_steps.cc). See docs/rules.md for the verbs with examples.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace tallywire::extract {

enum class StepVerb : uint8_t {
  // Where to begin
  kDct,      // dct: the day of publication
  kAnchor,   // anchor UNIT: the last period mentioned, widened to the unit
  kMention,  // mention UNIT: the last one mentioned of just that unit; "any": of a month or longer
  kYear,     // year N: of four digits, or of two in the century around the publication
  kDecade,   // decade N
  kCentury,  // century N
  // Parts of the present period
  kMonth,        // month N
  kQuarter,      // quarter N
  kHalf,         // half N
  kSeason,       // season N
  kWeek,         // week N: ISO week of the year
  kDay,          // day N: of the month
  kWeekday,      // weekday N: of the week
  kHoliday,      // holiday CODE: of the year
  kFirst,        // first N UNIT: the first months of the year, …
  kLast,         // last N UNIT
  kNth,          // nth N UNIT: the third week of the month, …
  kNthWeekday,   // nth-weekday N W: the Nth weekday W of the month, the last one for 0
  kEightDigits,  // eight-digits N: 20190504
  kNumeric,      // numeric A B: day and month of the present year, in the order of the language
  kHalfOfMonth,  // half-of-month N
  kYearPair,     // year-pair Y Z: two years joined (2022/23), or a year and its month (2019-05)
  kInYear,       // in-year N: the present period moved to that year
  kMonthBegin,   // begins N: a year of twelve months that begins with month N of the present year
  // Other periods
  kTo,            // to UNIT: the period around it
  kAdd,           // add N UNIT
  kSub,           // sub N UNIT
  kBack,          // back N UNIT: the N units up to the present day
  kAhead,         // ahead N UNIT: the N units from it
  kOnward,        // onward N UNIT: the N units that begin with it
  kWorkdays,      // workdays N: the N working days behind it
  kWorkdaysBack,  // workdays-back N: the N working days before it
  kBackToEnd,     // back-to-end N UNIT: the N units that end with the present period
  kSince,         // since: from the present period to the day of publication
  kThruMonth,     // thru-month N: from the present month to the next month N
  kOver,          // over: the latest such period that is over on the day of publication
  kThru,          // thru: begins a second period; the meaning is the span from the first to it
  // The one meant, by tense or direction: tense, last, next, this, or a capture that stands for -1, 0, 1
  kPickMonth,       // pick-month N DIR
  kPickDate,        // pick-date MONTH DAY DIR
  kPickNumeric,     // pick-numeric A B DIR: day and month in the order of the language
  kPickWeekdayDay,  // pick-weekday-day W N DIR: the Nth of a month that is such a weekday
  kPickDay,         // pick-day N DIR: of a month
  kPickWeekday,     // pick-weekday N DIR
  kPickQuarter,     // pick-quarter N DIR
  kPickHalf,        // pick-half N DIR
  kPickSeason,      // pick-season N DIR
  kPickHoliday,     // pick-holiday CODE DIR
  // What the value says beside the period
  kPart,          // part early|mid|late|to-date
  kDuration,      // duration N UNIT: the value is a length
  kDurationHalf,  // duration-half N UNIT: and a half
  kSpan,          // span N UNIT: the length, but only as meaning; the value stays the period
  kSet,           // set N UNIT: the value is a step of repetition
  kShifted,       // shifted N UNIT: the period stands at that distance from the one spoken of
  kBasis,         // basis N UNIT: only the distance to compare over
  kValue,         // value TEXT: the value as written here, captures filled in
  kDaysBack,      // days-back N UNIT: the days meant are the one that many units before the present one; what follows
                  // changes only the value
  kDaysAhead,     // days-ahead N UNIT
  kLongWeekend,   // long-weekend: the present day with the weekend that it makes longer
  kSpokenOf,      // spoken-of: later words ("a year earlier") are counted from this length's period
  kFiscal,        // fiscal: the year is a fiscal one
  kFiscalFrom,    // fiscal-from: likewise, named by the year in which it begins
  kYearsValue,    // value-of-years N: the value is the pair of the years N and N + 1
  kReporting,     // reporting N UNIT: the period is the Nth quarter or half (1 Y: the whole) of the year that a firm
                  // reports by; the value is that part of the year in which the period ends
  kTime,          // time HOUR MINUTE HALF: a time of day; HALF is "am", "pm" or "-"
  kDaypart,       // daypart CODE: "MO", "AF", …
};

struct StepArgument {
  std::string text;           // as written, without braces
  bool capture = false;       // the text names a capture
  std::optional<int> number;  // the text as a number
};

struct Step {
  StepVerb verb{};
  std::vector<StepArgument> arguments;
};

// Compiles a meaning. `captures` are the names that the rule's pattern catches. kUsage with `where` for an unknown
// verb, a wrong count of arguments or an unknown capture.
Result<std::vector<Step>> ParseSteps(std::string_view meaning, const std::vector<std::string>& captures,
                                     std::string_view where);

}  // namespace tallywire::extract
