#include "extract/rule_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <tuple>
#include <utility>

#include "extract/rule_notes.h"
#include "extract/rule_schema.h"
#include "extract/rule_trial.h"

namespace tallywire::extract {
namespace {

// The built-in files' words, and words that go on phrases; a user's own files add to them.
constexpr size_t kWords = 9000;
constexpr size_t kEdges = 12000;

// Loads all layers; mistakes of single rules are appended to `mistakes`, where the layers can go on behind one.
Status LoadLayers(std::span<const RuleFile> files, RuleSet& rules, std::vector<Error>* mistakes) {
  rules.lexicon.Reserve(kWords, kEdges);
  auto sentences = SentenceSplitter::Load(files, rules.tags, rules.lexicon);
  if (!sentences) return tl::unexpected(sentences.error());
  rules.sentences.emplace(*sentences);
  auto figures = FigureFinder::Load(files, rules.tags, rules.lexicon);
  if (!figures) return tl::unexpected(figures.error());
  rules.figures.emplace(std::move(*figures));
  auto dates = DateFinder::Load(files, rules.tags, rules.lexicon, mistakes);
  if (!dates) return tl::unexpected(dates.error());
  rules.dates.emplace(std::move(*dates));
  auto events = EventFinder::Load(files, rules.tags, rules.lexicon, mistakes);
  if (!events) return tl::unexpected(events.error());
  rules.events.emplace(std::move(*events));
  rules.version = RulesVersion(files);
  return {};
}

Status CheckForm(std::span<const RuleFile> files, std::vector<Error>& mistakes) {
  const auto schema = RuleSchema::Load(SchemaFile());
  if (!schema) return tl::unexpected(schema.error());
  schema->Check(files, mistakes);
  return {};
}

int NumberAt(const std::string& text, size_t at) {
  int number = 0;
  std::from_chars(text.data() + at, text.data() + text.size(), number);
  return number;
}

// "file:12:5" as file, line and column, so that mistakes can be put in order.
std::tuple<std::string, int, int> PlaceIn(const std::string& where) {
  const size_t column = where.rfind(':');
  const size_t line = column == std::string::npos || column == 0 ? column : where.rfind(':', column - 1);
  if (line == std::string::npos) return {where, 0, 0};
  return {where.substr(0, line), NumberAt(where, line + 1), NumberAt(where, column + 1)};
}

void SortByPlace(std::vector<Error>& mistakes) {
  std::stable_sort(mistakes.begin(), mistakes.end(),
                   [](const Error& a, const Error& b) { return PlaceIn(a.where) < PlaceIn(b.where); });
}

// Whether the place lies in a file of the user's, where there are such files at all.
bool IsOwnPlace(std::span<const RuleFile> files, const std::string& place) {
  const auto is_own = [](const RuleFile& file) { return file.own; };
  if (std::none_of(files.begin(), files.end(), is_own)) return true;
  return std::any_of(files.begin(), files.end(),
                     [&](const RuleFile& file) { return file.own && place.starts_with(file.where + ":"); });
}

void AddFailures(std::span<const RuleFile> files, const RuleSet& rules, RuleFindings& findings) {
  for (const ExampleFailure& failure : RunExamples(rules).failures) {
    if (IsOwnPlace(files, failure.where)) {
      findings.mistakes.push_back({ErrorCode::kUsage, failure.where,
                                   fmt::format("the example of rule '{}' fails: expected {}, got {}", failure.rule,
                                               failure.expected, failure.got),
                                   "Correct the example or the rule"});
    } else {
      findings.notes.push_back({ErrorCode::kUsage,
                                failure.where,
                                fmt::format("with your rules the built-in example of rule '{}' fails: \"{}\": expected "
                                            "{}, got {}",
                                            failure.rule, failure.text, failure.expected, failure.got),
                                {}});
    }
  }
}

// One error for all mistakes.
tl::unexpected<Error> Refused(std::vector<Error> mistakes) {
  SortByPlace(mistakes);
  Error first = std::move(mistakes.front());
  if (mistakes.size() > 1) {
    first.remedy = fmt::format("`tallywire rules check` lists this mistake and {} more", mistakes.size() - 1);
  }
  return tl::unexpected(std::move(first));
}

}  // namespace

Result<RuleSet> RuleSet::Load(std::span<const RuleFile> files) {
  RuleSet rules;
  std::vector<Error> mistakes;
  const bool own = std::any_of(files.begin(), files.end(), [](const RuleFile& file) { return file.own; });
  if (own) {
    if (auto status = CheckForm(files, mistakes); !status) return tl::unexpected(status.error());
    if (!mistakes.empty()) return Refused(std::move(mistakes));
  }
  if (auto status = LoadLayers(files, rules, &mistakes); !status) mistakes.push_back(status.error());
  if (!mistakes.empty()) return Refused(std::move(mistakes));
  return rules;
}

RuleFindings CheckRules(std::span<const RuleFile> files) {
  RuleFindings findings;
  std::vector<Error>& mistakes = findings.mistakes;
  if (auto status = CheckForm(files, mistakes); !status) mistakes.push_back(status.error());
  // Patterns are looked at even where the form is wrong elsewhere, so that one call says all; what a layer says of a
  // mistake in form is known already.
  const bool form_is_right = mistakes.empty();
  RuleSet rules;
  std::vector<Error> in_layers;
  if (auto status = LoadLayers(files, rules, &in_layers); !status && form_is_right) mistakes.push_back(status.error());
  const auto place_is_known = [&](const Error& error) {
    return std::any_of(mistakes.begin(), mistakes.end(),
                       [&](const Error& known) { return known.where == error.where; });
  };
  for (Error& error : in_layers) {
    if (!place_is_known(error)) mistakes.push_back(std::move(error));
  }
  SortByPlace(mistakes);
  if (!mistakes.empty()) return findings;
  findings.notes = NotesOn(files);
  AddFailures(files, rules, findings);
  return findings;
}

}  // namespace tallywire::extract
