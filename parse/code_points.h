// Walking through UTF-8 text one code point at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tallywire::parse {

inline constexpr char32_t kBrokenCodePoint = 0xFFFD;

// The code point at byte `at` (which must be inside the text), and `at` moved behind it. A byte that begins no
// well-formed sequence reads as U+FFFD and is passed alone.
inline char32_t NextCodePoint(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(text[i])); };
  const uint32_t lead = byte(at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  static constexpr uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  uint32_t value = lead & (0xFFU >> (length + 1));
  bool good = lead >= 0xC2 && lead <= 0xF4 && at + length <= text.size();
  for (size_t i = 1; good && i < length; ++i) {
    good = (byte(at + i) & 0xC0U) == 0x80U;
    value = (value << 6U) | (byte(at + i) & 0x3FU);
  }
  if (!good || value < kSmallest[length] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
    ++at;
    return kBrokenCodePoint;
  }
  at += length;
  return value;
}

// The first `most` bytes of the text, or up to three fewer so that no sequence is cut in two.
inline std::string_view ClipUtf8(std::string_view text, size_t most) {
  if (text.size() <= most) return text;
  for (size_t n = 0; n < 3 && most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U; ++n) --most;
  return text.substr(0, most);
}

}  // namespace tallywire::parse
