// What users type into --text, as SQLite's full-text search understands it.
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"

namespace tallywire::store {

// Words must all occur; "phrases" in double quotes word by word; beginnings* with a star; OR between two alternatives.
// Everything else is taken literally, so that "U.S." or "10%" need no escaping. kUsage where nothing is left to look
// for.
Result<std::string> MatchExpression(std::string_view text);

}  // namespace tallywire::store
