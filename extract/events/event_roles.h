// Which rule says what about each figure of a sentence.
#pragma once

#include <vector>

#include "extract/events/event_cells.h"
#include "extract/events/event_rules.h"

namespace tallywire::extract {

// A figure's part in the sentence, by the best rule that caught it. Numbers are cells of the sentence; kAbsent is
// absent.
struct FigureRole {
  const EventRule* rule = nullptr;  // nullptr: no rule caught it
  CaptureRole role = CaptureRole::kSkip;
  size_t first = 0;  // cells [first, last) of the match
  size_t last = 0;
  int direction = kAbsent;
  int measure = kAbsent;
  int item = kAbsent;
  int subject = kAbsent;
  int counterparty = kAbsent;
  int period = kAbsent;
  int basis = kAbsent;
  size_t rank = 0;  // its place among the figures of the match
  size_t figures = 1;
  // The surest of the rules that go on with what was told, for want of an event by `rule`; nullptr: none.
  const EventRule* goes_on = nullptr;
  CaptureRole goes_on_role = CaptureRole::kSkip;
};

struct SentenceContext;

// One entry a cell of its sentence; only cells of figures have rules. Overwrites `roles`.
void ChooseRoles(const SentenceContext& context, const EventRules& rules, std::vector<FigureRole>& roles);

}  // namespace tallywire::extract
