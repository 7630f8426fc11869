// Where a firm has its seat: "Whitcomb Steel Corp., Gary, Ind., said", "the Dayton, Ohio, maker of paper".
#pragma once

#include "extract/events/event_cells.h"

namespace tallywire::extract {

// Leaves towns with their state out of the row where they describe a firm or a plant, so that neither is taken for
// whoever acts; an abbreviated state is nobody's name anywhere.
void DropSeats(const CellSources& sources, EventSentence& sentence);

}  // namespace tallywire::extract
