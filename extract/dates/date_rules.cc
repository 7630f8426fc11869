#include "extract/dates/date_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <utility>

#include "extract/files/rule_document.h"
#include "model/time.h"

namespace tallywire::extract {
namespace {

constexpr std::array<std::string_view, 5> kTypes{"date", "time", "duration", "set", "none"};
constexpr std::array<std::string_view, 6> kKeys{"id", "pattern", "type", "means", "future", "examples"};
constexpr std::array<std::string_view, 2> kFutureKeys{"type", "means"};

// A rule as written, before its patterns are compiled.
struct Draft {
  DateRule rule;
  std::vector<std::pair<std::string, std::string>> patterns;  // with their places
  std::string means;
  std::string means_where;
  std::string future_means;
  std::string future_where;
};

tl::unexpected<Error> Mistake(const RuleFile& file, const RuleNode& node, std::string what) {
  return Fail(ErrorCode::kUsage, PlaceOf(file, node), std::move(what), "See docs/rules.md for the form of date rules");
}

bool Contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What an example promises can be true: its day is one, and its words stand in its text.
Status CheckExample(const RuleFile& file, const RuleNode& row, const DateExample& example) {
  if (!example.published.empty() && !ParseIsoDay(example.published))
    return Mistake(file, row[1], fmt::format("'{}' is no date as \"2024-06-11\"", example.published));
  if (example.text.find(example.words) == std::string::npos)
    return Mistake(file, row[2], fmt::format("'{}' does not stand in the example's text", example.words));
  if (example.words.empty() != example.value.empty())
    return Mistake(file, row[3], "an example has words and a value, or neither where nothing is found");
  return {};
}

Result<std::vector<DateExample>> ExamplesOf(const RuleFile& file, const RuleNode* node) {
  std::vector<DateExample> examples;
  if (node == nullptr) return examples;
  const RuleNode* rows = node->AsList();
  if (rows == nullptr) return Mistake(file, *node, "examples is a list of lists");
  for (const RuleNode& row : *rows) {
    auto cells = StringsOf(file, &row);
    if (!cells) return tl::unexpected(cells.error());
    if (cells->size() != 4) return Mistake(file, row, "an example is [text, published, words, value]");
    examples.push_back({(*cells)[0], (*cells)[1], (*cells)[2], (*cells)[3], PlaceOf(file, row)});
    if (!row.IsList()) return Mistake(file, row, "an example is [text, published, words, value]");
    if (auto status = CheckExample(file, *row.AsList(), examples.back()); !status)
      return tl::unexpected(status.error());
  }
  if (examples.empty()) return Mistake(file, *node, "a date rule needs an example");
  return examples;
}

// What the words mean where the clause speaks of what will be.
Status ReadFuture(const RuleFile& file, const RuleNode& table, Draft& draft) {
  const RuleNode* node = table.Get("future");
  if (node == nullptr) return {};
  const RuleNode* future = node->AsTable();
  if (future == nullptr) return Mistake(file, *node, "future is a table { type, means }");
  for (const RuleNode& value : *future) {
    if (!Contains(kFutureKeys, value.name()))
      return Fail(ErrorCode::kUsage, PlaceOfName(file, value), fmt::format("future has no key '{}'", value.name()),
                  "It has type and means");
    if (!value.IsText()) return Mistake(file, value, "a text is expected here");
  }
  draft.rule.future_type = (*future)["type"].TextOr(draft.rule.type);
  if (!Contains(kTypes, draft.rule.future_type))
    return Mistake(file, *future->Get("type"), fmt::format("there is no type '{}'", draft.rule.future_type));
  draft.future_means = (*future)["means"].TextOr("");
  if (draft.future_means.empty()) return Mistake(file, *node, "future needs a key 'means'");
  draft.future_where = PlaceOf(file, *future->Get("means"));
  return {};
}

Result<Draft> DraftOf(const RuleFile& file, const RuleNode& table) {
  Draft draft;
  for (const RuleNode& node : table) {
    if (!Contains(kKeys, node.name())) {
      return Mistake(file, node, fmt::format("a date rule has no key '{}'", node.name()));
    }
  }
  draft.rule.where = PlaceOf(file, table);
  draft.rule.id = table["id"].TextOr("");
  draft.rule.type = table["type"].TextOr("date");
  draft.means = table["means"].TextOr("");
  if (const RuleNode* means = table.Get("means")) draft.means_where = PlaceOf(file, *means);
  if (draft.rule.id.empty()) return Mistake(file, table, "a date rule needs an id");
  if (!Contains(kTypes, draft.rule.type)) {
    return Mistake(file, table, fmt::format("there is no type '{}'", draft.rule.type));
  }
  if (draft.means.empty() != (draft.rule.type == "none")) {
    return Mistake(file, table, "a date rule needs 'means', one of type \"none\" must not have it");
  }
  if (auto status = ReadFuture(file, table, draft); !status) return tl::unexpected(status.error());
  auto patterns = StringsOf(file, table.Get("pattern"));
  if (!patterns) return tl::unexpected(patterns.error());
  if (patterns->empty()) return Mistake(file, table, "a date rule needs a pattern");
  const auto* list = table.Get("pattern")->AsList();
  for (size_t i = 0; i < patterns->size(); ++i) {
    const RuleNode& node = list == nullptr ? *table.Get("pattern") : (*list)[i];
    draft.patterns.emplace_back(std::move((*patterns)[i]), PlaceOf(file, node));
  }
  if (!file.examples) return draft;
  auto examples = ExamplesOf(file, table.Get("examples"));
  if (!examples) return tl::unexpected(examples.error());
  draft.rule.examples = std::move(*examples);
  return draft;
}

using Fragments = std::map<std::string, std::string, std::less<>>;

// Names of fragments are letters and digits.
size_t NameLength(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
  return static_cast<size_t>(end - text.begin());
}

// Replaces "$name" by the fragment's text, which may hold no fragments itself.
Result<std::string> Expanded(std::string_view pattern, const Fragments& fragments, const std::string& where) {
  std::string out;
  for (size_t dollar = pattern.find('$'); dollar != std::string_view::npos; dollar = pattern.find('$')) {
    out += pattern.substr(0, dollar);
    pattern.remove_prefix(dollar + 1);
    const size_t length = NameLength(pattern);
    if (length == 0) {
      out += '$';
      continue;
    }
    const auto found = fragments.find(pattern.substr(0, length));
    if (found == fragments.end()) {
      return Fail(ErrorCode::kUsage, where, fmt::format("there is no fragment '${}'", pattern.substr(0, length)),
                  "Name one of the [fragments] of the dates files");
    }
    out += found->second;
    pattern.remove_prefix(length);
  }
  return out += pattern;
}

Status ReadFragments(const RuleFile& file, const RuleNode& root, Fragments& fragments) {
  const RuleNode* node = root.Get("fragments");
  if (node == nullptr) return {};
  const RuleNode* table = node->AsTable();
  if (table == nullptr) return Mistake(file, *node, "a table is expected here");
  for (const RuleNode& text : *table) {
    const auto value = text.AsText();
    if (!value) return Mistake(file, text, "a fragment is a string");
    if (NameLength(text.name()) != text.name().size())
      return Fail(ErrorCode::kUsage, PlaceOfName(file, text), "the name of a fragment is of letters and digits",
                  "Write it like \"mon2\"");
    const size_t dollar = value->find('$');
    if (dollar != std::string::npos && NameLength(std::string_view(*value).substr(dollar + 1)) > 0)
      return Mistake(file, text, "a fragment may hold no other fragment");
    fragments[std::string(text.name())] = *value;
  }
  return {};
}

// Lets a mistake pass where all of them are wanted.
Status Passed(Status status, std::vector<Error>* mistakes) {
  if (status || mistakes == nullptr) return status;
  mistakes->push_back(status.error());
  return {};
}

Status ReadDraft(const RuleFile& file, const RuleNode& node, std::vector<Draft>& drafts) {
  const RuleNode* table = node.AsTable();
  if (table == nullptr) return Mistake(file, node, "rules are written [[rule]]");
  auto draft = DraftOf(file, *table);
  if (!draft) return tl::unexpected(draft.error());
  const auto same = [&](const Draft& known) { return known.rule.id == draft->rule.id; };
  const auto known = std::find_if(drafts.begin(), drafts.end(), same);
  if (known != drafts.end()) {
    *known = std::move(*draft);
  } else {
    drafts.push_back(std::move(*draft));
  }
  return {};
}

Status ReadDrafts(const RuleFile& file, std::vector<Draft>& drafts, Fragments& fragments,
                  std::vector<Error>* mistakes) {
  const auto document = RuleDocument::Read(file);
  if (!document) return tl::unexpected(document.error());
  const RuleNode& root = document->root();
  if (auto status = ReadFragments(file, root, fragments); !status) return status;
  const RuleNode* list = root.Get("rule");
  if (list == nullptr) return {};
  const RuleNode* tables = list->AsList();
  if (tables == nullptr) return Mistake(file, *list, "rules are written [[rule]]");
  for (const RuleNode& node : *tables) {
    if (auto status = Passed(ReadDraft(file, node, drafts), mistakes); !status) return status;
  }
  return {};
}

// Adds the rule's patterns to the set and reads its meaning; appends the numbers of its patterns to `numbers`.
Status Compile(Draft& draft, const Fragments& fragments, PatternSet& set, TagNames& tags, Lexicon& lexicon,
               std::vector<size_t>& numbers) {
  std::vector<std::string> captures;
  for (const auto& [pattern, where] : draft.patterns) {
    const auto text = Expanded(pattern, fragments, where);
    if (!text) return tl::unexpected(text.error());
    const auto added = set.Add(*text, where, tags, lexicon);
    if (!added) return tl::unexpected(added.error());
    numbers.push_back(*added);
    const auto& names = set.CaptureNames(*added);
    captures.insert(captures.end(), names.begin(), names.end());
  }
  if (!draft.means.empty()) {
    auto steps = ParseSteps(draft.means, captures, draft.means_where);
    if (!steps) return tl::unexpected(steps.error());
    draft.rule.steps = std::move(*steps);
  }
  if (!draft.future_means.empty()) {
    auto steps = ParseSteps(draft.future_means, captures, draft.future_where);
    if (!steps) return tl::unexpected(steps.error());
    draft.rule.future_steps = std::move(*steps);
  }
  return {};
}

}  // namespace

DateRules::DateRules() : patterns_("w") {}

Result<DateRules> DateRules::Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon,
                                  std::vector<Error>* mistakes) {
  std::vector<Draft> drafts;
  Fragments fragments;
  for (const RuleFile& file : files) {
    if (!file.name.starts_with("dates")) continue;
    auto status = Passed(ReadDrafts(file, drafts, fragments, mistakes), mistakes);
    if (!status) return tl::unexpected(status.error());
  }
  DateRules rules;
  for (Draft& draft : drafts) {
    std::vector<size_t> numbers;
    auto status = Passed(Compile(draft, fragments, rules.patterns_, tags, lexicon, numbers), mistakes);
    if (!status) return tl::unexpected(status.error());
    rules.rule_of_pattern_.insert(rules.rule_of_pattern_.end(), numbers.size(), rules.rules_.size());
    rules.rules_.push_back(std::move(draft.rule));
  }
  rules.patterns_.Finish();
  return rules;
}

}  // namespace tallywire::extract
