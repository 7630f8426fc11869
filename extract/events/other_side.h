// The other side of a flow: where exports go, where imports come from, whose goods a tariff is put on.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Fills the draft's counterparty where the sentence names it beside the measure or behind the figure.
void TakeOtherSide(const SentenceContext& context, EventDraft& draft);

}  // namespace tallywire::extract
