// Why a text did or did not yield its events, sentence by sentence.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "extract/rule_set.h"
#include "model/event.h"

namespace tallywire::extract {

// A figure or date that was found, or one that gave way.
struct ExplainedSpan {
  std::string words;
  std::string meaning;  // "5 %", "2019-05 (rule month-year)", or the reason why it gave way
};

struct ExplainedMatch {
  std::string rule;
  std::string words;                                        // all that it matched
  std::vector<std::pair<std::string, std::string>> slots;   // its captures with their words
  std::vector<std::string> decided;                         // figures on which it decided
  std::vector<std::pair<std::string, std::string>> beaten;  // figures with the rules that decided instead
};

struct ExplainedNear {
  std::string rule;
  std::string missing;
};

struct ExplainedSentence {
  Place place = Place::kBody;
  std::string text;
  std::string tagged;  // empty where the sentence has no figure: event rules do not look at it
  std::vector<ExplainedSpan> figures;
  std::vector<ExplainedSpan> dates;
  std::vector<ExplainedSpan> overruled;
  std::vector<ExplainedMatch> matches;
  std::vector<ExplainedNear> near;
  std::vector<Event> events;
};

// Title first, then the text. Slow; for people who write rules.
std::vector<ExplainedSentence> Explain(const RuleSet& rules, const Document& document);

}  // namespace tallywire::extract
