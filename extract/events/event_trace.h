// What event rules made of each sentence that has a figure.
#pragma once

#include <vector>

#include "extract/events/event_cells.h"
#include "extract/events/event_roles.h"
#include "extract/text/pattern.h"

namespace tallywire::extract {

struct SentenceTrace {
  EventSentence sentence;
  std::vector<PatternMatch> matches;  // of all rules, by number
  // By cell: the rule that made the event of its figure, else the surest one that caught it; nullptr for none.
  std::vector<const EventRule*> deciders;
};

using EventTrace = std::vector<SentenceTrace>;

}  // namespace tallywire::extract
