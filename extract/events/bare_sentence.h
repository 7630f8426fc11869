// What a sentence without figures says is measured: "Sugar exports have slowed. They fell 5%".
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// The measure that the sentence in front names, a limit first, where it has no figure and no events were made since;
// kAbsent where there is none.
int MeasureOfBareSentence(const SentenceContext& context);

}  // namespace tallywire::extract
