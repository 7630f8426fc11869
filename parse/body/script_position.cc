#include "parse/body/script_position.h"

#include <array>
#include <cctype>
#include <cstddef>

#include "parse/white_space.h"

namespace tallywire::parse {

namespace {

constexpr std::array<std::string_view, 10> kSuperscriptDigits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::string_view kMinus = "−";          // U+2212
constexpr std::string_view kFractionSlash = "⁄";  // U+2044

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Digits with an optional sign: what an exponent, a numerator or a footnote number consists of.
bool IsNumber(std::string_view text) {
  if (text.starts_with(kMinus)) text.remove_prefix(kMinus.size());
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && text.size() <= 3 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Brackets, digits, asterisks, daggers and commas: a mark that sends the reader to a note.
bool IsNoteMark(std::string_view text) {
  for (const std::string_view mark : {"†", "‡", "§"}) {
    if (text == mark) return true;
  }
  return text.find_first_not_of("0123456789[](),;*-– \t\n") == std::string_view::npos;
}

// The letters at the end of the line: "12 km" -> "km".
std::string_view LastWord(std::string_view line) {
  size_t start = line.size();
  while (start > 0 && std::isalpha(static_cast<unsigned char>(line[start - 1])) != 0) --start;
  return line.substr(start);
}

// Powers are written after short unit symbols and after the number ten.
bool TakesExponent(std::string_view line, std::string_view exponent) {
  const std::string_view word = LastWord(line);
  if (!word.empty() && word.size() <= 3) {
    const size_t before = line.size() - word.size();
    const bool after_number = before >= 1 && (IsDigit(line[before - 1]) || line[before - 1] == ' ' ||
                                              line[before - 1] == '/' || line[before - 1] == '(');
    return (exponent == "2" || exponent == "3" || !IsDigit(exponent[0])) && (after_number || before == 0);
  }
  if (line.ends_with("10")) return line.size() == 2 || !IsDigit(line[line.size() - 3]);
  return false;
}

void AppendExponent(std::string& line, std::string_view exponent) {
  if (!IsDigit(exponent[0])) {
    line += exponent[0] == '+' ? "⁺" : "⁻";
    exponent.remove_prefix(exponent.starts_with(kMinus) ? kMinus.size() : 1);
  }
  for (const char digit : exponent) line += kSuperscriptDigits[static_cast<size_t>(digit - '0')];
}

}  // namespace

void AppendSuperscript(std::string& line, std::string_view text, bool is_link, std::string_view next) {
  const std::string folded = FoldWhiteSpace(text);
  if (folded.empty()) return;
  const bool number = IsNumber(folded);
  if (number && (next.starts_with('/') || next.starts_with(kFractionSlash))) {
    if (!line.empty() && IsDigit(line.back())) line += ' ';
    line += folded;
    return;
  }
  if (number && !is_link && TakesExponent(line, folded)) {
    AppendExponent(line, folded);
    return;
  }
  if (IsNoteMark(folded) && (is_link || !line.empty())) return;
  line += folded;
}

}  // namespace tallywire::parse
