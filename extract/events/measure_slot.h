// How the measure of a draft is written down, by what it was found.
#pragma once

#include "extract/events/measure_fit.h"

namespace tallywire::extract {

inline constexpr double kDoubtOfCarried = 0.6;  // the measure stands in an earlier sentence

// Each takes what stands at that cell where the figure can be of it: a measure's noun, a verb ("produced 5 t"), a thing
// that has a price.
bool TakeMeasure(const MeasureFit& fit, size_t cell, EventDraft& draft);
bool TakeVerb(const MeasureFit& fit, size_t cell, EventDraft& draft);
bool TakeItem(const MeasureFit& fit, size_t cell, EventDraft& draft);

// The measure of an event before with the words it was found by, its thing and owner: of one in this sentence, of one
// in an earlier sentence.
void Inherit(const EventDraft& from, EventDraft& draft);
void Carry(const EventDraft& from, EventDraft& draft);

}  // namespace tallywire::extract
