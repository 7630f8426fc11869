// How a text is laid out: which of its lines are items of lists and rows of tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace tallywire::extract {

enum class LineKind : uint8_t { kText, kItem, kRow };

// A line without its line break, and without an item's marker. Byte offsets into the text, [start, end).
struct Line {
  LineKind kind = LineKind::kText;
  size_t start = 0;
  size_t end = 0;
  size_t marker = 0;  // bytes of the marker and the space in front of `start`
  size_t size() const { return end - start; }
};

// The lines of a text that has lists or tables, blank ones left out; empty where it has none, as most have. A line is
// an item where its block is one, where it begins with a marker ("- ", "* ", "• ", "1. ", "(a) ") or where it and a
// line beside it have a label and a figure ("Peru: 5 t"), a row where bars with space around them separate cells.
std::vector<Line> ReadLayout(std::string_view text, std::span<const Block> blocks);

// Without blanks on both sides.
Line Trimmed(std::string_view text, Line line);

// The cells of a row.
std::vector<Line> CellsOf(std::string_view text, const Line& row);

}  // namespace tallywire::extract
