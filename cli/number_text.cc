#include "cli/number_text.h"

#include <fmt/format.h>

#include <cmath>

namespace tallywire::cli {
namespace {

constexpr double kLargestWritten = 1e15;  // beyond, an exponent is easier to read than groups

}  // namespace

std::string GroupedNumber(double value) {
  if (!std::isfinite(value) || std::abs(value) >= kLargestWritten) return fmt::format("{}", value);
  // Shortest digits first; fixed notation only where "{}" chose an exponent.
  std::string text = fmt::format("{}", value);
  if (text.find('e') != std::string::npos) text = fmt::format("{:f}", value);
  size_t point = text.find('.');
  if (point == std::string::npos) point = text.size();
  const size_t first_digit = text.starts_with('-') ? 1 : 0;
  for (size_t at = point; at > first_digit + 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string FigureText(const Event& event) {
  std::string text(ToText(event.direction));
  if (!text.empty()) text += ' ';
  if (event.bound != Bound::kExact) text += std::string(ToText(event.bound)) + ' ';
  text += GroupedNumber(event.value);
  if (event.value_high) text += "-" + GroupedNumber(*event.value_high);
  if (!event.unit.empty()) text += (event.unit == "%" ? "" : " ") + event.unit;
  return text;
}

}  // namespace tallywire::cli
