// A user's folder of rules, with all that may lie in it.
#include "extract/files/rule_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temp_folder.h"

namespace tallywire::extract {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class RuleFiles : public ::testing::Test {
 protected:
  // What is said about the folder; the names of a user's own files, with blanks between, where it can be read.
  std::string Read() const {
    const auto files = ReadRuleFiles(folder_.path());
    if (!files) return files.error().ToText();
    std::string names;
    for (const RuleFile& file : *files) {
      if (file.own) names += (names.empty() ? "" : " ") + fs::path(file.where).filename().string();
    }
    return names;
  }

  void Write(const std::string& name) const { std::ofstream(folder_ / name) << "[items]\n"; }

  testing::TempFolder folder_;
};

TEST_F(RuleFiles, OnlyTomlFilesCountAndInTheOrderOfTheirNames) {
  EXPECT_EQ(Read(), "");
  for (const char* name : {"items-b.toml", "items-a.toml", "notes.txt", "items.toml~", ".items.toml", ".#items.toml"})
    Write(name);
  EXPECT_EQ(Read(), "items-a.toml items-b.toml");
}

TEST_F(RuleFiles, AFolderOfTheNameIsNoFile) {
  fs::create_directory(folder_ / "items.toml");
  EXPECT_THAT(Read(), HasSubstr("items.toml: the rule file cannot be read: it is a folder"));
}

TEST_F(RuleFiles, ALinkToNowhereOrToItselfIsNamedAsSuch) {
  fs::create_symlink("items.toml", folder_ / "items.toml");
  EXPECT_THAT(Read(), HasSubstr("items.toml: the rule file cannot be read: Too many levels of symbolic links"));
  fs::remove(folder_ / "items.toml");
  fs::create_symlink("nowhere.toml", folder_ / "items.toml");
  EXPECT_THAT(Read(), HasSubstr("items.toml: the rule file cannot be read: "));
}

TEST_F(RuleFiles, WhatNeverEndsIsNotRead) {
  ASSERT_EQ(::mkfifo((folder_ / "items.toml").c_str(), 0600), 0);
  EXPECT_THAT(Read(), HasSubstr("items.toml: the rule file cannot be read: it is no file"));
}

TEST_F(RuleFiles, AFileTooLargeIsNotRead) {
  Write("items.toml");
  fs::resize_file(folder_ / "items.toml", (64U << 20U) + 1);  // sparse
  EXPECT_THAT(Read(), HasSubstr("items.toml: the rule file cannot be read: it is larger than 64 MiB"));
}

}  // namespace
}  // namespace tallywire::extract
