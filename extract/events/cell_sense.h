// What a phrase of the vocabulary makes of the cell it becomes.
#pragma once

#include "extract/events/cell_reader.h"

namespace tallywire::extract {

// Whether the sense holds where the phrase stands, which begins at token `at`: spelled as it asks, and with a capital
// where it is a name.
bool Holds(const CellReader& reader, const Sense& sense, const Lexicon::Match& match, uint32_t at);

// Each takes what the phrase means into `cell`, which is the last one and begins with it: those of its senses that
// hold; or all at once, for a phrase that means the same wherever it stands.
void TakeSenses(const CellReader& reader, const Lexicon::Match& match, EventCell& cell);
void TakeSenses(const CellReader& reader, const PhraseSenses& phrase, EventCell& cell);

// The class of a word with those senses: a verb only where it is no noun.
char KindOfWord(const EventCell& cell);

}  // namespace tallywire::extract
