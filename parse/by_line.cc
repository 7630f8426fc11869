#include "parse/by_line.h"

#include <algorithm>
#include <string_view>

#include "parse/author_names.h"
#include "parse/month_names.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

constexpr size_t kLongestLine = 160;  // bytes; a longer line is prose that happens to begin with "By"
constexpr size_t kMostPrefixWords = 4;

struct Line {
  std::string_view text;
  size_t start = 0;
};

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  for (size_t from = 0; from < text.size();) {
    const size_t end = std::min(text.find('\n', from), text.size());
    const size_t first = text.find_first_not_of(' ', from);
    if (first < end) lines.push_back({text.substr(first, end - first), first});
    from = end + 1;
  }
  return lines;
}

// Bytes of the line that are an announcing prefix, with the colon and blanks behind it; 0 where there is none. `words`
// gets the number of its words.
size_t PrefixOf(std::string_view line, size_t& words) {
  const WordSet& prefixes = WordLists::Get().by_line_prefixes;
  size_t best = 0;
  size_t end = 0;
  for (size_t n = 1; n <= kMostPrefixWords && end < line.size(); ++n) {
    end = std::min(line.find_first_of(" :", end), line.size());
    const std::string folded = FoldWord(line.substr(0, end));
    const size_t behind = std::min(line.find_first_not_of(" :", end), line.size());
    if (prefixes.contains(folded)) {
      best = behind;
      words = n;
    }
    end = behind;
  }
  return best;
}

std::vector<std::string> NamesIn(std::string_view text) {
  std::vector<std::string> names = SplitAuthors(text);
  std::erase_if(names, [](const std::string& name) { return !LooksLikeName(name); });
  return names;
}

// Names announced in line i, or in the one below where line i has the prefix alone.
std::vector<std::string> NamesAt(const std::vector<Line>& lines, size_t i, size_t least_words) {
  const std::string_view line = lines[i].text;
  if (line.size() > kLongestLine) return {};
  size_t words = 0;
  const size_t prefix = PrefixOf(line, words);
  if (prefix == 0 || words < least_words) return {};
  if (prefix < line.size()) return NamesIn(line.substr(prefix));
  if (i + 1 < lines.size() && lines[i + 1].text.size() <= kLongestLine) return NamesIn(lines[i + 1].text);
  return {};
}

// What stands before the name ends with the announcement of somebody else: "A mill at dusk. Photo by".
bool IsOfHelper(std::string_view before) {
  const std::string folded = FoldWord(before);
  const std::vector<std::string>& helpers = WordLists::Get().author_helpers;
  return std::any_of(helpers.begin(), helpers.end(),
                     [&](const std::string& helper) { return folded.ends_with(helper); });
}

// "3 May 2019 by Jane Doe": within a short line.
std::vector<std::string> NamesInside(std::string_view line) {
  constexpr size_t kShortLine = 100;
  if (line.size() > kShortLine) return {};
  for (const std::string_view by : {" by ", " By ", "| by ", " von "}) {
    const size_t at = line.find(by);
    if (at == std::string_view::npos || IsOfHelper(line.substr(0, at + by.size() - 1))) continue;
    std::vector<std::string> names = NamesIn(line.substr(at + by.size()));
    if (!names.empty() && names.front().find(' ') != std::string::npos) return names;
  }
  return {};
}

}  // namespace

std::vector<std::string> FindByLine(const PageIndex& index) {
  constexpr NodeId kNodesBefore = 120;
  constexpr NodeId kNodesBehind = 400;
  constexpr size_t kBytesBehind = 1500;
  constexpr size_t kMostText = size_t{200} << 10U;
  const Document& document = *index.document;
  const auto size = static_cast<NodeId>(document.size());
  if (index.headline != kNoNode) {
    const NodeId end = document[index.headline].end;
    const std::string text = VisibleText(document, end, std::min(size, end + kNodesBehind), kBytesBehind, nullptr);
    const NodeId before = index.headline > kNodesBefore ? index.headline - kNodesBefore : 0;
    const std::string above = VisibleText(document, before, index.headline, kBytesBehind, nullptr);
    for (const std::string_view part : {std::string_view(text), std::string_view(above)}) {
      const std::vector<Line> lines = SplitLines(part);
      for (size_t i = 0; i < lines.size(); ++i) {
        if (auto names = NamesAt(lines, i, 1); !names.empty()) return names;
      }
      for (size_t i = 0; i < std::min<size_t>(lines.size(), 8); ++i) {
        if (auto names = NamesInside(lines[i].text); !names.empty()) return names;
      }
    }
  }
  std::vector<TextPiece> pieces;
  const std::string text = VisibleText(document, 0, size, kMostText, &pieces);
  const std::vector<Line> lines = SplitLines(text);
  for (size_t i = 0; i < lines.size(); ++i) {
    auto names = NamesAt(lines, i, 2);
    if (names.empty()) continue;
    const auto piece = std::upper_bound(pieces.begin(), pieces.end(), lines[i].start,
                                        [](size_t at, const TextPiece& p) { return at < p.start; });
    if (piece != pieces.begin() && IsForeign(document, std::prev(piece)->node, index.headline)) continue;
    return names;
  }
  return {};
}

}  // namespace tallywire::parse
