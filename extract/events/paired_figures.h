// Figures that pair in order with what was named before: "The quotas were up 10% and 10.4% respectively".
#pragma once

#include <vector>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Gives each figure of such a list its own thing, activity, measure or owner.
void PairRespectively(const SentenceContext& context, std::vector<EventDraft>& drafts);

}  // namespace tallywire::extract
