// The parts of HTML's tokenizer (html.spec.whatwg.org 13.2.5) that say where markup ends. Everything here is linear and
// works on positions in the page's text; a position of text.size() means that the page ended first.
#pragma once

#include <cstddef>
#include <string_view>

namespace tallywire::parse {

inline bool IsHtmlSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
inline bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
// `lower` is in lower case.
inline bool EqualsLower(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (Lower(text[i]) != lower[i]) return false;
  }
  return true;
}
bool ContainsLower(std::string_view text, std::string_view lower);

// One attribute as it stands in the page, quotes included: [start, end) is the whole of it.
struct RawAttribute {
  std::string_view name;
  std::string_view value;  // without quotes, character references as they stand
  size_t start = 0;
  size_t end = 0;
};

// Reads the attributes of a tag one by one. Begin right after the tag's name.
class AttributeScanner {
 public:
  AttributeScanner(std::string_view text, size_t at) : text_(text), at_(at) {}

  // False at the end of the tag; then `end` is right after its '>', or the text's size where there is none.
  bool Next(RawAttribute& attribute);
  void SkipAll();
  size_t end() const { return at_; }
  bool closed() const { return closed_; }              // the '>' was there
  bool self_closing() const { return self_closing_; }  // and before it a '/' that is no part of a value

 private:
  std::string_view text_;
  size_t at_;
  bool closed_ = false;
  bool self_closing_ = false;
};

// End of the name that begins at `at` (a letter).
size_t EndOfTagName(std::string_view text, size_t at);
// Right after the '>' that ends the tag whose name ended at `at`.
size_t EndOfTag(std::string_view text, size_t at);
// Right after the comment that begins with the "<!--" at `at`.
size_t EndOfComment(std::string_view text, size_t at);
// Right after the next '>' at or after `at`: the end of a bogus comment, a doctype or a processing instruction.
size_t EndOfBogusComment(std::string_view text, size_t at);
// Position of the "</name" that ends raw text (style, title, textarea, …) beginning at `at`; name in lower case.
size_t EndOfRawText(std::string_view text, size_t at, std::string_view name);
// Position of the "</script" that ends the script beginning at `at`, with the escapes of "<!--" and "<!--<script".
size_t EndOfScript(std::string_view text, size_t at);

}  // namespace tallywire::parse
