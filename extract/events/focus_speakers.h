// Who "she", "the group" and "the company" are that speak in the next sentence.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Notes the persons and bodies that the sentence names, the last ones of each, and the house of somebody who is
// introduced by name and office.
void NoteSpeakers(const SentenceContext& context, FocusNouns& focus);

}  // namespace tallywire::extract
