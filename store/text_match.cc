#include "store/text_match.h"

#include <algorithm>
#include <vector>

namespace tallywire::store {
namespace {

// FTS5's own quoting: a string in double quotes is a phrase of the words in it.
std::string Quoted(std::string_view words) {
  std::string quoted = "\"";
  for (const char c : words) {
    if (c != '"') quoted += c;
  }
  return quoted + "\"";
}

// A letter or digit, or part of a character beyond ASCII: without one there is nothing to look for.
bool HasWord(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// The next phrase or word, taken off `text`.
std::string_view TakeToken(std::string_view& text) {
  const size_t end = text.front() == '"' ? text.find('"', 1) : text.find_first_of(" \t\r\n\"");
  const size_t length = end == std::string_view::npos ? text.size() : end + (text.front() == '"' ? 1 : 0);
  const std::string_view token = text.substr(0, length);
  text.remove_prefix(length);
  return token;
}

}  // namespace

Result<std::string> MatchExpression(std::string_view text) {
  std::string expression;
  bool or_waits = false;
  const std::string whole(text);
  for (;;) {
    const size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) break;
    text.remove_prefix(start);
    const std::string_view token = TakeToken(text);
    if (token == "OR") {
      or_waits = !expression.empty();
      continue;
    }
    if (!HasWord(token)) continue;
    if (!expression.empty()) expression += or_waits ? " OR " : " AND ";
    or_waits = false;
    expression += Quoted(token);
    if (token.front() != '"' && token.ends_with('*')) expression += " *";
  }
  if (!expression.empty()) return expression;
  return Fail(ErrorCode::kUsage, whole, "holds no word to look for", "Give words, \"phrases\" or beginnings*");
}

}  // namespace tallywire::store
