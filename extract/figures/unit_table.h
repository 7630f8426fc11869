// Units and currencies: their names, words, dimensions and factors, from units.toml and currencies.toml.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/figures/figure_rules.h"
#include "extract/text/lexicon.h"
#include "model/result.h"

namespace tallywire::extract {

enum class UnitClass : uint8_t { kRatio, kCurrency, kMeasure, kTime, kAge, kCount };

struct Unit {
  std::string symbol;     // canonical: "t", "USD", "%"
  std::string name;       // full English name in the singular
  std::string dimension;  // "mass", "currency", …
  double factor = 1;      // base units in one of it: base = value * factor + offset
  double offset = 0;
  UnitClass kind = UnitClass::kMeasure;
  std::string base;  // symbol of the dimension's base unit; empty: the unit is its own
  // Of a unit that is written as another one: that one, and how many of it this one is.
  std::optional<uint32_t> same_as{};
  double times = 1;
};

// One way to write a unit.
struct UnitForm {
  uint32_t unit = 0;    // into UnitTable::units
  double scale = 1;     // multiplies the value: "MUSD" is a million USD
  bool glued = false;   // only without a space in front
  bool digits = false;  // only behind digits
  uint32_t family = 0;  // 1 + index of the family that decides on the unit, or 0
  bool pound = false;   // money or weight
  double least = 0;     // only behind a value as large as this
  double most = 0;      // only behind a smaller one, where it is set
};

// Units of one name: riyals, francs, tons. What the text mentions near decides.
struct UnitFamily {
  uint32_t otherwise = 0;          // the unit where nothing is near
  std::vector<std::string> where;  // strings of which a text must hold one, or be of one of `homes`; empty: any text
  std::vector<uint32_t> homes;     // units that a text may reckon in without more ado where it speaks of their country
  std::vector<std::string> signs;  // in front of a number
  std::optional<uint32_t> hundredths_of{};  // the family whose hundredths are meant where nothing is near
};

// Const after Load.
class UnitTable {
 public:
  Status Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon);

  // The number of the unit with that symbol; units().size() if there is none.
  uint32_t Find(std::string_view symbol) const;

  // Tags under which the words stand in the lexicon; entries are numbers of `forms`, unless said otherwise.
  Tag form = 0;        // behind a number
  Tag sign = 0;        // in front of a number
  Tag glued_sign = 0;  // in front of a number, glued to it
  Tag trailing = 0;    // behind the number of a sign: "$76 US"
  static constexpr uint32_t kPerSymbols = 1;
  Tag per = 0;              // between two units; entry: kPerSymbols where short symbols may follow
  Tag per_unless_last = 0;  // of those, the ones that make a rate where a word follows
  Tag per_unless = 0;       // behind a span of time: "a year earlier" makes no rate
  Tag denominator = 0;      // entry: into denominators
  Tag country = 0;          // entry: family << 16 | unit
  Tag money_near = 0;       // a word that makes pounds money

  uint32_t pound_weight = 0;  // the unit of pounds that are no money
  std::vector<Unit> units;
  std::vector<UnitForm> forms;
  std::vector<std::string> denominators;
  std::vector<UnitFamily> families;

 private:
  std::optional<std::string> NotTheSame(const std::string& id, const std::string& target,
                                        const std::vector<RuleEntry>& entries) const;
  void LoadUnits(RuleTables& tables, Lexicon& lexicon);
  void LoadRates(RuleTables& tables, Lexicon& lexicon);
  void LoadCurrencies(RuleTables& tables, Lexicon& lexicon);
  void LoadFamilies(RuleTables& tables, Lexicon& lexicon);
  void LoadDoubtful(RuleTables& tables, Lexicon& lexicon);
  void AddHomes(const RuleEntry& entry, uint32_t family, Lexicon& lexicon);
  uint32_t AddUnit(Unit unit);
  void AddForms(const std::vector<std::string>& phrases, bool exact, UnitForm form_of, Tag tag, Lexicon& lexicon);

  std::unordered_map<std::string, uint32_t> by_symbol_;
};

}  // namespace tallywire::extract
