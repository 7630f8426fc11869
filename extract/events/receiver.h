// Who a limit is handed to, told behind its figure: "a quota of 5 tons for Peru and 6 tons for Chile".
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Makes the receiver the subject; the other side, where the limit is one that another country keeps at its border. Call
// once the subject is known as far as the rest of the sentence tells it.
void TakeReceiver(const SentenceContext& context, EventDraft& draft);

}  // namespace tallywire::extract
