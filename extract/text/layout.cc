#include "extract/text/layout.h"

#include <algorithm>
#include <array>

namespace tallywire::extract {
namespace {

constexpr std::string_view kBar = " | ";
// Hyphen, star, bullets, dashes, middle dot, circles, squares and the triangle that lists are marked with.
constexpr std::array<std::string_view, 14> kMarkers = {"- ",      "* ",      "\u2022 ", "\u2043 ", "\u2013 ",
                                                       "\u2014 ", "\u00b7 ", "\u25cb ", "\u25cf ", "\u25e6 ",
                                                       "\u25aa ", "\u25a1 ", "\u25a0 ", "\u2023 "};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSmall(char c) { return c >= 'a' && c <= 'z'; }

// "3. ", "12) ", "(iv) ", "b) ": up to four digits or small letters in brackets, or up to two digits and a full stop.
size_t NumberAt(std::string_view line) {
  constexpr size_t kLongest = 4;
  const bool bracket = line.starts_with('(');
  const size_t first = bracket ? 1 : 0;
  const auto alike = [&](auto is) {
    size_t at = first;
    while (at < line.size() && at - first < kLongest && is(line[at])) ++at;
    return at;
  };
  const size_t digits = alike(IsDigit);
  const size_t end = digits > first ? digits : alike(IsSmall);
  if (end == first || end + 1 >= line.size() || line[end + 1] != ' ') return 0;
  constexpr size_t kMostDigits = 2;
  const bool stop = line[end] == '.' && !bracket && digits > first && digits <= kMostDigits;
  return stop || line[end] == ')' ? end + 2 : 0;
}

size_t MarkerAt(std::string_view line) {
  for (const std::string_view marker : kMarkers) {
    if (line.starts_with(marker)) return marker.size();
  }
  return NumberAt(line);
}

// "Plug-in hybrids: US$75m (US$169m)": a label and a figure right behind it, and no sentence.
bool IsLabelled(std::string_view line) {
  constexpr size_t kLongestLabel = 60;
  constexpr size_t kLongestCode = 4;  // of "US$75m"
  constexpr size_t kLongest = 100;
  const size_t colon = line.find(": ");
  if (colon == std::string_view::npos || colon == 0 || colon > kLongestLabel || line.size() > kLongest) return false;
  const std::string_view value = line.substr(colon + 2);
  const size_t digit = value.find_first_of("0123456789");
  if (digit > kLongestCode || line.ends_with('.') || line.ends_with('?')) return false;
  return value.substr(0, digit).find(' ') == std::string_view::npos;
}

// Of lines without markers two or more in a row make a list: those that have a label and a figure.
void TakeLabelled(std::string_view text, std::vector<Line>& lines) {
  const auto labelled = [&](const Line& line) {
    return line.kind == LineKind::kText && IsLabelled(text.substr(line.start, line.size()));
  };
  const auto adjoin = [&](const Line& a, const Line& b) {
    const std::string_view between = text.substr(a.end, b.start - a.end);
    return std::count(between.begin(), between.end(), '\n') == 1;
  };
  for (size_t i = 0; i < lines.size();) {
    size_t end = i;
    while (end < lines.size() && labelled(lines[end]) && (end == i || adjoin(lines[end - 1], lines[end]))) ++end;
    if (end - i > 1) {
      for (size_t k = i; k < end; ++k) lines[k].kind = LineKind::kItem;
    }
    i = std::max(end, i + 1);
  }
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
    lines.push_back(line);
  }
  TakeLabelled(text, lines);
  const bool plain = std::all_of(lines.begin(), lines.end(), [](const Line& l) { return l.kind == LineKind::kText; });
  if (plain) lines.clear();
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
