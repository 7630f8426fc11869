#include "extract/text/pattern.h"

#include <gtest/gtest.h>

#include <string>

namespace tallywire::extract {
namespace {

class PatternTest : public testing::Test {
 protected:
  PatternTest() {
    const Tag month = tags_.Add("month");
    for (const char* word : {"may", "june"}) lexicon_.Add(word, month, 0);
    tags_.Add("number");
  }

  // Tags a text by the lexicon; digits get the tag number.
  void TagText(const std::string& text) {
    text_ = text;
    tokens_ = Tokenize(text_);
    std::vector<uint32_t> words;
    lexicon_.NumberWords(text_, tokens_, words);
    tagged_.Clear();
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      std::vector<Tag> found;
      const auto match = lexicon_.LongestAt(words, i);
      if (match.tokens == 1) {
        for (const Sense& sense : lexicon_.SensesOf(match.phrase)) found.push_back(sense.tag);
      }
      if (tokens_[i].kind == TokenKind::kDigits) found.push_back(tags_.Add("number"));
      const char kind = TextOf(tokens_[i], text_) == ";" ? 'b' : 'w';
      tagged_.Add({i, 1}, kind, !tokens_[i].space_before, found);
    }
  }

  // "name=words name=words" of every match, matches separated by " / ".
  std::string Find(const std::string& notation, const std::string& text) {
    PatternSet set("w");
    const auto added = set.Add(notation, "test", tags_, lexicon_);
    if (!added) return added.error().ToText();
    set.Finish();
    TagText(text);
    std::vector<PatternMatch> matches;
    set.FindAll(tagged_, matches);
    std::string out;
    for (const auto& match : matches) {
      if (!out.empty()) out += " / ";
      out += Words(match.whole);
      for (size_t i = 0; i < match.capture.size(); ++i) {
        if (match.capture[i].found()) out += " " + set.CaptureNames(0)[i] + "=" + Words(match.capture[i]);
      }
    }
    return out;
  }

  std::string Words(CellRange range) const {
    const uint32_t first = tokens_[tagged_.cell(range.first).first].start;
    return text_.substr(first, tokens_[tagged_.cell(range.last - 1).first].end - first);
  }

  TagNames tags_;
  Lexicon lexicon_;
  TaggedText tagged_;
  std::string text_;
  std::vector<Token> tokens_;
};

TEST_F(PatternTest, MatchesWordsTagsGroupsAndGaps) {
  const struct {
    const char* pattern;
    const char* text;
    const char* want;
  } rows[] = {
      {"set|fixed", "they Set it and FIXED it", "Set / FIXED"},
      {"{month} {day:number} (, {year:number})?", "on May 5, 2019 and June 7",
       "May 5, 2019 month=May day=5 year=2019 / June 7 month=June day=7"},
      {"<month> {number}", "May 5", "May 5 number=5"},
      {"set ~ {number}", "set the big quota at 5", "set the big quota at 5 number=5"},
      {"set ~2 {number}", "set the big quota at 5", ""},
      {"set ~ {number}", "set it; 5", ""},
      {"{number} _h {y:number}?", "5h and 5 h", "5h number=5"},
      {"(when: in {month})", "in May", "in May when=in May month=May"},
      {"year-on-year", "fell year-on-year", "year-on-year"},
      {"^ the {month|number}", "the May", "the May month|number=May"},
      {"\\( {number} \\)", "x (5) y", "(5) number=5"},
      {". {number}", "a b 5", "b 5 number=5"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.pattern);
    EXPECT_EQ(Find(row.pattern, row.text), row.want);
  }
}

TEST_F(PatternTest, MistakesNameThePlace) {
  EXPECT_EQ(Find("{moth}", ""),
            "test: there is no tag 'moth' (perhaps 'month'). See docs/rules.md for the notation of patterns");
  EXPECT_EQ(Find("(a", ""), "test: a parenthesis is not closed. See docs/rules.md for the notation of patterns");
  EXPECT_EQ(Find("a )", ""),
            "test: a parenthesis is closed that was not opened. See docs/rules.md for the notation of patterns");
  EXPECT_EQ(Find("", ""), "test: the pattern is empty. See docs/rules.md for the notation of patterns");
  EXPECT_EQ(Find("a ~x", ""), "test: '~x' is no gap; write ~ or ~3. See docs/rules.md for the notation of patterns");
}

TEST_F(PatternTest, LongestAtPrefersTheLongerPattern) {
  PatternSet set("w");
  ASSERT_TRUE(set.Add("{month}", "a", tags_, lexicon_));
  ASSERT_TRUE(set.Add("{month} {number}", "b", tags_, lexicon_));
  set.Finish();
  TagText("in May 5");
  PatternFilter::Starts starts;
  set.FindStarts(tagged_, starts);
  PatternMatch match;
  EXPECT_FALSE(set.LongestAt(tagged_, starts, 0, match));
  ASSERT_TRUE(set.LongestAt(tagged_, starts, 1, match));
  EXPECT_EQ(match.pattern, 1U);
  EXPECT_EQ(Words(match.whole), "May 5");
}

// The filter in front of the patterns looks at 64 cells at a time: what lies behind them is found all the same.
TEST_F(PatternTest, MatchesReachAcrossTheFiltersWindow) {
  PatternSet set("w");
  ASSERT_TRUE(set.Add("{month} .* {number}", "a", tags_, lexicon_));
  ASSERT_TRUE(set.Add("{number} x", "b", tags_, lexicon_));
  set.Finish();
  std::string text = "May";
  for (int i = 0; i < 90; ++i) text += " so";
  TagText(text + " 5 x");
  PatternFilter::Starts starts;
  set.FindStarts(tagged_, starts);
  PatternMatch match;
  ASSERT_TRUE(set.LongestAt(tagged_, starts, 0, match));
  EXPECT_EQ(match.whole.last, 92U);
  ASSERT_TRUE(set.LongestAt(tagged_, starts, 91, match));
  EXPECT_EQ(Words(match.whole), "5 x");
  EXPECT_FALSE(set.LongestAt(tagged_, starts, 50, match));
}

}  // namespace
}  // namespace tallywire::extract
