#include "cli/duration.h"

#include <charconv>
#include <cstdint>
#include <utility>

namespace tallywire::cli {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr std::pair<std::string_view, Milliseconds> kUnits[] = {
    {"", std::chrono::seconds{1}},  {"ms", Milliseconds{1}},      {"s", std::chrono::seconds{1}},
    {"m", std::chrono::minutes{1}}, {"h", std::chrono::hours{1}}, {"d", std::chrono::days{1}},
    {"w", std::chrono::weeks{1}}};

constexpr int64_t kLargestAmount = 1000000;  // of any unit: keeps the product far from overflow

}  // namespace

std::optional<Milliseconds> ParseDuration(std::string_view text) {
  int64_t amount = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (error != std::errc{} || amount < 0 || amount > kLargestAmount) return std::nullopt;
  const std::string_view unit = text.substr(static_cast<size_t>(rest - text.data()));
  for (const auto& [name, length] : kUnits) {
    if (unit == name) return amount * length;
  }
  return std::nullopt;
}

std::optional<Timestamp> ParseTime(std::string_view text, Timestamp now) {
  const bool has_unit = !text.empty() && (text.back() < '0' || text.back() > '9');
  if (has_unit) {
    if (const auto back = ParseDuration(text)) return now - std::chrono::duration_cast<std::chrono::seconds>(*back);
  }
  return ParseIso(text);
}

}  // namespace tallywire::cli
