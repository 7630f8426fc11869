// Reads one number: digits with any grouping, words, mixtures of both, fractions, scales.
//
//   1,234.5   1 234,5   1.234,5   12,34,567   twenty-one   two hundred and five   half a million   2½   3 1/2
//   two-thirds   1.2 mln   3.5bn   2 lakh crore   a dozen   hundreds (vague: 100 to 1,000)
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/figures/figure_phrase.h"
#include "extract/figures/figure_rules.h"
#include "extract/text/word_marks.h"

namespace tallywire::extract {

// A number on tokens [first, last).
struct Number {
  uint32_t first = 0;
  uint32_t last = 0;
  double value = 0;            // with its scale
  std::optional<double> high;  // the upper end of a vague number such as "hundreds"
  double mantissa = 0;         // without the scale
  double scale = 1;
  bool digits = false;     // begins with digits
  bool plain = false;      // ungrouped digits without decimals, fraction or scale: may be a year or a part of a name
  bool grouped = false;    // digits with group separators
  bool fraction = false;   // less than one, as a fraction: "two-thirds", "1/2"
  bool half_word = false;  // "half" alone, or "a half"
  bool lone_one = false;   // the bare word "one"
  bool times = false;      // "sixfold", "doubled": its own unit
  char direction = 0;      // of such a word: 'u', 'd' or 0
};

// What stands at a place where a number could begin.
enum class NumberKind {
  kNone,     // nothing
  kNumber,   // a number
  kRefused,  // digits that are no number (a version, a clock time, a telephone number): skip to `last`
};

// How a language writes numbers.
struct NumberStyle {
  bool decimal_comma = false;  // 1.234 is a thousand and more, 1,234 a little more than one
  bool local_scales = false;   // "mil" is a thousand
  bool space_groups = false;   // 1 850 is one number
};

// Whether the text groups digits by plain spaces for certain: "1 050", "12 450 000".
bool GroupsBySpaces(const PhraseView& view);

// The vocabulary of numbers. Const after Load.
class NumberWords {
 public:
  // Reads numbers.toml. kUsage with the place of a mistake.
  Status Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon);
  // Whether a number can begin with this token.
  static bool CanBegin(const PhraseView& view, uint32_t at) { return (view.reading().marks[at] & kMarkNumber) != 0; }

  enum class Kind : uint8_t { kOnes, kTeens, kTens, kScale, kPluralScale, kFraction, kFractions };
  struct Word {
    Kind kind = Kind::kOnes;
    double value = 0;
    bool articled = false;  // "a million" is a number
  };
  struct Multiple {
    double value = 0;
    char direction = 0;
  };

  Tag word = 0;       // entry: into words
  Tag letter = 0;     // scale letters behind digits: entry into words
  Tag money = 0;      // scale letters that need money or a unit beside them
  Tag local = 0;      // scales of some languages only
  Tag character = 0;  // vulgar fractions
  Tag multiple = 0;
  Tag article = 0;
  Tag link = 0;
  Tag part = 0;
  Tag point = 0;
  Tag by = 0;
  Tag move = 0;      // in front of "of a third"
  Tag minus = 0;     // "minus"
  Tag calendar = 0;  // "first" in front of a span of time
  Tag unit = 0;      // of UnitTable::form, which makes "a half turn" a number
  Tag no_unit = 0;   // of FigureWords::noun_stop: "in" is not the inch that it could be
  Tag scaled = 0;    // units of one letter that scale letters may stand in front of: "5m t"
  Tag out_of = 0;    // between a part and its whole: "nine out of ten"
  Tag ordinal = 0;   // "first" in front of "half"
  Tag range = 0;     // "to" between the ends of a range
  Tag choice = 0;    // "or"
  Tag whole = 0;     // "of": "a quarter of a million", "one of the ships"
  Tag moved = 0;     // "by" in front of how much something moves
  Tag between = 0;   // in front of a range with "and"
  Tag from = 0;      // in front of the level that is left
  Tag goes = 0;      // in front of "from" where one level gives way to another: "goes from 5 to 7 million"
  Tag more = 0;      // "another pick or two"
  // Whether the language (BCP 47) writes a decimal comma.
  NumberStyle StyleOf(std::string_view language) const;

  std::vector<Word> words;
  std::vector<Multiple> multiples;

 private:
  void LoadScale(const RuleEntry& entry, Lexicon& lexicon);
  void AddWords(const std::vector<std::string>& phrases, Tag tag, Word meaning, Lexicon& lexicon);

  void NoteStarters(std::span<const std::string> phrases, Lexicon& lexicon);

  std::vector<std::string> comma_languages_;
  std::vector<std::string> local_languages_;
};

// Reads numbers out of one text.
class NumberReader {
 public:
  NumberReader(const NumberWords& words, const PhraseView& view, NumberStyle style = {})
      : words_(words), view_(view), style_(style) {}

  // Reads the number that begins at token `at`. `money`: a currency sign stands before it.
  NumberKind ReadAt(uint32_t at, bool money, Number& number) const;

 private:
  NumberKind ReadDigits(uint32_t at, bool money, Number& number) const;
  bool ReadWords(uint32_t at, Number& number) const;
  bool ReadVulgar(uint32_t at, Number& number) const;
  bool ReadArticled(uint32_t at, Number& number) const;
  bool IsOfMove(uint32_t at) const;
  bool ReadFraction(uint32_t at, Number& number) const;
  bool ReadVagueScale(uint32_t at, Number& number) const;
  bool ReadMultiple(uint32_t at, Number& number) const;
  // Each looks behind the number read so far and takes in what belongs to it.
  void TakeSlashFraction(Number& number) const;
  void TakeAndHalf(Number& number) const;
  void TakeScales(bool money, Number& number) const;
  void TakePower(Number& number) const;

  const NumberWords::Word* WordAt(uint32_t at, Tag tag) const;
  uint32_t BehindRange(uint32_t hyphen) const;
  bool MoneyLetterHolds(uint32_t behind) const;
  bool FractionHolds(uint32_t behind, bool bare) const;
  bool FollowsArticle(uint32_t at) const;

  const NumberWords& words_;
  const PhraseView& view_;
  NumberStyle style_;
};

}  // namespace tallywire::extract
