// The types that schema.toml gives to the values of rule files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/files/rule_document.h"

namespace tallywire::extract {

// Whether the value is of the type, as far as its form goes; true for types that are not known.
bool IsOfType(const RuleNode& value, std::string_view type);

// "a text", "a number above 0".
std::string_view DescribeType(std::string_view type);

// A text or a list of texts.
bool IsWords(const RuleNode& value);
// A table of them.
bool IsWordTable(const RuleNode& value);

// What is wrong with a word of a vocabulary as rule files write it: "ton(s)", "=Lead", "(he|she) is". nullopt where
// nothing is.
std::optional<std::string> WordMistake(std::string_view word);

}  // namespace tallywire::extract
