// For how long limits hold, where the text tells it by days: "in force until June 30".
#pragma once

#include <string>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// The span that the sentence of that number, which speaks of limits, and the one behind it, where that goes on with
// "they", tell: "from June 1 to November 30", "took effect on February 15. It will remain in force until June 30"; else
// the span in which goods must arrive by what one of the next sentences says. Empty where they tell none, and where it
// is over.
std::string TermOfLimits(const SentenceContext& context, size_t sentence);

}  // namespace tallywire::extract
