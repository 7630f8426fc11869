// The nearest owner in front of a figure, by name, pronoun or description.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Makes the nearest one in front of the cell `front` the subject, else whom the text speaks of (spoken_owner.h).
void TakeNearestOwner(const SentenceContext& context, size_t front, EventDraft& draft);

}  // namespace tallywire::extract
