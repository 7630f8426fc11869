// An article's text with its figures, dates and events marked in place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/event.h"

namespace tallywire::cli {

// Figures stand in [ ], dates in { }; a figure that events speak of is followed by their numbers: [132,000 tons]#2,3.
// With `color` the marks are colours instead of brackets: figures yellow, dates cyan, events' figures green and bold.
// Events are numbered from 1 in the order of `extraction`; those of the title are left out.
std::string MarkText(std::string_view text, const Extraction& extraction, bool color);

// The same for a title, in which only events' figures are marked.
std::string MarkTitle(std::string_view title, const Extraction& extraction, bool color);

// Breaks lines between words so that none is wider than `width` columns, where words allow it.
std::string WrapText(std::string_view text, size_t width);

}  // namespace tallywire::cli
