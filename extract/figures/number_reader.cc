#include "extract/figures/number_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

using Kind = NumberWords::Kind;

// Longer runs of digits are identifiers, not amounts; the largest figures of the news have 16.
constexpr size_t kMostDigits = 24;
constexpr double kThousand = 1000;

// 1.1 * 1e6 is 1100000.0000000002: what people wrote has fewer than 15 digits, so the nearest such number is meant.
double Tidy(double value) {
  constexpr int kDigits = 14;
  constexpr double kWhole = 1e14;  // whole numbers below it have no more digits
  if (std::abs(value) < kWhole && value == std::trunc(value)) return value;
  std::array<char, 40> text{};
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, kDigits);
  if (error == std::errc{}) std::from_chars(text.data(), end, value);
  return value;
}

double ParseDecimal(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Collects the digits of a number, group by group.
class DigitScanner {
 public:
  DigitScanner(const PhraseView& view, uint32_t at, NumberStyle style)
      : view_(view), comma_(style.decimal_comma), spaces_(style.space_groups), next_(at) {}

  // Reads all groups; false where the digits are no number (too long, a version, a dotted date).
  bool Run() {
    first_ = view_.TextOf(next_);
    text_ = first_;
    ++next_;
    if ((comma_ || !TakeGroups(",", ".")) && !TakeGroups(".", ",")) {
      if (!grouped_) TakeSpaceGroups();
      TakeDecimals(".") || TakeDecimals(",");
    }
    if (text_.size() > kMostDigits) return false;
    // A further glued group means a version, an address, an ISO date or the like.
    return !(More(".") || More(","));
  }

  uint32_t next() const { return next_; }
  bool grouped() const { return grouped_; }
  bool decimals() const { return decimals_; }
  const std::string& text() const { return text_; }

 private:
  // Is there `mark`, glued on both sides, followed by digits?
  bool More(std::string_view mark) const {
    return view_.Glued(next_) && view_.Is(next_, mark) && view_.IsDigits(next_ + 1) && view_.Glued(next_ + 1);
  }

  // Groups of three behind `mark` (of two inside, three at the end, as in 12,34,567). A single dot group is a decimal
  // fraction instead, unless the language writes a decimal comma: 1.234.
  bool TakeGroups(std::string_view mark, std::string_view decimal) {
    if (first_.size() > 3 || !More(mark)) return false;
    std::string text(first_);
    uint32_t at = next_;
    size_t groups = 0;
    while (view_.Glued(at) && view_.Is(at, mark) && view_.IsDigits(at + 1) && view_.Glued(at + 1)) {
      const std::string_view group = view_.TextOf(at + 1);
      const bool more = view_.Glued(at + 2) && view_.Is(at + 2, mark) && view_.IsDigits(at + 3) && view_.Glued(at + 3);
      if (group.size() != 3 && !(group.size() == 2 && more)) return false;
      text += group;
      at += 2;
      ++groups;
    }
    const bool more_decimals =
        view_.Glued(at) && view_.Is(at, decimal) && view_.IsDigits(at + 1) && view_.Glued(at + 1);
    if (mark == "." && groups == 1 && !more_decimals && !comma_) return false;
    if (first_ == "0") return false;
    text_ = std::move(text);
    next_ = at;
    grouped_ = true;
    if (more_decimals) TakeDecimals(decimal);
    return true;
  }

  // 816 000: groups of three behind a thin or no-break space, or behind a plain one where nothing speaks against it.
  void TakeSpaceGroups() {
    if (first_.size() > 3 || first_.front() == '0') return;
    while (view_.IsDigits(next_) && view_.TextOf(next_).size() == 3 && SpaceGroups(next_)) {
      text_ += view_.TextOf(next_);
      ++next_;
      grouped_ = true;
    }
  }

  bool SpaceGroups(uint32_t at) const {
    const std::string_view text = view_.reading().text;
    const std::string_view gap = text.substr(view_.token(at - 1).end, view_.token(at).start - view_.token(at - 1).end);
    if (gap == "\u00a0" || gap == "\u2009" || gap == "\u202f" || gap == "\u2007") return true;
    if (gap != " ") return false;
    // With plain spaces "15 100 metre runs" and "table 12 300" would do as well: ask for round thousands, groups
    // already begun, a decimal comma, which goes with them, a group that is no number of its own ("1 050"), or a text
    // that has such.
    return grouped_ || spaces_ || view_.TextOf(at).substr(1) == "00" || view_.TextOf(at).front() == '0' ||
           (view_.IsDigits(at + 1) && view_.TextOf(at + 1).size() == 3) || DecimalComma(at + 1);
  }

  bool DecimalComma(uint32_t at) const {
    constexpr size_t kMostDecimals = 2;
    return view_.Glued(at) && view_.Is(at, ",") && view_.IsDigits(at + 1) && view_.Glued(at + 1) &&
           view_.TextOf(at + 1).size() <= kMostDecimals;
  }

  bool TakeDecimals(std::string_view mark) {
    if (!More(mark)) return false;
    const std::string_view digits = view_.TextOf(next_ + 1);
    // In English a comma in front of one or two digits is a decimal comma only in foreign figures; three are a group.
    if (mark == "," && digits.size() > 2 && !grouped_ && !comma_) return false;
    text_ += '.';
    text_ += digits;
    next_ += 2;
    decimals_ = true;
    return true;
  }

  const PhraseView& view_;
  bool comma_;   // the language writes a decimal comma
  bool spaces_;  // the text groups by spaces
  uint32_t next_;
  std::string_view first_;
  std::string text_;
  bool grouped_ = false;
  bool decimals_ = false;
};

}  // namespace

bool GroupsBySpaces(const PhraseView& view) {
  const std::span<const uint8_t> marks(view.reading().marks);
  const auto group = [&](uint32_t at) {
    return view.IsDigits(at) && view.TextOf(at).size() == 3 && view.token(at).space_before &&
           !view.token(at).blank_before;
  };
  bool thousands = false;  // "154 000"
  bool commas = false;     // "1,540"
  int behind_words = 0;    // "cut to 2 167 tons": twice is no chance, where a month ("May 12 500 tons") is none of them
  for (uint32_t at = NextMarked(marks, 0, view.size(), kMarkNumber); at < view.size();
       at = NextMarked(marks, at + 1, view.size(), kMarkNumber)) {
    if (!view.IsDigits(at)) continue;
    commas = commas || (view.Glued(at + 1) && view.Is(at + 1, ",") && view.IsDigits(at + 2) && view.Glued(at + 2));
    if (!group(at + 1)) continue;
    const bool first =
        view.TextOf(at).size() <= 3 && view.TextOf(at).front() != '0' && (at == 0 || !view.IsDigits(at - 1));
    const bool none_of_its_own = view.TextOf(at + 1).front() == '0' && view.TextOf(at + 1) != "000";
    if (first && (none_of_its_own || group(at + 2))) return true;
    thousands = thousands || (first && view.TextOf(at + 1) == "000");
    if (first && at > 0 && (marks[at - 1] & kMarkBig) == 0) ++behind_words;
  }
  return (thousands || behind_words > 1) && !commas;
}

const NumberWords::Word* NumberReader::WordAt(uint32_t at, Tag tag) const {
  const auto hit = view_.LongestAt(at, tag);
  return hit ? &words_.words[hit.entry] : nullptr;
}

NumberKind NumberReader::ReadAt(uint32_t at, bool money, Number& number) const {
  number = Number{};
  number.first = at;
  const bool point = view_.Is(at, ".") && view_.IsDigits(at + 1) && view_.Glued(at + 1) && !view_.Glued(at);
  if (view_.IsDigits(at) || point) return ReadDigits(at, money, number);
  for (const auto read : {&NumberReader::ReadVulgar, &NumberReader::ReadMultiple, &NumberReader::ReadArticled,
                          &NumberReader::ReadFraction, &NumberReader::ReadWords, &NumberReader::ReadVagueScale}) {
    if (!(this->*read)(at, number)) continue;
    if (view_.Unbroken(at, number.last)) {
      number.value = Tidy(number.value);
      return NumberKind::kNumber;
    }
    number = Number{};
    number.first = at;
  }
  return NumberKind::kNone;
}

NumberKind NumberReader::ReadDigits(uint32_t at, bool money, Number& number) const {
  number.digits = true;
  if (!view_.IsDigits(at)) {
    number.value = ParseDecimal("0." + std::string(view_.TextOf(at + 1)));
    number.last = at + 2;
  } else {
    NumberStyle style = style_;
    style.space_groups = style.space_groups || money;  // "R5 360": a number behind a sum of money is none of its own
    DigitScanner scanner(view_, at, style);
    const bool good = scanner.Run();
    number.last = scanner.next();
    if (!good) {
      while (number.last + 1 < view_.size() && view_.Glued(number.last) && view_.Glued(number.last + 1) &&
             view_.IsDigits(number.last + 1)) {
        number.last += 2;
      }
      return NumberKind::kRefused;
    }
    number.value = ParseDecimal(scanner.text());
    number.grouped = scanner.grouped();
    number.plain = !scanner.grouped() && !scanner.decimals();
  }
  number.mantissa = number.value;
  TakeSlashFraction(number);
  const auto* vulgar = WordAt(number.last, words_.character);
  if (vulgar != nullptr && !view_.token(number.last).blank_before) {
    number.value += vulgar->value;
    number.mantissa = number.value;
    number.plain = false;
    ++number.last;
  }
  TakePower(number);
  TakeAndHalf(number);
  TakeScales(money, number);
  number.value = Tidy(number.value);
  return NumberKind::kNumber;
}

// "3 1/2", "3-1/2" as old wires write it, "1/2": only denominators that people measure in, since 9/11 and 24/7 are
// none.
void NumberReader::TakeSlashFraction(Number& number) const {
  if (!number.plain) return;
  const auto slash = [this](uint32_t at) { return view_.Is(at, "/") || view_.Is(at, "\u2044"); };
  // Behind a hyphen halves, quarters and so on only, in lowest terms: "5-10/12" is none.
  const auto in_lowest = [](double above, double below) {
    const auto bits = static_cast<uint32_t>(below);
    return (bits & (bits - 1)) == 0 && static_cast<uint32_t>(above) % 2 == 1;
  };
  const auto part = [&](uint32_t top, bool hyphen, double& value) {
    if (!view_.IsDigits(top) || !slash(top + 1) || !view_.IsDigits(top + 2)) return false;
    if (!view_.Unbroken(number.first, top + 3)) return false;
    if (view_.TextOf(top).size() > 2 || view_.TextOf(top + 2).size() > 3) return false;
    const double above = ParseDecimal(view_.TextOf(top));
    const double below = ParseDecimal(view_.TextOf(top + 2));
    static constexpr std::array<double, 15> kDenominators = {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128, 1000};
    const bool usual = std::find(kDenominators.begin(), kDenominators.end(), below) != kDenominators.end();
    const bool chained = view_.Glued(top + 3) && slash(top + 3);
    if (!usual || above >= below || above == 0 || chained) return false;
    if (hyphen && !in_lowest(above, below)) return false;
    value = above / below;
    return true;
  };
  double value = 0;
  const bool hyphen = view_.IsHyphen(number.last) && view_.Glued(number.last) && view_.Glued(number.last + 1);
  const uint32_t behind = number.last + (hyphen ? 1 : 0);
  const bool apart = hyphen || (behind < view_.size() && view_.token(behind).space_before);
  if (apart && part(behind, hyphen, value)) {
    number.value += value;
    number.last = behind + 3;
  } else if (view_.Glued(number.last) && part(number.first, false, value)) {
    number.value = value;
    number.fraction = true;
    number.last += 2;
  } else {
    return;
  }
  number.mantissa = number.value;
  number.plain = false;
}

// "two and a half", "3 and a half".
void NumberReader::TakeAndHalf(Number& number) const {
  if (!view_.Has(number.last, words_.link)) return;
  uint32_t at = number.last + 1;
  if (!view_.Has(at, words_.article)) return;
  const auto hit = view_.LongestAt(at + 1, words_.word);
  if (!hit || words_.words[hit.entry].kind != Kind::kFraction) return;
  if (!view_.Unbroken(number.first, at + 1 + hit.tokens)) return;
  number.value += words_.words[hit.entry].value;
  number.mantissa = number.value;
  number.plain = false;
  number.last = at + 1 + hit.tokens;
}

// "million", "lakh crore", "bn", "M", "m".
void NumberReader::TakeScales(bool money, Number& number) const {
  for (;;) {
    uint32_t at = number.last;
    if (at >= view_.size() || view_.token(at).blank_before) return;
    if (view_.IsHyphen(at) && view_.Glued(at) && view_.Glued(at + 1)) ++at;
    const NumberWords::Word* scale = nullptr;
    PhraseView::Hit hit = view_.LongestAt(at, words_.word);
    if (hit) scale = &words_.words[hit.entry];
    const bool plural = scale != nullptr && scale->kind == Kind::kPluralScale;
    if (scale != nullptr && (scale->kind == Kind::kScale || (plural && scale->value >= kThousand))) {
      // taken below
    } else if (style_.local_scales && (hit = view_.LongestAt(at, words_.local))) {
      scale = &words_.words[hit.entry];
    } else if (number.digits && (hit = view_.LongestAt(at, words_.letter)) &&
               !(view_.Glued(at + hit.tokens) && view_.token(at + hit.tokens).kind != TokenKind::kSymbol)) {
      scale = &words_.words[hit.entry];
    } else if (number.digits && (hit = view_.LongestAt(at, words_.money)) &&
               (money || MoneyLetterHolds(at + hit.tokens))) {
      scale = &words_.words[hit.entry];
    } else {
      return;
    }
    number.value *= scale->value;
    number.scale *= scale->value;
    number.plain = false;
    number.last = at + hit.tokens;
  }
}

// "71m-74m tonnes": behind the second number of a range, if it has such a letter too.
uint32_t NumberReader::BehindRange(uint32_t hyphen) const {
  if (!view_.IsHyphen(hyphen) || !view_.Glued(hyphen) || !view_.IsDigits(hyphen + 1)) return hyphen;
  uint32_t at = hyphen + 2;
  if (view_.Is(at, ".") && view_.IsDigits(at + 1)) at += 2;
  const auto letter = view_.LongestAt(at, words_.money);
  return letter && view_.Unbroken(hyphen, at + letter.tokens) && view_.Glued(at) ? at + letter.tokens : hyphen;
}

// "2m" means two million in front of a unit or a plural: "2m tonnes", "2m people".
bool NumberReader::MoneyLetterHolds(uint32_t behind) const {
  behind = BehindRange(behind);
  // "its 2.51m-ton limit"
  if (view_.IsHyphen(behind) && view_.Glued(behind) && view_.Glued(behind + 1))
    return static_cast<bool>(view_.LongestAt(behind + 1, words_.unit));
  if (!view_.IsWord(behind) || view_.Glued(behind)) return false;
  const std::string_view text = view_.TextOf(behind);
  if (view_.token(behind).capital) {
    const bool capitals = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';  // "4.168m MT", no "50m Yard sale"
    return capitals && view_.LongestAt(behind, words_.unit);
  }
  if (text.size() < 2) return view_.Has(behind, words_.scaled);
  if (view_.Has(behind, words_.no_unit)) return false;
  if (view_.LongestAt(behind, words_.unit)) return true;
  return text.size() > 3 && text.back() == 's' && text[text.size() - 2] != 's';
}

bool NumberReader::FollowsArticle(uint32_t at) const {
  return at > 0 && view_.Has(at - 1, words_.article) && !view_.token(at).blank_before;
}

// A unit behind "half" makes it a number: "half an hour", "a half turn", "a half-point"; "the half year" is a period.
bool NumberReader::FractionHolds(uint32_t behind, bool bare) const {
  uint32_t at = behind;
  if (view_.IsHyphen(at) && view_.Glued(at) && view_.Glued(at + 1)) ++at;
  const bool article = view_.Has(at, words_.article);
  if (bare && !article) return false;
  return static_cast<bool>(view_.LongestAt(at + (article ? 1 : 0), words_.unit));
}

// "1.99×10^-30"
void NumberReader::TakePower(Number& number) const {
  uint32_t at = number.last;
  if (!(view_.Is(at, "\u00d7") || view_.Is(at, "x")) || !view_.Is(at + 1, "10")) return;
  at += 2;
  if (view_.Is(at, "^")) ++at;
  const bool minus = view_.IsHyphen(at);
  if (minus) ++at;
  if (!view_.IsDigits(at) || !view_.Glued(at) || view_.TextOf(at).size() > 2) return;
  if (!view_.Unbroken(number.first, at + 1)) return;
  const double exponent = ParseDecimal(view_.TextOf(at));
  number.value *= std::pow(10.0, minus ? -exponent : exponent);
  number.plain = false;
  number.last = at + 1;
}

bool NumberReader::ReadVulgar(uint32_t at, Number& number) const {
  const auto* vulgar = WordAt(at, words_.character);
  if (vulgar == nullptr) return false;
  number.value = number.mantissa = vulgar->value;
  number.fraction = true;
  number.last = at + 1;
  TakeScales(false, number);
  return true;
}

bool NumberReader::ReadMultiple(uint32_t at, Number& number) const {
  const auto hit = view_.LongestAt(at, words_.multiple);
  if (!hit) return false;
  number.value = number.mantissa = words_.multiples[hit.entry].value;
  number.direction = words_.multiples[hit.entry].direction;
  number.times = true;
  number.last = at + hit.tokens;
  return true;
}

// "a million", "half a million", "half-million", "a quarter million", "half a dozen", "a quarter of a million".
bool NumberReader::ReadArticled(uint32_t at, Number& number) const {
  double factor = 1;
  uint32_t next = at;
  const bool article = view_.Has(next, words_.article);
  if (article) ++next;
  const auto* part = WordAt(next, words_.word);
  if (part != nullptr && part->kind == Kind::kFraction) {
    factor = part->value;
    ++next;
    if (view_.IsHyphen(next) && view_.Glued(next)) ++next;
    if (view_.Has(next, words_.whole) && view_.Has(next + 1, words_.article)) next += 2;
    if (view_.Has(next, words_.article)) ++next;
    if (view_.IsHyphen(next) && view_.Glued(next)) ++next;
  } else if (!article) {
    return false;
  }
  const auto* scale = WordAt(next, words_.word);
  if (scale == nullptr || scale->kind != Kind::kScale || !scale->articled) return false;
  if (!view_.Unbroken(at, next + 1)) return false;
  number.value = number.mantissa = factor;
  number.last = next;
  TakeScales(false, number);
  // "a hundred and twenty", "a thousand five hundred" are left to the words below.
  if (factor == 1) {
    Number rest;
    rest.first = number.first;
    if (ReadWords(next, rest) && rest.last > number.last) {
      rest.first = at;
      number = rest;
    }
  }
  return true;
}

// "a drop of a fifth"
bool NumberReader::IsOfMove(uint32_t at) const {
  return at > 1 && view_.Has(at - 1, words_.whole) && view_.Has(at - 2, words_.move);
}

// "two-thirds", "one-tenth", "a third of", "half of", "half the".
bool NumberReader::ReadFraction(uint32_t at, Number& number) const {
  uint32_t next = at;
  double count = 1;
  const auto* word = WordAt(next, words_.word);
  bool counted = false;
  if (word != nullptr && (word->kind == Kind::kOnes || word->kind == Kind::kTeens)) {
    count = word->value;
    counted = true;
    ++next;
    if (view_.IsHyphen(next) && view_.Glued(next) && view_.Glued(next + 1)) ++next;
  } else if (view_.Has(next, words_.article)) {
    ++next;
  }
  const bool bare = next == at;
  const auto hit = view_.LongestAt(next, words_.word);
  if (!hit) return false;
  const auto& part = words_.words[hit.entry];
  // "the third quarter", "the second half": names of periods and places, not parts.
  if (bare && (part.value != 0.5 || (at > 0 && view_.Has(at - 1, words_.ordinal)))) return false;
  if (part.kind != Kind::kFraction && part.kind != Kind::kFractions) return false;
  if ((part.kind == Kind::kFractions) != (count > 1)) return false;
  const bool hyphen = counted && next == at + 2;
  const uint32_t behind = next + hit.tokens;
  // A bare "half", "third" or "quarter" is often no number (the second half, a third party, a quarter of the year).
  const bool of = view_.Has(behind, words_.part) || (part.value == 0.5 && FractionHolds(behind, bare));
  const bool by = at > 0 && (view_.LongestBefore(at, words_.by) || IsOfMove(at));
  // "a quarter-point cut"
  const bool point = view_.IsHyphen(behind) && view_.Glued(behind) && view_.Has(behind + 1, words_.point);
  if (!hyphen && !of && !by && !point && !(counted && part.value != 0.25)) return false;
  if (!point && view_.Glued(behind) && view_.IsHyphen(behind) && !hyphen && !of) return false;
  number.value = number.mantissa = count * part.value;
  number.fraction = true;
  number.half_word = part.value == 0.5;
  number.last = behind;
  return true;
}

// One word of a number and the sum it goes into.
bool NumberReader::ReadWords(uint32_t at, Number& number) const {
  double total = 0;
  double group = 0;       // the part below the next scale
  double last_scale = 0;  // scales must fall: "two million three thousand"
  bool any = false;
  bool may_take_ones = false;
  bool may_take_below_hundred = true;
  uint32_t next = at;
  uint32_t end = at;
  for (;;) {
    uint32_t look = next;
    if (any && view_.IsHyphen(look) && view_.Glued(look) && view_.Glued(look + 1)) ++look;
    const bool linked = any && (group >= 100 || last_scale > 0) && !may_take_ones && view_.Has(look, words_.link);
    if (linked) ++look;
    if (look >= view_.size() || (any && view_.token(look).blank_before)) break;
    const auto hit = view_.LongestAt(look, words_.word);
    if (!hit) break;
    const auto& word = words_.words[hit.entry];
    if (word.kind == Kind::kOnes && (may_take_below_hundred || may_take_ones)) {
      group += word.value;
      may_take_ones = may_take_below_hundred = false;
    } else if (word.kind == Kind::kTeens && may_take_below_hundred) {
      group += word.value;
      may_take_below_hundred = may_take_ones = false;
    } else if (word.kind == Kind::kTens && may_take_below_hundred) {
      group += word.value;
      may_take_below_hundred = false;
      may_take_ones = true;
    } else if (word.kind == Kind::kScale && !linked && (any || FollowsArticle(at))) {
      if (word.value < kThousand) {
        group = (group == 0 ? 1 : group) * word.value;
      } else if (last_scale == 0 || word.value < last_scale) {
        total += (group == 0 ? 1 : group) * word.value;
        group = 0;
        last_scale = word.value;
      } else if (group == 0) {
        total *= word.value;
      } else {
        break;
      }
      may_take_below_hundred = word.value >= 100;
      may_take_ones = false;
      number.scale *= word.value;
    } else {
      break;
    }
    any = true;
    next = end = look + hit.tokens;
  }
  if (!any) return false;
  number.last = end;
  number.value = total + group;
  number.mantissa = number.scale > 1 ? number.value / number.scale : number.value;
  number.lone_one = end == at + 1 && number.value == 1;
  const double before = number.value;
  TakeAndHalf(number);
  if (number.value != before) {
    number.lone_one = false;
    number.mantissa = number.value;
    TakeScales(false, number);
  }
  return true;
}

// "dozens", "hundreds of thousands": as much as ten times the scale.
bool NumberReader::ReadVagueScale(uint32_t at, Number& number) const {
  const auto hit = view_.LongestAt(at, words_.word);
  if (!hit || words_.words[hit.entry].kind != Kind::kPluralScale) return false;
  number.value = words_.words[hit.entry].value;
  number.last = at + hit.tokens;
  if (view_.Has(number.last, words_.whole)) {
    const auto more = view_.LongestAt(number.last + 1, words_.word);
    const uint32_t end = number.last + 1 + more.tokens;
    if (more && words_.words[more.entry].kind == Kind::kPluralScale && view_.Unbroken(at, end)) {
      number.value *= words_.words[more.entry].value;
      number.last = end;
    }
  }
  if (number.value == 10) return false;  // "tens" alone
  number.mantissa = number.value;
  number.high = number.value * 10;
  return true;
}

}  // namespace tallywire::extract
