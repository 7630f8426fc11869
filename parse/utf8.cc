#include "parse/utf8.h"

#include <cstring>

namespace tallywire::parse {

namespace {

constexpr uint64_t kHighBits = 0x8080808080808080U;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// First position at or after `i` with a byte beyond ASCII; text.size() where there is none.
size_t SkipAscii(std::string_view text, size_t i) {
  while (i + 32 <= text.size()) {
    uint64_t words[4];
    std::memcpy(words, text.data() + i, sizeof words);
    if (((words[0] | words[1] | words[2] | words[3]) & kHighBits) != 0) break;
    i += 32;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

struct Sequence {
  size_t bytes;  // of the sequence, or of the maximal subpart where it is broken
  bool valid;
};

// The sequence at `i`, which does not begin with an ASCII byte. Table 3-7 of the Unicode standard: only the second byte
// has bounds of its own.
Sequence ReadSequence(std::string_view text, size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  size_t length = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {1, false};
  }
  for (size_t k = 1; k < length; ++k) {
    if (i + k >= text.size()) return {k, false};
    const auto byte = static_cast<unsigned char>(text[i + k]);
    if (byte < low || byte > high) return {k, false};
    low = 0x80;
    high = 0xBF;
  }
  return {length, true};
}

}  // namespace

Utf8Count CountUtf8(std::string_view text) {
  Utf8Count count;
  for (size_t i = SkipAscii(text, 0); i < text.size();) {
    const Sequence sequence = ReadSequence(text, i);
    ++(sequence.valid ? count.multibyte : count.broken);
    i += sequence.bytes;
    if (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) i = SkipAscii(text, i);
  }
  return count;
}

std::string MendUtf8(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  size_t copied = 0;
  for (size_t i = SkipAscii(text, 0); i < text.size(); i = SkipAscii(text, i)) {
    const Sequence sequence = ReadSequence(text, i);
    if (!sequence.valid) {
      out.append(text.substr(copied, i - copied)).append(kReplacement);
      copied = i + sequence.bytes;
    }
    i += sequence.bytes;
  }
  return out.append(text.substr(copied));
}

void AppendUtf8(std::string& out, uint32_t code_point) {
  const auto add = [&out](uint32_t byte) { out += static_cast<char>(byte); };
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0 | (code_point >> 6U));
    add(0x80 | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    add(0xE0 | (code_point >> 12U));
    add(0x80 | ((code_point >> 6U) & 0x3FU));
    add(0x80 | (code_point & 0x3FU));
  } else {
    add(0xF0 | (code_point >> 18U));
    add(0x80 | ((code_point >> 12U) & 0x3FU));
    add(0x80 | ((code_point >> 6U) & 0x3FU));
    add(0x80 | (code_point & 0x3FU));
  }
}

}  // namespace tallywire::parse
