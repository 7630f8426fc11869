// All rules in force, loaded and compiled: what extraction, and everything that speaks about rules, works with.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/dates/date_finder.h"
#include "extract/events/event_finder.h"
#include "extract/figures/figure_finder.h"
#include "extract/files/rule_files.h"
#include "extract/text/lexicon.h"
#include "extract/text/sentence.h"
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

// What is to be said about rule files.
struct RuleFindings {
  // In order of their places: of form, of patterns, and, where those are right, examples that fail. Empty where all is
  // well.
  std::vector<Error> mistakes;
  // Where there are no mistakes: what is worth a look in a user's files, see rule_notes.h, and examples of built-in
  // rules that come out differently under them.
  std::vector<Error> notes;
};
RuleFindings CheckRules(std::span<const RuleFile> files);

}  // namespace tallywire::extract
