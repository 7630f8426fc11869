// Mistakes in rule files: each with its file, line and column, and all of them at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/rule_set.h"

namespace tallywire::extract {
namespace {

using ::testing::Contains;
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
  for (const Error& error : CheckRules(FilesWith(name, text)).mistakes) out.push_back(error.where + ": " + error.what);
  return out;
}

TEST(RuleCheck, TheBuiltInFilesAreRight) {
  for (const Error& error : CheckRules(*ReadRuleFiles({})).mistakes) ADD_FAILURE() << error.ToText();
}

// A rule that is right but for `line`, which is its third.
std::string RuleWith(const std::string& line) {
  return "[[rule]]\nid = \"x\"\n" + line + "\nexample = \"A.\"\nevents = []\n";
}

std::string Repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

TEST(RuleCheck, EachKindOfMistakeNamesItsPlace) {
  const struct {
    const char* file;
    std::string text;
    const char* want;
  } rows[] = {
      {"events.toml", "[[rule]\n", "my/events.toml:1:8: "},
      {"items.toml", "[items]\n\"a\" = \"b\"\n\"a\" = \"c\"\n",
       "my/items.toml:3:7: this key or section stands in the file already"},
      {"items.toml", "[items]\n[items]\n", "my/items.toml:2:1: this key or section stands in the file already"},
      {"items.toml", "[items]\n\"kaolin\" = [\"caf\xe9\"]\n", "my/items.toml:2:16: Encountered invalid utf-8"},
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
      {"subjects.toml",
       "[subjects]\n\"Lake Office\" = { kind = \"agency\", namesakes = [\"Peru\", \"Atlantis\"], words = [\"Lake "
       "Office\"] }",
       "my/subjects.toml:2:57: there is no subject 'Atlantis'"},
      {"units.toml", "[[unit]]\nid = \"q\"\nname = \"quintal\"\ndimension = \"mas\"",
       "my/units.toml:4:13: there is no dimension 'mas'"},
      {"units.toml", "[[unit]]\nid = \"q\"\nname = \"quintal\"\ndimension = \"mass\"\nsame_as = \"kilo\"",
       "my/units.toml:5:11: there is no unit 'kilo'"},
      {"units.toml", "[[unit]]\nid = \"q\"\nname = \"quintal\"\ndimension = \"mass\"\nfactor = \"100\"",
       "my/units.toml:5:10: a number above 0 is expected here"},
      {"measures.toml", "[[measure]]\nid = \"yield\"\nwords = \"yield(s)\"\nunits = [\"rate\", \"ratio\"]",
       "my/measures.toml:4:18: 'ratio' may not stand in 'units'"},
      {"items.toml", "[items]\n\"kaolin\" = 5", "my/items.toml:2:12: a list of texts is expected here"},
      {"items.toml", "[item]\n\"kaolin\" = [\"kaolin\"]", "my/items.toml:1:2: items.toml has no section 'item'"},
      {"subjects.toml", "[subjects]\n\"Utopia\" = { kind = \"land\", words = [\"Utopia\"] }",
       "my/subjects.toml:2:21: 'land' may not stand in 'kind'"},
      {"quotas.toml", "", "my/quotas.toml: there are no rules of the kind 'quotas'"},
      {"dates.toml",
       "[[rule]]\nid = \"x\"\npattern = \"{yeer}\"\nmeans = \"dct\"\nexamples = [[\"A.\", \"\", \"\", \"\"]]",
       "my/dates.toml:3:11: there is no tag 'yeer'"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_THAT(MistakesIn(row.file, row.text), ElementsAre(StartsWith(row.want)));
  }
}

TEST(RuleCheck, NothingInAPatternIsTakenForWordsThatNoTextHas) {
  const struct {
    const char* pattern;
    const char* want;
  } rows[] = {
      {"{level:figure wagons", "'{level:figure' lacks its '}'"},
      {"{level: figure} wagons", "'{level:' lacks its '}'"},
      {"{level:figure} up> wagons", "'up>' lacks its '<'"},
      {"{level:figure} <up>|down wagons", "'<up>|down' lacks its '>'"},
      {"* {level:figure}", "'*' stands behind no element"},
      {"{level:figure} wagons**", "'*' stands behind no element"},
      {"{level:figure} (?i)wagons", "'?i' is no word: patterns know no '?' inside one"},
      {"{level:figure} wag[oe]ns", "'wag[oe]ns' is no word: patterns know no '[' inside one"},
      {"{level:figure} \\\\d+ wagons", "'\\d' is no word: patterns know no '\\d' inside one"},
      {"{level:figure} wagons{3}", "'wagons{3}' lacks its '{'"},
      {"{level:figure} () wagons", "nothing stands in front of ')'"},
      {"{level:figure} (a | ) wagons", "nothing stands in front of ')'"},
      {"{level:figure} wagons | cars", "alternatives need parentheses around them"},
      {"{level:figure} _ wagons", "_ stands in front of nothing"},
      {"{level:figure} ~0 wagons", "a gap of no cells says nothing"},
      {"{level:measure} wagons", "'measure' stands for no figure, so level cannot capture it"},
      {"{level:figur} wagons", "there is no tag 'figur' (perhaps 'figure')"},
  };
  for (const auto& row : rows) {
    const std::string line = std::string("pattern = \"") + row.pattern + "\"";
    EXPECT_THAT(MistakesIn("events.toml", RuleWith(line)),
                ElementsAre(StartsWith(std::string("my/events.toml:3:11: ") + row.want)))
        << line;
  }
}

TEST(RuleCheck, WhatAnEntryCannotMeanIsAMistake) {
  const std::string unit = "[[unit]]\nid = \"q\"\nname = \"quintal\"\ndimension = \"mass\"\nfactor = ";
  const struct {
    const char* file;
    std::string text;
    std::string want;
  } rows[] = {
      {"units.toml", unit + "0", "5:10: a number above 0 is expected here"},
      {"units.toml", unit + "1\nsame_as = \"q\"", "6:11: a unit cannot be the same as itself"},
      {"units.toml", unit + "1\nsame_as = \"m3\"", "6:11: \"m3\" has another dimension, volume"},
      {"units.toml",
       unit + "1\nsame_as = \"r\"\n[[unit]]\nid = \"r\"\nname = \"rod\"\ndimension = \"mass\"\nsame_as = \"q\"",
       "6:11: \"r\" stands for another unit itself"},
      {"units.toml", "[[unit]]\nid = \"q\"\nname = \"quintal\"\ndimension = \"mass\"",
       "1:1: the unit needs a factor: how many kg it is"},
      {"units.toml", unit + "nan", "5:10: a number above 0 is expected here"},
      {"units.toml", unit + "inf", "5:10: a number above 0 is expected here"},
      {"units.toml", unit + "1\noffset = inf", "6:10: a number is expected here"},
      {"events.toml", RuleWith("pattern = \"{level:figure}\"\nconfidence = 2"),
       "4:14: a number from 0 to 1 is expected here"},
      {"events.toml", RuleWith("pattern = \"{level:figure}\"\npublished = \"11.6.2024\""),
       "4:13: a date or time as \"2024-06-11\" is expected here"},
      {"items.toml", "[items]\n\"kaolin\" = [\"kaolin(s\"]", "2:13: the parentheses of 'kaolin(s' do not fit together"},
      {"items.toml", "[items]\n\"kaolin\" = [\"a((b))\"]", "2:13: the parentheses of 'a((b))' do not fit together"},
      {"items.toml", "[items]\n\"kaolin\" = [\"clay\", \"\"]", "2:21: '' can stand for no word at all"},
      {"items.toml", "[items]\n\"kaolin\" = [\"(s)\"]", "2:13: '(s)' can stand for no word at all"},
      {"items.toml", "[items]\n\"kaolin\" = [\"(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)\"]",
       "2:13: '(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)' stands for too many forms"},
      {"items.toml", "[items]\n\"kaolin\" = [\"" + Repeated("(a|b|c|d)", 40) + "\"]",
       "2:13: '" + Repeated("(a|b|c|d)", 40) + "' stands for too many forms"},
      {"items.toml", "[items]\n" + Repeated("a.", 50'000) + "a = \"kaolin\"",
       "2:1: a name of more than 100 parts is too long"},
      {"items.toml", "[" + Repeated("a.", 50'000) + "a]\n", "1:2: a name of more than 100 parts is too long"},
      {"items.toml", "[items]\n\"\" = [\"kaolin\"]", "2:1: the id is empty"},
      {"items.toml", "[items]\n\"kaolin\" = { priced = false }", "2:12: 'kaolin' needs a key 'words', or 'also'"},
      {"items.toml", "[items]\n\"tea\" = { also = [\"cha\"], priced = false }",
       "2:27: 'tea' with 'also' keeps all else of the entry there is: 'priced' may not stand here"},
      {"measures.toml", "[[measure]]\nid = \"x\"\nunits = \"pct\"", "1:1: 'measure' needs a key 'words' or 'verbs'"},
      {"measures.toml", "[[measure]]\nid = \"x\"\nwords = \"x\"", "1:1: 'measure' needs a key 'units'"},
      {"measures.toml", "[[measure]]\nid = \"x\"\nwords = \"x\"\nunits = \"pct\"\notherwise = \"exprts\"",
       "5:13: there is no measure 'exprts' (perhaps 'exports')"},
      {"subjects.toml", "[subjects]\n\"Bureau\" = { kind = \"agency\", of = \"Nowhere\", words = \"Bureau\" }",
       "2:36: there is no subject 'Nowhere'"},
      {"unit_kinds.toml", "[unit_kinds]\namout = [\"t\"]", "2:1: 'amout' is not known here (perhaps 'amount')"},
      {"event_words.toml", "[words]\nbe = [\"oop\"]\nfigure = [\"foo\"]",
       "3:1: the tag 'figure' has a meaning of its own"},
      {"event_words.toml", "[words]\n\"my tag\" = [\"foo\"]", "2:1: 'my tag' is no name for a tag"},
      {"event_words.toml", "[words]\n\"a|b\" = [\"foo\"]", "2:1: 'a|b' is no name for a tag"},
      {"calendar.toml", "[words.month]\nfoo = [\"Foomonth\"]", "2:1: 'foo' is no number of a month"},
      {"names.toml", "[names]\ntitle = [\"Sir\"]", "2:1: 'title' is not known here (perhaps 'titles')"},
      {"dates.toml", "[[rule]]\nid = \"x\"\npattern = \"{m:month} inst\"\nmeans = \"dct month {m}\"",
       "1:1: 'rule' needs a key 'examples'"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_THAT(MistakesIn(row.file, row.text),
                ElementsAre(StartsWith("my/" + std::string(row.file) + ":" + row.want)));
  }
}

// "where: note" of every note on files without a mistake.
std::vector<std::string> NotesOnFile(const std::string& name, const std::string& text) {
  const RuleFindings findings = CheckRules(FilesWith(name, text));
  for (const Error& error : findings.mistakes) ADD_FAILURE() << error.ToText();
  std::vector<std::string> out;
  for (const Error& note : findings.notes) out.push_back(note.where + ": " + note.what);
  return out;
}

TEST(RuleCheck, WordsThatStandForSomethingElseTooAreNoted) {
  EXPECT_THAT(NotesOnFile("items.toml", "[items]\n\"kaolin\" = [\"kaolin\", \"china clay\"]\n"), IsEmpty());
  EXPECT_THAT(NotesOnFile("items.toml", "[items]\n\"kaolin\" = [\"kaolin\", \"bauxite\"]\n"),
              ElementsAre("my/items.toml:2:23: 'bauxite' is a word of the item 'bauxite' too"));
  EXPECT_THAT(NotesOnFile("items.toml", "[items]\n\"kaolin\" = { words = [\"dredging(s)\", \"stockpile(s)\"] }\n"),
              ElementsAre("my/items.toml:2:38: 'stockpile' is a word of the measure 'stocks' too"));
  EXPECT_THAT(NotesOnFile("items.toml", "[items]\n\"bauxite\" = { also = [\"oxen\", \"kilogram\"] }\n"),
              ElementsAre("my/items.toml:2:31: 'kilogram' is a word of the unit 'kg' too"));
  EXPECT_THAT(NotesOnFile("unit_kinds.toml", "[unit_kinds]\namount = [\"t\", \"t/mo\", \"candyy\"]\n"),
              ElementsAre("my/unit_kinds.toml:2:24: there is no unit 'candyy'"));
}

TEST(RuleCheck, BuiltInExamplesThatComeOutDifferentlyAreNoMistakeOfTheUsers) {
  const std::string stocks = "[[measure]]\nid = \"stocks\"\nwords = \"heap(s)\"\nunits = [\"amount\"]\n";
  EXPECT_THAT(NotesOnFile("measures.toml", stocks),
              Contains(HasSubstr("with your rules the built-in example of rule 'measure-of' fails")));
}

TEST(RuleCheck, AllMistakesInExamplesAreNamed) {
  const std::string text =
      "[[rule]]\nid = \"x\"\npattern = \"{level:figure}\"\nexamples = [\n\"A.\",\n{ text = \"A.\", evnts = [] },\n"
      "{ text = \"A.\", events = [5] },\n{ text = \"A.\", events = [{ kind = \"lvel\", modality = \"sure\" }] },\n"
      "{ text = \"A.\", published = \"11.6.2024\", events = [{ value = [] }] }]\n";
  EXPECT_THAT(MistakesIn("events.toml", text),
              ElementsAre("my/events.toml:5:1: an example is expected here: { text = \"…\", events = [] }",
                          "my/events.toml:6:1: an example needs a list of the events it yields",
                          "my/events.toml:6:16: an example has no key 'evnts' (perhaps 'events')",
                          "my/events.toml:7:26: an event is expected here: { kind = \"level\", value = 5 }",
                          "my/events.toml:8:35: 'lvel' may not stand in 'kind' (perhaps 'level')",
                          "my/events.toml:8:54: 'sure' may not stand in 'modality'",
                          "my/events.toml:9:28: a date or time as \"2024-06-11\" is expected here",
                          "my/events.toml:9:61: a text or a number is expected here"));
}

// A date rule that is right but for what is given.
std::string DateRuleWith(const std::string& means, const std::string& example) {
  return "[[rule]]\nid = \"x\"\npattern = \"{m:month} inst\"\nmeans = \"" + means + "\"\nexamples = [[" + example +
         "]]\n";
}

TEST(RuleCheck, EachKindOfMistakeInADateRuleNamesItsPlace) {
  const std::string good = R"("It is May inst.", "2024-01-01", "May inst", "2024-05")";
  EXPECT_THAT(MistakesIn("dates.toml", DateRuleWith("dct month {m}", good)), IsEmpty());
  const struct {
    std::string text;
    const char* want;
  } rows[] = {
      {DateRuleWith("dct mnth {m}", good), "4:9: there is no step 'mnth' (perhaps 'month')"},
      {DateRuleWith("dct month {n}", good), "4:9: the pattern has no capture 'n'"},
      {DateRuleWith("dct month", good), "4:9: the step 'month' needs 1 argument"},
      {DateRuleWith("dct month five", good), "4:9: the step 'month' needs a number, not 'five'"},
      {DateRuleWith("dct add 1 ZZ", good), "4:9: the step 'add' needs a unit such as D, W, M, Q or Y, not 'ZZ'"},
      {DateRuleWith("dct pick-month {m} sideways", good), "4:9: the step 'pick-month' needs a direction"},
      {DateRuleWith("dct month {m}", R"("It is May inst.", "1 June", "May inst", "2024-05")"),
       "5:33: '1 June' is no date as \"2024-06-11\""},
      {DateRuleWith("dct month {m}", R"("It is May.", "2024-01-01", "May inst", "2024-05")"),
       "5:42: 'May inst' does not stand in the example's text"},
      {DateRuleWith("dct month {m}", R"("It is May 2019.", "2024-01-01", "May 2019", "2019-05")"),
       "5:13: the example of rule 'x' fails: expected the rule to find a date in one of its examples, got others "
       "found"},
      {DateRuleWith("dct month {m}", R"("It is May inst.", "2024-01-01", "May inst", "2023-05")"),
       "5:13: the example of rule 'x' fails: expected May inst=2023-05, got May inst=2024-05"},
      {DateRuleWith("dct month {m}", good) + "future = { tpe = \"date\", means = \"dct\" }",
       "6:12: future has no key 'tpe'"},
      {DateRuleWith("dct month {m}", good) + "future = { means = \"dct mnth 1\" }", "6:20: there is no step 'mnth'"},
      {"[fragments]\na = \"x $b\"\n", "2:5: a fragment may hold no other fragment"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(MistakesIn("dates.toml", row.text), ElementsAre(StartsWith("my/dates.toml:" + std::string(row.want))));
  }
}

TEST(RuleCheck, ANameStandsOnceInAUsersFiles) {
  auto files = FilesWith("items.toml", "[items]\n\"kaolin\" = [\"kaolin\"]\n");
  files.push_back({"items.toml", "my/items-b.toml", "[items]\n\"kaolin\" = [\"china clay\"]\n", true});
  const auto mistakes = CheckRules(files).mistakes;
  ASSERT_EQ(mistakes.size(), 1U);
  EXPECT_THAT(mistakes[0].ToText(),
              StartsWith("my/items-b.toml:2:1: the id 'kaolin' stands at my/items.toml:2:1 already"));
}

TEST(RuleCheck, AllMistakesAreNamedAtOnce) {
  const std::string text =
      "[[rule]]\nid = \"a\"\npattern = \"{level:figur}\"\nexample = \"A.\"\nevents = []\n"
      "[[rule]]\nid = \"b\"\npattern = \"{lvl:figure}\"\nexample = \"A.\"\nevents = []\n"
      "[[rule]]\nid = \"c\"\npatern = \"x\"\nexample = \"A.\"\nevents = []\n";
  EXPECT_THAT(
      MistakesIn("events.toml", text),
      ElementsAre("my/events.toml:3:11: there is no tag 'figur' (perhaps 'figure')",
                  "my/events.toml:8:11: there is no slot 'lvl'", "my/events.toml:11:1: 'rule' needs a key 'pattern'",
                  "my/events.toml:13:1: 'rule' has no key 'patern' (perhaps 'pattern')"));
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
