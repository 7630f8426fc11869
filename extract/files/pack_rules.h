// The packed form of a rule file: the same values with their places, in a form that is read some ten times as fast as
// TOML. The built-in files are packed when the program is built, a user's when they are read.
//
//   file    = number of nodes, blank, node            the node of the whole file, a table
//   node    = line, blank, column, blank, value
//   value   = "s" text | "n" number, blank            numbers as decimals
//           | "+" | "-" | "?"                         true, false, and what no rule needs, such as times
//           | "[" number of elements, blank, number of their bytes, blank, nodes
//           | "{" number of members, blank, members   in the order of their names
//   member  = line, blank, column, blank, text, node  of the name, then of its value
//   text    = number of bytes, ":", bytes
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"

namespace tallywire::extract {

// `where` names the file in messages. kUsage with "file:line:column" where it is no TOML.
Result<std::string> PackRules(std::string_view toml, std::string_view where);

}  // namespace tallywire::extract
