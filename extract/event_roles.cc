#include "extract/event_roles.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

// A rule that accounts for more figures at once knows more of the sentence.
constexpr double kWorthOfFigure = 0.06;

FigureRole SlotsOf(const EventRule& rule, const PatternMatch& match) {
  FigureRole slots;
  slots.rule = &rule;
  slots.first = match.whole.first;
  slots.last = match.whole.last;
  slots.figures = 0;
  for (size_t i = 0; i < match.capture.size(); ++i) {
    if (!match.capture[i].found()) continue;
    const auto cell = static_cast<int>(match.capture[i].first);
    switch (rule.captures[i]) {
      case CaptureRole::kDirection:
        slots.direction = cell;
        break;
      case CaptureRole::kMeasure:
        slots.measure = cell;
        break;
      case CaptureRole::kItem:
        slots.item = cell;
        break;
      case CaptureRole::kSubject:
        slots.subject = cell;
        break;
      case CaptureRole::kCounterparty:
        slots.counterparty = cell;
        break;
      case CaptureRole::kPeriod:
        slots.period = cell;
        break;
      case CaptureRole::kBasis:
        slots.basis = cell;
        break;
      default:
        ++slots.figures;
    }
  }
  return slots;
}

double Worth(const FigureRole& role) {
  return role.rule == nullptr ? -1.0 : role.rule->confidence + kWorthOfFigure * static_cast<double>(role.figures);
}

}  // namespace

std::vector<FigureRole> ChooseRoles(const EventSentence& sentence, const EventRules& rules) {
  std::vector<FigureRole> roles(sentence.cells.size());
  std::vector<PatternMatch> matches;
  rules.patterns->FindAll(sentence.tagged, matches);
  for (const PatternMatch& match : matches) {
    const EventRule& rule = rules.rules[match.pattern];
    FigureRole slots = SlotsOf(rule, match);
    for (size_t i = 0; i < match.capture.size(); ++i) {
      if (!match.capture[i].found() || rule.captures[i] > CaptureRole::kSkip) continue;
      const size_t cell = match.capture[i].first;
      if (sentence.cells[cell].kind != kFigureCell) continue;
      slots.role = rule.captures[i];
      if (Worth(slots) > Worth(roles[cell])) roles[cell] = slots;
      ++slots.rank;
    }
  }
  return roles;
}

}  // namespace tallywire::extract
