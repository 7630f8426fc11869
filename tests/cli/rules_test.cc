// Rules of a user's own, from the folder to the events.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace tallywire::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

// The files of the tutorial in docs/rules.md: a line `my-rules/NAME` in front of each block.
std::map<std::string, std::string> TutorialFiles() {
  std::ifstream stream(std::filesystem::path(TALLYWIRE_SOURCE_DIR) / "docs" / "rules.md");
  std::map<std::string, std::string> files;
  std::string name;
  bool inside = false;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("`my-rules/") && line.ends_with("`")) {
      name = line.substr(10, line.size() - 11);
    } else if (line.starts_with("```")) {
      inside = !inside && !name.empty();
      if (!inside) name.clear();
    } else if (inside) {
      files[name] += line + "\n";
    }
  }
  return files;
}

class Rules : public ::testing::Test {
 protected:
  void Write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

  Ran Run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--rules", folder_.path().string()});
    return RunProgram(TALLYWIRE_PROGRAM, arguments);
  }

  // The events of a text, with or without the folder.
  Json EventsOf(const std::string& text, bool own = true) const {
    const std::string record = Json{{"id", 1}, {"text", text}, {"published", "2024-06-11"}}.dump() + "\n";
    std::vector<std::string> arguments{"extract", "--jsonl"};
    if (own) arguments.insert(arguments.begin(), {"--rules", folder_.path().string()});
    const Ran ran = RunProgram(TALLYWIRE_PROGRAM, arguments, record);
    EXPECT_EQ(ran.exit_status, 0) << ran.err;
    return Json::parse(ran.out)["events"];
  }

  TempFolder folder_;
};

TEST_F(Rules, TheTutorialIsTrue) {
  const auto files = TutorialFiles();
  EXPECT_EQ(files.size(), 5U);
  for (const auto& [name, text] : files) Write(name, text);
  const Ran check = RunProgram(TALLYWIRE_PROGRAM, {"rules", "check", folder_.path().string()});
  EXPECT_EQ(check.exit_status, 0) << check.out;
  EXPECT_THAT(check.out, HasSubstr("The rules are right"));

  const std::string of_the_port = "Some 4,000 candies of kapok passed through the gins in May.";
  EXPECT_EQ(EventsOf(of_the_port, false).size(), 0U);
  const Json event = EventsOf(of_the_port).at(0);
  EXPECT_EQ(event["rule"], "through-the-gins");
  EXPECT_EQ(event["item"], "kapok");
  EXPECT_EQ(event["unit"], "candy");

  // The built-in rules speak of the new words.
  const Json events = EventsOf("Kapok ginnings rose 12% to 5,000 candies.");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0]["measure"], "ginning");
  EXPECT_EQ(events[0]["value"], 12);
  EXPECT_EQ(events[1]["value"], 5000);
  EXPECT_EQ(events[1]["unit"], "candy");
}

TEST_F(Rules, OwnEntriesReplaceBuiltInOnesOrAddToThem) {
  const std::string text = "Sucrose exports rose 5%.";
  EXPECT_EQ(EventsOf(text)[0]["item"], nullptr);
  Write("items.toml", "[items]\n\"sugar\" = { also = [\"sucrose\"] }\n");
  EXPECT_EQ(EventsOf(text)[0]["item"], "sugar");
  EXPECT_EQ(EventsOf("Sugar exports rose 5%.")[0]["item"], "sugar");
  Write("items.toml", "[items]\n\"sugar\" = [\"sucrose\"]\n");
  EXPECT_EQ(EventsOf(text)[0]["item"], "sugar");
  EXPECT_EQ(EventsOf("Sugar exports rose 5%.")[0]["item"], nullptr);
}

TEST_F(Rules, AnEntryWithoutWordsTakesTheBuiltInOneAway) {
  Write("items.toml", "[items]\n\"sugar\" = []\n");
  EXPECT_EQ(EventsOf("Sugar exports rose 5%.")[0]["item"], nullptr);
}

// The rules in the chapter on date rules.
TEST_F(Rules, TheDateRulesOfTheDocumentationAreRight) {
  std::ifstream stream(std::filesystem::path(TALLYWIRE_SOURCE_DIR) / "docs" / "rules.md");
  const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  std::string rules;
  for (size_t at = text.find("```toml\n", text.find("## Date rules")); at != std::string::npos;) {
    const size_t from = at + 8;
    const size_t end = text.find("```", from);
    rules += text.substr(from, end - from);
    at = text.find("```toml\n", end);
  }
  EXPECT_THAT(rules, HasSubstr("instant"));
  Write("dates-trade.toml", rules);
  const Ran check = Run({"rules", "check"});
  EXPECT_EQ(check.exit_status, 0) << check.out;
}

TEST_F(Rules, NotesAreNoMistakes) {
  Write("items.toml", "[items]\n\"kapok\" = [\"kapok\", \"cotton\"]\n");
  const Ran check = Run({"rules", "check"});
  EXPECT_EQ(check.exit_status, 0);
  EXPECT_THAT(check.out, HasSubstr("items.toml:2:21: note: 'cotton' is a word of the item 'cotton' too. Sentences"));
  EXPECT_THAT(check.out, HasSubstr("The rules are right"));
}

TEST_F(Rules, ARuleOfABuiltInIdTakesItsPlace) {
  const std::string text = "Tea exports jumped 11 percent.";
  const Json rule = EventsOf(text).at(0)["rule"];
  Write("events-mine.toml", "[[rule]]\nid = " + rule.dump() +
                                "\npattern = \"{dir:up} by {change:figure} wagons\"\n"
                                "example = \"Tea exports rose by 5% wagons.\"\nevents = [{ value = 5 }]\n");
  for (const Json& event : EventsOf(text)) EXPECT_NE(event["rule"], rule);
}

TEST_F(Rules, NoCommandRunsWithBrokenRules) {
  Write("events.toml", "[[rule]]\nid = \"x\"\npattern = \"{level:figur}\"\nexample = \"A.\"\nevents = []\n");
  const std::string place = (folder_ / "events.toml").string() + ":3:11: there is no tag 'figur'";
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"extract", "--jsonl"},
                                             {"rules", "list"},
                                             {"rules", "test"},
                                             {"rules", "explain", "A."},
                                             {"--data", (folder_ / "data").string(), "ingest"},
                                             {"--data", (folder_ / "data").string(), "reparse"}}) {
    const Ran ran = Run(command);
    EXPECT_EQ(ran.exit_status, 2) << command[0];
    EXPECT_THAT(ran.err, HasSubstr(place)) << command[0];
    EXPECT_EQ(ran.out, "");
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "data" / "tallywire.db"));
  const Ran check = Run({"rules", "check"});
  EXPECT_EQ(check.exit_status, 2);
  EXPECT_THAT(check.out, HasSubstr(place));
}

TEST_F(Rules, AFailingExampleEndsTheTestWithStatusOne) {
  Write("events.toml",
        "[[rule]]\nid = \"x\"\npattern = \"{level:figure} wagons\"\nconfidence = 1\n"
        "example = \"Tea exports were 5 tonnes wagons.\"\nevents = [{ value = 6 }]\n");
  const Ran ran = Run({"rules", "test"});
  EXPECT_EQ(ran.exit_status, 1);
  EXPECT_THAT(ran.out, HasSubstr("expected  {value 6}\n"));
  EXPECT_THAT(ran.out, HasSubstr("got       {kind level, measure exports, value 5, unit t}\n"));
  EXPECT_THAT(ran.out, HasSubstr("events.toml:5:11: rule x\n"));
}

TEST_F(Rules, ExplainNamesWhatFiredAndWhatWasMissing) {
  const Ran ran = Run({"rules", "explain", "Cobalt exports fell 5% in May.", "--published", "2024-06-11"});
  EXPECT_EQ(ran.exit_status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("[Cobalt: item] [exports: measure"));
  EXPECT_THAT(ran.out, HasSubstr("fired   moved-by on \"fell 5%\": dir=\"fell\" change=\"5%\""));
  EXPECT_THAT(ran.out, HasSubstr("date    \"May\": 2024-05"));
  EXPECT_THAT(ran.out, HasSubstr(": nothing there is "));
  EXPECT_THAT(ran.out, HasSubstr("event   kind=change measure=exports item=cobalt value=5 unit=%"));
}

TEST_F(Rules, ListShowsOwnRulesAndTheVersionChangesWithThem) {
  const auto version = [](const Ran& ran) { return ran.err.substr(ran.err.find("rules version")); };
  const Ran before = Run({"rules", "list", "items", "--json"});
  Write("items.toml", "[items]\n\"kapok\" = [\"kapok\"]\n");
  const Ran after = Run({"rules", "list", "items", "--json"});
  EXPECT_NE(version(before), version(after));
  std::istringstream lines(after.out);
  Json last;
  for (std::string line; std::getline(lines, line);) last = Json::parse(line);
  EXPECT_EQ(last["id"], "kapok");
  EXPECT_EQ(last["own"], true);
  EXPECT_EQ(last["where"], (folder_ / "items.toml").string() + ":2:11");
}

}  // namespace
}  // namespace tallywire::testing
