// Dates as people and machines write them: "12 November 2019", "11/12/19, 5:53 pm EST", "2019年11月12日",
// "Tue, 12 Nov 2019 05:53:00 GMT", "20191112T055300Z". A scanner over tokens, linear in the text; no locale needed, for
// month names of all languages are known at once (month_names.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/time.h"

namespace tallywire::parse {

enum class DayOrder { kDayFirst, kMonthFirst };

struct DateStyle {
  DayOrder order = DayOrder::kDayFirst;  // how 3/4/2020 is meant
  std::string language;                  // BCP 47 or empty: which language's month names win where two disagree
};

// A date found in a text.
struct WrittenDate {
  Day day;           // as written, in whatever zone
  std::string iso;   // "2019-11-12", "2019-11-12T05:53:00", "2019-11-12T05:53:00+08:00" or "…Z": only what is written
  size_t start = 0;  // bytes of the text, [start, end)
  size_t end = 0;
  bool guessed = false;  // the order of day and month, or the century, is a guess
};

// Whole dates (year, month and day) in a UTF-8 text, in order, not overlapping, at most `limit`. Years from 1900 to
// 2199 (Buddhist years are turned into common ones); days that do not exist are passed over.
std::vector<WrittenDate> FindDates(std::string_view text, const DateStyle& style, size_t limit);

// The date that an attribute or a field of data means: what FindDates reads first, and also compact forms (20191112,
// 20191112055300) and Unix times in seconds or milliseconds (10 or 13 digits, read as UTC).
std::optional<WrittenDate> ReadMachineDate(std::string_view value, const DateStyle& style);

}  // namespace tallywire::parse
