#include "extract/text/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tallywire::extract {
namespace {

using testing::ElementsAre;

TEST(ExpandForms, WritesOutGroups) {
  EXPECT_THAT(ExpandForms("quota"), ElementsAre("quota"));
  EXPECT_THAT(ExpandForms("quota(s)"), ElementsAre("quota", "quotas"));
  EXPECT_THAT(ExpandForms("rais(e|es|ed)"), ElementsAre("raise", "raises", "raised"));
  EXPECT_THAT(ExpandForms("(a )ceiling(s)"), ElementsAre("ceiling", "ceilings", "a ceiling", "a ceilings"));
}

TEST(Lexicon, FindsTheLongestPhraseWhateverItsCase) {
  TagNames tags;
  Lexicon lexicon;
  const Tag item = tags.Add("item");
  lexicon.Add("rare earth(s)", item, 1);
  lexicon.Add("rare", item, 2);
  const std::string text = "Rare Earths are rare here";
  const auto tokens = Tokenize(text);
  std::vector<uint32_t> words;
  lexicon.NumberWords(text, tokens, words);
  const auto first = lexicon.LongestAt(words, 0);
  ASSERT_EQ(first.tokens, 2U);
  EXPECT_EQ(lexicon.SensesOf(first.phrase)[0].entry, 1U);
  EXPECT_EQ(lexicon.LongestAt(words, 1).tokens, 0U);
  EXPECT_EQ(lexicon.LongestAt(words, 3).tokens, 1U);
}

TEST(Lexicon, ExactSensesAskForTheSpelling) {
  TagNames tags;
  Lexicon lexicon;
  lexicon.Add("=US", tags.Add("subject"), 7);
  const std::string text = "us US";
  std::vector<uint32_t> words;
  lexicon.NumberWords(text, Tokenize(text), words);
  const auto match = lexicon.LongestAt(words, 0);
  ASSERT_EQ(match.tokens, 1U);
  ASSERT_TRUE(lexicon.SensesOf(match.phrase)[0].exact);
  EXPECT_FALSE(lexicon.SpelledAs(match.phrase, "us"));
  EXPECT_TRUE(lexicon.SpelledAs(match.phrase, "US"));
}

}  // namespace
}  // namespace tallywire::extract
