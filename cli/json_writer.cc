#include "cli/json_writer.h"

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "cli/json_plain.h"
#include "parse/utf8.h"

namespace tallywire::cli {
namespace {

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
