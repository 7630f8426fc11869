// Things that stand in no vocabulary, by their place in the sentence.
#pragma once

#include "extract/events/event_cells.h"

namespace tallywire::extract {

// Makes cells of things of "60,000 tonnes of gum arabic", "exports of gum arabic" and "a quota for gum arabic", and of
// every later mention of what was named so. To be called once parentheses are folded.
void MarkUnknownThings(const CellSources& sources, EventSentence& sentence);

}  // namespace tallywire::extract
