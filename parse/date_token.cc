#include "parse/date_token.h"

#include <unicode/uchar.h>

#include <algorithm>
#include "parse/code_points.h"

namespace tallywire::parse {
namespace {

enum class Class : uint8_t { kDigit, kLetter, kSingle, kSpace, kMark };

bool IsSingleLetterScript(UChar32 c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

Class Classify(UChar32 c) {
  if (c < 0x80) {
    if (c >= '0' && c <= '9') return Class::kDigit;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return Class::kLetter;
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' ? Class::kSpace : Class::kMark;
  }
  if (IsSingleLetterScript(c)) return Class::kSingle;
  const int8_t type = u_charType(c);
  if (type == U_DECIMAL_DIGIT_NUMBER) return Class::kDigit;
  if ((U_MASK(type) & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return Class::kLetter;
  // Direction marks and joiners are there for the layout only.
  if (type == U_FORMAT_CHAR || (U_MASK(type) & U_GC_Z_MASK) != 0) return Class::kSpace;
  return Class::kMark;
}

struct Reader {
  std::string_view text;
  size_t at = 0;

  // The character at `at`; sets `next` behind it.
  UChar32 Peek(size_t& next) const {
    next = at;
    return static_cast<UChar32>(NextCodePoint(text, next));
  }
};

// Takes the rest of a run of digits or letters into the token.
void TakeRun(Reader& reader, Class kind, DateToken& token) {
  while (reader.at < reader.text.size()) {
    size_t next = 0;
    const UChar32 c = reader.Peek(next);
    if (Classify(c) != kind) break;
    if (kind == Class::kDigit) {
      if (++token.digits <= 18) token.value = token.value * 10 + std::max(u_charDigitValue(c), 0);
    }
    reader.at = next;
  }
}

}  // namespace

std::vector<DateToken> TokenizeForDates(std::string_view text) {
  std::vector<DateToken> tokens;
  Reader reader{text};
  bool gap = false;
  while (reader.at < text.size()) {
    size_t next = 0;
    const Class kind = Classify(reader.Peek(next));
    if (kind == Class::kSpace) {
      gap = true;
      reader.at = next;
      continue;
    }
    DateToken token;
    token.gap = gap;
    token.start = reader.at;
    gap = false;
    switch (kind) {
      case Class::kDigit:
        token.kind = DateTokenKind::kNumber;
        break;
      case Class::kLetter:
      case Class::kSingle:
        token.kind = DateTokenKind::kWord;
        break;
        break;
      default:
        token.kind = DateTokenKind::kMark;
        break;
    }
    if (kind == Class::kDigit || kind == Class::kLetter) {
      TakeRun(reader, kind, token);
    } else {
      reader.at = next;
    }
    token.end = reader.at;
    token.text = text.substr(token.start, token.end - token.start);
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace tallywire::parse
