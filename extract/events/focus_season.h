// The season that a text is speaking of, and its months.
#pragma once

#include <span>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Notes the last season that the sentence names ("the 2023/24 season") and, once in a text, the months it is said to
// have and what grows in them; `drafts` are the sentence's events. A look back leaves the season as it is.
void NoteSeason(const SentenceContext& context, std::span<const EventDraft> drafts, DocumentFocus& focus);

}  // namespace tallywire::extract
