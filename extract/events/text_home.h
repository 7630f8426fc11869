// The country that a text is at home in, whose figures are those without an owner.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Where no owner was spoken of: the country of the dateline or of an agency, else the only place that is named, else
// the one whose money the text reckons in. kAbsent where nothing tells.
int HomeOfText(const SentenceContext& context);

}  // namespace tallywire::extract
