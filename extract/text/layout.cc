#include "extract/text/layout.h"

#include <algorithm>
#include <array>

namespace tallywire::extract {
namespace {

constexpr std::string_view kBar = " | ";
constexpr std::array<std::string_view, 5> kMarkers = {"- ", "* ", "\u2022 ", "\u2013 ", "\u00b7 "};

size_t MarkerAt(std::string_view line) {
  for (const std::string_view marker : kMarkers) {
    if (line.starts_with(marker)) return marker.size();
  }
  return 0;
}

// Looks for the bar itself: blanks stand everywhere.
bool HasBar(std::string_view line) {
  for (size_t at = line.find('|', 1); at != std::string_view::npos; at = line.find('|', at + 1)) {
    if (line.substr(at - 1).starts_with(kBar)) return true;
  }
  return false;
}

}  // namespace

Line Trimmed(std::string_view text, Line line) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (line.start < line.end && blank(text[line.start])) ++line.start;
  while (line.start < line.end && blank(text[line.end - 1])) --line.end;
  return line;
}

std::vector<Line> ReadLayout(std::string_view text, std::span<const Block> blocks) {
  std::vector<Line> lines;
  bool laid_out = false;
  const bool bars = text.find('|') != std::string_view::npos;
  auto block = blocks.begin();
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    Line line = Trimmed(text, {LineKind::kText, at, end});
    while (block != blocks.end() && block->end <= line.start) ++block;
    at = end + 1;
    if (line.size() == 0) continue;
    const std::string_view words = text.substr(line.start, line.size());
    const size_t marker = MarkerAt(words);
    const bool item = block != blocks.end() && block->start == line.start && block->kind == BlockKind::kListItem;
    if (bars && HasBar(words)) {
      line.kind = LineKind::kRow;
    } else if (marker > 0 || item) {
      line.kind = LineKind::kItem;
      const size_t from = line.start;
      line = Trimmed(text, {line.kind, line.start + marker, line.end});
      line.marker = line.start - from;
    }
    laid_out = laid_out || line.kind != LineKind::kText;
    lines.push_back(line);
  }
  if (!laid_out) lines.clear();
  return lines;
}

std::vector<Line> CellsOf(std::string_view text, const Line& row) {
  std::vector<Line> cells;
  const std::string_view words = text.substr(row.start, row.size());
  const bool opens = words.starts_with("| ");
  const bool closes = words.ends_with(" |");
  size_t at = row.start + (opens ? 2 : 0);
  const size_t end = row.end - (closes ? 2 : 0);
  // Bars on both sides are a frame; one in front stands behind an empty corner.
  if (opens && !closes) cells.push_back({LineKind::kRow, row.start, row.start});
  while (at <= end) {
    const size_t bar = std::min(text.substr(0, end).find(kBar, at), end);
    cells.push_back(Trimmed(text, {LineKind::kRow, at, bar}));
    at = bar + kBar.size();
  }
  return cells;
}

}  // namespace tallywire::extract
