// Reads the unit of a number: behind it ("tonnes a year", "%", "kg/ha", "(kg)"), or in front ("US$", "Rs.", "RM").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/figures/figure_phrase.h"
#include "extract/figures/unit_table.h"

namespace tallywire::extract {

// A unit on tokens [first, last); `unit` is a number of UnitTable::units.
struct UnitMark {
  static constexpr uint32_t kNone = UINT32_MAX;

  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t unit = kNone;
  double scale = 1;                  // multiplies the value
  uint32_t per_unit = kNone;         // "a barrel": the unit behind "per"
  uint32_t per_denominator = kNone;  // "a share": into UnitTable::denominators
  bool hyphen = false;               // hangs on the number by a hyphen: "10-gallon"

  bool found() const { return unit != kNone; }
  bool rate() const { return per_unit != kNone || per_denominator != kNone; }
};

// What is known of the number whose unit is looked for.
struct UnitAsk {
  bool digits = false;  // written in digits
  double value = 0;
  bool part = false;  // a smaller unit follows a larger one ("5 ft 2 in"): forms that need no space may have one
};

class UnitReader {
 public:
  UnitReader(const UnitTable& table, const PhraseView& view) : table_(table), view_(view) {}

  // The unit that begins at token `at`, behind a number.
  UnitMark ReadAfter(uint32_t at, const UnitAsk& ask) const;
  // The currency sign that ends in front of token `number`.
  UnitMark ReadSign(uint32_t number) const;
  // What follows the number of a sign: "$76 US", "$10 USD", "$ 10 dollars". Changes `sign`; returns the token behind.
  uint32_t TakeTrailing(uint32_t at, UnitMark& sign) const;
  // Takes in "per barrel", "a share", "/t" behind token `at`; returns the token behind it (`at` where there is none).
  uint32_t TakeRate(uint32_t at, UnitMark& mark) const;

  // The same for what is counted and has no unit: "vehicles a year". Sets the rate of `mark` alone.
  uint32_t TakeCountRate(uint32_t at, UnitMark& mark) const;
  // Whether the unit of time in front of `at` ends there as a date does: "a year earlier".
  bool EndsAsDate(uint32_t at) const;

  // Canonical symbol and English name, with the rate.
  std::string SymbolOf(const UnitMark& mark) const;
  std::string NameOf(const UnitMark& mark) const;
  // The rate's part alone: "/a" and " per year".
  std::string RateSymbol(const UnitMark& mark) const;
  std::string RateName(const UnitMark& mark) const;

 private:
  // The longest form at `at` that holds there; its tokens, 0 for none.
  uint32_t LongestForm(uint32_t at, const UnitAsk& ask, const UnitForm** form) const;
  // Notes whether the text tells of more than the form can be of; whether it has, here or before.
  bool NoteBeyond(uint32_t form, bool told) const;
  const UnitForm* FormOf(const Lexicon::Match& match, uint32_t at, const UnitAsk& ask) const;
  bool DividesAt(uint32_t at) const;
  uint32_t UnitOf(const UnitForm& form, uint32_t at) const;
  // Whether the text lets the family's words mean more than one unit.
  bool MayVary(uint32_t family) const;
  uint32_t HomeUnit(uint32_t family) const;
  void FindCountries() const;
  // The unit of the place that the text begins with in capitals: "ALGIERS - The price".
  std::optional<uint32_t> DatelineUnit(uint32_t family) const;
  // The unit of the place that the text names far more often than the others of the family, or opens with and names
  // no less often.
  std::optional<uint32_t> MostNamedUnit(uint32_t family) const;
  uint32_t HundredthOf(uint32_t unit, uint32_t otherwise) const;
  uint32_t CountryOf(uint32_t family, uint32_t at) const;
  bool MoneyNear(uint32_t at) const;

  const UnitTable& table_;
  const PhraseView& view_;
  mutable std::vector<Lexicon::Match> matches_;
  // By family: token and currency of each country named in the text, in order. Found when first asked for.
  mutable std::vector<std::vector<std::pair<uint32_t, uint32_t>>> countries_;
  mutable std::vector<bool> beyond_;                         // by form: told of more than it can be; as far as asked
  mutable std::vector<bool> varies_;                         // by family; empty until asked
  mutable std::vector<std::optional<uint32_t>> most_named_;  // by family, with countries_: asked for each sum
  mutable std::vector<uint32_t> homes_;  // by family: what the whole text reckons in; as far as asked
};

}  // namespace tallywire::extract
