// Whom a text is speaking of: who owns the figures of a sentence, or is its first noun that can own figures.
#pragma once

#include <span>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Notes whom the sentence speaks of: `drafts` are its events, none where it has none. Leaves everything as it was where
// the sentence names nobody, only prices, several owners of no one country, or who has a part of what the text speaks
// of. Call it in front of NoteHome.
void NoteSubject(const SentenceContext& context, std::span<const EventDraft> drafts, FocusNouns& focus);

}  // namespace tallywire::extract
