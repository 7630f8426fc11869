// Where the characters of a JSON string stand for themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tallywire::cli {

inline constexpr char kFirstPlain = ' ';  // what lies below is written as an escape

inline bool IsEscaped(char c) { return static_cast<unsigned char>(c) < kFirstPlain || c == '"' || c == '\\'; }

// Whether one of eight bytes is.
inline bool AnyEscaped(const char* text) {
  constexpr uint64_t kEachByte = 0x0101010101010101U;
  constexpr uint64_t kHighBits = 0x80U * kEachByte;
  uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  const auto zeros = [](uint64_t row) { return (row - kEachByte) & ~row; };
  const uint64_t controls = (bytes - kFirstPlain * kEachByte) & ~bytes;
  return ((controls | zeros(bytes ^ '"' * kEachByte) | zeros(bytes ^ '\\' * kEachByte)) & kHighBits) != 0;
}

// The first byte from `at` on that is a quotation mark, a backslash or a control character; the text's size where there
// is none.
inline size_t EndOfPlain(std::string_view text, size_t at) {
  while (at + sizeof(uint64_t) <= text.size() && !AnyEscaped(text.data() + at)) at += sizeof(uint64_t);
  while (at < text.size() && !IsEscaped(text[at])) ++at;
  return at;
}

}  // namespace tallywire::cli
