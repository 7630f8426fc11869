#include "extract/figures/figure_bound.h"

namespace tallywire::extract {
namespace {

Direction DirectionOf(uint32_t entry) { return static_cast<Direction>(entry & ~FigureWords::kUnitsOnly); }

class Binder {
 public:
  Binder(const FigureContext& context, Candidate& candidate) : context_(context), view_(context.view), c_(candidate) {}

  void Before(const Candidate* previous) {
    const uint32_t floor = previous == nullptr ? 0 : previous->bound_last;
    c_.bound_first = c_.first;
    c_.bound_last = c_.last;
    const auto hit = view_.LongestBefore(c_.first, context_.words.bound_before);
    if (hit && Compares(previous, c_.first - hit.tokens, static_cast<Bound>(hit.entry))) return;
    if (hit && c_.first - hit.tokens >= floor && !IsDuring(c_.first - hit.tokens) && !EndsVerb(c_.first - hit.tokens)) {
      c_.bound = static_cast<Bound>(hit.entry);
      c_.bound_first = c_.first - hit.tokens;
      return;
    }
    if (c_.first < 2 || !view_.IsHyphen(c_.first - 1) || !view_.Glued(c_.first)) return;
    const auto prefix = view_.LongestBefore(c_.first - 1, context_.words.bound_prefix);
    if (!prefix || c_.first - 1 - prefix.tokens < floor) return;
    c_.bound = static_cast<Bound>(prefix.entry);
    c_.bound_first = c_.first - 1 - prefix.tokens;
  }

  // `next`: where the figure behind begins.
  void After(uint32_t next) {
    if (c_.bound_inside && c_.bound == Bound::kExact) c_.bound = *c_.bound_inside;
    const auto hit = view_.LongestAt(c_.last, context_.words.bound_after);
    if (!hit || view_.token(c_.last).blank_before) return;
    // "+" and "plus" in front of another number add up.
    const uint32_t end = c_.last + hit.tokens;
    if (next < end) return;  // "R3 +R3": the sign is the other one's
    if (end < view_.size() && (view_.IsDigits(end) || view_.TextOf(end) == "$")) return;
    // "76 leopards and up to 110 buffaloes": the last word begins the next one's bound.
    if (view_.LongestAt(end - 1, context_.words.bound_before).tokens > 1) return;
    if (c_.bound == Bound::kExact) c_.bound = static_cast<Bound>(hit.entry);
    c_.bound_last = end;
  }

  // A conversion in brackets is bounded as what it converts: "below 8.9 ksi (61.4 MPa)".
  void Convert(const Candidate& previous) {
    if (c_.bound != Bound::kExact || previous.bound == Bound::kExact || !c_.unit.found() || !previous.unit.found())
      return;
    const bool bracketed = view_.Is(previous.bound_last, "(") && c_.bound_first == previous.bound_last + 1;
    const Unit& from = context_.table.units[previous.unit.unit];
    const Unit& to = context_.table.units[c_.unit.unit];
    if (bracketed && from.dimension == to.dimension) c_.bound = previous.bound;
  }

  void Direct(const Candidate* previous) {
    if (c_.direction != Direction::kNone) return;
    uint32_t at = c_.bound_first;
    for (int step = 0; step < 3 && at > 0; ++step) {
      const auto verb = view_.LongestBefore(at, context_.words.direction_verb);
      if (verb) {
        const bool counts = (verb.entry & FigureWords::kUnitsOnly) != 0 && !c_.unit.found();
        if (!counts) c_.direction = DirectionOf(verb.entry);
        return;
      }
      const auto between = view_.LongestBefore(at, context_.words.direction_between);
      if (!between) break;
      at -= between.tokens;
    }
    if (const auto moved = MovedBy(); moved != Direction::kNone) {
      c_.direction = moved;
      return;
    }
    if (previous != nullptr && previous->direction != Direction::kNone && Joins(previous->bound_last)) {
      c_.direction = previous->direction;
      return;
    }
    if (!c_.unit.found()) return;
    const auto higher = view_.LongestBehind(c_.bound_last, context_.words.higher);
    if (higher) c_.direction = static_cast<Direction>(higher.entry);
    if (higher || c_.bound_last != c_.last) return;
    const auto noun = view_.LongestBehind(c_.last, context_.words.direction_noun);
    if (noun) c_.direction = static_cast<Direction>(noun.entry);
  }

 private:
  // "cut imports of tea by 5 percent": a verb of change some words in front of "by", nothing else to move between.
  Direction MovedBy() const {
    constexpr uint32_t kReach = 7;
    if (!c_.unit.found() || c_.bound != Bound::kExact || c_.bound_first < 2 ||
        !view_.Has(c_.bound_first - 1, context_.numbers.moved))
      return Direction::kNone;
    uint32_t at = c_.bound_first - 1;
    for (uint32_t step = 0; step < kReach && at > 0; ++step) {
      const Token& before = view_.token(at - 1);
      if (before.kind != TokenKind::kWord || view_.token(at).newline_before) break;
      if (const auto verb = view_.LongestBefore(at, context_.words.direction_verb)) {
        return DirectionOf(verb.entry);
      }
      --at;
    }
    return Direction::kNone;
  }

  // "lost 190 points, or 0.6%"
  bool Joins(uint32_t from) const {
    uint32_t at = from;
    if (view_.Is(at, ",")) ++at;
    if (view_.Has(at, context_.numbers.choice)) ++at;
    return at > from && at == c_.bound_first;
  }

  // "2 per cent higher than 358 tonnes", "46,000 more than twelve months earlier": by so much more than that.
  bool Compares(const Candidate* previous, uint32_t at, Bound bound) const {
    const bool beyond = bound == Bound::kMoreThan || bound == Bound::kLessThan;
    if (!beyond || previous == nullptr || previous->bound_last != at) return false;
    const bool time = c_.unit.found() && context_.table.units[c_.unit.unit].kind == UnitClass::kTime;
    return previous->unit.found() || time;
  }

  // "edged up to 4.2%", "added up to 5 million": the bound's first word belongs to the verb.
  bool EndsVerb(uint32_t at) const {
    if (at + 1 >= c_.first) return false;
    const auto verb = view_.LongestBefore(at + 1, context_.words.direction_verb);
    return verb.tokens > 1 || view_.LongestBefore(at + 1, context_.words.bound_verb);
  }

  // "over three years" spans them.
  bool IsDuring(uint32_t at) const {
    const bool time = c_.unit.found() && context_.table.units[c_.unit.unit].kind == UnitClass::kTime;
    return time && c_.first == at + 1 && view_.Has(at, context_.words.during) &&
           !(at > 0 && view_.LongestBefore(at, context_.words.during_unless));
  }

  const FigureContext& context_;
  const PhraseView& view_;
  Candidate& c_;
};

}  // namespace

void BindFigures(const FigureContext& context, std::vector<Candidate>& candidates) {
  const Candidate* previous = nullptr;
  for (size_t i = 0; i < candidates.size(); ++i) {
    Candidate& candidate = candidates[i];
    if (candidate.dropped) continue;
    size_t behind = i + 1;
    while (behind < candidates.size() && candidates[behind].dropped) ++behind;
    Binder binder(context, candidate);
    binder.Before(previous);
    binder.After(behind < candidates.size() ? candidates[behind].first : context.view.size());
    if (previous != nullptr) binder.Convert(*previous);
    binder.Direct(previous);
    previous = &candidate;
  }
}

}  // namespace tallywire::extract
