// From the roles of a sentence's figures to its events.
#pragma once

#include <vector>

#include "extract/events/event_draft.h"
#include "extract/events/event_roles.h"

namespace tallywire::extract {

// The events of the sentence in the order of their figures. `context.before` is set while they are made.
std::vector<EventDraft> BuildDrafts(SentenceContext& context, const std::vector<FigureRole>& roles);

// The finished event: sentence, offsets, value and unit as events.md asks for them. Events of a sentence share it.
Event FinishEvent(const SentenceContext& context, const EventDraft& draft, Place place, SharedTexts& sentences);

}  // namespace tallywire::extract
