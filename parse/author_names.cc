#include "parse/author_names.h"

#include <re2/re2.h>
#include <unicode/uchar.h>
#include <algorithm>

#include "parse/code_points.h"
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

// A full stop at the end belongs to "Jr.", "Ph.D." and to an initial.
bool KeepsFullStop(std::string_view text) {
  const std::string_view last = text.substr(text.rfind(' ') + 1);  // npos + 1 is 0
  return last.size() <= 2 || last.find('.') != std::string_view::npos;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kEdges = " ,;:|-/\\.\"()[]*+_>&";
  const size_t start = text.find_first_not_of(kEdges);
  if (start == std::string_view::npos) return {};
  const size_t behind = text.find_last_not_of(kEdges) + 1;
  const std::string_view trimmed = text.substr(start, behind - start);
  const bool full_stop = behind < text.size() && text[behind] == '.' && KeepsFullStop(trimmed);
  return full_stop ? text.substr(start, behind + 1 - start) : trimmed;
}

// Without the dots of abbreviations, for look-ups: "Ph.D." -> "phd".
std::string Bare(std::string_view word) {
  std::string folded = FoldWord(word);
  std::erase_if(folded, [](char c) { return c == '.' || c == ',' || c == '(' || c == ')' || c == ':'; });
  return folded;
}

// Addresses, handles and what stands in brackets.
void DropAddresses(std::string& line) {
  static const RE2 kAddress(R"((?i)\S+@\S+\.\S+|https?:\S*|www\.\S+|(?:^|\s)@\w+|\([^)]*\)|\[[^\]]*\])", RE2::Quiet);
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

// Cuts behind the name: "Jane Doe | Staff", "Jane Doe – Updated …", "Jane Doe is a reporter", "Jane Doe for The
// Herald".
std::string_view CutTail(std::string_view line) {
  static const RE2 kTail(
      R"((?i)[|•●·/»—]|\s[-–]|\s(?:is|was|has|are)\s(?:a|an|the|our)\s|\s(?:published|updated|update|posted|reviewed|last\s+(?:updated?|edited|modified|reviewed)|min\s+read|follow|view)(?:\s|$|:)|\s\d|#)",
      RE2::Quiet);
  // Behind two words only: "Center for Research" is a name.
  static const RE2 kPlace(R"((?i)^(\S+\s+\S+(?:\s+\S+){0,2}?)\s(?:on|am|for|at|in|über)\s)", RE2::Quiet);
  const re2::StringPiece input(line.data(), line.size());
  re2::StringPiece match;
  if (kTail.Match(input, 0, input.size(), RE2::UNANCHORED, &match, 1)) {
    const auto at = static_cast<size_t>(match.data() - input.data());
    if (at > 2) line = line.substr(0, at);
  }
  if (RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), kPlace, &match))
    line = line.substr(0, match.size());
  return line;
}

// Behind that many words of the line, over the blanks and colons that part them.
std::string_view SkipWords(std::string_view line, size_t count) {
  for (; count > 0; --count) {
    const size_t at = line.find_first_of(" :");
    if (at == std::string_view::npos) return {};
    line = line.substr(at);
    line = line.substr(std::min(line.find_first_not_of(" :"), line.size()));
  }
  return line;
}

bool IsIdeographic(std::string_view word) { return static_cast<unsigned char>(word.front()) >= 0xE3; }

// "By", "Written by", "Von", possibly several, possibly with a colon.
std::string_view DropPrefixes(std::string_view line) {
  constexpr int kMostPrefixes = 3;
  const WordLists& lists = WordLists::Get();
  for (int round = 0; round < kMostPrefixes; ++round) {
    line = Trim(line);
    const std::string folded = FoldWord(line.substr(0, 60));
    const auto found =
        std::find_if(lists.author_prefixes.begin(), lists.author_prefixes.end(), [&](const std::string& prefix) {
          if (!folded.starts_with(prefix)) return false;
          return folded.size() == prefix.size() || folded[prefix.size()] == ' ' || folded[prefix.size()] == ':' ||
                 IsIdeographic(prefix);
        });
    if (found == lists.author_prefixes.end()) break;
    // The folded text may be shorter than the text: words are counted, not bytes.
    line = IsIdeographic(*found) ? line.substr(std::min(found->size(), line.size()))
                                 : SkipWords(line, Words(*found).size());
    if (line.empty()) return line;
  }
  return Trim(line);
}

bool IsRoleWord(std::string_view word) { return WordLists::Get().author_roles.contains(Bare(word)); }

// "Staff Writer", "Senior Editor at Large": words of offices, at most one besides them.
bool IsRole(std::string_view part) {
  const auto words = Words(part);
  return std::any_of(words.begin(), words.end(), IsRoleWord);
}
bool IsNothingButRole(std::string_view part) {
  const auto words = Words(part);
  return std::all_of(words.begin(), words.end(),
                     [](std::string_view word) { return IsRoleWord(word) || FoldWord(word) == "staff"; });
}

bool IsGeneration(std::string_view word) {
  const std::string bare = Bare(word);
  return bare == "jr" || bare == "sr" || bare == "ii" || bare == "iii" || bare == "iv";
}

// "MD", "Ph.D.", "MS RD": letters behind a name. In a line that is all in capitals (`shouted`) only known ones count.
bool IsDegrees(std::string_view part, bool shouted) {
  const auto words = Words(part);
  return !words.empty() && std::all_of(words.begin(), words.end(), [shouted](std::string_view word) {
    const bool capitals =
        !shouted && word.size() > 1 && word.size() <= 8 &&
        std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == '-'; });
    return capitals || WordLists::Get().name_suffixes.contains(Bare(word));
  });
}

bool IsPlausibleName(std::string_view name) {
  if (name.size() < 2 || name.size() > kLongestName) return false;
  const auto words = Words(name);
  if (words.empty() || words.size() > kMostWords) return false;
  if (name.find_first_of("@{}<>=%$?!:") != std::string_view::npos) return false;
  const auto digits = std::count_if(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits > 2 || 2 * static_cast<size_t>(digits) >= name.size())
    return false;  // "3i Global" is a name, a number is none
  return !WordLists::Get().author_none.contains(FoldWord(name));
}

// "Jane Doe Senior Autos Reporter": the office without a comma. A name has two words before it.
std::string_view DropTrailingRole(std::string_view name) {
  const auto words = Words(name);
  for (size_t i = 2; i < words.size(); ++i) {
    if (!IsRoleWord(words[i])) continue;
    const std::string_view last = words[i - 1];
    return name.substr(0, static_cast<size_t>(last.data() + last.size() - name.data()));
  }
  return name;
}

// "Reviewed by Jane Roe": somebody, but not the author.
bool IsHelper(std::string_view part) {
  const std::string folded = FoldWord(part.substr(0, 60));
  const auto& helpers = WordLists::Get().author_helpers;
  return std::any_of(helpers.begin(), helpers.end(),
                     [&](const std::string& words) { return folded.starts_with(words); });
}

// The parts between commas, "and" and the like.
std::vector<std::string_view> SplitParts(std::string_view line) {
  const std::vector<std::string>& joiners = WordLists::Get().author_joiners;
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
      if (std::find(joiners.begin(), joiners.end(), word) == joiners.end()) continue;
      // "José Ortega y Gasset": one letter joins two names only where each side has at least two words.
      const bool letter = word.size() == 1 && word != "&" && word != "+";
      if (letter && (Words(line.substr(start, at - start)).size() < 2 || Words(line.substr(end)).size() < 2)) continue;
      cut(at, end + 1);
    }
  }
  cut(line.size(), line.size());
  return parts;
}

UChar32 FirstCodePoint(std::string_view word) {
  size_t at = 0;
  return static_cast<UChar32>(NextCodePoint(word, at));
}

}  // namespace

std::vector<std::string> SplitAuthors(std::string_view written) {
  std::vector<std::string> names;
  std::string line = FoldWhiteSpace(ClipUtf8(written, kLongestLine));
  DropAddresses(line);
  CutDate(line);
  const std::string_view rest = Trim(CutTail(DropPrefixes(line)));
  const std::vector<std::string_view> parts = SplitParts(rest);
  const bool shouted = std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  for (const std::string_view part : parts) {
    if (IsHelper(part)) continue;
    const bool follows = !names.empty();
    if (follows && IsGeneration(part)) {
      names.back().append(" ").append(part);
      continue;
    }
    if (follows && (IsDegrees(part, shouted) || IsRole(part))) continue;
    const std::string_view name = DropTrailingRole(DropPrefixes(part));
    if (!IsPlausibleName(name) || IsNothingButRole(name)) continue;
    names.emplace_back(name);
  }
  return names;
}

bool LooksLikeName(std::string_view name) {
  constexpr size_t kMost = 5;
  const auto words = Words(name);
  if (words.empty() || words.size() > kMost) return false;
  for (const std::string_view mark : {"?", "!", ";", "\"", "“", "”", "…"}) {
    if (name.find(mark) != std::string_view::npos) return false;
  }
  if (words.size() == 1 && MonthNames::Get().Find(name, {}) != 0) return false;
  bool any = false;
  for (const std::string_view word : words) {
    const UChar32 first = FirstCodePoint(word);
    const bool small = u_isULowercase(first) || !u_isalpha(first);
    if (small && !WordLists::Get().name_particles.contains(FoldWord(word)) && word != "&" && !u_isdigit(first))
      return false;
    any = any || !small;
  }
  return any;
}

bool LooksLikeAccount(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return false;
  const UChar32 first = FirstCodePoint(name);
  return u_isULowercase(first) || name.size() <= 3 || name.find_first_of("._") != std::string_view::npos;
}

std::string TurnCitationName(std::string_view name) {
  const size_t comma = name.find(',');
  if (comma == std::string_view::npos || name.find_first_of(",;", comma + 1) != std::string_view::npos)
    return std::string(name);
  const std::string_view family = Trim(name.substr(0, comma));
  const std::string_view given = Trim(name.substr(comma + 1));
  if (Words(family).size() > 2 || Words(given).size() > 3 || given.empty() || IsDegrees(given, false) ||
      IsGeneration(given))
    return std::string(name);
  return std::string(given) + ' ' + std::string(family);
}

}  // namespace tallywire::parse
