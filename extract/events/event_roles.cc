#include "extract/events/event_roles.h"

#include <algorithm>

#include "extract/events/event_draft.h"

namespace tallywire::extract {
namespace {

// A rule that accounts for more figures at once knows more of the sentence.
constexpr double kWorthOfFigure = 0.06;
// "respectively" leaves no doubt which figure is whose.
constexpr double kWorthOfOrder = 0.3;

// Whether the first figure of the match stands in front of all its captures for that slot: "5 t for wheat and 4 t for
// barley".
bool FiguresLead(const EventRule& rule, const PatternMatch& match, CaptureRole slot) {
  size_t figure = SIZE_MAX;
  size_t name = SIZE_MAX;
  for (size_t i = 0; i < match.capture.size(); ++i) {
    if (!match.capture[i].found()) continue;
    size_t& first = rule.captures[i] == slot ? name : figure;
    if (rule.captures[i] == slot || rule.captures[i] < CaptureRole::kSkip)
      first = std::min<size_t>(first, match.capture[i].first);
  }
  return figure < name;
}

// What the rule says of the figure in `figure`: of several captures for one slot the last one in front of the figure
// holds ("Norway with 5 t and Iceland with 4 t"), else the first one; of things and owners the next one behind it where
// the figures lead.
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
    const auto take_named = [&](int& slot) {
      const bool behind = slot != kAbsent && static_cast<size_t>(slot) < figure && at > figure;
      if (behind && FiguresLead(rule, match, rule.captures[i])) slot = static_cast<int>(at);
      take(slot);
    };
    switch (rule.captures[i]) {
      case CaptureRole::kDirection:
        take(slots.direction);
        break;
      case CaptureRole::kMeasure:
        take(slots.measure);
        break;
      case CaptureRole::kItem:
        take_named(slots.item);
        break;
      case CaptureRole::kSubject:
        take_named(slots.subject);
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

// "sold for $13 a kilo and could drop", "5 t a day as the expansion": what moves is something else.
bool BeginsAnew(const EventCell& cell) {
  constexpr uint64_t kBegins =
      BitOf(WordRole::kConjunction) | BitOf(WordRole::kArticle) | BitOf(WordRole::kFuture) | BitOf(WordRole::kForecast);
  const bool tied = cell.Is(WordRole::kNounPreposition) && !cell.Is(WordRole::kOwner) && cell.kind != kDateCell;
  return (cell.roles & kBegins) != 0 || tied;
}

// "takes in 49,300 refugees and cuts admissions", "600 programs since the cap": what stands behind is of another
// clause.
bool IsOfNextClause(const EventSentence& sentence, const EventRule& rule, const FigureRole& slots, size_t figure) {
  if (!rule.measure_behind) return false;
  const bool moves = slots.direction != kAbsent;
  const int behind = moves ? slots.direction : slots.measure;
  for (size_t at = figure + 1; behind != kAbsent && at < static_cast<size_t>(behind); ++at) {
    const EventCell& cell = sentence.cells[at];
    if (cell.Is(WordRole::kSince) || (moves && BeginsAnew(cell))) return true;
  }
  return false;
}

// "expects the five biggest companies to receive more than 60% of it", "equal to 50% of last year's shipments": a part,
// no level.
bool IsPartOfIt(const SentenceContext& context, size_t figure) {
  const auto cells = context.cells();
  if (context.kind_of(cells[figure].figure) != UnitKind::kPct) return false;
  if (figure + 1 < cells.size() && cells[figure + 1].kind == kDateCell && cells[figure + 1].possessive &&
      (cells[figure + 1].date_roles & BitOf(WordRole::kOwner)) != 0)
    return true;
  if (figure + 2 >= cells.size() || !cells[figure + 1].Is(WordRole::kOwner)) return false;
  const EventCell& whole = cells[figure + 2];
  return cells[figure + 1].kind != kDateCell && whole.Is(WordRole::kPronoun) && !whole.Is(WordRole::kOwnPronoun);
}

double Worth(const FigureRole& role) {
  const double order = role.rule->pairs ? kWorthOfOrder : 0;
  return role.rule->confidence + kWorthOfFigure * static_cast<double>(role.figures) + order;
}

// Where the surest rule makes no event, words of the text told before are a better guess than another rule's.
void PutGoingOnSecond(FigureRoles& roles) {
  for (auto first = roles.begin(); first != roles.end();) {
    const auto last =
        std::find_if(first, roles.end(), [&](const FigureRole& role) { return role.cell != first->cell; });
    std::stable_partition(first + 1, last, [](const FigureRole& role) { return role.rule->goes_on; });
    first = last;
  }
}

}  // namespace

void RankRoles(const SentenceContext& context, const EventRules& rules, FigureRoles& roles) {
  const EventSentence& sentence = *context.sentence;
  roles.clear();
  std::vector<PatternMatch> matches;
  rules.patterns->FindAll(sentence.tagged, matches);
  for (const PatternMatch& match : matches) {
    const EventRule& rule = rules.rules[match.pattern];
    size_t rank = 0;
    for (size_t i = 0; i < match.capture.size(); ++i) {
      if (!match.capture[i].found() || rule.captures[i] > CaptureRole::kSkip) continue;
      const size_t cell = match.capture[i].first;
      if (sentence.cells[cell].kind != kFigureCell) continue;
      FigureRole role = SlotsOf(rule, match, cell);
      if (IsOfNextClause(sentence, rule, role, cell)) continue;
      if (rule.captures[i] == CaptureRole::kLevel && rule.measure == kAbsent && IsPartOfIt(context, cell)) continue;
      role.role = rule.captures[i];
      role.cell = cell;
      role.rank = rank++;
      roles.push_back(role);
    }
  }
  std::stable_sort(roles.begin(), roles.end(), [](const FigureRole& a, const FigureRole& b) {
    return a.cell != b.cell ? a.cell < b.cell : Worth(a) > Worth(b);
  });
  PutGoingOnSecond(roles);
}

std::span<const FigureRole> RolesAt(const FigureRoles& roles, size_t cell) {
  const auto [first, last] = std::equal_range(roles.begin(), roles.end(), FigureRole{.cell = cell},
                                              [](const FigureRole& a, const FigureRole& b) { return a.cell < b.cell; });
  return {first, last};
}

}  // namespace tallywire::extract
