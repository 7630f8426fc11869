// Crop years and the like that are spoken of as "this season" and "last season".
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// "10 lakh tonnes last season": the season that was spoken of, or the one before it. False where none is meant.
bool TakeSeason(const PeriodScope& scope);
// "more than last season", as what the figure is compared with.
bool TakeSeasonBasis(const PeriodScope& scope);

}  // namespace tallywire::extract
