// The rule files: TOML, packed and compiled into the program, with a user's own folder on top.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace tallywire::extract {

struct RuleFile {
  std::string name;   // "units.toml": what the file is about
  std::string where;  // for messages: "units.toml" of the program, or the path of a user's file
  std::string text;   // TOML, UTF-8, or what PackRules makes of it
  bool own = false;   // of the user's folder
  bool packed = false;
  bool examples = true;  // whether the examples beside its rules are wanted
};

// The built-in files followed by the *.toml files of `user_dir` (skipped when empty), in the order of their names. A
// user's file has the shape of a built-in one and adds to it; entries with the same id replace the built-in ones. What
// a file is about is said by its name up to the first hyphen: "events-cobalt.toml" is one more "events.toml".
// Files whose names begin with a dot are passed over. kUsage where the folder or a file of it cannot be read.
Result<std::vector<RuleFile>> ReadRuleFiles(const std::filesystem::path& user_dir);

// What the file is about: its name without ".toml". The built-in rules for dates and their words fill several files,
// all of which are "dates" or "calendar".
std::string KindOf(const RuleFile& file);

// The form of all other rule files, itself TOML; see rule_schema.h.
inline constexpr std::string_view kSchemaFile = "schema.toml";
const RuleFile& SchemaFile();

// Names the rules in force: "0.1.0-3f2a9c17d04be856", the program's version and a digest of all files. Two runs with
// the same name read alike.
std::string RulesVersion(std::span<const RuleFile> files);

}  // namespace tallywire::extract
