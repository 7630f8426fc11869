// Periods that one event of a sentence takes from the next one: "dropped $97 million to $233 million in May".
#pragma once

#include <vector>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Call once all events of the sentence stand. Leaves `context.before` at some of them.
void SharePeriods(SentenceContext& context, std::vector<EventDraft>& drafts);

}  // namespace tallywire::extract
