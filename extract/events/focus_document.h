// What a sentence leaves behind for the ones that follow: what the text is speaking of.
#pragma once

#include <span>
#include <vector>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Notes whom and what the sentence speaks of; `drafts` are its events, none where it has none.
void NoteNouns(const SentenceContext& context, std::span<const EventDraft> drafts, FocusNouns& focus);

// Notes what a sentence with a figure mentions, whether or not the figure made an event: seasons, things and owners,
// limits. Call it in front of UpdateFocus.
void NoteMentions(const SentenceContext& context, std::span<const EventDraft> drafts, DocumentFocus& focus);

// Notes what else a sentence with events speaks of; `drafts` are those events, one at least. All sentences in front of
// it must have been read.
void UpdateFocus(const SentenceContext& context, std::vector<EventDraft> drafts, DocumentFocus& focus);

}  // namespace tallywire::extract
