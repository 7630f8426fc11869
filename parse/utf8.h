// Checking and mending UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tallywire::parse {

struct Utf8Count {
  size_t multibyte = 0;  // well-formed sequences of two bytes and more
  size_t broken = 0;     // maximal subparts of ill-formed sequences (Unicode 3.9, U+FFFD Substitution)
};

// Counts over the whole text; text is valid UTF-8 exactly where `broken` is 0. Runs at memory speed over ASCII.
Utf8Count CountUtf8(std::string_view text);

// A copy with every maximal subpart of an ill-formed sequence replaced by U+FFFD, as the encoding standard's UTF-8
// decoder does.
std::string MendUtf8(std::string_view text);

// Appends one code point; surrogates and values above U+10FFFF become U+FFFD.
void AppendUtf8(std::string& out, uint32_t code_point);

}  // namespace tallywire::parse
