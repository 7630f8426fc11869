// Sums that are told as they stood on a day: since when they were counted.
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// "Mills had made 5 t by January 15": from the first day of the season or year that the text tells of, else of the
// calendar year, to that day. `own` is the cell of the date; call once the period is taken from it.
void BeginCounting(const PeriodScope& scope, size_t own);

}  // namespace tallywire::extract
