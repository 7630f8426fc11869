#include "extract/events/mark_cell.h"

#include <algorithm>
#include <string_view>

namespace tallywire::extract {
namespace {

constexpr uint32_t kLongestAside = 14;  // tokens of a parenthesis that may be left out

// The character of a text of one byte, NUL for others.
char MarkOf(std::string_view text) { return text.size() == 1 ? text.front() : '\0'; }

bool IsQuote(std::string_view text) {
  const char mark = MarkOf(text);
  if (mark != '\0') return mark == '"' || mark == '\'' || mark == '`';
  return text == "\u201c" || text == "\u201d" || text == "\u2018" || text == "\u2019" || text == "\u00ab" ||
         text == "\u00bb";
}

// The class of a mark that is no dash.
char ClassOf(char mark) {
  switch (mark) {
    case ',':
      return kCommaCell;
    case '(':
    case ')':
      return kParenthesisCell;
    case ';':
    case ':':
    case '|':
      return kBarrierCell;
    default:
      return kWordCell;
  }
}

// What closes the bracket that the mark opens; NUL for others.
char PartnerOf(char mark) { return mark == '(' ? ')' : mark == '[' ? ']' : mark == '<' ? '>' : '\0'; }

// The token behind the bracket's partner, where that is within reach and without a figure between: what stands inside
// is left out. `at` where there is none.
uint32_t EndOfAside(const CellReader& reader, uint32_t at, char close) {
  const auto figures = reader.figures();
  const uint32_t limit = std::min(reader.last(), at + kLongestAside);
  for (uint32_t i = at + 1; i < limit; ++i) {
    const bool figure = !figures.empty() && figures.front().first <= i &&
                        reader.vocabulary().KindOf(figures.front().figure.unit) != UnitKind::kDuration;
    if (figure) return at;
    if (MarkOf(reader.reading().TextOf(i)) == close) return i + 1;
  }
  return at;
}

// A hyphen within a word ("2-for-1") is no dash. Two in a row are one.
bool IsDash(const CellReader& reader, uint32_t at, std::string_view text) {
  if (text == "\u2014" || text == "\u2013") return true;
  const Reading& reading = reader.reading();
  if (text != "-" || !reading.tokens[at].space_before || at + 1 >= reader.last()) return false;
  return reading.tokens[at + 1].space_before || reading.TextOf(at + 1) == "-";
}

}  // namespace

uint32_t TakeMark(CellReader& reader, uint32_t at) {
  const std::string_view text = reader.reading().TextOf(at);
  if (IsQuote(text)) return at + 1;
  const char mark = MarkOf(text);
  if (const char close = PartnerOf(mark); close != '\0') {
    if (const uint32_t end = EndOfAside(reader, at, close); end > at) return end;
  }
  const uint32_t next = reader.TakeWord(at, IsDash(reader, at, text) ? kBarrierCell : ClassOf(mark));
  if (mark == '|') reader.sentence().statement = reader.cells().back().bar = true;
  return next;
}

}  // namespace tallywire::extract
