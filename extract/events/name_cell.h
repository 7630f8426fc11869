// The cell of a name that stands in no vocabulary.
#pragma once

#include "extract/events/cell_reader.h"

namespace tallywire::extract {

// Takes the name, or a word where its capital may be the sentence's own and nothing behind it shows that it is a name;
// returns the token behind it.
uint32_t TakeName(CellReader& reader, const NameSpan& name);

}  // namespace tallywire::extract
