// Reads the figures of a text with the built-in rules, as they stand beside its dates, for tests.
#pragma once

#include <cmath>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/extract.h"

namespace tallywire::extract {

inline const Extractor& BuiltInExtractor() {
  static const Extractor extractor = [] {
    auto loaded = Extractor::Load();
    if (!loaded) std::abort();  // the built-in rules are broken: no test can run
    return std::move(*loaded);
  }();
  return extractor;
}

inline Extraction ExtractText(std::string_view text, std::string_view language = "en") {
  Document document;
  document.text = text;
  document.published = "2019-11-12";
  document.language = language;
  return BuiltInExtractor().Extract(document);
}

inline std::string NumberText(double value) {
  return value == std::floor(value) ? fmt::format("{:.0f}", value) : fmt::format("{:.12g}", value);
}

// ">=10 %", "3..4 USD/bbl", "2.1 % down", "5" where nothing is counted.
inline std::string Describe(const Figure& figure) {
  std::string out = figure.bound == Bound::kExact ? "" : std::string(ToText(figure.bound));
  out += NumberText(figure.value);
  if (figure.value_high) out += ".." + NumberText(*figure.value_high);
  if (!figure.unit.empty()) out += " " + figure.unit;
  if (figure.direction != Direction::kNone) out += " " + std::string(ToText(figure.direction));
  return out;
}

// All figures, separated by " / ".
inline std::string Figures(std::string_view text, std::string_view language = "en") {
  std::string out;
  for (const Figure& figure : ExtractText(text, language).figures) out += (out.empty() ? "" : " / ") + Describe(figure);
  return out;
}

// Their words, likewise.
inline std::string FigureWordsOf(std::string_view text) {
  std::string out;
  for (const Figure& figure : ExtractText(text).figures) {
    out += out.empty() ? "" : " / ";
    out += text.substr(figure.start, figure.end - figure.start);
  }
  return out;
}

struct FigureRow {
  const char* text;
  const char* want;
};

inline void CheckFigures(std::span<const FigureRow> rows, std::string_view language = "en") {
  for (const FigureRow& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(Figures(row.text, language), row.want);
  }
}

}  // namespace tallywire::extract
