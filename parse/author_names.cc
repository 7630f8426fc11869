#include "parse/author_names.h"

#include <re2/re2.h>
#include <algorithm>

#include "parse/date_text.h"
#include "parse/month_names.h"
#include "parse/white_space.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

constexpr size_t kLongestName = 80;  // bytes
constexpr size_t kMostWords = 6;
constexpr size_t kLongestLine = 400;  // bytes of a by-line that are looked at

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t from = 0; from < text.size();) {
    const size_t blank = std::min(text.find(' ', from), text.size());
    if (blank > from) words.push_back(text.substr(from, blank - from));
    from = blank + 1;
  }
  return words;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kEdges = " ,;:|-/\\.\"()[]*+_>·•»«~";
  const size_t start = text.find_first_not_of(kEdges);
  if (start == std::string_view::npos) return {};
  const size_t end = text.find_last_not_of(kEdges);
  // A full stop belongs to "Jr." and to an initial, a bracket to what it closes.
  size_t behind = end + 1;
  if (behind < text.size() && text[behind] == '.' &&
      (end < 2 || text[end - 1] == ' ' || text.substr(0, behind).ends_with("Jr") ||
       text.substr(0, behind).ends_with("Sr")))
    ++behind;
  return text.substr(start, behind - start);
}

// Without the dots of abbreviations, for look-ups: "Ph.D." -> "phd".
std::string Bare(std::string_view word) {
  std::string folded = FoldWord(word);
  std::erase_if(folded, [](char c) { return c == '.' || c == ',' || c == '(' || c == ')'; });
  return folded;
}

// Addresses, handles and what stands in brackets.
void DropAddresses(std::string& line) {
  static const RE2 kAddress(
      R"((?i)\S+@\S+\.\S+|https?://\S*|www\.\S+|(?:^|\s)@\w+|\([^)]*\)|\[[^\]]*\]|\S+\.(?:com|org|net)\b\S*)",
      RE2::Quiet);
  RE2::GlobalReplace(&line, kAddress, " ");
}

// From the first date on there is nothing about the author any more, unless the date comes first.
void CutDate(std::string& line) {
  const std::vector<WrittenDate> dates = FindDates(line, {}, 1);
  if (dates.empty()) return;
  if (Trim(std::string_view(line).substr(0, dates.front().start)).size() > 3) {
    line.resize(dates.front().start);
  } else {
    line.erase(0, dates.front().end);
  }
}

// Cuts behind the name: "Jane Doe | Staff", "Jane Doe – Updated …", "Jane Doe is a reporter".
std::string_view CutTail(std::string_view line) {
  static const RE2 kTail(
      R"((?i)\s*(?:[|•·/»]|\s[-–—]\s|\n|\s(?:is|was|has|are)\s(?:a|an|the)\s|\s(?:published|updated|posted|last\s|on\s|am\s\d|for\s|at\s|in\s|über\s)|\d|#|\s@)).*)",
      RE2::Quiet);
  std::string_view tail;
  re2::StringPiece match;
  const re2::StringPiece input(line.data(), line.size());
  if (kTail.Match(input, 0, input.size(), RE2::UNANCHORED, &match, 1)) {
    const auto at = static_cast<size_t>(match.data() - input.data());
    if (at > 2) return line.substr(0, at);
  }
  return line;
}

// "By", "Written by", "Von", possibly several, possibly with a colon.
std::string_view DropPrefixes(std::string_view line, bool& dropped) {
  const WordLists& lists = WordLists::Get();
  for (int round = 0; round < 3; ++round) {
    line = Trim(line);
    const std::string folded = FoldWord(line.substr(0, 60));
    bool found = false;
    for (const std::string& prefix : lists.author_prefixes) {
      if (!folded.starts_with(prefix) || folded.size() == prefix.size()) continue;
      const char next = folded[prefix.size()];
      const bool wide = static_cast<unsigned char>(prefix.front()) >= 0xE3;  // ideographs need no blank
      if (next != ' ' && next != ':' && !wide) continue;
      // The folded text may be shorter than the text: count words instead of bytes.
      size_t at = 0;
      if (wide) {
        at = prefix.size();
      } else {
        for (size_t words = Words(prefix).size(); words > 0; --words)
          at = line.find_first_of(" :", at + (words > 1 ? 0 : 0)) + 1;
        const size_t count = Words(prefix).size();
        at = 0;
        for (size_t k = 0; k < count; ++k) {
          at = line.find_first_of(" :", at);
          if (at == std::string_view::npos) return line;
          ++at;
        }
      }
      line = line.substr(std::min(at, line.size()));
      found = dropped = true;
      break;
    }
    if (!found) return Trim(line);
  }
  return Trim(line);
}

bool IsRole(std::string_view part) {
  const WordLists& lists = WordLists::Get();
  const auto words = Words(part);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return lists.author_roles.contains(Bare(word)); });
}

bool IsSuffix(std::string_view part) { return WordLists::Get().name_suffixes.contains(Bare(part)); }

bool IsPlausibleName(std::string_view name) {
  if (name.size() < 2 || name.size() > kLongestName) return false;
  const auto words = Words(name);
  if (words.empty() || words.size() > kMostWords) return false;
  if (name.find_first_of("0123456789@{}<>=%$?!") != std::string_view::npos) return false;
  return !WordLists::Get().author_none.contains(FoldWord(name));
}

// "JOHN ROE, MD PhD": degrees at the end are no part of the name; "Jr." is.
std::string_view DropDegrees(std::string_view name) {
  for (auto words = Words(name); words.size() > 2; words.pop_back()) {
    const std::string_view last = words.back();
    const std::string bare = Bare(last);
    const bool generation = bare == "jr" || bare == "sr" || bare == "ii" || bare == "iii" || bare == "iv";
    const bool degree =
        IsSuffix(last) && (last.find('.') != std::string_view::npos ||
                           std::count_if(last.begin(), last.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1);
    if (generation || !degree) break;
    const auto behind = words[words.size() - 2];
    name = name.substr(0, static_cast<size_t>(behind.data() + behind.size() - name.data()));
  }
  return name;
}

// The parts between commas, "and" and the like.
std::vector<std::string_view> SplitParts(std::string_view line) {
  const WordLists& lists = WordLists::Get();
  std::vector<std::string_view> parts;
  size_t start = 0;
  const auto cut = [&](size_t end, size_t behind) {
    const std::string_view part = Trim(line.substr(start, end - start));
    if (!part.empty()) parts.push_back(part);
    start = behind;
  };
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ',' || line[at] == ';') {
      cut(at, at + 1);
    } else if (line.substr(at).starts_with("、") || line.substr(at).starts_with("，")) {
      cut(at, at + 3);
    } else if (line[at] == ' ') {
      const size_t end = std::min(line.find(' ', at + 1), line.size());
      if (end == line.size()) continue;
      const std::string word = FoldWord(line.substr(at + 1, end - at - 1));
      if (std::find(lists.author_joiners.begin(), lists.author_joiners.end(), word) == lists.author_joiners.end())
        continue;
      // "José Ortega y Gasset": one letter joins two names only where each side has at least two words.
      if (word.size() == 1 && word != "&" && word != "+" &&
          (Words(line.substr(start, at - start)).size() < 2 || Words(line.substr(end)).size() < 2))
        continue;
      cut(at, end + 1);
    }
  }
  cut(line.size(), line.size());
  return parts;
}

}  // namespace

std::vector<std::string> SplitAuthors(std::string_view written) {
  std::vector<std::string> names;
  std::string line = FoldWhiteSpace(written.substr(0, kLongestLine));
  DropAddresses(line);
  CutDate(line);
  bool prefixed = false;
  std::string_view rest = DropPrefixes(line, prefixed);
  rest = Trim(CutTail(rest));
  const std::vector<std::string_view> parts = SplitParts(rest);
  for (const std::string_view part : parts) {
    if (IsSuffix(part)) {
      const std::string bare = Bare(part);
      if (!names.empty() && (bare == "jr" || bare == "sr" || bare == "iii" || bare == "ii"))
        names.back().append(" ").append(part);
      continue;
    }
    bool dropped = false;
    const std::string_view name = DropDegrees(DropPrefixes(part, dropped));
    if (!IsPlausibleName(name)) continue;
    if (IsRole(name) && (!names.empty() || Words(name).size() < 3)) continue;
    names.emplace_back(name);
  }
  return names;
}

}  // namespace tallywire::parse
