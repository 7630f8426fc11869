// The whole that a share is a part of, where no words beside it name the owner.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// "Pakistan supplied 64% of the imports", "71% of them went to Chile": fills the counterparty of a share of what is
// dealt with, once its subject is known.
void TakeWhole(const SentenceContext& context, EventDraft& draft);

}  // namespace tallywire::extract
