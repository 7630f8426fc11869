// Which attributes of a page stay in its tree.
#pragma once

#include <string_view>

namespace tallywire::parse {

inline constexpr int kNotKept = -1;

// A number below 32 for each attribute that may stay (name in any case), kNotKept for all others.
int IndexOfKeptAttribute(std::string_view name);
std::string_view NameOfKeptAttribute(int index);  // in lower case
// Whether it stays with this value: some do only where it may be a date or hides the element.
bool StaysWithValue(int index, std::string_view value);

}  // namespace tallywire::parse
