// Words, numbers and marks of a text: the ground every other layer of extraction stands on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::extract {

enum class TokenKind : uint8_t {
  kWord,    // a run of letters; "U.S." and "a.m." are one word; "China's" is "China" and "'s"; hyphens separate
  kDigits,  // a run of ASCII digits: "1,234.5" is five tokens, "2nd" and "3Q" two
  kSymbol,  // one other character
};

struct Token {
  uint32_t start = 0;  // byte offsets into the text, [start, end)
  uint32_t end = 0;
  TokenKind kind = TokenKind::kSymbol;
  bool space_before = false;    // white space of any kind (no-break and thin spaces too) stands in front
  bool newline_before = false;  // that white space holds a line break
  bool blank_before = false;    // that white space holds a blank line: a paragraph begins
  bool capital = false;         // the word begins with a capital letter
};

// Splits `text` (valid UTF-8; less than 4 GiB) into tokens. Linear in its length.
std::vector<Token> Tokenize(std::string_view text);
// The same in room that was used before. Overwrites `out`.
void Tokenize(std::string_view text, std::vector<Token>& out);

// The word in lower case, with typographic apostrophes made plain: the form in which vocabularies are compared.
// Overwrites `out`.
void FoldCase(std::string_view word, std::string& out);

inline std::string_view TextOf(const Token& token, std::string_view text) {
  return {text.data() + token.start, token.end - token.start};  // asked often: substr would look whether it lies inside
}

}  // namespace tallywire::extract
