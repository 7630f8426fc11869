// A measure that no word names: the unit tells it, or who moves.
#pragma once

#include "extract/events/measure_fit.h"

namespace tallywire::extract {

// "shed 600 jobs": the counted thing is the measure.
bool TakeUnit(const MeasureFit& fit, EventDraft& draft);

// "a voluntary cut of 1 million barrels per day": such a unit has one measure unless another is named.
bool TakeByUnit(const MeasureFit& fit, EventDraft& draft);

// "Ingot slipped to 178,000 yuan a ton": money for an amount is a price.
bool TakePriceByUnit(const MeasureFit& fit, EventDraft& draft);

// "rose 1.4% to $2,951 an ounce": of the price that the same words tell.
bool TakePriceMovedTo(const MeasureFit& fit, EventDraft& draft);

// "Acme Inc., a maker of wafers, sank 11% to $2.14": a firm that moves, and nothing of it is named, is its shares.
bool TakeShares(const MeasureFit& fit, EventDraft& draft);

}  // namespace tallywire::extract
