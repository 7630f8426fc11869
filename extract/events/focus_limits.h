// What quotas and the like a text is speaking of.
#pragma once

#include <span>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Notes that the sentence speaks of limits, what they are for ("export"), and the year or season they are named for. A
// sentence may be noted twice.
void NoteLimits(const SentenceContext& context, DocumentFocus& focus);

// The thing that the last limit with a figure was for; `drafts` are the sentence's events.
void NoteItemOfLimits(const SentenceContext& context, std::span<const EventDraft> drafts, SpokenLimits& limits);

}  // namespace tallywire::extract
