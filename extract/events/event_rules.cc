#include "extract/events/event_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/events/event_cells.h"
#include "extract/events/event_example_reader.h"
#include "extract/files/near_name.h"
#include "extract/files/rule_document.h"
#include "extract/text/token.h"

namespace tallywire::extract {
namespace {

const std::map<std::string_view, CaptureRole>& RoleNames() {
  static const std::map<std::string_view, CaptureRole> names = {
      {"change", CaptureRole::kChange},
      {"level", CaptureRole::kLevel},
      {"base", CaptureRole::kBase},
      {"share", CaptureRole::kShare},
      {"same", CaptureRole::kSame},
      {"skip", CaptureRole::kSkip},
      {"dir", CaptureRole::kDirection},
      {"measure", CaptureRole::kMeasure},
      {"item", CaptureRole::kItem},
      {"subject", CaptureRole::kSubject},
      {"counterparty", CaptureRole::kCounterparty},
      {"period", CaptureRole::kPeriod},
      {"basis", CaptureRole::kBasis},
  };
  return names;
}

std::vector<std::string> SlotsKnown() {
  std::vector<std::string> names;
  for (const auto& [name, role] : RoleNames()) names.emplace_back(name);
  return names;
}

// The plain words of a pattern, folded: cells of a sentence carry a tag for each of them.
void NoteWords(std::string_view notation, WordSet& words) {
  int inside = 0;
  std::string plain;
  char before = ' ';
  for (const char c : notation) {
    inside += c == '{' || c == '<' ? 1 : 0;
    const bool alternative = c == '|' && before != '\\';
    plain += inside > 0 || alternative ? ' ' : c;
    inside -= c == '}' || c == '>' ? 1 : 0;
    before = c;
  }
  std::string folded;
  for (const Token& token : Tokenize(plain)) {
    FoldCase(TextOf(token, plain), folded);
    words.Add(folded);
  }
}

class Loader {
 public:
  Loader(TagNames& tags, Lexicon& lexicon, EventVocabulary& vocabulary, std::vector<Error>* mistakes)
      : tags_(tags), lexicon_(lexicon), vocabulary_(vocabulary), mistakes_(mistakes) {}

  Result<EventRules> Run(std::span<const RuleFile> files) {
    for (const RuleFile& file : files) {
      if (file.name != "events.toml") continue;
      if (auto status = ReadFile(file); !status) return tl::unexpected(status.error());
    }
    out_.patterns.emplace(kGapCells);
    WordSet words;
    for (EventRule& rule : out_.rules) {
      if (auto status = Passed(Compile(rule)); !status) return tl::unexpected(status.error());
      NoteWords(rule.pattern, words);
    }
    out_.patterns->Finish();
    NoteWordTags(tags_, words, vocabulary_);
    return std::move(out_);
  }

 private:
  // Lets a mistake pass where all of them are wanted.
  Status Passed(Status status) const {
    if (status || mistakes_ == nullptr) return status;
    mistakes_->push_back(status.error());
    return {};
  }

  Status ReadFile(const RuleFile& file) {
    const auto document = RuleDocument::Read(file);
    if (!document) return Passed(tl::unexpected(document.error()));
    const RuleNode* list = document->root()["rule"].AsList();
    if (list == nullptr) return {};
    for (const RuleNode& node : *list) {
      if (auto status = Passed(ReadEntry(file, node)); !status) return status;
    }
    return {};
  }

  Status ReadEntry(const RuleFile& file, const RuleNode& node) {
    const auto* entry = node.AsTable();
    if (entry == nullptr) return Fail(ErrorCode::kUsage, PlaceOf(file, node), "a [[rule]] is expected here");
    std::vector<Error> in_examples;
    auto rule = ReadRule(file, *entry, in_examples);
    if (!rule) return tl::unexpected(rule.error());
    for (Error& mistake : in_examples) {
      if (auto status = Passed(tl::unexpected(std::move(mistake))); !status) return status;
    }
    const auto [it, added] = index_.try_emplace(rule->id, out_.rules.size());
    if (added) {
      out_.rules.push_back(std::move(*rule));
    } else {
      out_.rules[it->second] = std::move(*rule);
    }
    return {};
  }

  Result<EventRule> ReadRule(const RuleFile& file, const RuleNode& table, std::vector<Error>& in_examples) const {
    EventRule rule;
    rule.where = PlaceOf(file, table);
    const auto place_of = [&](std::string_view key) {
      const RuleNode* node = table.Get(key);
      return node == nullptr ? rule.where : PlaceOf(file, *node);
    };
    rule.id = table["id"].TextOr("");
    rule.pattern = table["pattern"].TextOr("");
    if (rule.id.empty() || rule.pattern.empty()) {
      return Fail(ErrorCode::kUsage, place_of("pattern"), "a rule needs an id and a pattern",
                  "Add id = \"…\" and pattern = \"…\"");
    }
    rule.confidence = table["confidence"].NumberOr(rule.confidence);
    rule.measure_behind = table["measure_behind"].FlagOr(false);
    rule.needs_measure = table["needs_measure"].FlagOr(false);
    rule.of_limits = table["of_limits"].FlagOr(false);
    rule.goes_on = table["goes_on"].FlagOr(false);
    rule.pairs = table["pairs"].FlagOr(false);
    const std::string direction = table["direction"].TextOr("");
    const auto known = DirectionFrom(direction);
    if (!known)
      return Fail(ErrorCode::kUsage, place_of("direction"), fmt::format("there is no direction '{}'", direction),
                  "Use up, down or flat");
    rule.direction = *known;
    const std::string measure = table["measure"].TextOr("");
    rule.measure = measure.empty() ? kAbsent : vocabulary_.MeasureById(measure);
    if (!measure.empty() && rule.measure == kAbsent) {
      return Fail(ErrorCode::kUsage, place_of("measure"), fmt::format("there is no measure '{}'", measure),
                  "Use an id of measures.toml");
    }
    rule.pattern_where = PlaceOf(file, *table.Get("pattern"));
    if (file.examples) rule.examples = ReadEventExamples(file, table, in_examples);
    return rule;
  }

  Status Compile(EventRule& rule) {
    const auto mistake = [&](std::string what, std::string remedy) {
      return Fail(ErrorCode::kUsage, rule.pattern_where, std::move(what), std::move(remedy));
    };
    auto number = out_.patterns->Add(rule.pattern, rule.pattern_where, tags_, lexicon_);
    if (!number) return tl::unexpected(number.error());
    bool makes_event = false;
    for (const std::string& name : out_.patterns->CaptureNames(*number)) {
      const auto role = RoleNames().find(name);
      if (role == RoleNames().end()) {
        const std::vector<std::string> names = SlotsKnown();
        return mistake(fmt::format("there is no slot '{}'{}", name, Suggestion(name, names)),
                       fmt::format("Name captures {}", fmt::join(names, ", ")));
      }
      rule.captures.push_back(role->second);
      makes_event = makes_event || role->second <= CaptureRole::kSkip;
    }
    if (const auto other = OtherThanFigure(rule.pattern)) {
      return mistake(fmt::format("'{}' stands for no figure, so {} cannot capture it", other->second, other->first),
                     "Use figure, or a kind of unit such as pct, money or amount");
    }
    if (makes_event) return {};
    return mistake("the rule captures no figure", "Name one capture change, level, base, share, same or skip");
  }

  bool IsFigureTag(Tag tag) const {
    const auto& kinds = vocabulary_.unit_tags;
    return tag == vocabulary_.figure_tag || tag == vocabulary_.threshold_tag || tag == vocabulary_.reached_tag ||
           tag == vocabulary_.multiplied_tag || tag == vocabulary_.most_tag ||
           std::find(kinds.begin(), kinds.end(), tag) != kinds.end();
  }

  // A capture that makes an event, and a tag of it that no figure has: "{level:measure}".
  std::optional<std::pair<std::string, std::string>> OtherThanFigure(std::string_view pattern) {
    for (size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
      const size_t colon = pattern.find(':', open);
      const size_t close = pattern.find('}', open);
      if (close == std::string_view::npos || colon > close) continue;
      const std::string_view slot = pattern.substr(open + 1, colon - open - 1);
      if (std::find(kFigureSlots.begin(), kFigureSlots.end(), slot) == kFigureSlots.end()) continue;
      for (size_t from = colon + 1; from < close;) {
        const size_t end = std::min(pattern.find('|', from), close);
        const std::string_view tag = pattern.substr(from, end - from);
        if (!IsFigureTag(tags_.Add(tag))) return std::make_pair(std::string(slot), std::string(tag));
        from = end + 1;
      }
    }
    return std::nullopt;
  }

  TagNames& tags_;
  Lexicon& lexicon_;
  EventVocabulary& vocabulary_;
  std::vector<Error>* mistakes_;
  EventRules out_;
  std::unordered_map<std::string, size_t> index_;
};

}  // namespace

Result<EventRules> LoadEventRules(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon,
                                  EventVocabulary& vocabulary, std::vector<Error>* mistakes) {
  return Loader(tags, lexicon, vocabulary, mistakes).Run(files);
}

}  // namespace tallywire::extract
