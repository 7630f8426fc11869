// Passages of a gold text that must, or must not, stand in what was extracted.
#pragma once

#include <string>
#include <string_view>

namespace tallywire::parse::fit {

// The text as passages are compared: runs of white space are one space, ASCII letters are small.
std::string Flat(std::string_view text);

// The same with quotation marks, apostrophes and dashes of all shapes written as on a typewriter: people who mark gold
// texts type them, pages set them.
std::string FlatTyped(std::string_view text);

}  // namespace tallywire::parse::fit
