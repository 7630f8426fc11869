// How the reducer copies text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "parse/withheld.h"

namespace tallywire::parse {

// How the tokenizer reads a stretch of text.
struct TextRules {
  bool references = true;     // character references are known
  bool preformatted = false;  // white space is not folded
};

// Reduces stretches of one page's text.
class TextReducer {
 public:
  // Appends to `html` what gumbo is to see. All must outlive the reducer.
  TextReducer(std::string_view page, std::string& html, Withheld& withheld);

  // Withholds what it can of [start, end). Gumbo sees the white space that begins a text, for it decides where the text
  // belongs, and character references, for it knows their names.
  void Copy(size_t start, size_t end, TextRules rules);
  // Withholds nothing: gumbo sees [start, end) as it is, less the characters that could be taken for stand-ins.
  void CopyLiterally(size_t start, size_t end) {
    at_ = start;
    CopyLiterally(end, /*preformatted=*/true);
  }

 private:
  void CopyLeadingSpace(size_t end, bool preformatted);
  size_t EndOfRun(size_t end, bool references) const;
  void CopyReference(size_t end);
  void CopyLiterally(size_t end, bool preformatted);
  void AppendText(size_t start, size_t end, bool preformatted, std::string& out) const;

  std::string_view page_;
  std::string& html_;
  Withheld& withheld_;
  bool has_zeros_;
  size_t at_ = 0;
};

// Appends name and value as they stand in the page, but for numeric references that name no character.
void AppendAttribute(std::string_view attribute, std::string& html);

// Whether gumbo would give an attribute's value as it stands in the page.
bool IsPlainValue(std::string_view value);

}  // namespace tallywire::parse
