#include "extract/text/sentence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tallywire::extract {
namespace {

std::string Split(std::string_view text) {
  TagNames tags;
  Lexicon lexicon;
  const auto files = ReadRuleFiles({});
  const auto splitter = SentenceSplitter::Load(*files, tags, lexicon);
  Reading reading;
  reading.text = text;
  reading.tokens = Tokenize(text);
  ReadWords(lexicon, reading);
  splitter->Split(lexicon, reading);
  std::string out;
  for (const Sentence& sentence : reading.sentences) {
    if (!out.empty()) out += sentence.begins_paragraph ? "¶" : "|";
    out += reading.TextOf(sentence.first, sentence.last);
  }
  return out;
}

TEST(SentenceSplitter, EndsSentencesWhereOneCanBegin) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"", ""},
      {"It rose. It fell.", "It rose.|It fell."},
      {"It rose 3.5 percent. Then it fell", "It rose 3.5 percent.|Then it fell"},
      {"in the U.S. The quota", "in the U.S.|The quota"},
      {"shares of U.S. Steel rose", "shares of U.S. Steel rose"},
      {"Acme Inc. said on Sept. 5 that Mr. J. Smith left. No. 2 is",
       "Acme Inc. said on Sept. 5 that Mr. J. Smith left.|No. 2 is"},
      {"\"It rose.\" He left.", "\"It rose.\"|He left."},
      {"Really? Yes! (It is.) Good", "Really?|Yes!|(It is.)|Good"},
      {"A heading\n\nA paragraph", "A heading¶A paragraph"},
      {"it rose to 5. 2019 was", "it rose to 5.|2019 was"},
      {"at 5 p.m. and", "at 5 p.m. and"},
      {"at Rs. 1,028 a kilo. Rs. 50 is", "at Rs. 1,028 a kilo.|Rs. 50 is"},
      {"profit of $5. $3 was", "profit of $5.|$3 was"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(Split(row.text), row.want);
  }
}

TEST(SentenceSplitter, CutsEndlessSentences) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  const std::string split = Split(text);
  EXPECT_EQ(std::count(split.begin(), split.end(), '|'), 2);
}

}  // namespace
}  // namespace tallywire::extract
