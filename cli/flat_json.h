// Objects of JSON that hold no others, read in one pass: most lines are such, and a page in one of them is long. The
// library takes more time for it than the page's text is parsed in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tallywire::cli {

struct FlatValue {
  std::string text;          // of a string
  std::string_view literal;  // null, true, false or a whole number, as it stands; empty for a string
};
// By key. Literals point into what was read, which must outlive them.
using FlatJson = std::map<std::string_view, FlatValue>;

// Nothing for what is no such object, and for what only few are: keys with escapes, keys that come twice, fractions.
// All it reads is valid JSON in UTF-8.
std::optional<FlatJson> ReadFlatJson(std::string_view json);

}  // namespace tallywire::cli
