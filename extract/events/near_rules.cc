#include "extract/events/near_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>

#include "extract/events/event_cells.h"
#include "extract/text/pattern_notation.h"

namespace tallywire::extract {
namespace {

constexpr std::ptrdiff_t kFewestElements = 3;                          // of fewer, any sentence has all but one
constexpr const char* kAnyGap = ". .? .? .? .? .? .? .? .? .? .? .?";  // what a gap could not skip

// Whether the notation matches the sentence. Its words must be known: it is a part of a pattern in force.
bool Matches(const std::string& notation, const TaggedText& sentence, const TagNames& tags) {
  PatternSet set(kGapCells);
  TagNames known = tags;
  Lexicon lexicon;
  if (!set.Add(notation, {}, known, lexicon)) return false;
  set.Finish();
  std::vector<PatternMatch> matches;
  set.FindAll(sentence, matches);
  return !matches.empty();
}

bool IsGap(std::string_view element) { return element.starts_with('~'); }

// "x?" and "x*" need not be there.
bool IsNecessary(std::string_view element) {
  return !IsGap(element) && !element.ends_with('?') && !element.ends_with('*');
}

// The pattern with element `at` replaced.
std::string With(const std::vector<std::string>& elements, size_t at, std::string_view replacement) {
  std::string notation;
  for (size_t i = 0; i < elements.size(); ++i) {
    notation += i == at ? std::string(replacement) : elements[i];
    notation += ' ';
  }
  return notation;
}

// An element without which the rule would say nothing: the only one that catches a figure.
bool IsOnlyFigure(const std::vector<std::string>& elements, size_t at) {
  const auto catches = [](const std::string& element) {
    return std::any_of(kFigureSlots.begin(), kFigureSlots.end(), [&](std::string_view slot) {
      return element.find("{" + std::string(slot) + ":") != std::string::npos;
    });
  };
  return catches(elements[at]) && std::count_if(elements.begin(), elements.end(), catches) == 1;
}

std::optional<std::string> MissingOf(const EventRule& rule, const TaggedText& sentence, const TagNames& tags) {
  const auto elements = PatternElements(rule.pattern);
  for (size_t i = 0; i < elements.size(); ++i) {
    if (IsGap(elements[i]) && Matches(With(elements, i, kAnyGap), sentence, tags))
      return fmt::format("what stands between is too long for the gap {}, or is of a kind that gaps do not skip",
                         elements[i]);
  }
  if (std::count_if(elements.begin(), elements.end(), IsNecessary) < kFewestElements) return std::nullopt;
  for (size_t i = 0; i < elements.size(); ++i) {
    if (IsNecessary(elements[i]) && !IsOnlyFigure(elements, i) && Matches(With(elements, i, ""), sentence, tags))
      return "nothing there is " + elements[i];
  }
  return std::nullopt;
}

}  // namespace

std::vector<NearRule> FindNearRules(const EventRules& rules, const TaggedText& sentence, const TagNames& tags) {
  std::vector<PatternMatch> matches;
  rules.patterns->FindAll(sentence, matches);
  std::set<size_t> fired;
  for (const PatternMatch& match : matches) fired.insert(match.pattern);
  std::vector<NearRule> near;
  for (size_t i = 0; i < rules.rules.size(); ++i) {
    if (fired.contains(i)) continue;
    if (auto missing = MissingOf(rules.rules[i], sentence, tags))
      near.push_back({&rules.rules[i], std::move(*missing)});
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const NearRule& a, const NearRule& b) { return a.rule->confidence > b.rule->confidence; });
  return near;
}

}  // namespace tallywire::extract
