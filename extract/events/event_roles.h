// Which rule says what about each figure of a sentence.
#pragma once

#include <span>
#include <vector>

#include "extract/events/event_cells.h"
#include "extract/events/event_rules.h"

namespace tallywire::extract {

// A figure's part in the sentence, by a rule that caught it. Numbers are cells of the sentence; kAbsent is absent.
struct FigureRole {
  const EventRule* rule = nullptr;
  CaptureRole role = CaptureRole::kSkip;
  size_t cell = 0;   // the figure's
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
};

struct SentenceContext;

// The parts of a sentence's figures in the order of its cells; of each figure the surest first.
using FigureRoles = std::vector<FigureRole>;

// Overwrites `roles`.
void RankRoles(const SentenceContext& context, const EventRules& rules, FigureRoles& roles);

// Those of the figure at that cell; empty where no rule caught it.
std::span<const FigureRole> RolesAt(const FigureRoles& roles, size_t cell);

}  // namespace tallywire::extract
