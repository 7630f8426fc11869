// Text out of strings that may hold markup: fields of data and attribute values, which many sites escape once too
// often.
#pragma once

#include <string>
#include <string_view>

namespace tallywire::parse {

// Tags dropped, character references decoded (twice over where they were escaped twice), white space folded and
// trimmed.
std::string PlainText(std::string_view text);

}  // namespace tallywire::parse
