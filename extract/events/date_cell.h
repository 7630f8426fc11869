// The cell of a date, with the preposition in front of it.
#pragma once

#include "extract/events/cell_reader.h"

namespace tallywire::extract {

// "12 months" of "for 12 months from March 1" and of "in the 12 months to May": whether the figure that begins at token
// `at` is more than a length.
bool IsDatedLength(const CellReader& reader, uint32_t at);

// Takes the date that begins at the reader's token, and the cells of prepositions and articles in front of it; returns
// the token behind it. Behind a figure the words "more than" of "60% more than a year earlier" become a cell of their
// own.
uint32_t TakeDate(CellReader& reader);

}  // namespace tallywire::extract
