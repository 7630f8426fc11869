// The rule files: TOML, compiled into the program, with a user's own folder on top.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace tallywire::extract {

struct RuleFile {
  std::string name;   // "units.toml": what the file is about
  std::string where;  // for messages: "units.toml" of the program, or the path of a user's file
  std::string text;   // TOML, UTF-8
};

// The built-in files followed by the *.toml files of `user_dir` (skipped when empty), in the order of their names. A
// user's file has the shape of a built-in one and adds to it; entries with the same id replace the built-in ones.
// kUsage where the folder cannot be read.
Result<std::vector<RuleFile>> ReadRuleFiles(const std::filesystem::path& user_dir);

}  // namespace tallywire::extract
