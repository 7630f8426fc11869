// Whom the text speaks of, where nobody in front of the figure can own it.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Makes the subject, in this order, the place that the sentence is set in, an agency's country, whom the text spoke of
// last, who opens the sentence. `front` is the cell that owners stand in front of.
void TakeSpokenOwner(const SentenceContext& context, size_t front, EventDraft& draft);

// "trimmed its forecast for wheat exports to 5 t": what a country trades, whoever looks ahead, in a text that is at
// home in one.
bool IsForecastOfTrade(const SentenceContext& context, const EventDraft& draft);

}  // namespace tallywire::extract
