// The other side of a flow: where exports go, where imports come from, whose goods a tariff is put on.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Fills the draft's counterparty where the sentence names it beside the measure or behind the figure.
void TakeOtherSide(const SentenceContext& context, EventDraft& draft);

// "It exported 9 t. China took 5 t and India 2 t": what was spoken of goes on, to each of them. False where the figure
// does not go on with it, so that its owner is still to be found; what is then no other side is taken back.
bool TakeDestination(const SentenceContext& context, EventDraft& draft);

// "Beijing cut its duty. Exports to China fell": nobody trades with himself. Call once the subject is known.
void LeaveOtherSide(const SentenceContext& context, EventDraft& draft);

}  // namespace tallywire::extract
