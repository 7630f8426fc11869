// Eight bytes of text at once, as a number whose lowest byte is the first one.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tallywire::extract {

inline constexpr uint64_t kEachByte = 0x0101010101010101U;
inline constexpr uint64_t kHighBits = 0x80U * kEachByte;

template <class Byte>
inline uint64_t LoadEight(const Byte* text) {
  static_assert(sizeof(Byte) == 1);
  uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  return bytes;
}

// A text of less than eight bytes, zeros behind the last.
inline uint64_t LoadShort(const char* text, size_t size) {
  constexpr size_t kBits = 8;
  constexpr size_t kHalf = sizeof(uint64_t) / 2;
  if (size >= kHalf) {  // as two halves, which may overlap
    uint32_t first = 0;
    uint32_t last = 0;
    std::memcpy(&first, text, kHalf);
    std::memcpy(&last, text + size - kHalf, kHalf);
    if constexpr (std::endian::native == std::endian::big) {
      first = __builtin_bswap32(first);
      last = __builtin_bswap32(last);
    }
    return first | uint64_t{last} << kBits * (size - kHalf);
  }
  if (size == 0) return 0;
  const auto byte = [&](size_t at) { return uint64_t{static_cast<unsigned char>(text[at])} << kBits * at; };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

inline void StoreEight(uint64_t bytes, char* text) {
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  std::memcpy(text, &bytes, sizeof bytes);
}

// Only the first `count` of the bytes, at least one, the others zero.
inline uint64_t FirstBytes(uint64_t bytes, size_t count) {
  constexpr size_t kBits = 8;
  const size_t others = kBits * (sizeof bytes - std::min(count, sizeof bytes));
  return bytes << others >> others;
}

// The high bit of every byte that lies from `low` to `high`; of ASCII bytes only, in both bounds and text.
inline uint64_t BytesWithin(uint64_t bytes, unsigned char low, unsigned char high) {
  const uint64_t from_low = bytes + (0x80U - low) * kEachByte;
  const uint64_t above_high = bytes + (0x7FU - high) * kEachByte;
  return (from_low ^ above_high) & kHighBits;
}

// Capitals made small, where all bytes are ASCII.
inline uint64_t LowerAscii(uint64_t bytes) {
  constexpr unsigned kToCaseBit = 2;  // from 0x80 to 0x20
  return bytes | (BytesWithin(bytes, 'A', 'Z') >> kToCaseBit);
}

// How many bytes are zero in front of the first other one.
inline unsigned BytesBefore(uint64_t marks) {
  constexpr int kBits = 8;
  return static_cast<unsigned>(std::countr_zero(marks) / kBits);
}

}  // namespace tallywire::extract
