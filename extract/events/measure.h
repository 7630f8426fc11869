// What can be measured: the entries of measures.toml, and the kinds of units they are told apart by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tallywire::extract {

// What a unit measures; a set of them is a bit mask.
enum class UnitKind : uint8_t {
  kBare,
  kPct,
  kPoints,
  kMoney,
  kPerUnit,
  kAmount,
  kRate,
  kPower,
  kArea,
  kPerson,
  kDuration,
  kLength,
  kTimes,
  kCount,
};
inline constexpr size_t kUnitKinds = 14;
std::string_view NameOf(UnitKind kind);  // as unit_kinds.toml writes it
std::optional<UnitKind> UnitKindNamed(std::string_view name);
inline constexpr uint32_t MaskOf(UnitKind kind) { return 1U << static_cast<uint32_t>(kind); }

// What measures of some names are, whatever their words; in the order of their names in measure.cc.
// measures.toml tells what each means.
enum class MeasureTrait : uint8_t {
  kPrice,
  kLimit,
  kDuty,
  kOutflow,
  kInflow,
  kLocal,
  kMarket,
  kPart,
  kHolding,
  kResult,
  kInPoints,
  kMoment,
  kDealt,
  kTakings,
};
inline constexpr size_t kMeasureTraits = 14;
std::optional<MeasureTrait> MeasureTraitNamed(std::string_view name);
inline constexpr uint32_t MaskOf(MeasureTrait trait) { return 1U << static_cast<uint32_t>(trait); }

// The way over the border.
enum class Flow : uint8_t { kNone, kOut, kIn };

struct MeasureEntry {
  std::string id;
  std::string name;
  std::string activity;
  std::string item;
  std::string item_else;    // where neither sentence nor text names one
  std::string counts;       // unit of a number without one, where it counts nothing that was told: "person"
  std::string as_activity;  // what a limit on it is for: "export" of exports
  uint32_t units = 0;       // mask of UnitKind
  uint32_t traits = 0;      // mask of MeasureTrait
  Flow flow = Flow::kNone;  // of exports and of limits on them, and likewise of imports
  bool takes_item = false;
  bool takes_subject = false;
  bool set = false;        // fixed by an authority
  bool company = false;    // a figure of a company's accounts
  bool weak = false;       // not looked for at a distance
  bool standing = false;   // a state rather than a flow: no period is taken over from other sentences
  bool national = false;   // a country's or body's, however much the text speaks of companies
  int otherwise = -1;      // the entry its words stand for where this one does not take the unit
  int of_places = -1;      // the entry its verbs stand for where a country is the subject
  int of_limits = -1;      // the entry its words stand for where the text has just spoken of limits
  int at_most = -1;        // the entry its verbs stand for in "will admit no more than 5"
  bool rate = false;       // a per cent may be its level: inflation, a tariff
  bool growth = false;     // says how fast something moves: what it is at is that thing's change
  bool of_told = false;    // its words stand for what the text has just told of: exports, output
  bool of_market = false;  // a balance of what the world trades: nobody's, unless its own sentence names somebody
  bool traded = false;     // said of what changes hands: a thing's price, or that of a company's shares

  bool Is(MeasureTrait trait) const { return (traits & MaskOf(trait)) != 0; }
  // Whether it crosses a border.
  bool IsTrade() const { return Is(MeasureTrait::kInflow) || Is(MeasureTrait::kOutflow); }
};

}  // namespace tallywire::extract
