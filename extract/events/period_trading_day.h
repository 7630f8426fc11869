// The day that a price without one is of.
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// The day of the news, of the prices in front, or the week of the news, where a market is spoken of. Leaves the period
// empty where the price is told of another time, or of none.
void TakeTradingDay(const PeriodScope& scope);

}  // namespace tallywire::extract
