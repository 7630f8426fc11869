// Decides between figures and dates that claim the same words.
//
// Typed and longest wins. A year, a day of the month or a clock time belongs to its date ("2012-13", "Sept 26-27", the
// 21 of "Feb. 21 estimates"); a number with a unit that covers more than the date does belongs to the figure ("15,000
// to 18,000", "1520 sq m"). A span of time is both: "15 years" stays a figure of 15 years and a duration.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/dates/date_finder.h"
#include "extract/figures/figure_finder.h"

namespace tallywire::extract {

// A candidate that gave way, for explanations of what was and was not found.
struct Overruled {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  bool figure = true;       // else a date
  std::string_view reason;  // plain English; static storage
};

// Removes the losers from both lists, which are in order of their tokens; appends them to `losers` where that is given.
// Linear in both.
void Arbitrate(std::vector<FigureSpan>& figures, std::vector<DateSpan>& dates,
               std::vector<Overruled>* losers = nullptr);

}  // namespace tallywire::extract
