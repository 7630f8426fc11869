// A measure that was told before and goes on.
#pragma once

#include "extract/events/measure_fit.h"

namespace tallywire::extract {

// "exports of tin rose 5%, steel 8%": a per cent beside another thing goes on with what moved.
bool GoesOnBesideThing(const MeasureFit& fit);

// "Sugar exports have slowed. They fell 5%", "Imports rose. The total came to 5 t": of what the sentence in front,
// which has no figures, opens with.
bool TakeOfBareSentence(const MeasureFit& fit, EventDraft& draft);

// "sold $772 million worth of rice in 2021, 13% more": how the figure in front has moved, not what it is of.
bool IsAfterthought(const MeasureFit& fit);

// The figure continues the one before it in the sentence: "rose 5% to 3 million tonnes".
bool TakeOfSentence(const MeasureFit& fit, EventDraft& draft);

// "It rose to 50,000 tonnes." The sentence names no measure: the last one did, and its figure had the same kind of
// unit.
bool TakeOfLastSentence(const MeasureFit& fit, EventDraft& draft);

// What was told in the same unit last, for want of better words.
bool TakeTold(const MeasureFit& fit, EventDraft& draft);

}  // namespace tallywire::extract
