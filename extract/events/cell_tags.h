// The tags of a cell, which lie with those of the others in its sentence.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "extract/events/event_cells.h"

namespace tallywire::extract {

inline std::span<Tag> TagsOf(EventSentence& sentence, const EventCell& cell) {
  return std::span(sentence.tags).subspan(cell.first_tag, cell.tag_count);
}

// Leaves the cell without the tags that `unwanted` holds for.
template <class Unwanted>
void DropTags(EventSentence& sentence, EventCell& cell, const Unwanted& unwanted) {
  const auto tags = TagsOf(sentence, cell);
  cell.tag_count = static_cast<uint32_t>(std::remove_if(tags.begin(), tags.end(), unwanted) - tags.begin());
}

}  // namespace tallywire::extract
