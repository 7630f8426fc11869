// The built-in rules keep what the examples beside them promise, and each decides on a figure in one of its own.
#include "extract/rule_trial.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallywire::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<RuleFile> FilesWith(const std::string& name, const std::string& text) {
  auto files = *ReadRuleFiles({});
  files.push_back({name, "my/" + name, text, true});
  return files;
}

std::vector<std::string> Failures(const std::vector<RuleFile>& files) {
  const auto rules = RuleSet::Load(files);
  if (!rules) return {rules.error().ToText()};
  std::vector<std::string> out;
  for (const auto& f : RunExamples(*rules).failures) {
    out.push_back(f.where + " " + f.rule + ": " + f.expected + " / " + f.got);
  }
  return out;
}

TEST(RuleTrial, EveryBuiltInRuleKeepsItsPromises) { EXPECT_THAT(Failures(*ReadRuleFiles({})), IsEmpty()); }

TEST(RuleTrial, AnExampleThatFailsIsNamedWithWhatCameInstead) {
  const std::string rule =
      "[[rule]]\nid = \"x\"\npattern = \"{level:figure} wagons\"\nconfidence = 1\n"
      "example = \"Sugar output stood at 5,000 tonnes wagons.\"\n";
  EXPECT_THAT(Failures(FilesWith("events.toml", rule + "events = [{ measure = \"output\", value = 5000 }]")),
              IsEmpty());
  EXPECT_THAT(Failures(FilesWith("events.toml", rule + "events = [{ measure = \"exports\", value = 5000 }]")),
              ElementsAre("my/events.toml:5:11 x: {measure exports, value 5000} / "
                          "{kind level, measure output, value 5000, unit t}"));
  EXPECT_THAT(Failures(FilesWith("events.toml", rule + "events = []")),
              ElementsAre(HasSubstr("no events / {kind level, measure output, value 5000, unit t}")));
}

TEST(RuleTrial, ARuleMustDecideInOneOfItsExamples) {
  const std::string rule =
      "[[rule]]\nid = \"x\"\npattern = \"{level:figure} wagons\"\n"
      "example = \"Sugar output was 5,000 tonnes.\"\nevents = [{ value = 5000 }]";
  EXPECT_THAT(Failures(FilesWith("events.toml", rule)),
              ElementsAre("my/events.toml:4:11 x: the rule to decide on a figure in one of its examples / "
                          "others decided: measure-is"));
}

TEST(RuleTrial, EverySlotCanBeCompared) {
  const std::string rule =
      "[[rule]]\nid = \"x\"\npattern = \"{level:figure} wagons\"\nconfidence = 1\n"
      "examples = [{ text = \"Output is 10 to 12 tonnes wagons in May.\", published = \"2024-06-11\", events = ["
      "{ kind = \"level\", value = 10, value_high = 12, unit = \"t\", bound = \"=\", period = \"2024-05\", item = "
      "\"\", "
      "direction = \"\", modality = \"actual\", in = \"body\", rule = \"x\" }] }]";
  EXPECT_THAT(Failures(FilesWith("events.toml", rule)), IsEmpty());
}

}  // namespace
}  // namespace tallywire::extract
