#include "cli/number_text.h"

#include <fmt/format.h>

#include <cmath>

namespace tallywire::cli {
namespace {

constexpr double kLargestWritten = 1e15;  // beyond, an exponent is easier to read than groups
constexpr size_t kMostDigits = 10;        // a third is shown as 0.3333

// The shortest digits that read back the same, or four decimal places where those are many.
std::string PlainNumber(double value) {
  std::string text = fmt::format("{}", value);
  const bool has_exponent = text.find('e') != std::string::npos;
  if (!has_exponent && (text.size() <= kMostDigits || text.find('.') == std::string::npos)) return text;
  text = fmt::format("{:.4f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

std::string GroupedNumber(double value) {
  if (!std::isfinite(value) || std::abs(value) >= kLargestWritten) return fmt::format("{}", value);
  std::string text = PlainNumber(value);
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
