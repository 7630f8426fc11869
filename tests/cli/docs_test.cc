// Nothing the program offers is undocumented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "cli/config.h"
#include "tests/support/program.h"

namespace tallywire::testing {
namespace {

using ::testing::HasSubstr;

std::string Document(const std::string& name) {
  std::ifstream stream(std::filesystem::path(TALLYWIRE_SOURCE_DIR) / name);
  return {std::istreambuf_iterator<char>(stream), {}};
}

const std::vector<std::vector<std::string>>& Commands() {
  static const std::vector<std::vector<std::string>> commands = {
      {"ingest"},           {"reparse"},       {"query"},          {"show"},
      {"extract"},          {"feeds", "add"},  {"feeds", "list"},  {"feeds", "remove"},
      {"feeds", "inspect"}, {"rules", "list"}, {"rules", "check"}, {"rules", "test"},
      {"rules", "explain"}};
  return commands;
}

std::string HelpOf(std::vector<std::string> command) {
  command.emplace_back("--help");
  const Ran ran = RunProgram(TALLYWIRE_PROGRAM, command);
  EXPECT_EQ(ran.exit_status, 0) << ran.err;
  return ran.out;
}

std::set<std::string> LongOptions(const std::string& help) {
  std::set<std::string> options;
  std::istringstream stream(help);
  for (std::string word; stream >> word;) {
    if (word.starts_with("-h,")) word = word.substr(3);
    if (word.starts_with("--") && word.size() > 2)
      options.insert(word.substr(0, word.find_first_not_of("-abcdefghijklmnopqrstuvwxyz")));
  }
  return options;
}

TEST(Docs, EveryOptionOfEveryCommandIsInTheCommandReference) {
  const std::string reference = Document("docs/commands.md");
  for (const auto& option : LongOptions(HelpOf({}))) EXPECT_THAT(reference, HasSubstr("`" + option)) << option;
  for (const auto& command : Commands()) {
    std::string name = "tallywire";
    for (const auto& part : command) name += " " + part;
    EXPECT_THAT(reference, HasSubstr("`" + name)) << name;
    for (const auto& option : LongOptions(HelpOf(command))) EXPECT_THAT(reference, HasSubstr("`" + option)) << name;
  }
}

TEST(Docs, EveryCommandsHelpHasExamples) {
  for (const auto& command : Commands())
    EXPECT_THAT(HelpOf(command), HasSubstr("Examples:\n  tallywire")) << command[0];
}

TEST(Docs, EveryConfigurationKeyIsDocumented) {
  const std::string document = Document("docs/configuration.md");
  for (const auto& key : cli::ConfigKeys()) {
    const std::string name = key.substr(key.find('.') + 1);
    EXPECT_THAT(document, HasSubstr("| `" + name + "` |")) << key;
  }
}

TEST(Docs, TheReadmeNamesTheTwoCommandsThatCiRuns) {
  const std::string readme = Document("README.md");
  const std::string ci = Document(".ci/run");
  for (const char* command : {"tools/demo.sh", "tools/check.sh"}) {
    EXPECT_THAT(readme, HasSubstr(command));
    EXPECT_THAT(ci, HasSubstr(command));
  }
}

}  // namespace
}  // namespace tallywire::testing
