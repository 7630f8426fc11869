// What an expression of time is good for: the view of it that events are built on. TIMEX3 values ("P9M" for "the first
// nine months", "2019-11-08" for "Friday") say how it is written down; this says which period it names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/dates/calendar.h"

namespace tallywire::extract {

// How an expression relates to another period.
enum class PeriodRelation : uint8_t {
  kNone,     // names its period by itself: "2019", "last week", "the third quarter"
  kShifted,  // names a period by its distance from the one spoken of: "a year earlier", "the previous month"
  kBasis,    // names only a distance to compare over: "year-on-year", "quarter-on-quarter"
};

struct DateMeaning {
  // The period named, in days; nullopt where it cannot be known ("recently", "in years", a duration without an anchor).
  // For "the first nine months" and "the past two weeks" it is there although the TIMEX3 value is a duration.
  std::optional<CalendarPeriod> period;
  PeriodRelation relation = PeriodRelation::kNone;
  // kShifted, kBasis: the distance ("a year earlier": -1, kYear). Apply it with Shift() to the period that the figure
  // is about to get the basis. Without relation: the length of a duration or the step of a set, where it is a number.
  std::optional<int> count;
  PeriodGrain unit = PeriodGrain::kDay;
  // Names a day (or part of one) counted from the day of publication: "Friday", "yesterday", "Tuesday morning", "Nov.
  // 6". Such words mostly tell when something was announced, seldom what period a figure is about.
  bool announcement_day = false;
  // Resolved against the publication date or another date, not absolute.
  bool relative = false;
  // The year or its part is a fiscal one, which may begin in another month; `period` is the calendar one of that name.
  bool fiscal = false;
  bool named_by_begin = false;  // and "1986/87" begins in the year that it is named by
  // The month in which the year begins that a firm reports by, where the words tell it: "the financial year ended July
  // 31", "its second quarter ended Aug. 31".
  std::optional<int> reporting_begins;
  // Its days are those of that year, which another date of the text tells.
  bool of_firm = false;
  // The words number the quarter or half ("the third quarter"), rather than point at it ("that quarter", "a year ago").
  bool part_named = false;
  // The clause speaks of what will be.
  bool future = false;
  // Of an expression that comes round again and was resolved to the likeliest one: after how long. A year for "May" and
  // "Nov. 6", a week for "Friday"; nothing where the words name the one meant ("next Friday", "May 2019").
  std::optional<PeriodGrain> cycle;
  // Only a part of `period` is meant: "early 2020", "late June", "this year so far"; empty, "early", "mid", "late",
  // "to-date".
  std::string part;
  // The ISO period for Event::period, "" where there is none.
  std::string Iso() const { return period ? IsoOf(*period) : std::string(); }
};

}  // namespace tallywire::extract
