// The expressions of time of any sentence of the text, not only of the one being read.
#pragma once

#include <span>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Those that begin in the sentence, in order. They live as long as the text's sources.
std::span<const DateSpan> DatesIn(const SentenceContext& context, const Sentence& sentence);

}  // namespace tallywire::extract
