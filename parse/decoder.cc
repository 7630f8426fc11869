#include "parse/decoder.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "parse/utf8.h"

namespace tallywire::parse {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter OpenConverter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  if (U_FAILURE(status) != 0) converter.reset();
  return converter;
}

void AppendUtf16(std::string& out, const UChar* units, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    uint32_t code_point = units[i];
    if ((code_point & 0xFC00U) == 0xD800U && i + 1 < count && (units[i + 1] & 0xFC00U) == 0xDC00U) {
      code_point = 0x10000U + ((code_point - 0xD800U) << 10U) + (units[++i] - 0xDC00U);
    }
    AppendUtf8(out, code_point);
  }
}

size_t CountReplacements(std::string_view text) {
  size_t count = 0;
  for (size_t at = text.find(kReplacement); at != std::string_view::npos; at = text.find(kReplacement, at + 3)) ++count;
  return count;
}

using SingleByteTable = std::array<std::string, 256>;

// ISO-8859-16, which ICU lacks, is Latin-1 but for these.
constexpr std::array<std::pair<unsigned char, char16_t>, 40> kLatin10 = {{
    {0xA1, 0x0104}, {0xA2, 0x0105}, {0xA3, 0x0141}, {0xA4, 0x20AC}, {0xA5, 0x201E}, {0xA6, 0x0160}, {0xA8, 0x0161},
    {0xAA, 0x0218}, {0xAC, 0x0179}, {0xAE, 0x017A}, {0xAF, 0x017B}, {0xB2, 0x010C}, {0xB3, 0x0142}, {0xB4, 0x017D},
    {0xB5, 0x201D}, {0xB8, 0x017E}, {0xB9, 0x010D}, {0xBA, 0x0219}, {0xBC, 0x0152}, {0xBD, 0x0153}, {0xBE, 0x0178},
    {0xBF, 0x017C}, {0xC3, 0x0102}, {0xC5, 0x0106}, {0xD0, 0x0110}, {0xD1, 0x0143}, {0xD5, 0x0150}, {0xD7, 0x015A},
    {0xD8, 0x0170}, {0xDD, 0x0118}, {0xDE, 0x021A}, {0xE3, 0x0103}, {0xE5, 0x0107}, {0xF0, 0x0111}, {0xF1, 0x0144},
    {0xF5, 0x0151}, {0xF7, 0x015B}, {0xF8, 0x0171}, {0xFD, 0x0119}, {0xFE, 0x021B},
}};

SingleByteTable Latin10() {
  SingleByteTable table;
  for (size_t byte = 0; byte < table.size(); ++byte) AppendUtf8(table[byte], static_cast<uint32_t>(byte));
  for (const auto& [byte, character] : kLatin10) {
    table[byte].clear();
    AppendUtf8(table[byte], character);
  }
  return table;
}

// The standard's windows-125x and ISO tables map bytes without a character to C1 controls or to nothing; ICU gives
// nothing. windows-1252 alone maps all of them.
SingleByteTable MakeTable(const Encoding& encoding) {
  if (encoding.icu == nullptr) return Latin10();
  SingleByteTable table;
  const Converter converter = OpenConverter(encoding.icu);
  for (size_t byte = 0; byte < table.size(); ++byte) {
    if (byte < 0x80) {
      table[byte] = std::string(1, static_cast<char>(byte));
      continue;
    }
    const char input = static_cast<char>(byte);
    std::array<UChar, 4> units{};
    UErrorCode status = U_ZERO_ERROR;
    const int32_t count =
        converter == nullptr ? 0 : ucnv_toUChars(converter.get(), units.data(), 4, &input, 1, &status);
    const bool mapped = U_SUCCESS(status) != 0 && count == 1 && units[0] != 0xFFFD && units[0] != 0x1A;
    if (mapped) {
      AppendUtf8(table[byte], units[0]);
    } else if (encoding.name == "windows-1252") {
      AppendUtf8(table[byte], static_cast<uint32_t>(byte));
    } else {
      table[byte] = kReplacement;
    }
  }
  return table;
}

const SingleByteTable& TableOf(const Encoding& encoding) {
  static std::mutex mutex;
  static std::map<std::string_view, SingleByteTable> tables;  // references stay valid as others are added
  const std::lock_guard lock(mutex);
  const auto found = tables.find(encoding.name);
  if (found != tables.end()) return found->second;
  return tables.emplace(encoding.name, MakeTable(encoding)).first->second;
}

std::string DecodeSingleByte(std::string_view bytes, const Encoding& encoding) {
  const SingleByteTable& table = TableOf(encoding);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
  for (const char c : bytes) out += table[static_cast<unsigned char>(c)];
  return out;
}

std::string DecodeMultiByte(std::string_view bytes, const Encoding& encoding) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  const Converter converter = OpenConverter(encoding.icu);
  if (converter == nullptr) return MendUtf8(bytes);  // an ICU built without this table: ASCII at least survives
  std::array<UChar, 4096> units;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  std::vector<UChar> held;  // a high surrogate at the end of a piece waits for its other half
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, 1, &status);
    held.insert(held.end(), units.data(), target);
    const bool split = !held.empty() && (held.back() & 0xFC00U) == 0xD800U && status == U_BUFFER_OVERFLOW_ERROR;
    const size_t count = held.size() - (split ? 1 : 0);
    AppendUtf16(out, held.data(), count);
    held.erase(held.begin(), held.begin() + static_cast<std::ptrdiff_t>(count));
  }
  return out;
}

std::string DecodeUtf16(std::string_view bytes, bool big_endian) {
  std::string out;
  out.reserve(bytes.size());
  std::vector<UChar> units(bytes.size() / 2);
  for (size_t i = 0; i < units.size(); ++i) {
    const auto first = static_cast<unsigned char>(bytes[2 * i]);
    const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
    units[i] = static_cast<UChar>(big_endian ? first << 8U | second : second << 8U | first);
  }
  AppendUtf16(out, units.data(), units.size());
  if (bytes.size() % 2 != 0) out += kReplacement;
  return out;
}

std::string DecodeUserDefined(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    AppendUtf8(out, byte < 0x80 ? byte : 0xF780U + byte - 0x80U);
  }
  return out;
}

std::string DecodeAs(std::string_view bytes, const Encoding& encoding) {
  switch (encoding.kind) {
    case DecoderKind::kUtf8:
      return MendUtf8(bytes);
    case DecoderKind::kUtf16:
      return DecodeUtf16(bytes, encoding.name == "UTF-16BE");
    case DecoderKind::kSingleByte:
      return DecodeSingleByte(bytes, encoding);
    case DecoderKind::kMultiByte:
      return DecodeMultiByte(bytes, encoding);
    case DecoderKind::kReplacement:
      return std::string(bytes.empty() ? std::string_view{} : kReplacement);
    case DecoderKind::kUserDefined:
      return DecodeUserDefined(bytes);
  }
  return {};
}

}  // namespace

std::string Decode(std::string_view bytes, const Encoding& encoding, size_t& replaced) {
  std::string text = DecodeAs(bytes, encoding);
  replaced += CountReplacements(text);
  return text;
}

}  // namespace tallywire::parse
