#include "extract/figures/figure_range.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

// How far in front of "from" a verb of change is looked for: "cut its forecast for the year from 5 to 4 million".
constexpr uint32_t kVerbReach = 10;
constexpr uint32_t kFromReach = 5;   // tokens between "from" and the number
constexpr uint32_t kLongestGap = 4;  // tokens between the two numbers of a range
constexpr double kThousand = 1000;
constexpr double kFirstYear = 1900;
constexpr double kLastYear = 2100;
constexpr double kWidestMove = 10;  // times its lower end
constexpr double kLastDay = 31;     // of a month
constexpr double kWidestFromDay = 100;
constexpr double kMostParts = 20;  // "a third to one", but not "by a third to 5,000 tonnes"

enum class Gap { kNone, kTo, kHyphen, kAnd, kOutOf };

class Joiner {
 public:
  Joiner(const FigureContext& context, std::vector<Candidate>& candidates)
      : context_(context), view_(context.view), candidates_(candidates) {}

  void Run() {
    for (size_t i = 0; i + 1 < candidates_.size(); ++i) Sum(i);
    for (size_t i = 0; i + 1 < candidates_.size(); ++i) JoinHyphen(i);
    for (size_t i = 0; i + 1 < candidates_.size(); ++i) JoinWords(i);
    for (Candidate& c : candidates_) c.dropped = c.dropped || IsHalfOfPair(c);
  }

 private:
  // Called only for a candidate that is kept itself: all searches together then pass each dropped one once.
  Candidate* Next(size_t i) {
    for (size_t k = i + 1; k < candidates_.size(); ++k) {
      if (!candidates_[k].dropped) return &candidates_[k];
    }
    return nullptr;
  }

  // Makes candidate `i` the range it begins, which holds its end, and may hold the number of a unit that only the range
  // takes: "$2-3 per 50-kilo bag".
  void Join(size_t i, const Candidate& range) {
    candidates_[i] = range;
    for (size_t k = i + 1; k < candidates_.size() && candidates_[k].first < range.last; ++k) {
      candidates_[k].dropped = true;
    }
  }

  bool Hyphened(const Candidate& a, const Candidate& b) const {
    return b.first == a.last + 1 && view_.IsHyphen(a.last) && (view_.Glued(a.last) == view_.Glued(b.first));
  }

  // "5\n\nand 7" are two paragraphs.
  bool Apart(const Candidate& a, const Candidate& b) const { return !view_.Unbroken(a.first, b.last); }

  Gap GapOf(const Candidate& a, const Candidate& b) const {
    if (b.first - a.last > kLongestGap || Apart(a, b)) return Gap::kNone;
    if (Hyphened(a, b)) return Gap::kHyphen;
    uint32_t at = a.last;
    const auto part = view_.LongestAt(at, context_.numbers.out_of);
    if (part && at + part.tokens == b.first) return Gap::kOutOf;
    if (view_.IsHyphen(at) && view_.Glued(at)) ++at;
    Gap gap = Gap::kNone;
    if (view_.Has(at, context_.numbers.range)) gap = Gap::kTo;
    if (view_.Has(at, context_.numbers.link)) gap = Gap::kAnd;
    if (gap == Gap::kNone) return gap;
    ++at;
    if (at < b.first && view_.IsHyphen(at)) ++at;
    return at == b.first ? gap : Gap::kNone;
  }

  bool SameUnit(const Candidate& a, const Candidate& b) const {
    return a.unit.found() && b.unit.found() && a.unit.unit == b.unit.unit;
  }

  // "5 ft 2 in", "3 dollars 50 cents", "15 dollars and 15".
  void Sum(size_t i) {
    Candidate& a = candidates_[i];
    Candidate& b = candidates_[i + 1];
    if (a.dropped || b.dropped || !a.unit.found() || a.unit.rate()) return;
    if (b.first > a.last + 1 || Apart(a, b)) return;
    const bool linked = view_.Has(a.last, context_.numbers.link) && b.first == a.last + 1;
    if (!linked && b.first != a.last) return;
    const Unit& major = context_.table.units[a.unit.unit];
    double parts = 0;
    if (b.unit.found()) {
      const Unit& minor = context_.table.units[b.unit.unit];
      const bool money = major.kind == UnitClass::kCurrency && minor.symbol.starts_with(major.symbol + "/");
      const bool length = major.symbol == "ft" && minor.symbol == "in";
      if (!money && !length) return;
      parts = minor.factor / major.factor;
    } else {
      const bool cents = major.kind == UnitClass::kCurrency && b.bare() && b.number.value < 100 &&
                         b.number.scale == 1 && a.number.scale == 1;
      if (!cents || (!linked && b.number.value < 10)) return;
      parts = 0.01;
    }
    a.value += b.value * parts;
    Absorb(a, b);
  }

  void JoinHyphen(size_t i) {
    Candidate& a = candidates_[i];
    if (a.dropped || a.high) return;
    Candidate* b = Next(i);
    if (b == nullptr || b->high || !Hyphened(a, *b) || Apart(a, *b)) return;
    const bool glued = view_.Glued(b->first);
    if (glued && view_.IsHyphen(b->last) && view_.Glued(b->last) && view_.IsDigits(b->last + 1)) {
      a.dropped = b->dropped = true;  // a telephone number, a date
      return;
    }
    Candidate trial = a;
    if (Merge(trial, *b)) {
      // "from 10.0-10.3 million", "4,000-6,000": no address and no score
      const bool amounts = b->number.scale >= kThousand || (a.number.grouped && b->number.grouped);
      const bool season = a.number.plain && a.number.value >= 1000 && b->number.plain && b->number.value < 100;
      if (trial.unit.found() || amounts || (trial.noun.found() && !season)) return Join(i, trial);
    }
    if (glued && !a.unit.found() && a.number.plain && b->number.plain) a.dropped = b->dropped = !b->unit.found();
  }

  // One of two hyphened numbers whose other one is no figure: an address, a score, a code.
  bool IsHalfOfPair(const Candidate& c) const {
    if (!c.number.digits || c.unit.found() || c.high) return false;
    const auto pair = [this](uint32_t hyphen, uint32_t number) {
      return view_.IsHyphen(hyphen) && view_.Glued(hyphen) && view_.IsDigits(number) && view_.Glued(hyphen + 1);
    };
    return pair(c.number.last, c.number.last + 1) ||
           (c.number.first > 1 && pair(c.number.first - 1, c.number.first - 2));
  }

  void JoinWords(size_t i) {
    Candidate& a = candidates_[i];
    if (a.dropped || a.high) return;
    Candidate* b = Next(i);
    if (b == nullptr || b->high) return;
    const Gap gap = GapOf(a, *b);
    switch (gap) {
      case Gap::kOutOf:
        return Divide(a, *b);
      case Gap::kTo:
        if (IsFractionOfStep(a, *b)) return;
        if (IsChange(a)) return ShareScale(a, *b);
        if (IsStep(a, *b) || IsYearAndAmount(a, *b)) return;
        break;
      case Gap::kAnd:
        if (!FollowsWord(a, context_.numbers.between)) return;
        break;
      default:
        return;
    }
    Candidate trial = a;
    if (Merge(trial, *b)) Join(i, trial);
  }

  // "nine out of ten voters", "one in five": a part of what is counted, as a fraction.
  void Divide(Candidate& a, Candidate& b) const {
    constexpr double kMostOfAll = 1e6;
    const bool time = b.unit.found() && context_.table.units[b.unit.unit].kind == UnitClass::kTime;
    if (!a.bare() || a.number.scale != 1 || a.number.fraction || b.number.fraction || time || b.age) return;
    if (a.value < 1 || a.value >= b.value || b.value > kMostOfAll || LooksLikeYear(b)) return;
    if (!b.noun.found() && !b.bare() && !b.unit.found()) return;
    a.value /= b.value;
    a.number.fraction = true;
    a.last = b.number.last;
    b.dropped = true;
  }

  static bool LooksLikeYear(const Candidate& c) {
    return c.number.plain && c.number.digits && c.number.value > kFirstYear && c.number.value < kLastYear;
  }

  // "its forecast for 2022 to 980,000 tonnes": a year, and what is forecast.
  static bool IsYearAndAmount(const Candidate& a, const Candidate& b) {
    constexpr double kFarApart = 4;
    return a.bare() && LooksLikeYear(a) && b.value > kFarApart * a.value;
  }

  // "Nov. 20", "May 5"
  bool FollowsName(const Candidate& a) const {
    if (a.first == 0) return false;
    const uint32_t dot = view_.Is(a.first - 1, ".") && a.first > 1 ? 1 : 0;
    return view_.token(a.first - 1 - dot).capital;
  }

  bool FollowsWord(const Candidate& a, Tag word) const {
    if (a.first == 0) return false;
    uint32_t at = a.first - 1;
    const auto bound = view_.LongestBefore(a.first, context_.words.bound_before);
    if (bound && bound.tokens <= at) at -= bound.tokens;
    return view_.Has(at, word);
  }

  // "from last year's 3", but "down from the 3 to 5 that it expected"
  bool FollowsFrom(const Candidate& a) const {
    if (FollowsWord(a, context_.numbers.from)) return true;
    if (a.first == 0 || !view_.reading().IsPossessive(a.first - 1)) return false;
    const uint32_t sentence = view_.reading().sentences[view_.reading().SentenceOf(a.first)].first;
    for (uint32_t at = a.first; at-- > sentence && a.first - at <= kFromReach;) {
      if (view_.Has(at, context_.numbers.from)) return true;
    }
    return false;
  }

  // "rose from 3 to 5 million": two levels, not a range.
  bool IsChange(const Candidate& a) const {
    if (!FollowsFrom(a)) return false;
    if (a.first > 1 && view_.Has(a.first - 2, context_.numbers.goes)) return true;
    const uint32_t sentence = view_.reading().sentences[view_.reading().SentenceOf(a.first)].first;
    const uint32_t reach = a.first > kVerbReach ? a.first - kVerbReach : 0;
    for (uint32_t at = std::max(sentence, reach); at < a.first; ++at) {
      if (view_.LongestAt(at, context_.words.direction_verb)) return true;
    }
    return false;
  }

  // "rose from 3 to 5 million": the scale stands once for both.
  static void ShareScale(Candidate& a, const Candidate& b) {
    const bool alike = (a.bare() && !b.money_sign) || (a.money_sign && b.money_sign && a.unit.unit == b.unit.unit);
    if (alike) TakeScaleOf(b, a);
  }

  // "fell 2 cents to 40 cents", "up by $43 billion to $419 billion": a change and the level it leads to.
  bool IsStep(const Candidate& a, const Candidate& b) const {
    if (!a.unit.found() || !b.unit.found() || context_.table.units[a.unit.unit].kind == UnitClass::kRatio) return false;
    uint32_t at = a.first;
    const auto bound = view_.LongestBefore(at, context_.words.bound_before);
    at -= bound.tokens;
    if (FollowsWord(a, context_.numbers.moved)) return true;
    return at > 0 && view_.LongestBefore(at, context_.words.direction_verb);
  }

  // "rose 5/8 to 34-1/8 dollars": a step, told in the money of the price that it leads to.
  bool IsFractionOfStep(Candidate& a, const Candidate& b) const {
    const bool step = a.number.fraction && a.number.digits && !a.unit.found() && !a.noun.found() && b.unit.found() &&
                      !b.number.fraction;
    if (!step || !view_.LongestBefore(a.first, context_.words.direction_verb)) return false;
    if (context_.table.units[b.unit.unit].kind == UnitClass::kCurrency) a.unit = b.unit;
    return true;
  }

  // Makes `a` the range from a to b; false where they do not belong together.
  bool Merge(Candidate& a, const Candidate& b) const {
    if (a.number.times || b.number.times || a.noun.found() || (a.age && b.noun.found())) return false;
    if ((a.unit.found() && !a.money_sign && !SameUnit(a, b))) return false;
    if (a.unit.found() && b.unit.found() && !SameUnit(a, b)) return false;
    if (a.money_sign && !b.unit.found() && b.noun.found()) return false;
    // "by a third to 500,000 tonnes": a change, and a level.
    if (a.number.fraction && !b.number.fraction && b.number.value > kMostParts) return false;
    // "fell 2% on Nov. 20 to $8,400": a day, and a level.
    const bool day = a.bare() && a.number.mantissa <= kLastDay && a.number.scale == 1 && b.number.scale == 1;
    if (day && FollowsName(a) && b.value > kWidestFromDay * a.value) return false;
    // "rose in 2023 to 52 billion": a year, and a level.
    if (LooksLikeYear(a) && a.bare() && (b.number.scale > 1 || b.number.mantissa < kThousand)) return false;
    double low = a.value;
    double high = b.value;
    const bool share =
        a.number.scale == 1 && b.number.scale > 1 && !a.number.grouped && a.number.mantissa < b.number.mantissa;
    if (share) low *= b.number.scale;
    // "by 1,250 to 20,750": so wide a range nobody means.
    if (a.bare() && high > kWidestMove * low && FollowsWord(a, context_.numbers.moved)) return false;
    if (share) a.number.scale = b.number.scale;
    if (!a.unit.found() && b.unit.found() && b.unit.scale != 1) low *= b.unit.scale;
    if (a.value < 0 && b.value > 0 && a.bare()) return false;
    if (low >= high) return false;
    a.value = low;
    a.high = high;
    a.age = a.age || b.age;
    if (b.unit.found() && (!a.unit.found() || b.unit.rate())) a.unit = b.unit;
    a.noun = b.noun;
    if (b.noun.found()) a.unit = b.unit;
    a.last = b.last;
    // "$325-335 per tonne"
    if (a.money_sign && b.bare() && !a.unit.rate()) a.last = context_.units.TakeRate(a.last, a.unit);
    return true;
  }

  static void Absorb(Candidate& a, Candidate& b) {
    a.last = b.last;
    b.dropped = true;
  }

  const FigureContext& context_;
  const PhraseView& view_;
  std::vector<Candidate>& candidates_;
};

}  // namespace

void TakeScaleOf(const Candidate& donor, Candidate& taker) {
  constexpr double kMostTimes = 20;
  const double scale = donor.number.scale;
  if (scale < kThousand || taker.number.scale != 1 || taker.number.grouped || taker.number.fraction) return;
  if (taker.number.mantissa >= kThousand || taker.number.mantissa > kMostTimes * donor.number.mantissa) return;
  taker.value *= scale;
  taker.number.scale = scale;
}

void JoinRanges(const FigureContext& context, std::vector<Candidate>& candidates) { Joiner(context, candidates).Run(); }

}  // namespace tallywire::extract
