#include "extract/figures/unit_base.h"

#include <array>
#include <charconv>
#include <cmath>

#include "extract/files/rule_files.h"

namespace tallywire::extract {
namespace {

template <class Measured>
void Set(const UnitTable& table, Measured& measured) {
  measured.unit_si.clear();
  measured.value_si = 0;
  measured.value_high_si.reset();
  if (measured.unit.empty()) return;
  const BaseUnit base = BaseOf(table, measured.unit);
  const double offset = measured.direction == Direction::kNone ? base.offset : 0;
  measured.unit_si = base.unit;
  measured.value_si = WithoutRoundingError(measured.value * base.factor + offset);
  if (measured.value_high) measured.value_high_si = WithoutRoundingError(*measured.value_high * base.factor + offset);
}

}  // namespace

double WithoutRoundingError(double value) {
  constexpr int kDigits = 12;
  constexpr double kWhole = 1e12;
  if (std::abs(value) < kWhole && std::trunc(value) == value) return value;
  std::array<char, 40> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, kDigits);
  std::from_chars(text.data(), end.ptr, value);
  return value;
}

BaseUnit BaseOf(const UnitTable& table, std::string_view symbol) {
  if (const uint32_t known = table.Find(symbol); known < table.units.size()) {
    const Unit& unit = table.units[known];
    if (unit.base.empty()) return {unit.symbol};
    return {unit.base, unit.factor, unit.offset};
  }
  const size_t slash = symbol.rfind('/');
  if (slash == std::string_view::npos || slash == 0) return {std::string(symbol)};
  const BaseUnit above = BaseOf(table, symbol.substr(0, slash));
  const BaseUnit below = BaseOf(table, symbol.substr(slash + 1));
  return {above.unit + "/" + below.unit, above.factor / below.factor, 0};
}

void SetBase(const UnitTable& table, Figure& figure) { Set(table, figure); }
void SetBase(const UnitTable& table, Event& event) { Set(table, event); }

Result<BaseUnits> BaseUnits::Load(const std::filesystem::path& rules_dir) {
  auto files = ReadRuleFiles(rules_dir);
  if (!files) return tl::unexpected(files.error());
  BaseUnits units;
  if (auto done = units.table_.Load(*files, units.tags_, units.lexicon_); !done) return tl::unexpected(done.error());
  return units;
}

}  // namespace tallywire::extract
