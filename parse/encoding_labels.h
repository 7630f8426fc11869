// The encoding standard's table of names and labels (encoding.spec.whatwg.org 4.2), with ICU's name for each.
#pragma once

#include <span>
#include <string_view>

namespace tallywire::parse {

enum class DecoderKind { kUtf8, kUtf16, kSingleByte, kMultiByte, kReplacement, kUserDefined };

struct Encoding {
  std::string_view name;  // the standard's
  DecoderKind kind;
  const char* icu;          // ICU's converter; nullptr where none is used
  std::string_view labels;  // lower case, separated by single spaces
};

std::span<const Encoding> Encodings();
// nullptr where the name is unknown.
const Encoding* FindEncoding(std::string_view name);

}  // namespace tallywire::parse
