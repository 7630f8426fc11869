// The period that a change is measured from.
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// Fills the draft's basis from the words of the sentence, by the period that is known already.
void FindBasis(const PeriodScope& scope);

}  // namespace tallywire::extract
