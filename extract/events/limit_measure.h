// Limits that stand in another sentence or behind the figure: "Minmetals won 5,000 tons", in a text about quotas.
#pragma once

#include "extract/events/measure_fit.h"

namespace tallywire::extract {

// "imports within a quota of 50,000 t": the cell of the limit right in front of "of" and the figure, where the rule
// caught another measure; 0 where there is none.
size_t LimitBeside(const MeasureFit& fit);

// Whether the text has spoken of limits so far, or the sentence does.
bool AreLimitsSpokenOf(const SentenceContext& context);

// Of a figure that is handed to somebody or is to be kept, as its rule says.
bool TakeLimit(const MeasureFit& fit, EventDraft& draft);

// "The ministry has set a quota for garlic. It is 5 tons": the limit stands in the sentence before.
bool TakeSpokenLimit(const MeasureFit& fit, EventDraft& draft);

}  // namespace tallywire::extract
