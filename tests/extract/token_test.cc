#include "extract/text/token.h"

#include <gtest/gtest.h>

#include <string>

namespace tallywire::extract {
namespace {

// Tokens with a blank where white space stands before them.
std::string Text(std::string_view text) {
  std::string out;
  for (const Token& token : Tokenize(text)) {
    out += token.blank_before ? "¶" : token.space_before ? " " : "|";
    out += TextOf(token, text);
  }
  return out;
}

TEST(Tokenize, SplitsWordsDigitsAndMarks) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"", ""},
      {"China's output", "|China|'s output"},
      {"Acme Corp.'s output", "|Acme Corp|.|'s output"},
      {"the 'so.'so", "|the '|so|.|'|so"},
      {"132,000 tons", "|132|,|000 tons"},
      {"the U.S. said", "|the U.S. said"},
      {"in the U.S.", "|in the U.S."},
      {"at 5 a.m. today", "|at 5 a.m. today"},
      {"1H2020", "|1|H|2020"},
      {"year-on-year", "|year|-|on|-|year"},
      {"don\u2019t", "|don|\u2019t"},
      {"'tis", "|'|tis"},
      {"\u00bd\u20ac5", "|\u00bd|\u20ac|5"},
      {"10\u00a0%", "|10 %"},
      {"a\n\nb", "|a¶b"},
      {"a \n b", "|a b"},
      {"A. Smith", "|A|. Smith"},
      {"z\u00e9ro", "|z\u00e9ro"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(Text(row.text), row.want);
  }
}

TEST(FoldCase, LowersAndPlainsApostrophes) {
  std::string folded;
  FoldCase("\u2019S", folded);
  EXPECT_EQ(folded, "'s");
  FoldCase("\u00c9TAT", folded);
  EXPECT_EQ(folded, "\u00e9tat");
}

}  // namespace
}  // namespace tallywire::extract
