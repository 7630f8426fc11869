// Units that stand with another figure: "rose to 11,122 from 10,533 units", "against a target of 4 million".
#pragma once

#include <vector>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Gives each draft of the sentence its unit: its own, else that of the nearest figure it can stand beside, here or in
// an earlier sentence. Those that have none are dropped, unless their measure is told in bare numbers.
void BorrowUnits(const SentenceContext& context, std::vector<EventDraft>& drafts);

}  // namespace tallywire::extract
