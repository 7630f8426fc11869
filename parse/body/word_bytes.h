// Which bytes of UTF-8 make words, as fingerprints and shingles read them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tallywire::parse {

// By byte: what it counts as in a word, ASCII case folded; 0 where it separates words.
inline constexpr std::array<uint8_t, 256> kWordBytes = [] {
  std::array<uint8_t, 256> table{};
  for (size_t c = 0; c < table.size(); ++c) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool counts = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    if (counts) table[c] = static_cast<uint8_t>(capital ? c - 'A' + 'a' : c);
  }
  return table;
}();

}  // namespace tallywire::parse
