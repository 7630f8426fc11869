#include "extract/figures/figure_scanner.h"

#include "extract/figures/figure_phone.h"
#include "extract/figures/figure_reject.h"
#include "extract/figures/unit_base.h"
#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

constexpr double kFirstYear = 1900;
constexpr size_t kManyFigures = 32;  // more than most texts have

class Scanner {
 public:
  explicit Scanner(const FigureContext& context)
      : context_(context),
        view_(context.view),
        reader_(context.numbers, context.view, context.style),
        nouns_(context.words, context.view) {}

  std::vector<Candidate> Run() {
    found_.reserve(kManyFigures);
    for (uint32_t at = NextNumber(0); at < view_.size(); at = NextNumber(at)) {
      Candidate candidate;
      const uint32_t next = Read(at, candidate);
      if (candidate.last > 0) {
        at = std::max(at + 1, candidate.last);
        found_.push_back(std::move(candidate));
      } else {
        at = std::max(at + 1, next);
      }
    }
    return std::move(found_);
  }

 private:
  // Where the next number may begin from `at` on.
  uint32_t NextNumber(uint32_t at) const {
    const std::span<const uint8_t> marks(view_.reading().marks);
    for (;; ++at) {
      at = NextMarked(marks, at, view_.size(), kMarkNumber | kMarkPoint);
      if (at == view_.size() || NumberWords::CanBegin(view_, at) || IsDecimalPoint(at)) return at;
    }
  }

  // " .5", of a full stop
  bool IsDecimalPoint(uint32_t at) const { return view_.IsDigits(at + 1) && view_.Glued(at + 1) && !view_.Glued(at); }

  // Reads the candidate at `at`; leaves it empty where there is no figure. Returns the token to go on from.
  uint32_t Read(uint32_t at, Candidate& c) {
    const uint32_t name_end = EndOfName(context_, at);
    if (name_end > at) return name_end;
    if (const uint32_t phone_end = EndOfPhone(context_, at); phone_end > at) return phone_end;
    UnitMark sign = context_.units.ReadSign(at);
    if (sign.found() && !found_.empty() && sign.first < found_.back().last) sign = {};
    Number number;
    const NumberKind kind = reader_.ReadAt(at, sign.found(), number);
    if (kind == NumberKind::kNone) return at + 1;
    if (kind == NumberKind::kRefused) return number.last;
    if (!sign.found() && (IsCode(context_, number) || IsClock(context_, number))) return number.last;
    c.number = number;
    c.first = at;
    c.last = number.last;
    c.value = number.value;
    c.high = number.high;
    if (number.direction != 0) c.direction = number.direction == 'u' ? Direction::kUp : Direction::kDown;
    if (sign.found()) {
      TakeSign(sign, c);
    } else if (!number.times) {
      TakeUnit(c);
    }
    TakeMinus(c);
    const bool behind_figure = !found_.empty() && found_.back().last == c.first;
    const bool pronoun = number.lone_one && !c.unit.found() && !IsPart(at) && (c.bare() || !TakesOne(at));
    if (pronoun || IsNoFigure(context_, c, behind_figure) || FollowsRejected(c)) {
      const uint32_t next = c.number.last;
      if (!number.lone_one) rejected_end_ = next;
      c = Candidate{};
      return next;
    }
    return c.last;
  }

  // "Sections 7 and 9": what is no figure draws the next bare number along.
  bool FollowsRejected(const Candidate& c) const {
    if (rejected_end_ == 0 || !c.bare() || !c.number.plain || c.first != rejected_end_ + 1) return false;
    return view_.Is(rejected_end_, ",") || view_.IsHyphen(rejected_end_) ||
           view_.Has(rejected_end_, context_.numbers.link) || view_.Has(rejected_end_, context_.numbers.choice) ||
           view_.Has(rejected_end_, context_.numbers.range);
  }

  // "one in five"; "one in a row" and the like are left over when no number follows.
  bool IsPart(uint32_t at) const {
    const auto part = view_.LongestAt(at + 1, context_.numbers.out_of);
    const uint32_t whole = at + 1 + part.tokens;
    Number number;
    return part && whole < view_.size() && NumberWords::CanBegin(view_, whole) &&
           reader_.ReadAt(whole, false, number) == NumberKind::kNumber && number.value > 1 && number.value < kFirstYear;
  }

  // "one" is left alone as a pronoun and in set phrases.
  bool TakesOne(uint32_t at) const {
    if (view_.Has(at + 1, context_.numbers.whole)) return static_cast<bool>(nouns_.ReadAfterOneOf(at + 1).found());
    if (view_.Has(at + 1, context_.words.one_not_before)) return false;
    return at == 0 || !view_.LongestBefore(at, context_.words.one_not_behind);
  }

  void TakeSign(const UnitMark& sign, Candidate& c) const {
    c.money_sign = true;
    c.unit = sign;
    c.first = sign.first;
    if (sign.scale != 1) c.value = WithoutRoundingError(c.value * sign.scale);
    c.last = context_.units.TakeTrailing(c.last, c.unit);
    c.last = context_.units.TakeRate(c.last, c.unit);
  }

  void TakeUnit(Candidate& c) const {
    const bool part = !found_.empty() && found_.back().unit.found() && found_.back().last == c.first;
    c.unit = context_.units.ReadAfter(c.last, {c.number.digits, c.value, part});
    if (!c.unit.found() && c.number.fraction) TakeUnitOfFraction(c);
    if (c.unit.found()) {
      c.last = c.unit.last;
      if (c.unit.scale != 1) c.value = WithoutRoundingError(c.value * c.unit.scale);
      // "75 USD million"
      if (c.number.scale == 1 && context_.table.units[c.unit.unit].kind == UnitClass::kCurrency) TakeLateScale(c);
      if (!c.unit.hyphen) c.last = context_.units.TakeRate(c.last, c.unit);
      return;
    }
    if (IsAge(c)) {
      c.age = true;
      return;
    }
    if (c.number.high) return TakeOfUnit(c);
    if (c.number.lone_one) {
      c.noun = view_.Has(c.last, context_.numbers.whole) ? nouns_.ReadAfterOneOf(c.last) : nouns_.ReadAfterOne(c.last);
    } else if (!c.number.fraction) {
      // "against 4.13 million twelve months before": another number
      const bool number = view_.LongestAt(c.last, context_.numbers.word) && !view_.IsHyphen(c.last + 1);
      if (!number) c.noun = nouns_.ReadAfter(c.last);
      if (!c.noun.found()) TakeSharedNoun(c);
      if (c.bare()) TakeBehindBound(c);
      if (c.bare()) TakeNounBefore(c);
      if (c.bare()) c.age = FollowsAgeWord(c);
    }
    if (!c.noun.found()) return;
    if (c.noun.last > c.last) c.last = c.noun.last;
    TakeNounRate(c);
  }

  // Whether the text or its paragraph ends in front of token `at`.
  bool IsAtEnd(uint32_t at) const { return at >= view_.size() || view_.token(at).blank_before; }

  // "half an hour", "a quarter of a percentage point", "1/16 of a pint"
  void TakeUnitOfFraction(Candidate& c) const {
    if (IsAtEnd(c.last)) return;
    uint32_t at = c.last;
    const bool of = view_.Has(at, context_.numbers.whole);
    if (of) ++at;
    if (!view_.Has(at, context_.numbers.article)) return;
    c.unit = context_.units.ReadAfter(at + 1, {false, 1});
    if (c.unit.found() && context_.table.units[c.unit.unit].kind == UnitClass::kCount && !of) return;
  }

  // "218 million of the 271 million tonnes", "218 of its 271 million tonnes": a part in the unit of its whole.
  void TakeUnitOfWhole(Candidate& c) const {
    const bool named = view_.Has(c.last + 1, context_.words.one_of_before);
    const uint32_t at = c.last + (named ? 2 : 1);
    Number whole;
    if (IsAtEnd(at) || !view_.IsDigits(at) || reader_.ReadAt(at, false, whole) != NumberKind::kNumber) return;
    const UnitMark unit = context_.units.ReadAfter(whole.last, {true, whole.value});
    if (!unit.found() || unit.hyphen || context_.table.units[unit.unit].kind != UnitClass::kMeasure) return;
    if (c.number.digits && c.number.scale == 1 && c.value * whole.scale <= whole.value) c.value *= whole.scale;
    c.unit = unit;
    c.unit.last = c.last;
  }

  // "two of the minister's deputies"; "eight million 250 ml bottles", "600,000 170-kg bales", whose inner figure stays
  // a figure of its own.
  void TakeSharedNoun(Candidate& c) const {
    const uint32_t end = c.last;
    if (IsAtEnd(end)) return;
    CountedNoun noun;
    if (view_.Has(end, context_.numbers.whole)) {
      TakeUnitOfWhole(c);
      if (c.unit.found()) return;
      noun = nouns_.ReadAfterOf(end);
      if (!noun.found()) return;
      c.noun = noun;
      c.noun.last = end;
      return;
    }
    const bool bracket = view_.Is(end, "(");
    const uint32_t inner = end + (bracket ? 1 : 0);
    if (!view_.IsDigits(inner)) return;
    Number number;
    if (reader_.ReadAt(inner, false, number) != NumberKind::kNumber) return;
    const UnitMark unit = context_.units.ReadAfter(number.last, {true, number.value});
    if (!unit.found() || context_.table.units[unit.unit].kind != UnitClass::kMeasure) return;
    const uint32_t behind = unit.last + (bracket && view_.Is(unit.last, ")") ? 1 : 0);
    const UnitMark outer = context_.units.ReadAfter(behind, {true, c.value});
    if (outer.found() && !outer.hyphen) {
      c.unit = outer;
      c.unit.last = end;
      return;
    }
    c.noun = nouns_.ReadAfter(behind);
    if (c.noun.found()) c.noun.last = end;
  }

  // "another pick or two"
  void TakeNounBefore(Candidate& c) const {
    constexpr uint32_t kShortest = 3;
    if (c.first < kShortest || !view_.Has(c.first - 1, context_.numbers.choice)) return;
    const uint32_t at = c.first - 2;
    if (!view_.Has(at - 1, context_.numbers.article) && !view_.Has(at - 1, context_.numbers.more)) return;
    c.unit = context_.units.ReadAfter(at, {false, c.value});
    if (!c.unit.found()) c.noun = nouns_.ReadAfterOne(at);
    if (c.unit.found() && c.unit.last != c.first - 1) c.unit = {};
    if (c.noun.found()) c.noun.last = c.last;
  }

  // "30 or more dealers", "200-odd members", "40+ countries"
  void TakeBehindBound(Candidate& c) const {
    const auto bound = view_.LongestAt(c.last, context_.words.bound_after);
    if (!bound || view_.token(c.last).blank_before) return;
    const uint32_t at = c.last + bound.tokens;
    c.unit = context_.units.ReadAfter(at, {c.number.digits, c.value});
    if (c.unit.hyphen) c.unit = {};
    if (c.unit.found()) {
      if (c.unit.scale != 1) c.value = WithoutRoundingError(c.value * c.unit.scale);
      c.last = context_.units.TakeRate(c.unit.last, c.unit);
    } else {
      c.noun = nouns_.ReadAfter(at);
    }
    if (!c.bare()) c.bound_inside = static_cast<Bound>(bound.entry);
  }

  void TakeLateScale(Candidate& c) const {
    const auto hit = view_.LongestBehind(c.last, context_.numbers.word);
    if (!hit) return;
    const auto& word = context_.numbers.words[hit.entry];
    if (word.kind != NumberWords::Kind::kScale || word.value < 1000) return;
    c.value *= word.value;
    c.last += hit.tokens;
  }

  void TakeOfUnit(Candidate& c) const {
    if (IsAtEnd(c.last)) return;
    const bool of = view_.Has(c.last, context_.numbers.whole);
    const uint32_t at = c.last + (of ? 1 : 0);
    const UnitMark unit = context_.units.ReadAfter(at, {false, c.value});
    if (unit.found() && !unit.hyphen) {
      c.unit = unit;
      c.last = unit.last;
      return;
    }
    c.noun = nouns_.ReadAfter(at);
    if (c.noun.found()) c.last = c.noun.last;
  }

  // "1.2 million vehicles a year"
  void TakeNounRate(Candidate& c) const {
    c.unit = {};
    c.last = context_.units.TakeCountRate(c.last, c.unit);
  }

  // ", 65," behind a name, or behind "aged".
  bool IsAge(const Candidate& c) const {
    if (!c.number.plain || c.value < 1 || c.value > 120 || c.number.first == 0) return false;
    if (view_.token(c.number.first).blank_before) return false;
    if (view_.LongestBefore(c.number.first, context_.words.age)) return true;
    if (!c.number.digits || c.number.first < 2 || !view_.Is(c.number.first - 1, ",")) return false;
    if (!view_.Is(c.last, ",") && !view_.Is(c.last, ".")) return false;
    return view_.IsWord(c.number.first - 2) && view_.token(c.number.first - 2).capital;
  }

  // "the retirement age rises to 67", "life expectancy for men is around 73"
  bool FollowsAgeWord(const Candidate& c) const {
    constexpr uint32_t kAgeReach = 12;
    constexpr double kYoungest = 10;
    constexpr double kOldest = 110;
    if (!c.number.plain || !c.number.digits || c.value < kYoungest || c.value > kOldest) return false;
    const uint32_t sentence = view_.reading().sentences[view_.reading().SentenceOf(c.first)].first;
    for (uint32_t at = c.first; at > sentence && c.first - at < kAgeReach; --at) {
      if (view_.LongestAt(at - 1, context_.words.age_near)) return true;
    }
    return false;
  }

  // "-1.3", "minus 5": a sign that is no hyphen between words.
  void TakeMinus(Candidate& c) const {
    if (c.first == 0 || view_.token(c.first).blank_before) return;
    const uint32_t at = c.first - 1;
    if (view_.Has(at, context_.numbers.minus)) {
      c.value = -c.value;
      c.first = at;
      return;
    }
    const bool hyphen = view_.IsHyphen(at);
    if (hyphen && at > 0 && view_.Glued(at) && view_.Has(at - 1, context_.numbers.minus)) {
      c.value = -c.value;
      c.first = at - 1;
      return;
    }
    if (!view_.Glued(c.first) || !c.number.digits) return;
    const bool plus = view_.Is(at, "+");
    if (!hyphen && !plus) return;
    if (view_.Glued(at) && !view_.Is(at - 1, "(")) return;
    // "-20200701-" stands between hyphens.
    if (hyphen && view_.IsHyphen(c.number.last) && view_.Glued(c.number.last) && !view_.IsDigits(c.number.last + 1))
      return;
    c.first = at;
    if (hyphen) c.value = -c.value;
    c.direction = hyphen ? Direction::kDown : Direction::kUp;
  }

  const FigureContext& context_;
  const PhraseView& view_;
  const NumberReader reader_;
  const NounReader nouns_;
  std::vector<Candidate> found_;
  uint32_t rejected_end_ = 0;  // behind the last number that was no figure
};

}  // namespace

std::vector<Candidate> ScanFigures(const FigureContext& context) { return Scanner(context).Run(); }

}  // namespace tallywire::extract
