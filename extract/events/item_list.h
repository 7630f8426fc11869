// Things in a list: "gasoline, diesel and jet fuel".
#pragma once

#include <cstddef>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

struct ItemList {
  size_t first = 0;     // the cell of its first thing, which stands for all of one figure
  int whole = kAbsent;  // the entry of what all of them are kinds of, where there are three or more
};

// The list that the thing at that cell stands in; of one that stands alone the cell itself.
ItemList ItemListAt(const SentenceContext& context, size_t cell);

}  // namespace tallywire::extract
