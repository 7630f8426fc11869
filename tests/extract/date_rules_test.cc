// The rules for expressions of time keep what the examples beside them promise.
#include "extract/dates/date_rules.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "extract/dates/date_words.h"
#include "tests/extract/date_support.h"

namespace tallywire::extract {
namespace {

// "words=value" of the date with these words, or of all dates where none has them.
std::string Found(const std::vector<FoundDate>& dates, const std::string& words) {
  std::string all;
  for (const FoundDate& date : dates) {
    if (!words.empty() && date.words == words) return date.words + "=" + date.value;
    all += all.empty() ? "" : " / ";
    all += date.words + "=" + date.value;
  }
  return all;
}

TEST(DateRules, EveryRuleFindsWhatItsExamplesPromise) {
  const DateReader reader;
  for (const DateRule& rule : reader.rules()) {
    EXPECT_FALSE(rule.examples.empty()) << rule.id << " has no example";
    for (const DateExample& example : rule.examples) {
      SCOPED_TRACE(rule.id + " (" + rule.where + "): " + example.text);
      const std::string want = example.words.empty() ? "" : example.words + "=" + example.value;
      EXPECT_EQ(Found(reader.Read(example.text, example.published), example.words), want);
    }
  }
}

// A sign has the whole sentence read for dates: a word of every sentence among them costs a fifth of the stage.
TEST(DateRules, WordsThatTextsAreFullOfAreNoSigns) {
  const auto files = ReadRuleFiles({});
  TagNames tags;
  Lexicon lexicon;
  DateWords words;
  ASSERT_TRUE(words.Load(*files, tags, lexicon));
  const std::string text =
      "The mill and its owners said that they will have sent a lot more of this tea to or from Kent, but not for an "
      "hour as it is on their books with those at our house: all of it was by then (in part) said to be \"so good\".";
  const auto tokens = Tokenize(text);
  std::vector<uint32_t> numbers;
  lexicon.NumberWords(text, tokens, numbers);
  std::string signs;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (words.IsSign(numbers[i])) signs += std::string(TextOf(tokens[i], text)) + " ";
  }
  EXPECT_EQ(signs, "hour ");
}

// A verb or an adjective is none either, where nothing stands beside it that makes a date of it.
TEST(DateRules, SomeWordsAreSignsOnlyInCompany) {
  const auto files = ReadRuleFiles({});
  TagNames tags;
  Lexicon lexicon;
  DateWords words;
  ASSERT_TRUE(words.Load(*files, tags, lexicon));
  const auto signs = [&](const std::string& text) {
    Reading reading;
    reading.text = text;
    reading.tokens = Tokenize(text);
    ReadWords(lexicon, reading);
    const auto last = static_cast<uint32_t>(reading.tokens.size());
    std::string found;
    for (uint32_t i = 0; i < last; ++i) {
      if (words.IsSignAt(reading, i, 0, last)) found += std::string(reading.TextOf(i)) + " ";
    }
    return found;
  };
  EXPECT_EQ(signs("It may sell its financial arm, with future and past losses in half of all cases."), "");
  EXPECT_EQ(signs("It fell on the fifth of may, and may rise."), "may ");
  EXPECT_EQ(signs("May rose, as did may 7."), "May may ");
  EXPECT_EQ(signs("Of H1 and a plan H of the future."), "H future ");
}

TEST(DateRules, EveryRuleFiresInItsExamples) {
  const DateReader reader;
  for (const DateRule& rule : reader.rules()) {
    if (rule.type == "none") continue;
    bool fired = false;
    for (const DateExample& example : rule.examples) {
      for (const FoundDate& date : reader.Read(example.text, example.published)) fired |= date.rule == rule.id;
    }
    EXPECT_TRUE(fired) << rule.id << " (" << rule.where << ") is idle in its own examples";
  }
}

TEST(DateRules, EveryRuleHasAnIdOfItsOwn) {
  const DateReader reader;
  std::set<std::string> ids;
  for (const DateRule& rule : reader.rules()) EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
}

Status LoadRules(const std::string& toml) {
  TagNames tags;
  Lexicon lexicon;
  tags.Add("month");
  const std::vector<RuleFile> files{{"dates.toml", "my/dates.toml", toml}};
  const auto rules = DateRules::Load(files, tags, lexicon);
  if (!rules) return tl::unexpected(rules.error());
  return {};
}

TEST(DateRules, MistakesNameThePlace) {
  const struct {
    const char* toml;
    const char* want;  // the beginning of the message
  } rows[] = {
      {"[[rule]]\npattern = \"x\"\nmeans = \"dct\"", "my/dates.toml:1:1: a date rule needs an id"},
      {"[[rule]]\nid = \"a\"\nmeans = \"dct\"", "my/dates.toml:1:1: a date rule needs a pattern"},
      {"[[rule]]\nid = \"a\"\npattern = \"x\"", "my/dates.toml:1:1: a date rule needs 'means'"},
      {"[[rule]]\nid = \"a\"\npattern = \"x\"\nmeans = \"dict\"", "my/dates.toml:4:9: there is no step 'dict'"},
      {"[[rule]]\nid = \"a\"\npattern = \"x\"\nmeans = \"add 1\"",
       "my/dates.toml:4:9: the step 'add' needs 2 arguments"},
      {"[[rule]]\nid = \"a\"\npattern = \"x\"\nmeans = \"year {y}\"",
       "my/dates.toml:4:9: the pattern has no capture 'y'"},
      {"[[rule]]\nid = \"a\"\npattern = \"{mouth}\"\nmeans = \"dct\"", "my/dates.toml:3:11: there is no tag 'mouth'"},
      {"[[rule]]\nid = \"a\"\npattern = \"$x\"\nmeans = \"dct\"", "my/dates.toml:3:11: there is no fragment '$x'"},
      {"[[rule]]\nid = \"a\"\npattern = \"x\"\nmeans = \"dct\"\ntype = \"day\"",
       "my/dates.toml:1:1: there is no type 'day'"},
      {"[[rule]]\nid = \"a\"\nmeaning = \"x\"", "my/dates.toml:3:11: a date rule has no key 'meaning'"},
      {"rule = 5", "my/dates.toml:1:8: rules are written [[rule]]"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.toml);
    const Status status = LoadRules(row.toml);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().ToText().substr(0, std::string(row.want).size()), row.want);
  }
}

TEST(DateRules, ALaterRuleOfTheSameIdReplacesTheEarlier) {
  TagNames tags;
  Lexicon lexicon;
  const std::vector<RuleFile> files{
      {"dates.toml", "a", "[[rule]]\nid = \"x\"\npattern = \"one\"\nmeans = \"dct\"\n"},
      {"dates.toml", "b", "[[rule]]\nid = \"x\"\npattern = \"two\"\nmeans = \"dct add 1 D\"\n"},
  };
  const auto rules = DateRules::Load(files, tags, lexicon);
  ASSERT_TRUE(rules) << rules.error().ToText();
  ASSERT_EQ(rules->rules().size(), 1U);
  EXPECT_EQ(rules->rules()[0].steps.size(), 2U);
}

}  // namespace
}  // namespace tallywire::extract
