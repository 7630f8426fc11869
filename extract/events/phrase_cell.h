// The cell of a phrase that the vocabulary knows.
#pragma once

#include "extract/events/cell_reader.h"

namespace tallywire::extract {

// Takes the longest phrase that begins at token `at`, means something there and is no part of something longer; returns
// the token behind it, `at` where there is none. `name` is the name that begins there, null where none does: a longer
// one goes first.
uint32_t TakePhrase(CellReader& reader, uint32_t at, const NameSpan* name);

}  // namespace tallywire::extract
