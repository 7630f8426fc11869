// All rules in force, loaded and compiled: what extraction, and everything that speaks about rules, works with.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/date_finder.h"
#include "extract/event_finder.h"
#include "extract/figure_finder.h"
#include "extract/lexicon.h"
#include "extract/rule_files.h"
#include "extract/sentence.h"
#include "model/result.h"

namespace tallywire::extract {

// Const after Load; safe to share between threads.
struct RuleSet {
  TagNames tags;
  Lexicon lexicon;
  std::optional<SentenceSplitter> sentences;
  std::optional<FigureFinder> figures;
  std::optional<DateFinder> dates;
  std::optional<EventFinder> events;
  std::string version;  // see RulesVersion

  // kUsage with the first mistake where a rule is broken: no program runs with some of its rules missing. The built-in
  // files were checked when the program was built; a user's are checked here, and the built-in ones beside them.
  static Result<RuleSet> Load(std::span<const RuleFile> files);
};

// Every mistake in the files, in order of their places: their form, their patterns, and, where those are right, their
// examples. Empty where all is well.
std::vector<Error> CheckRules(std::span<const RuleFile> files);

}  // namespace tallywire::extract
