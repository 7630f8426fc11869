// The nearest measure of its sentence that a figure can be of.
#pragma once

#include "extract/events/measure_fit.h"

namespace tallywire::extract {

// The cell behind the figure in front of this one: what stands there or before belongs to that figure first.
size_t FloorOf(const MeasureFit& fit);

// From the cell in front of `from` back to `stop`: the nearest measure, verb or priced item that takes the unit.
bool TakeInFront(const MeasureFit& fit, size_t from, size_t stop, EventDraft& draft);

// "5 t of exports": in the clause behind the figure.
bool TakeBehind(const MeasureFit& fit, EventDraft& draft);

}  // namespace tallywire::extract
