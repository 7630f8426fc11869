// Units of time as the rule files write them, and lengths as TIMEX3 does.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/dates/calendar.h"

namespace tallywire::extract {

// A unit of time: `factor` periods of `grain`; hours, minutes and seconds have no grain.
struct UnitSize {
  std::optional<PeriodGrain> grain;
  int factor = 1;
  char letter = 'D';      // of ISO 8601 durations
  int letter_factor = 1;  // how many of that letter's units it is
  bool of_day = false;    // stands behind the T of a duration
};

// "D" day, "W" week, "WE" weekend, "M" month, "Q" quarter, "H" half-year, "S" season, "Y" year, "DE" decade, "CE"
// century, "TH" hour, "TM" minute, "TS" second; a number in front multiplies ("2W" is a fortnight).
std::optional<UnitSize> UnitOf(std::string_view code);

// "P3M", "PT5H", "P20Y" for two decades; without a number "PXM".
std::string DurationText(std::optional<int> count, const UnitSize& unit);

// And a half: "P2Y6M", "PT1H30M", "P15Y" for a decade and a half; "P2.5M" where the half is no whole number of a
// smaller unit.
std::string DurationAndHalf(int count, const UnitSize& unit);

}  // namespace tallywire::extract
