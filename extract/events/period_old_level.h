// When an old level was, which a newer one is compared with: "from 4 t", "against 3 t a year earlier".
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// Sets the draft's period. `own` is the cell of its date, by which the period has been read already; kNoCell where it
// has none, and the levels in front of it or the text have to tell. Leaves the period empty where nothing does.
void FinishOldLevel(const PeriodScope& scope, size_t own);

}  // namespace tallywire::extract
