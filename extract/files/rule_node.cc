#include "extract/files/rule_node.h"

#include <algorithm>

namespace tallywire::extract {

const RuleNode* RuleNode::Get(std::string_view name) const {
  if (!IsTable()) return nullptr;
  const auto* found = std::find_if(begin(), end(), [&](const RuleNode& node) { return node.name_ == name; });
  return found == end() ? nullptr : found;
}

const RuleNode& RuleNode::operator[](std::string_view name) const {
  static const RuleNode absent;
  const RuleNode* node = Get(name);
  return node == nullptr ? absent : *node;
}

}  // namespace tallywire::extract
