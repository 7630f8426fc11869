#include "parse/mojibake.h"

#include <array>
#include <cstdint>

namespace tallywire::parse {

namespace {

// What windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<uint16_t, 32> kUpper = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                             0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Character {
  uint32_t code_point = 0;
  size_t length = 1;  // bytes of valid UTF-8
};

Character ReadAt(std::string_view text, size_t i) {
  const auto byte = [&](size_t k) { return static_cast<unsigned char>(text[i + k]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  if (byte(0) < 0xE0 && i + 1 < text.size()) return {(byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
  if (byte(0) < 0xF0 && i + 2 < text.size()) {
    return {(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
  }
  return {0xFFFD, 4};
}

// The byte that windows-1252 or Latin-1 has for the character; 0 where there is none beyond ASCII.
unsigned ByteOf(uint32_t code_point) {
  if (code_point >= 0x80 && code_point <= 0xFF) return code_point;
  for (size_t k = 0; k < kUpper.size(); ++k) {
    if (kUpper[k] == code_point && code_point != 0) return static_cast<unsigned>(0x80 + k);
  }
  return 0;
}

size_t LengthOf(unsigned lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

struct Sequence {
  std::string bytes;
  size_t length = 0;  // of what stands for it in the text; 0: nothing does
};

// The sequence of UTF-8 that the characters at `i` stand for.
Sequence SequenceAt(std::string_view text, size_t i) {
  Sequence sequence;
  Character character = ReadAt(text, i);
  const unsigned lead = ByteOf(character.code_point);
  const size_t wanted = LengthOf(lead);
  if (wanted == 0) return sequence;
  sequence.bytes += static_cast<char>(lead);
  size_t at = i + character.length;
  while (sequence.bytes.size() < wanted && at < text.size()) {
    character = ReadAt(text, at);
    const unsigned byte = ByteOf(character.code_point);
    const bool fits = byte >= 0x80 && byte <= 0xBF && !(lead == 0xE0 && sequence.bytes.size() == 1 && byte < 0xA0) &&
                      !(lead == 0xED && sequence.bytes.size() == 1 && byte > 0x9F) &&
                      !(lead == 0xF0 && sequence.bytes.size() == 1 && byte < 0x90) &&
                      !(lead == 0xF4 && sequence.bytes.size() == 1 && byte > 0x8F);
    if (!fits) return {};
    sequence.bytes += static_cast<char>(byte);
    at += character.length;
  }
  if (sequence.bytes.size() < wanted) return {};
  sequence.length = at - i;
  return sequence;
}

}  // namespace

bool LooksEncodedTwice(std::string_view utf8) {
  constexpr std::string_view kA = "\xC3\xA2";  // â, the first byte of U+2000 to U+2FFF
  int found = 0;
  for (size_t i = utf8.find(kA); i != std::string_view::npos; i = utf8.find(kA, i + kA.size())) {
    const std::string_view next = utf8.substr(i + kA.size(), 3);
    const bool mark = next.starts_with("\xC2\x80") || next.starts_with("\xC2\x82") ||        // as Latin-1
                      next.starts_with("\xE2\x82\xAC") || next.starts_with("\xE2\x80\x9A");  // as windows-1252
    if (mark && SequenceAt(utf8, i).length > 0 && ++found == 2) return true;
  }
  return false;
}

std::string DecodeTwice(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (size_t i = 0; i < utf8.size();) {
    if (static_cast<unsigned char>(utf8[i]) < 0x80) {
      out += utf8[i++];
      continue;
    }
    const Sequence sequence = SequenceAt(utf8, i);
    if (sequence.length > 0) {
      out += sequence.bytes;
      i += sequence.length;
      continue;
    }
    const size_t length = ReadAt(utf8, i).length;
    out += utf8.substr(i, length);
    i += length;
  }
  return out;
}

}  // namespace tallywire::parse
