// White space and invisible characters in text from pages.
#pragma once

#include <string>
#include <string_view>

namespace tallywire::parse {

// Appends `text` to `out`: every run of white space (ASCII's, no-break, thin, ideographic and the other spaces of
// Unicode, line and paragraph separators) becomes one space, and none is added at the start of `out` or after a space
// or line feed that ends it. Soft hyphens, zero-width spaces, word joiners, byte order marks and bidi controls are left
// out; zero-width joiners stay between two characters beyond ASCII (Persian, Indic scripts, emoji).
void AppendFolded(std::string& out, std::string_view text);

// The same into a string of its own, trimmed at both ends.
std::string FoldWhiteSpace(std::string_view text);

// True where `text` has nothing but white space and invisible characters.
bool IsBlank(std::string_view text);

}  // namespace tallywire::parse
