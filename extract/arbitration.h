// Decides between figures and dates that claim the same words.
#pragma once

#include <vector>

#include "extract/date_finder.h"
#include "extract/figure_finder.h"

namespace tallywire::extract {

// Removes the losers from both lists: typed and longest wins ("2019" in a date is no figure; "15,000 to 18,000" no
// date).
void Arbitrate(std::vector<FigureSpan>& figures, std::vector<DateSpan>& dates);

}  // namespace tallywire::extract
