// Whether the thing in front of a figure is what the figure prices: "copper rose 3%", "wheat at $247 a ton".
#pragma once

#include "extract/events/measure_fit.h"

namespace tallywire::extract {

bool IsPriced(const MeasureFit& fit, size_t at);

// "20 francs within the quota and 1,600 francs beyond it": where a duty holds, of the measure at that cell.
bool IsBound(const MeasureFit& fit, size_t at);

// "the one for cod drops 14%"
bool IsOfProForm(const MeasureFit& fit, size_t at);

}  // namespace tallywire::extract
