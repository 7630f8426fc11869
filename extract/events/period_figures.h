// The period of a figure whose own clause names none: that of other figures, told before.
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// From a figure of the same measure, of this sentence or an earlier one. Leaves the period empty where there is none.
void TakeFromFigures(const PeriodScope& scope);

}  // namespace tallywire::extract
