#include "extract/events/event_roles.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

// A rule that accounts for more figures at once knows more of the sentence.
constexpr double kWorthOfFigure = 0.06;

// What the rule says of the figure in `figure`: of several captures for one slot the last one in front of the figure
// holds ("Norway with 5 t and Iceland with 4 t"), else the first one.
FigureRole SlotsOf(const EventRule& rule, const PatternMatch& match, size_t figure) {
  FigureRole slots;
  slots.rule = &rule;
  slots.first = match.whole.first;
  slots.last = match.whole.last;
  slots.figures = 0;
  for (size_t i = 0; i < match.capture.size(); ++i) {
    if (!match.capture[i].found()) continue;
    const size_t at = match.capture[i].first;
    const auto take = [&](int& slot) {
      if (slot == kAbsent || at < figure) slot = static_cast<int>(at);
    };
    switch (rule.captures[i]) {
      case CaptureRole::kDirection:
        take(slots.direction);
        break;
      case CaptureRole::kMeasure:
        take(slots.measure);
        break;
      case CaptureRole::kItem:
        take(slots.item);
        break;
      case CaptureRole::kSubject:
        take(slots.subject);
        break;
      case CaptureRole::kCounterparty:
        take(slots.counterparty);
        break;
      case CaptureRole::kPeriod:
        take(slots.period);
        break;
      case CaptureRole::kBasis:
        take(slots.basis);
        break;
      default:
        ++slots.figures;
    }
  }
  return slots;
}

// "takes in 49,300 refugees and cuts admissions", "600 programs since the cap": what stands behind is of another
// clause.
bool IsOfNextClause(const EventSentence& sentence, const EventRule& rule, const FigureRole& slots, size_t figure) {
  if (!rule.measure_behind) return false;
  const bool moves = slots.direction != kAbsent;
  const int behind = moves ? slots.direction : slots.measure;
  for (size_t at = figure + 1; behind != kAbsent && at < static_cast<size_t>(behind); ++at) {
    const EventCell& cell = sentence.cells[at];
    if (cell.Is(WordRole::kSince) || (moves && cell.Is(WordRole::kConjunction))) return true;
  }
  return false;
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
    size_t rank = 0;
    for (size_t i = 0; i < match.capture.size(); ++i) {
      if (!match.capture[i].found() || rule.captures[i] > CaptureRole::kSkip) continue;
      const size_t cell = match.capture[i].first;
      if (sentence.cells[cell].kind != kFigureCell) continue;
      FigureRole slots = SlotsOf(rule, match, cell);
      if (IsOfNextClause(sentence, rule, slots, cell)) continue;
      slots.role = rule.captures[i];
      slots.rank = rank++;
      if (Worth(slots) > Worth(roles[cell])) roles[cell] = slots;
    }
  }
  return roles;
}

}  // namespace tallywire::extract
