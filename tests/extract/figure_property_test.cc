// What holds of figures in any text.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/extract/figure_support.h"

namespace tallywire::extract {
namespace {

bool OnBoundary(std::string_view text, size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void CheckSpans(std::string_view text) {
  SCOPED_TRACE(text);
  size_t end = 0;
  for (const Figure& figure : ExtractText(text).figures) {
    EXPECT_LT(figure.start, figure.end);
    EXPECT_GE(figure.start, end);
    ASSERT_LE(figure.end, text.size());
    EXPECT_TRUE(OnBoundary(text, figure.start) && OnBoundary(text, figure.end));
    EXPECT_TRUE(std::isfinite(figure.value));
    EXPECT_TRUE(!figure.value_high || *figure.value_high > figure.value);
    end = figure.end;
  }
}

// Pieces that figures are made of, and what confuses them.
std::string Patchwork(std::mt19937& random, size_t pieces) {
  static const std::vector<std::string> kPieces = {
      "12",         "3.5",      "1,234",  "816 000", "½",         "€",       "$",       "US$",        "£5m",
      "%",          "per cent", "tonnes", "t",       "kg/ha",     "million", "bn",      "lakh crore", "two",
      "twenty",     "-",        "–",      "to",      "and",       "from",    "between", "or more",    "at least",
      "about",      "rose",     "fell",   "by",      "a",         "half",    "third",   "dozen",      "hundreds of",
      "cows",       "(",        ")",      ",",       ".",         "\n\n",    "\n",      "/",          "2012-13",
      "Sept 26-27", "°",        "日本",   "naïve",   "x",         "×10^",    "one",     "in",         "out of",
      "year",       "a year",   "'s",     "+",       "minus",     "No.",     "1.",      "F-16",       "11:30",
      "aged",       "\u2009",   "\u202f", "ＡＢ",    "10-Apr-15", "pounds",  "S&P 500"};
  std::string text;
  for (size_t i = 0; i < pieces; ++i) {
    text += kPieces[random() % kPieces.size()];
    if (random() % 4 != 0) text += " ";
  }
  return text;
}

TEST(FigureProperties, SpansLieInTheTextOnBordersOfCharactersAndInOrder) {
  std::mt19937 random(20240305);
  for (int round = 0; round < 500; ++round) CheckSpans(Patchwork(random, 3 + random() % 25));
  for (const char* text : {"", " ", "1", "½", "$", "%", "-", "0", "1,", ",1", "1 2 3 4 5 6 7 8 9", "\xEF\xBC\x91%",
                           "R3 +R3", "$2-3 per 50-kilo bag", "$2 to $3 per 50-kilo bag"}) {
    CheckSpans(text);
  }
}

TEST(FigureProperties, ABlankLineKeepsTextsApart) {
  const std::vector<std::string> texts = {
      "Output rose from 3 to 5 million tonnes.",
      "It paid $6 million",
      "tonnes of tea, 40 of them",
      "and 17 others.",
      "The quota is 25,000 t (28,000 a year ago).",
      "Some 200-odd members left at",
      "least 10% of the farm.",
      "Between 5",
      "and 7 million people moved.",
      "Sales fell 2.1%",
      "lower than in May, by 4 points.",
      "It lost a",
      "million tons.",
      "It cost two and",
      "a half tons, or 5",
      "1/2 tons, or three",
      "quarters of it. It took hundreds",
      "of thousands of tons, or 5",
      "½ tons.",
  };
  const auto words = [](std::string_view text, std::vector<std::string>& out) {
    for (const Figure& figure : ExtractText(text).figures) {
      out.push_back(std::string(text.substr(figure.start, figure.end - figure.start)) + "=" + Describe(figure));
    }
  };
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      std::vector<std::string> apart;
      words(a, apart);
      words(b, apart);
      std::vector<std::string> together;
      words(a + "\n\n" + b, together);
      EXPECT_EQ(together, apart) << a << " | " << b;
    }
  }
}

TEST(FigureProperties, ALongSentenceIsCutAndLosesNothing) {
  std::string text;
  constexpr size_t kTimes = 400;
  for (size_t i = 0; i < kTimes; ++i) text += "the mill sent 12 tonnes of tea to Kent and ";
  EXPECT_EQ(ExtractText(text).figures.size(), kTimes);
}

// Once dropped, a candidate was passed over again for each one in front of it: 2 MB took minutes, which is more than
// the time limit of a test.
TEST(FigureProperties, ARowOfHyphenedNumbersTakesTimeInProportionToItsLength) {
  std::string text;
  constexpr size_t kTimes = 1'000'000;
  for (size_t i = 0; i < kTimes; ++i) text += "1-";
  EXPECT_EQ(ExtractText(text).figures.size(), 0);
}

}  // namespace
}  // namespace tallywire::extract
