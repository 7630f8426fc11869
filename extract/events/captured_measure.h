// The measure that a rule caught beside its figure, which the sentence may mean for something else.
#pragma once

#include "extract/events/measure_fit.h"

namespace tallywire::extract {

// Whether the measure at that cell is what the figure is of: none of the next clause, and none that only says where
// something holds.
bool IsMeant(const MeasureFit& fit, size_t measure);

bool TakeCaptured(const MeasureFit& fit, size_t cell, EventDraft& draft);

}  // namespace tallywire::extract
