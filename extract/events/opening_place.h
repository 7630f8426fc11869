// The place that a sentence is set in.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// "In the U.S., where herds are small, stocks fell", "Across the EU the fines rose": the cell of the place that the
// sentence is set in, behind which a comma or an article stands; kAbsent where none is.
int OpeningPlace(const SentenceContext& context);

// "India: stocks fell": the cell of the place that the sentence opens with and a colon follows; kAbsent where none
// does.
int PlaceLabel(const SentenceContext& context);

}  // namespace tallywire::extract
