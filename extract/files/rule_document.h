// A rule file as a tree of values, with the place of every mistake.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/files/rule_files.h"
#include "extract/files/rule_node.h"
#include "model/result.h"

namespace tallywire::extract {

// Moving it leaves its nodes where they are.
class RuleDocument {
 public:
  // The file must outlive the document. Lists of examples are empty where the file says that they are not wanted.
  // kUsage with "file:line:column" where it is no TOML.
  static Result<RuleDocument> Read(const RuleFile& file);

  // A table.
  const RuleNode& root() const { return nodes_.front(); }

 private:
  RuleDocument(std::string_view packed, bool examples);

  std::unique_ptr<const std::string> packed_;  // where the file is not packed itself
  std::vector<RuleNode> nodes_;
};

// "units.toml:12:8" for a node or for its name: line and column, counted from 1.
std::string PlaceOf(const RuleFile& file, const RuleNode& node);
std::string PlaceOfName(const RuleFile& file, const RuleNode& node);

// The strings of a list (or a single string); kUsage where it holds anything else. An absent node gives no strings.
Result<std::vector<std::string>> StringsOf(const RuleFile& file, const RuleNode* node);

}  // namespace tallywire::extract
