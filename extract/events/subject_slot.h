// How the subject of a draft is written down, by whom it was found.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

inline constexpr double kDoubtOfFocus = 0.97;  // the subject stands in another sentence, or behind a pronoun

// The entity, which no words in this sentence name.
void TakeEntity(const SentenceContext& context, int entity, EventDraft& draft);

// The entity, which another sentence or the text as a whole tells, and so with less certainty.
void TakeFromFocus(const SentenceContext& context, int entity, EventDraft& draft);

// The entity that the pronoun or description at that cell stands for.
void TakeReferent(const SentenceContext& context, int entity, size_t cell, EventDraft& draft);

// Who is named at that cell; nobody, where nobody is.
void TakeName(const SentenceContext& context, int cell, EventDraft& draft);

}  // namespace tallywire::extract
