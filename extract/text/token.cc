#include "extract/text/token.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <utility>

#include "extract/text/eight_bytes.h"

namespace tallywire::extract {
namespace {

enum class Class : uint8_t { kLetter, kDigit, kSpace, kNewline, kApostrophe, kSymbol };

constexpr std::array<Class, 128> AsciiClasses() {
  std::array<Class, 128> classes{};
  for (size_t c = 0; c < classes.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) {
      classes[c] = Class::kLetter;
    } else if (c >= '0' && c <= '9') {
      classes[c] = Class::kDigit;
    } else if (c == '\n') {
      classes[c] = Class::kNewline;
    } else if (c <= ' ' || c == 127) {
      classes[c] = Class::kSpace;
    } else if (c == '\'') {
      classes[c] = Class::kApostrophe;
    } else {
      classes[c] = Class::kSymbol;
    }
  }
  return classes;
}
constexpr auto kAscii = AsciiClasses();

struct Char {
  UChar32 code = 0;
  uint32_t end = 0;  // offset behind the character
  Class kind = Class::kSymbol;
};

Class ClassOf(UChar32 code) {
  constexpr UChar32 kRightSingleQuote = 0x2019;
  if (code == kRightSingleQuote) return Class::kApostrophe;
  if (code == 0x2028 || code == 0x2029 || code == 0x85) return Class::kNewline;
  if (u_isUWhiteSpace(code) || u_charType(code) == U_FORMAT_CHAR) return Class::kSpace;
  const auto mask = U_MASK(u_charType(code));
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return Class::kLetter;
  return Class::kSymbol;
}

Char ReadLongChar(std::string_view text, uint32_t at) {
  UChar32 code = 0;
  auto next = static_cast<int32_t>(at);
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  U8_NEXT_OR_FFFD(bytes, next, static_cast<int32_t>(text.size()), code);
  return {code, static_cast<uint32_t>(next), ClassOf(code)};
}

inline Char ReadChar(std::string_view text, uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 128) return {byte, at + 1, kAscii[byte]};
  return ReadLongChar(text, at);
}

bool IsAscii(char byte) { return static_cast<unsigned char>(byte) < 128; }

bool IsUpper(UChar32 code) { return code < 128 ? code >= 'A' && code <= 'Z' : u_isUUppercase(code) != 0; }

void AppendUtf8(UChar32 code, std::string& out) {
  const auto byte = [&out](unsigned bits) { out.push_back(static_cast<char>(bits)); };
  const auto c = static_cast<unsigned>(code);
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0U | (c >> 6U));
  } else if (c < 0x10000) {
    byte(0xE0U | (c >> 12U));
    byte(0x80U | ((c >> 6U) & 0x3FU));
  } else {
    byte(0xF0U | (c >> 18U));
    byte(0x80U | ((c >> 12U) & 0x3FU));
    byte(0x80U | ((c >> 6U) & 0x3FU));
  }
  byte(0x80U | (c & 0x3FU));
}

// How many ASCII letters the eight bytes begin with.
unsigned LettersAtFront(uint64_t bytes) {
  constexpr uint64_t kCaseBits = 0x20U * kEachByte;
  const uint64_t letters = BytesWithin((bytes & ~kHighBits) | kCaseBits, 'a', 'z') & ~bytes;
  return BytesBefore(~letters & kHighBits);
}

class Scanner {
 public:
  // `room` is used for the tokens.
  explicit Scanner(std::string_view text, std::vector<Token> room = {})
      : text_(text), size_(static_cast<uint32_t>(text.size())), tokens_(std::move(room)) {
    tokens_.clear();
  }

  std::vector<Token> Run() {
    // English news has about one token per five bytes.
    tokens_.reserve(text_.size() / 5 + 8);
    while (at_ < size_) {
      const Char c = ReadChar(text_, at_);
      if (c.kind == Class::kLetter) {
        Emit(TokenKind::kWord, EndOfWord(c), IsUpper(c.code));
        continue;
      }
      switch (c.kind) {
        case Class::kSpace:
        case Class::kNewline:
          SkipSpace(c);
          break;
        case Class::kDigit:
          Emit(TokenKind::kDigits, EndOfRun(at_, Class::kDigit), false);
          break;
        case Class::kApostrophe:
          Emit(StartsClitic(c) ? TokenKind::kWord : TokenKind::kSymbol,
               StartsClitic(c) ? EndOfRun(c.end, Class::kLetter) : c.end, false);
          break;
        default:
          Emit(TokenKind::kSymbol, c.end, false);
      }
    }
    return std::move(tokens_);
  }

 private:
  void SkipSpace(const Char& c) {
    space_ = true;
    if (c.kind == Class::kNewline) {
      blank_ = blank_ || newline_;
      newline_ = true;
    }
    at_ = c.end;
  }

  void Emit(TokenKind kind, uint32_t end, bool capital) {
    tokens_.push_back({at_, end, kind, space_, newline_, blank_, capital});
    space_ = end < size_ && text_[end] == ' ';  // mostly all the white space there is
    at_ = end + (space_ ? 1 : 0);
    newline_ = blank_ = false;
  }

  uint32_t EndOfLetters(uint32_t at) const {
    while (at + sizeof(uint64_t) <= size_) {
      const unsigned letters = LettersAtFront(LoadEight(text_.data() + at));
      at += letters;
      if (letters == sizeof(uint64_t)) continue;
      if (IsAscii(text_[at])) return at;
      break;
    }
    return EndOfRun(at, Class::kLetter);
  }

  uint32_t EndOfRun(uint32_t at, Class kind) const {
    while (at < size_ && IsAscii(text_[at]) && kAscii[static_cast<unsigned char>(text_[at])] == kind) ++at;
    while (at < size_) {
      const Char c = ReadChar(text_, at);
      if (c.kind != kind) break;
      at = c.end;
    }
    return at;
  }

  // A single letter followed by "letter." pairs is an abbreviation such as U.S. or a.m. and keeps its dots.
  uint32_t EndOfWord(const Char& first) const {
    uint32_t end = EndOfLetters(first.end);
    if (end != first.end) return end;
    uint32_t dotted = end;
    bool several = false;
    while (dotted < size_ && text_[dotted] == '.' && dotted + 1 < size_) {
      const Char letter = ReadChar(text_, dotted + 1);
      if (letter.kind != Class::kLetter) break;
      if (letter.end < size_ && ReadChar(text_, letter.end).kind == Class::kLetter) break;
      dotted = letter.end;
      several = true;
    }
    if (!several) return end;
    if (dotted < size_ && text_[dotted] == '.') ++dotted;
    return dotted;
  }

  // "'s", "'t", "'re": an apostrophe glued between letters; "'s" behind the point of "Corp." as well.
  bool StartsClitic(const Char& apostrophe) const {
    if (space_ || tokens_.empty() || tokens_.back().end != at_) return false;
    if (tokens_.back().kind != TokenKind::kWord && !(EndsAbbreviation() && IsLoneS(apostrophe.end))) return false;
    return apostrophe.end < size_ && ReadChar(text_, apostrophe.end).kind == Class::kLetter;
  }

  bool EndsAbbreviation() const {
    const size_t count = tokens_.size();
    if (count < 2 || text_[at_ - 1] != '.' || tokens_.back().space_before) return false;
    return tokens_.back().kind == TokenKind::kSymbol && tokens_[count - 2].kind == TokenKind::kWord;
  }

  bool IsLoneS(uint32_t at) const {
    if (at >= size_ || text_[at] != 's') return false;
    return at + 1 >= size_ || ReadChar(text_, at + 1).kind != Class::kLetter;
  }

  const std::string_view text_;
  const uint32_t size_;
  std::vector<Token> tokens_;
  uint32_t at_ = 0;
  bool space_ = false;
  bool newline_ = false;
  bool blank_ = false;
};

}  // namespace

std::vector<Token> Tokenize(std::string_view text) { return Scanner(text).Run(); }

void Tokenize(std::string_view text, std::vector<Token>& out) { out = Scanner(text, std::move(out)).Run(); }

void FoldCase(std::string_view word, std::string& out) {
  out.resize(word.size());
  uint32_t plain = 0;
  for (; plain + sizeof(uint64_t) <= word.size(); plain += sizeof(uint64_t)) {
    const uint64_t bytes = LoadEight(word.data() + plain);
    if ((bytes & kHighBits) != 0) break;
    StoreEight(LowerAscii(bytes), out.data() + plain);
  }
  // What is left of a longer word is done at once too, together with letters in front of it.
  if (const size_t last = word.size() - sizeof(uint64_t); plain > 0 && plain >= last) {
    const uint64_t bytes = LoadEight(word.data() + last);
    if ((bytes & kHighBits) == 0) return StoreEight(LowerAscii(bytes), out.data() + last);
  }
  for (; plain < word.size() && IsAscii(word[plain]); ++plain) {
    const char c = word[plain];
    out[plain] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  if (plain == word.size()) return;
  out.resize(plain);
  for (uint32_t at = plain; at < word.size();) {
    const Char c = ReadChar(word, at);
    if (c.code < 128) {
      out.push_back(static_cast<char>(c.code >= 'A' && c.code <= 'Z' ? c.code + 32 : c.code));
    } else if (c.kind == Class::kApostrophe) {
      out.push_back('\'');
    } else {
      AppendUtf8(u_tolower(c.code), out);
    }
    at = c.end;
  }
}

}  // namespace tallywire::extract
