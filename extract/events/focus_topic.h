// Of what things, and of whom, a text is speaking throughout.
#pragma once

#include <span>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Notes the thing that the sentence speaks of: the first one of its events, which are `drafts`, else the first one that
// it names.
void NoteItem(const SentenceContext& context, std::span<const EventDraft> drafts, FocusNouns& focus);

// Counts the things and owners that the sentence names, behind its dateline. Call once for each sentence.
void NoteTopic(const SentenceContext& context, DocumentFocus& focus);

}  // namespace tallywire::extract
