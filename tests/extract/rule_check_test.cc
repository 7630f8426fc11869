// Mistakes in rule files: each with its file, line and column, and all of them at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/rule_set.h"

namespace tallywire::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::vector<RuleFile> FilesWith(const std::string& name, const std::string& text) {
  auto files = *ReadRuleFiles({});
  files.push_back({name, "my/" + name, text, true});
  return files;
}

// "where: what" of every mistake.
std::vector<std::string> MistakesIn(const std::string& name, const std::string& text) {
  std::vector<std::string> out;
  for (const Error& error : CheckRules(FilesWith(name, text))) out.push_back(error.where + ": " + error.what);
  return out;
}

TEST(RuleCheck, TheBuiltInFilesAreRight) {
  for (const Error& error : CheckRules(*ReadRuleFiles({}))) ADD_FAILURE() << error.ToText();
}

// A rule that is right but for `line`, which is its third.
std::string RuleWith(const std::string& line) {
  return "[[rule]]\nid = \"x\"\n" + line + "\nexample = \"A.\"\nevents = []\n";
}

TEST(RuleCheck, EachKindOfMistakeNamesItsPlace) {
  const struct {
    const char* file;
    std::string text;
    const char* want;
  } rows[] = {
      {"events.toml", "[[rule]\n", "my/events.toml:1:8: "},
      {"events.toml", "[[rule]]\nid = \"x\"\nexample = \"A.\"\nevents = []",
       "my/events.toml:1:1: 'rule' needs a key 'pattern'"},
      {"events.toml", RuleWith("pattern = 5"), "my/events.toml:3:11: a text is expected here"},
      {"events.toml", RuleWith("patern = \"a\"\npattern = \"{level:figure}\""),
       "my/events.toml:3:1: 'rule' has no key 'patern'"},
      {"events.toml", RuleWith("pattern = \"{level:figur}\""), "my/events.toml:3:11: there is no tag 'figur'"},
      {"events.toml", RuleWith("pattern = \"{lvl:figure}\""), "my/events.toml:3:11: there is no slot 'lvl'"},
      {"events.toml", RuleWith("pattern = \"tonnes\""), "my/events.toml:3:11: the rule captures no figure"},
      {"events.toml", RuleWith("pattern = \"{level:figure}?\""),
       "my/events.toml:3:11: the pattern matches a text of no words"},
      {"events.toml", RuleWith("pattern = \"a ^ {level:figure}\""), "my/events.toml:3:11: nothing can stand before ^"},
      {"events.toml", RuleWith("pattern = \"{level:figure} $ a\""), "my/events.toml:3:11: nothing can stand behind $"},
      {"events.toml", RuleWith("pattern = \"({level:figure}\""), "my/events.toml:3:11: a parenthesis is not closed"},
      {"events.toml", RuleWith("pattern = \"{level:figure}\"\nmeasure = \"x\""),
       "my/events.toml:4:11: there is no measure 'x'"},
      {"events.toml", RuleWith("pattern = \"{level:figure}\"\ndirection = \"left\""),
       "my/events.toml:4:13: 'left' may not stand in 'direction'"},
      {"events.toml", "[[rule]]\nid = \"x\"\npattern = \"{level:figure}\"",
       "my/events.toml:1:1: a rule needs an example"},
      {"events.toml", "[[rule]]\nid = \"x\"\npattern = \"{level:figure}\"\nexample = \"A.\"\nevents = [{ vale = 5 }]",
       "my/events.toml:5:13: events have no slot 'vale'"},
      {"events.toml", RuleWith("pattern = \"{level:figure} wagons\""),
       "my/events.toml:4:11: the example of rule 'x' fails: expected the rule to decide"},
      {"events.toml", RuleWith("pattern = \"{level:figure} wagons\"") + RuleWith("pattern = \"{level:figure} wagons\""),
       "my/events.toml:7:6: the id 'x' stands at my/events.toml:2:6 already"},
      {"units.toml", "[[unit]]\nid = \"q\"\nname = \"quintal\"\ndimension = \"mas\"",
       "my/units.toml:4:13: there is no dimension 'mas'"},
      {"units.toml", "[[unit]]\nid = \"q\"\nname = \"quintal\"\ndimension = \"mass\"\nsame_as = \"kilo\"",
       "my/units.toml:5:11: there is no unit 'kilo'"},
      {"units.toml", "[[unit]]\nid = \"q\"\nname = \"quintal\"\ndimension = \"mass\"\nfactor = \"100\"",
       "my/units.toml:5:10: a number is expected here"},
      {"measures.toml", "[[measure]]\nid = \"yield\"\nunits = [\"rate\", \"ratio\"]",
       "my/measures.toml:3:18: 'ratio' may not stand in 'units'"},
      {"items.toml", "[items]\n\"kaolin\" = 5", "my/items.toml:2:12: a list of texts is expected here"},
      {"items.toml", "[item]\n\"kaolin\" = [\"kaolin\"]", "my/items.toml:1:2: items.toml has no section 'item'"},
      {"subjects.toml", "[subjects]\n\"Utopia\" = { kind = \"land\", words = [\"Utopia\"] }",
       "my/subjects.toml:2:21: 'land' may not stand in 'kind'"},
      {"quotas.toml", "", "my/quotas.toml: there are no rules of the kind 'quotas'"},
      {"dates.toml", "[[rule]]\nid = \"x\"\npattern = \"{yeer}\"\nmeans = \"dct\"\nexamples = []",
       "my/dates.toml:3:11: there is no tag 'yeer'"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_THAT(MistakesIn(row.file, row.text), ElementsAre(StartsWith(row.want)));
  }
}

TEST(RuleCheck, AllMistakesAreNamedAtOnce) {
  const std::string text =
      "[[rule]]\nid = \"a\"\npattern = \"{level:figur}\"\nexample = \"A.\"\nevents = []\n"
      "[[rule]]\nid = \"b\"\npattern = \"{lvl:figure}\"\nexample = \"A.\"\nevents = []\n"
      "[[rule]]\nid = \"c\"\npatern = \"x\"\nexample = \"A.\"\nevents = []\n";
  EXPECT_THAT(MistakesIn("events.toml", text),
              ElementsAre("my/events.toml:3:11: there is no tag 'figur'", "my/events.toml:8:11: there is no slot 'lvl'",
                          "my/events.toml:11:1: 'rule' needs a key 'pattern'",
                          "my/events.toml:13:1: 'rule' has no key 'patern'"));
}

TEST(RuleCheck, NoProgramRunsWithSomeOfItsRules) {
  const auto rules = RuleSet::Load(FilesWith("events.toml", "[[rule]]\nid = \"a\"\npatern = \"x\"\n"));
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().code, ErrorCode::kUsage);
  EXPECT_THAT(rules.error().ToText(), HasSubstr("`tallywire rules check` lists this mistake and 1 more"));
}

TEST(RuleCheck, OwnEntriesMayReplaceBuiltInOnes) {
  EXPECT_THAT(MistakesIn("items.toml", "[items]\n\"sugar\" = [\"sugar\", \"sucrose\"]\n"), IsEmpty());
  EXPECT_THAT(MistakesIn("measures.toml",
                         "[[measure]]\nid = \"stake\"\nwords = [\"stake(s)\", \"holding(s)\"]\nunits = [\"pct\"]\n"),
              IsEmpty());
}

TEST(RulesVersion, ChangesWithWhatTheFilesSayAndNotWithWhereTheyLie) {
  auto files = FilesWith("items.toml", "[items]\n");
  const std::string version = RulesVersion(files);
  files.back().where = "elsewhere/items.toml";
  EXPECT_EQ(RulesVersion(files), version);
  files.back().text += "\"kaolin\" = [\"kaolin\"]\n";
  EXPECT_NE(RulesVersion(files), version);
}

}  // namespace
}  // namespace tallywire::extract
