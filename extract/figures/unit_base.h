// Base units: what makes 132,000 t and 132 kt comparable.
//
// Each dimension of units.toml has a base unit (mass: kg, volume: m3, …); a currency is its own, its cents are
// hundredths of it; what is counted is its own base. Rates divide: USD/t is USD/kg, t/a is kg/s.
#pragma once

#include <filesystem>
#include <string_view>

#include "extract/figures/unit_table.h"
#include "extract/text/lexicon.h"
#include "model/event.h"
#include "model/result.h"
#include "model/unit.h"

namespace tallywire::extract {

// The base of the unit with that canonical symbol; the symbol itself where nothing is known of it.
BaseUnit BaseOf(const UnitTable& table, std::string_view symbol);

// The value in 12 digits: products and quotients carry rounding errors in their last ones, which would tell equal
// values apart (4.4 / 100 is 0.044000000000000004).
double WithoutRoundingError(double value);

// Fills value_si, value_high_si and unit_si from value, value_high, unit and direction; a change of temperature has no
// offset.
void SetBase(const UnitTable& table, Figure& figure);
void SetBase(const UnitTable& table, Event& event);

// The units alone, for who needs no more of the rules. Const after Load.
class BaseUnits {
 public:
  // As Extractor::Load.
  static Result<BaseUnits> Load(const std::filesystem::path& rules_dir = {});

  BaseUnit Of(std::string_view symbol) const { return BaseOf(table_, symbol); }

 private:
  TagNames tags_;
  Lexicon lexicon_;
  UnitTable table_;
};

}  // namespace tallywire::extract
