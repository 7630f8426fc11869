// What became of a text's events when it was derived again.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "store/derived_rows.h"

namespace tallywire::store {

// Events with the same sentence, place, kind, measure and figure but other slots count as altered.
struct EventChanges {
  size_t added = 0;
  size_t removed = 0;
  size_t altered = 0;
  friend bool operator==(const EventChanges&, const EventChanges&) = default;
};

// Offsets, rule ids and confidence do not count: they change without the statement changing.
EventChanges Compare(const std::vector<WordedEvent>& before, const std::vector<WordedEvent>& after);

}  // namespace tallywire::store
