#include "cli/json_writer.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>

#include "parse/utf8.h"

namespace tallywire::cli {
namespace {

constexpr char kFirstPlain = ' ';  // what lies below is written as an escape

bool IsEscaped(char c) { return static_cast<unsigned char>(c) < kFirstPlain || c == '"' || c == '\\'; }

// Whether one of eight bytes is. Subtracting borrows into a byte's high bit where the byte is smaller, "and not" keeps
// that of bytes whose own was not set; a borrow can reach a neighbour only from a byte that counts itself.
bool AnyEscaped(const char* text) {
  constexpr uint64_t kEachByte = 0x0101010101010101U;
  constexpr uint64_t kHighBits = 0x80U * kEachByte;
  uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  const auto below = [](uint64_t row, uint64_t limit) { return (row - limit * kEachByte) & ~row; };
  return ((below(bytes, kFirstPlain) | below(bytes ^ '"' * kEachByte, 1) | below(bytes ^ '\\' * kEachByte, 1)) &
          kHighBits) != 0;
}

// The first byte from `at` on that is written as an escape; the text's size where there is none.
size_t EndOfPlain(std::string_view text, size_t at) {
  while (at + sizeof(uint64_t) <= text.size() && !AnyEscaped(text.data() + at)) at += sizeof(uint64_t);
  while (at < text.size() && !IsEscaped(text[at])) ++at;
  return at;
}

void AppendEscape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
  constexpr std::string_view kLetters = "\"\\bfnrt";  // of these, in the same order
  out += '\\';
  if (const size_t at = kShort.find(c); at != std::string_view::npos) {
    out += kLetters[at];
  } else {
    const auto code = static_cast<unsigned char>(c);
    out.append("u00").append(1, kHex[code >> 4U]).append(1, kHex[code & 0xFU]);
  }
}

}  // namespace

void AppendJson(std::string& out, std::string_view text) {
  if (parse::CountUtf8(text).broken > 0) return AppendJson(out, std::string_view(parse::MendUtf8(text)));
  out += '"';
  for (size_t at = 0; at < text.size();) {
    const size_t end = EndOfPlain(text, at);
    out.append(text.substr(at, end - at));
    if (end < text.size()) AppendEscape(out, text[end]);
    at = end + 1;
  }
  out += '"';
}

void AppendJson(std::string& out, double value) {
  constexpr double kLargestExactInteger =
      9007199254740992.0;  // 2^53: all whole numbers below have doubles of their own
  if (std::trunc(value) == value && std::abs(value) < kLargestExactInteger) {
    return AppendJson(out, static_cast<int64_t>(value));
  }
  out += nlohmann::json(value).dump();
}

}  // namespace tallywire::cli
