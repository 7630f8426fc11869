// Headlines say in short what the text says at length: which event of the body an event of the title repeats.
#pragma once

#include <span>

#include "model/event.h"

namespace tallywire::extract {

// Links each event of the title to the first one of the body that says the same: of its kind, direction, measure and
// unit, of its value or of one that rounds to it, and nothing against it in subject, item and period. What the title
// leaves out (subject, item, activity, counterparty, period, basis) it takes from there.
void LinkTitle(std::span<const Event> body, std::span<Event> title);

}  // namespace tallywire::extract
