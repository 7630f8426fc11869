#include "extract/events/measure.h"

#include <algorithm>
#include <array>

namespace tallywire::extract {
namespace {

constexpr std::array<std::string_view, kUnitKinds> kUnitKindNames = {"bare",     "pct",    "points", "money", "perunit",
                                                                     "amount",   "rate",   "power",  "area",  "person",
                                                                     "duration", "length", "times",  "count"};

constexpr std::array<std::string_view, kMeasureTraits> kTraitNames = {
    "price", "limit",   "duty",   "outflow",   "inflow", "local", "market",
    "part",  "holding", "result", "in_points", "moment", "dealt", "takings"};

template <typename Value, size_t kSize>
std::optional<Value> Named(const std::array<std::string_view, kSize>& names, std::string_view name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<Value>(it - names.begin());
}

}  // namespace

std::string_view NameOf(UnitKind kind) { return kUnitKindNames[static_cast<size_t>(kind)]; }

std::optional<UnitKind> UnitKindNamed(std::string_view name) { return Named<UnitKind>(kUnitKindNames, name); }

std::optional<MeasureTrait> MeasureTraitNamed(std::string_view name) { return Named<MeasureTrait>(kTraitNames, name); }

}  // namespace tallywire::extract
