// Where a price is paid: "Vietnam's broken rice was offered at $350 a ton", "in the U.S., beef cost $14 a kilo".
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// The cell of the country or region, or of a town that has one, that the sentence says a price is of, by the thing
// priced, who pays it or where the sentence is set; kAbsent where it names none. The price itself has no owner in its
// own noun phrase.
int PlaceOfPrice(const SentenceContext& context, const EventDraft& draft);

}  // namespace tallywire::extract
