// Event rules that nearly fired on a sentence, and what was missing.
#pragma once

#include <string>
#include <vector>

#include "extract/events/event_rules.h"
#include "extract/text/lexicon.h"
#include "extract/text/pattern.h"

namespace tallywire::extract {

struct NearRule {
  const EventRule* rule = nullptr;
  std::string missing;  // in plain English
};

// The rules that do not match the sentence but would if one element of their pattern were left out or one gap were
// wider; the surest rules first. Slow: for explanations only.
std::vector<NearRule> FindNearRules(const EventRules& rules, const TaggedText& sentence, const TagNames& tags);

}  // namespace tallywire::extract
