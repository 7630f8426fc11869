// The period that a text is speaking of, and the earlier one it is compared with.
#pragma once

#include <span>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Notes the periods of a sentence's events, the last one as what the text is about. Looks back and ahead, and the days
// for which limits hold, are not what it is about.
void NotePeriods(const SentenceContext& context, std::span<const EventDraft> drafts, DocumentFocus& focus);

}  // namespace tallywire::extract
