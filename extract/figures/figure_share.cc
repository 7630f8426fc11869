#include "extract/figures/figure_share.h"

#include <cmath>
#include <optional>

namespace tallywire::extract {
namespace {

// How many words may stand between a figure and the number behind it that shares its unit.
constexpr uint32_t kReach = 16;
// How many words stand between a change and the level it leads to.
constexpr uint32_t kStepReach = 4;
// Per cents beyond this are levels of something else: "fell 0.4 per cent to 13176".
constexpr double kMostRatio = 1000;

class Sharer {
 public:
  Sharer(const FigureContext& context, std::vector<Candidate>& candidates)
      : context_(context), view_(context.view), candidates_(candidates) {}

  void Run() {
    // From the end, so that a list "5,000, 6,000 and 7,000 tonnes" is filled from its last member.
    Candidate* next = nullptr;
    for (size_t i = candidates_.size(); i > 0; --i) {
      Candidate& c = candidates_[i - 1];
      if (c.dropped) continue;
      if (next != nullptr && Takes(c)) FromNext(c, *next);
      next = &c;
    }
    const Candidate* previous = nullptr;
    Step step;
    for (Candidate& c : candidates_) {
      if (c.dropped) continue;
      if (previous != nullptr && Takes(c)) {
        FromPrevious(c, *previous);
        if (c.bare()) FromStep(c, *previous, step);
      }
      if (previous != nullptr && EndsStep(*previous, c)) step = {previous, &c};
      // A conversion in brackets gives its unit to nothing behind it, nor does the 5 of "the 5 speed version".
      const bool conversion = previous != nullptr && c.first > 0 && view_.Is(c.first - 1, "(") && view_.Is(c.last, ")");
      if (!conversion && !c.noun.attributive) previous = &c;
    }
    for (size_t i = 0; i + 1 < candidates_.size(); ++i) TakeRateBehind(candidates_[i], candidates_[i + 1]);
  }

 private:
  // A per cent and the level it leads to: "fell 1% to 1,463 points".
  struct Step {
    const Candidate* change = nullptr;
    const Candidate* level = nullptr;
  };

  bool IsRatio(const Candidate& c) const {
    return c.unit.found() && context_.table.units[c.unit.unit].kind == UnitClass::kRatio;
  }

  // Whether `level` is where `change` leads to: nothing but "at", "to" or "to end at" stands between.
  bool LeadsTo(const Candidate& change, const Candidate& level) const {
    if (!IsRatio(change) || level.first <= change.last || level.first - change.last > kStepReach) return false;
    return static_cast<bool>(view_.LongestBefore(BeginOf(level), context_.words.level_link));
  }

  bool EndsStep(const Candidate& change, const Candidate& level) const {
    return level.unit.found() && !IsRatio(level) && LeadsTo(change, level);
  }

  // "rose 8% to 99.2 yuan and Sichuan rallied 7% to 47.6": the second level is measured as the first.
  void FromStep(Candidate& c, const Candidate& change, const Step& step) const {
    if (step.level == nullptr || !LeadsTo(change, c)) return;
    if (view_.reading().SentenceOf(step.level->first) != view_.reading().SentenceOf(c.first)) return;
    if (step.change->unit.unit == change.unit.unit) Give(*step.level, c);
  }

  static bool Takes(const Candidate& c) { return c.bare() && !c.number.fraction && !c.number.lone_one; }

  bool Gives(const Candidate& donor, const Candidate& taker, bool ratio_link) const {
    if (donor.bare() || donor.age || donor.number.times || donor.noun.attributive) return false;
    if (view_.reading().SentenceOf(donor.first) != view_.reading().SentenceOf(taker.first)) return false;
    if (!donor.unit.found()) return true;
    const UnitClass kind = context_.table.units[donor.unit.unit].kind;
    if (kind == UnitClass::kTime || donor.unit.hyphen) return false;
    if (kind != UnitClass::kRatio) return true;
    return ratio_link && std::abs(taker.value) < kMostRatio && !taker.number.grouped && taker.number.scale == 1;
  }

  static void Give(const Candidate& donor, Candidate& taker) {
    taker.unit = donor.unit;
    taker.noun = donor.noun;
  }

  // "22 burglaries, compared with an average of 20 per week"
  void TakeRate(Candidate& c) const { c.last = context_.units.TakeCountRate(c.last, c.unit); }

  // "400,000 yuan ($56,100) a ton": the rate behind the conversion is the one of both.
  void TakeRateBehind(Candidate& c, Candidate& conversion) const {
    const bool money = IsMoney(c) && IsMoney(conversion) && !c.dropped && !conversion.dropped;
    if (!money || c.unit.rate() || conversion.unit.rate()) return;
    if (!view_.Is(c.last, "(") || conversion.first != c.last + 1 || !view_.Is(conversion.last, ")")) return;
    context_.units.TakeRate(conversion.last + 1, c.unit);
    context_.units.TakeRate(conversion.last + 1, conversion.unit);
  }

  bool IsMoney(const Candidate& c) const {
    return c.unit.found() && context_.table.units[c.unit.unit].kind == UnitClass::kCurrency;
  }

  // The token behind the bound word, the sign or "an average of" that may stand in front of the number.
  uint32_t BeginOf(const Candidate& c) const {
    const auto bound = view_.LongestBefore(c.first, context_.words.bound_before);
    const uint32_t at = c.first - bound.tokens;
    return at - view_.LongestBefore(at, context_.words.share_over).tokens;
  }

  void FromPrevious(Candidate& c, const Candidate& previous) const {
    if (c.first - previous.last > kReach) return;
    if (view_.Is(c.first - 1, "(") && c.first == previous.last + 1) return FromOutside(c, previous);
    const auto link = view_.LongestBefore(BeginOf(c), context_.words.share_link);
    if (!link) return;
    // "rose by 2 percent but bonds fell by 1"
    const uint32_t before = BeginOf(c) - link.tokens;
    const bool moved =
        view_.Has(before, context_.numbers.moved) && view_.LongestBefore(before, context_.words.direction_verb);
    if (!Gives(previous, c, link.entry == 1 || moved)) return;
    if (link.entry == 0 && previous.noun.found() && !AreAlike(c, previous) && !IsMove(previous)) return;
    // "rose by 6 percent, from 216 to 229": what moved so much is no per cent itself.
    if (IsRatio(previous) && IsMove(previous) && !AreAlike(c, previous)) return;
    // Over a comma only in a list: nothing but the link between the two.
    if (view_.Is(before, ",") && link.tokens == 1 && before != previous.last) return;
    Give(previous, c);
    if (c.noun.found() && !c.unit.rate()) TakeRate(c);
  }

  // "25,000 tonnes (28,000 in 2018)": the same for another time, so not far from it in size.
  void FromOutside(Candidate& c, const Candidate& previous) const {
    if (AreAlike(c, previous) && Gives(previous, c, true)) Give(previous, c);
  }

  static bool AreAlike(const Candidate& c, const Candidate& other) {
    constexpr double kMostTimes = 20;
    return c.value < kMostTimes * other.value && other.value < kMostTimes * c.value;
  }

  // "fell by 300 jobs to 194,000", but "vacancies at firms with 300 staff came to 194,000"
  bool IsMove(const Candidate& c) const {
    const uint32_t begin = BeginOf(c);
    const bool by = begin > 0 && view_.Has(begin - 1, context_.numbers.moved);
    return by || view_.LongestBefore(begin, context_.words.direction_verb);
  }

  void FromNext(Candidate& c, const Candidate& next) const {
    const auto link = view_.LongestAt(c.last, context_.words.share_link);
    if (!link || !Gives(next, c, link.entry == 1)) return;
    if (c.last + link.tokens != BeginOf(next)) return;
    TakeScaleOf(next, c);
    Give(next, c);
  }

  const FigureContext& context_;
  const PhraseView& view_;
  std::vector<Candidate>& candidates_;
};

}  // namespace

void ShareUnits(const FigureContext& context, std::vector<Candidate>& candidates) { Sharer(context, candidates).Run(); }

}  // namespace tallywire::extract
