// The rules that give figures their roles in events, read from events.toml.
//
//   [[rule]]
//   id = "moved-by-to"
//   pattern = "{dir:up|down} ~4 by? ~2 {change:figure} ~6 to ~3 {level:figure}"
//   confidence = 0.95
//   example = "Exports rose 5% to 3 million tonnes."
//   events = [{ kind = "change", value = 5 }, { kind = "level", value = 3e6 }]
//
// A capture named change, level, base, share, whole or same makes an event of its figure; one named skip says that it
// is none. Captures named dir, measure, item, subject, counterparty, period and basis fill those slots.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/events/event_example.h"
#include "extract/events/event_vocabulary.h"
#include "extract/files/rule_files.h"
#include "extract/text/pattern.h"
#include "model/event.h"
#include "model/result.h"

namespace tallywire::extract {

// What a capture means. The first five make events of figures.
enum class CaptureRole : uint8_t {
  kChange,
  kLevel,
  kBase,  // the level before a change, or the one compared with
  kShare,
  kSame,  // like the figure before it
  kSkip,  // a figure that makes no event
  kDirection,
  kMeasure,
  kItem,
  kSubject,
  kCounterparty,
  kPeriod,
  kBasis,
};

// The names of captures that make events of figures, or say that they are none.
inline constexpr std::array<std::string_view, 6> kFigureSlots = {"change", "level", "base", "share", "same", "skip"};

struct EventRule {
  std::string id;
  std::string where;    // "events.toml:12:1"
  std::string pattern;  // in the notation of pattern.h
  std::string pattern_where;
  std::vector<EventExample> examples;
  double confidence = 0.8;
  int measure = -1;             // the measure it implies
  bool measure_behind = false;  // the measure stands behind the figure: "a 10% rise in exports"
  bool needs_measure = false;   // no event by default measures or context
  bool of_limits = false;       // a limit's figure, where the text has spoken of limits: "Acme won 5 t"
  bool goes_on = false;         // a figure in a unit that the text has told events in before: "Acme's 5 t is enough"
  bool pairs = false;           // a "respectively" list: figures and measures pair in order
  Direction direction = Direction::kNone;
  std::vector<CaptureRole> captures;  // by capture number
};

struct EventRules {
  std::vector<EventRule> rules;
  std::optional<PatternSet> patterns;  // pattern i belongs to rules[i]
};

// Reads the rules of all files named events.toml. The vocabulary must be loaded. kUsage with the place of a mistake;
// where `mistakes` is given, all of them are appended to it, and the result may be used only if there are none.
Result<EventRules> LoadEventRules(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon,
                                  EventVocabulary& vocabulary, std::vector<Error>* mistakes = nullptr);

}  // namespace tallywire::extract
