// Whose a share is: of a part the subject is its owner and the counterparty the whole, of a holding the holder and the
// firm held.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// "Orrin, 30% owned by Hartwell": the rule names the holder, what stands in front is held.
void TakeHolder(const SentenceContext& context, EventDraft& draft);

// "Norway takes 45% of the quota", "Russia's share of EU imports fell to 19%".
void TakePartOwner(const SentenceContext& context, EventDraft& draft);

}  // namespace tallywire::extract
