// Reading of one kind of entry out of the rule files, with the place of every mistake.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
// toml++ is compiled as a library here; its header stays out of other headers of this folder.
#include <toml++/toml.h>

#include "extract/files/rule_files.h"

namespace tallywire::extract {

// Parses a rule file; kUsage with "file:line:column" where it is no TOML.
Result<toml::table> ParseToml(const RuleFile& file);

// "units.toml:12:8" for a node: line and column, counted from 1.
std::string PlaceOf(const RuleFile& file, const toml::node& node);
std::string PlaceOf(const RuleFile& file, const toml::key& key);

// The strings of an array (or a single string); kUsage where it holds anything else. An absent node gives no strings.
Result<std::vector<std::string>> StringsOf(const RuleFile& file, const toml::node* node);

}  // namespace tallywire::extract
