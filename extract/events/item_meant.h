// Which thing is meant where the words leave a choice: "the grain", "the oil", "nitrogen" of "nitrogen fertilizers".
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// The entry that the one named at `cell` stands for; `cell` is kAbsent where it was only spoken of.
int ItemMeant(const SentenceContext& context, const EventDraft& draft, int entry, int cell);

// Whether so much of it can be told in the figure's unit: "60 liters" of no cars.
bool IsMeasuredSo(const SentenceContext& context, const EventDraft& draft, int entry);

// "The fuel will feed a plant" in a text on LNG: what the text is about, where the entry may stand for it; else the
// entry, which may be kAbsent.
int TopicMeant(const SentenceContext& context, int entry);

// "The limit for brown rice is 5 t.\n\nAcme may ship 2 t": a paragraph goes back from a kind to the thing itself, where
// the text began with it. Else the entry itself, which may be kAbsent.
int WholeOfItem(const SentenceContext& context, int entry);

}  // namespace tallywire::extract
