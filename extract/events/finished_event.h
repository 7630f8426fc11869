// From an event in the making to the one that the text is said to tell.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// The finished event: sentence, offsets, value and unit as events.md asks for them. Events of a sentence share it.
Event FinishEvent(const SentenceContext& context, const EventDraft& draft, Place place, SharedTexts& sentences);

}  // namespace tallywire::extract
