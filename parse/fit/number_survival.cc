#include "parse/fit/number_survival.h"

#include <algorithm>
#include <map>
#include <string>

namespace tallywire::parse::fit {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Whether [start, end) is the number of a list's item.
bool IsOrdinal(std::string_view text, size_t start, size_t end) {
  const bool begins_line = start == 0 || text[start - 1] == '\n';
  const bool mark = end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && text[end + 1] == ' ';
  return begins_line && mark;
}

std::map<std::string, int, std::less<>> Numbers(std::string_view text, bool ordinals) {
  std::map<std::string, int, std::less<>> numbers;
  for (size_t i = 0; i < text.size();) {
    if (!IsDigit(text[i])) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    while (end < text.size()) {
      const bool separator = std::string_view(".,:/'").find(text[end]) != std::string_view::npos;
      if (IsDigit(text[end])) {
        ++end;
      } else if (separator && end + 1 < text.size() && IsDigit(text[end + 1])) {
        end += 2;
      } else {
        break;
      }
    }
    if (ordinals || !IsOrdinal(text, i, end)) ++numbers[std::string(text.substr(i, end - i))];
    i = end;
  }
  return numbers;
}

}  // namespace

NumberTally CompareNumbers(std::string_view text, std::string_view gold, bool ordinals) {
  const auto found = Numbers(text, ordinals);
  NumberTally tally;
  for (const auto& [number, count] : found) tally.found += count;
  for (const auto& [number, count] : Numbers(gold, ordinals)) {
    tally.gold += count;
    const auto same = found.find(number);
    if (same != found.end()) tally.both += std::min(count, same->second);
  }
  return tally;
}

}  // namespace tallywire::parse::fit
