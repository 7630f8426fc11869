// The rules for expressions of time: patterns over tagged sentences, each with its meaning.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dates/date_steps.h"
#include "extract/files/rule_files.h"
#include "extract/text/pattern.h"
#include "model/result.h"

namespace tallywire::extract {

// What a rule's author promises: in `text`, published then, the rules find exactly `words` with `value`; both are empty
// where they must find nothing.
struct DateExample {
  std::string text;
  std::string published;  // ISO day, may be empty
  std::string words;
  std::string value;
  std::string where;  // "dates.toml:14:3"
};

struct DateRule {
  std::string id;
  std::string where;  // "dates.toml:12:1"
  std::string type;   // "date", "time", "duration", "set"; "none" says that these words are no expression of time
  std::vector<Step> steps;
  std::string future_type;  // the type and meaning where the clause speaks of what will be; empty: as above
  std::vector<Step> future_steps;
  std::vector<DateExample> examples;
};

// Reads every [[rule]] of the files whose names begin with "dates": id, pattern (a string or a list of them), type,
// means, examples. A later file's rule replaces an earlier one of the same id. Const after loading.
class DateRules {
 public:
  // kUsage with the place of a mistake; where `mistakes` is given, all of them are appended to it, and the result may
  // be used only if there are none.
  static Result<DateRules> Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon,
                                std::vector<Error>* mistakes = nullptr);

  const PatternSet& patterns() const { return patterns_; }
  const DateRule& RuleOf(size_t pattern) const { return rules_[rule_of_pattern_[pattern]]; }
  // The steps of a pattern's rule; they are empty for rules of type "none".
  std::span<const DateRule> rules() const { return rules_; }

 private:
  DateRules();
  PatternSet patterns_;
  std::vector<DateRule> rules_;
  std::vector<size_t> rule_of_pattern_;
};

}  // namespace tallywire::extract
