// What the cells of a sentence are to one another, when all of them are read.
#pragma once

#include "extract/events/event_cells.h"

namespace tallywire::extract {

// Folds restatements into the figures they restate, tells nouns from verbs and prepositions that give a role from
// others, and finds the end of the dateline.
void FinishRow(const CellSources& sources, EventSentence& sentence);

// The row as patterns read it.
void WriteTagged(EventSentence& sentence);

}  // namespace tallywire::extract
