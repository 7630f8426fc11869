#include "parse/white_space.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace tallywire::parse {

namespace {

enum class Kind : uint8_t { kPlain, kSpace, kInvisible, kJoiner };

struct Character {
  Kind kind;
  size_t bytes;
};

constexpr std::array<bool, 256> kAsciiSpace = [] {
  std::array<bool, 256> table{};
  for (const char c : {' ', '\t', '\n', '\f', '\r', '\v'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

// Bytes that can begin a white space or invisible character: ASCII's, and the lead bytes of the ones below.
constexpr std::array<bool, 256> kSuspect = [] {
  std::array<bool, 256> table = kAsciiSpace;
  for (const int c : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) table[static_cast<size_t>(c)] = true;
  return table;
}();

constexpr unsigned char Byte(std::string_view text, size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

// U+2000..U+203F, by the last byte of E2 80 xx.
Kind GeneralPunctuation(unsigned char last) {
  if (last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF) return Kind::kSpace;
  if (last == 0x8C || last == 0x8D) return Kind::kJoiner;
  if (last == 0x8B || last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAE)) return Kind::kInvisible;
  return Kind::kPlain;
}

// The character at `i`, which begins with a suspect byte.
Character Classify(std::string_view text, size_t i) {
  const unsigned char first = Byte(text, i);
  if (kAsciiSpace[first]) return {Kind::kSpace, 1};
  const unsigned char second = Byte(text, i + 1);
  if (first == 0xC2) {
    if (second == 0xA0 || second == 0x85) return {Kind::kSpace, 2};  // no-break space, next line
    if (second == 0xAD) return {Kind::kInvisible, 2};                // soft hyphen
    return {Kind::kPlain, 1};
  }
  const unsigned char third = Byte(text, i + 2);
  if (first == 0xE2 && second == 0x80 && third >= 0x80) return {GeneralPunctuation(third), 3};
  if (first == 0xE2 && second == 0x81) {
    if (third == 0x9F) return {Kind::kSpace, 3};  // medium mathematical space
    // Word joiner, and the isolates U+2066..U+2069.
    if (third == 0xA0 || (third >= 0xA6 && third <= 0xA9)) return {Kind::kInvisible, 3};
  }
  if (first == 0xE1 && second == 0x9A && third == 0x80) return {Kind::kSpace, 3};      // ogham space
  if (first == 0xE3 && second == 0x80 && third == 0x80) return {Kind::kSpace, 3};      // ideographic space
  if (first == 0xEF && second == 0xBB && third == 0xBF) return {Kind::kInvisible, 3};  // byte order mark
  return {Kind::kPlain, 1};
}

void AddSpace(std::string& out) {
  if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
}

bool BeyondAscii(std::string_view out, std::string_view text, size_t next) {
  return !out.empty() && static_cast<unsigned char>(out.back()) >= 0x80 && Byte(text, next) >= 0x80;
}

// Bits of what a byte may be, for a loop without branches on single bytes.
constexpr uint8_t kStops = 1;        // suspect, and no blank
constexpr uint8_t kBlank = 2;        // ' '
constexpr uint8_t kSuspectNext = 4;  // suspect: a blank before it stops

constexpr std::array<uint8_t, 256> kPlainness = [] {
  std::array<uint8_t, 256> table{};
  for (size_t c = 0; c < table.size(); ++c) {
    if (kSuspect[c]) table[c] = kSuspectNext | (c == ' ' ? kBlank : kStops);
  }
  return table;
}();

// Where the text that can be copied as it stands ends: before the next suspect byte, but a single blank between plain
// bytes stays.
size_t EndOfPlain(std::string_view text, size_t i) {
  const auto what = [text](size_t at) { return kPlainness[static_cast<unsigned char>(text[at])]; };
  if (kSuspect[Byte(text, i)]) return i;
  const size_t last = text.size() - 1;
  while (i < last && ((what(i) & kStops) | (what(i) & kBlank & (what(i + 1) >> 1U))) == 0) ++i;
  return i == last && !kSuspect[Byte(text, i)] ? i + 1 : i;
}

}  // namespace

void AppendFolded(std::string& out, std::string_view text) {
  size_t i = 0;
  while (i < text.size()) {
    const size_t plain = i;
    i = EndOfPlain(text, i);
    out.append(text.substr(plain, i - plain));
    if (i >= text.size()) return;
    const Character character = Classify(text, i);
    switch (character.kind) {
      case Kind::kPlain:
        out.append(text.substr(i, character.bytes));
        break;
      case Kind::kSpace:
        AddSpace(out);
        break;
      case Kind::kInvisible:
        break;
      case Kind::kJoiner:
        if (BeyondAscii(out, text, i + character.bytes)) out.append(text.substr(i, character.bytes));
        break;
    }
    i += character.bytes;
  }
}

std::string FoldWhiteSpace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  AppendFolded(out, text);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

bool IsBlank(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (!kSuspect[Byte(text, i)]) return false;
    const Character character = Classify(text, i);
    if (character.kind == Kind::kPlain) return false;
    i += character.bytes;
  }
  return true;
}

}  // namespace tallywire::parse
