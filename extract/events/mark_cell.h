// The cell of a mark: a comma, a parenthesis, a dash.
#pragma once

#include "extract/events/cell_reader.h"

namespace tallywire::extract {

// Takes the mark at token `at` and returns the token behind it. Quotation marks, and brackets with what they hold where
// that is no figure, are left out.
uint32_t TakeMark(CellReader& reader, uint32_t at);

}  // namespace tallywire::extract
