#include "parse/plain_text.h"

#include "parse/dom.h"
#include "parse/white_space.h"

namespace tallywire::parse {
namespace {

bool IsAsciiAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A tag or a character reference may stand there. "R&D" and "a < b" are plain text.
bool MayHoldMarkup(std::string_view text) {
  for (size_t at = text.find_first_of("&<"); at != std::string_view::npos; at = text.find_first_of("&<", at + 1)) {
    if (at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    if (text[at] == '<' && (IsAsciiAlpha(next) || next == '/' || next == '!')) return true;
    if (text[at] == '&' && (next == '#' || IsAsciiAlpha(next))) {
      const size_t end =
          text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#", at + 1);
      if (end != std::string_view::npos && text[end] == ';') return true;
    }
  }
  return false;
}

}  // namespace

std::string PlainText(std::string_view text) {
  std::string plain = FoldWhiteSpace(text);
  for (int round = 0; round < 2 && MayHoldMarkup(plain); ++round) {
    const auto page = ParseHtml(plain);
    if (!page) break;
    std::string decoded = page->Text(0);
    if (decoded == plain) break;
    plain = std::move(decoded);
  }
  return plain;
}

}  // namespace tallywire::parse
