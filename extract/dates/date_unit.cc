#include "extract/dates/date_unit.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace tallywire::extract {
namespace {

struct UnitEntry {
  std::string_view code;
  UnitSize size;
};

constexpr std::array kUnits = std::to_array<UnitEntry>({
    {"D", {PeriodGrain::kDay, 1, 'D', 1, false}},
    {"W", {PeriodGrain::kWeek, 1, 'W', 1, false}},
    {"WE", {PeriodGrain::kWeekend, 1, 'D', 2, false}},
    {"M", {PeriodGrain::kMonth, 1, 'M', 1, false}},
    {"Q", {PeriodGrain::kQuarter, 1, 'M', 3, false}},
    {"S", {PeriodGrain::kSeason, 1, 'M', 3, false}},
    {"H", {PeriodGrain::kHalf, 1, 'M', 6, false}},
    {"Y", {PeriodGrain::kYear, 1, 'Y', 1, false}},
    {"DE", {PeriodGrain::kDecade, 1, 'Y', 10, false}},
    {"CE", {PeriodGrain::kCentury, 1, 'Y', 100, false}},
    {"TH", {std::nullopt, 1, 'H', 1, true}},
    {"TM", {std::nullopt, 1, 'M', 1, true}},
    {"TS", {std::nullopt, 1, 'S', 1, true}},
});

}  // namespace

std::optional<UnitSize> UnitOf(std::string_view code) {
  int factor = 1;
  const auto read = std::from_chars(code.data(), code.data() + code.size(), factor);
  if (read.ec == std::errc{}) code.remove_prefix(static_cast<size_t>(read.ptr - code.data()));
  for (const UnitEntry& entry : kUnits) {
    if (entry.code != code) continue;
    UnitSize size = entry.size;
    size.factor *= factor;
    size.letter_factor *= factor;
    return size;
  }
  return std::nullopt;
}

std::string DurationText(std::optional<int> count, const UnitSize& unit) {
  const std::string number = count ? std::to_string(int64_t{*count} * unit.letter_factor) : "X";
  return fmt::format("P{}{}{}", unit.of_day ? "T" : "", number, unit.letter);
}

std::string DurationAndHalf(int count, const UnitSize& unit) {
  const int64_t halves = (int64_t{count} * 2 + 1) * unit.letter_factor;
  const int64_t whole = halves / 2;
  const char* time = unit.of_day ? "T" : "";
  if (halves % 2 == 0) return fmt::format("P{}{}{}", time, whole, unit.letter);
  const std::string first = whole == 0 ? "" : fmt::format("{}{}", whole, unit.letter);
  if (unit.letter == 'Y') return fmt::format("P{}6M", first);
  if (unit.of_day && unit.letter == 'H') return fmt::format("PT{}30M", first);
  if (unit.of_day && unit.letter == 'M') return fmt::format("PT{}30S", first);
  return fmt::format("P{}{}.5{}", time, whole, unit.letter);
}

}  // namespace tallywire::extract
