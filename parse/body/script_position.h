// Superscripts and subscripts as plain text.
#pragma once

#include <string>
#include <string_view>

namespace tallywire::parse {

// Appends the text of a <sup> element to `line`, the text before it: exponents as superscript digits ("km²", "10⁶"),
// ordinals and the like as they are ("1st"), a numerator set off from a whole number ("5 1/2", where the text goes on
// with `next`), footnote marks not at all. `is_link`: the element holds or is in a link.
void AppendSuperscript(std::string& line, std::string_view text, bool is_link, std::string_view next);

}  // namespace tallywire::parse
