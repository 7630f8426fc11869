// The thing named nearest to a figure, in front of it or as the object behind it.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Its cell; kAbsent where none is named.
int NearestItem(const SentenceContext& context, const EventDraft& draft);

// "the price of ethanol from cane juice", "diversion of sugar towards ethanol": whether the thing at that cell is what
// the one in front of it comes from or becomes.
bool IsMadeInto(std::span<const EventCell> cells, size_t cell);

// "Arms manufacturer Norinco received 5 t": what the firm is, not what it received.
bool DescribesFirm(const SentenceContext& context, size_t cell);

}  // namespace tallywire::extract
