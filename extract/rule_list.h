// The entries of the rule files in force, for listing.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extract/files/rule_files.h"
#include "model/result.h"

namespace tallywire::extract {

struct ListedRule {
  std::string kind;               // "events", "measures": the name of the file without ".toml"
  std::string section;            // "rule", "measure"
  std::string id;                 // the entry's id or name
  std::vector<std::string> says;  // its patterns or words
  std::string where;              // "events.toml:12:1"
  bool own = false;               // of the user's folder
};

// In the order of the files; an entry that took the place of an earlier one stands there. The files must be right.
Result<std::vector<ListedRule>> ListRules(std::span<const RuleFile> files);

}  // namespace tallywire::extract
