// The owner that the noun phrase of the measure names: "Saudi exports", "its quota", "the company's sales".
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Makes whom the phrase names, or its pronoun or description stands for, the subject. False where it has none such.
bool TakePhraseOwner(const SentenceContext& context, EventDraft& draft);

}  // namespace tallywire::extract
