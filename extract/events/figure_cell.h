// The cell of a figure or a length of time.
#pragma once

#include "extract/events/cell_reader.h"

namespace tallywire::extract {

// Takes the figure that begins at the reader's token, with what it counts where the vocabulary knows it ("25,876
// cars"); returns the token behind it. "the three species" becomes a word: those that were spoken of, no amount.
uint32_t TakeFigure(CellReader& reader);

}  // namespace tallywire::extract
