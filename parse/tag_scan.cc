#include "parse/tag_scan.h"

#include <algorithm>
#include <cstring>

namespace tallywire::parse {

namespace {

bool MatchesName(std::string_view text, size_t at, std::string_view name) {
  if (at + name.size() > text.size()) return false;
  for (size_t i = 0; i < name.size(); ++i) {
    if (Lower(text[at + i]) != name[i]) return false;
  }
  return true;
}

// A tag name ends at white space, '/' or '>'.
bool EndsName(std::string_view text, size_t at) {
  return at < text.size() && (IsHtmlSpace(text[at]) || text[at] == '/' || text[at] == '>');
}

size_t FindChar(std::string_view text, char c, size_t at) {
  if (at >= text.size()) return text.size();
  const void* found = std::memchr(text.data() + at, c, text.size() - at);
  return found == nullptr ? text.size() : static_cast<size_t>(static_cast<const char*>(found) - text.data());
}

// Script data once an "<!--" has been seen, up to the end tag that ends the script.
size_t EndOfEscapedScript(std::string_view text, size_t at) {
  enum class State { kPlain, kEscaped, kDoubleEscaped };
  State state = State::kPlain;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '-' && state != State::kPlain && text.substr(at).starts_with("-->")) {
      state = State::kPlain;
      at += 3;
    } else if (c != '<') {
      ++at;
    } else if (state == State::kPlain && text.substr(at).starts_with("<!--")) {
      state = State::kEscaped;
      at += 2;  // "<!-->" closes itself: its dashes count twice
    } else if (MatchesName(text, at + 1, "/script") && EndsName(text, at + 8)) {
      if (state != State::kDoubleEscaped) return at;
      state = State::kEscaped;
      at += 8;
    } else if (state == State::kEscaped && MatchesName(text, at + 1, "script") && EndsName(text, at + 7)) {
      state = State::kDoubleEscaped;
      at += 7;
    } else {
      ++at;
    }
  }
  return text.size();
}

}  // namespace

bool ContainsLower(std::string_view text, std::string_view lower) {
  for (size_t i = 0; i + lower.size() <= text.size(); ++i) {
    if (EqualsLower(text.substr(i, lower.size()), lower)) return true;
  }
  return false;
}

bool AttributeScanner::Next(RawAttribute& attribute) {
  const size_t between = at_;
  while (at_ < text_.size() && (IsHtmlSpace(text_[at_]) || text_[at_] == '/')) ++at_;
  if (at_ >= text_.size()) return false;
  if (text_[at_] == '>') {
    self_closing_ = at_ > between && text_[at_ - 1] == '/';
    ++at_;
    closed_ = true;
    return false;
  }
  attribute.start = at_;
  ++at_;  // a name may begin with any character, '=' too
  while (at_ < text_.size() && !IsHtmlSpace(text_[at_]) && text_[at_] != '/' && text_[at_] != '>' &&
         text_[at_] != '=') {
    ++at_;
  }
  const size_t dropped = text_[attribute.start] == '\0' ? 1 : 0;  // gumbo drops a zero there, and replaces others
  attribute.name = text_.substr(attribute.start + dropped, at_ - attribute.start - dropped);
  attribute.value = {};
  attribute.end = at_;
  size_t next = at_;
  while (next < text_.size() && IsHtmlSpace(text_[next])) ++next;
  if (next >= text_.size() || text_[next] != '=') return true;
  at_ = next + 1;
  while (at_ < text_.size() && IsHtmlSpace(text_[at_])) ++at_;
  if (at_ >= text_.size() || text_[at_] == '>') {
    attribute.end = at_;
    return true;
  }
  if (text_[at_] == '"' || text_[at_] == '\'') {
    const size_t close = FindChar(text_, text_[at_], at_ + 1);
    attribute.value = text_.substr(at_ + 1, close - at_ - 1);
    at_ = std::min(close + 1, text_.size());
  } else {
    const size_t start = at_;
    while (at_ < text_.size() && !IsHtmlSpace(text_[at_]) && text_[at_] != '>') ++at_;
    attribute.value = text_.substr(start, at_ - start);
  }
  attribute.end = at_;
  return true;
}

void AttributeScanner::SkipAll() {
  for (RawAttribute attribute; Next(attribute);) {
  }
}

size_t EndOfTagName(std::string_view text, size_t at) {
  while (at < text.size() && !IsHtmlSpace(text[at]) && text[at] != '/' && text[at] != '>') ++at;
  return at;
}

size_t EndOfTag(std::string_view text, size_t at) {
  AttributeScanner scanner(text, at);
  scanner.SkipAll();
  return scanner.end();
}

size_t EndOfComment(std::string_view text, size_t at) {
  at += 4;
  if (text.substr(at).starts_with(">")) return at + 1;
  if (text.substr(at).starts_with("->")) return at + 2;
  for (at = text.find("--", at); at != std::string_view::npos; at = text.find("--", at + 1)) {
    const std::string_view rest = text.substr(at + 2);
    if (rest.starts_with(">")) return at + 3;
    if (rest.starts_with("!>")) return at + 4;
  }
  return text.size();
}

size_t EndOfBogusComment(std::string_view text, size_t at) {
  return std::min(FindChar(text, '>', at) + 1, text.size());
}

size_t EndOfRawText(std::string_view text, size_t at, std::string_view name) {
  for (at = FindChar(text, '<', at); at < text.size(); at = FindChar(text, '<', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '/' && MatchesName(text, at + 2, name) &&
        EndsName(text, at + 2 + name.size())) {
      return at;
    }
  }
  return text.size();
}

size_t EndOfScript(std::string_view text, size_t at) {
  const size_t plain = EndOfRawText(text, at, "script");
  const size_t escape = text.substr(at, plain - at).find("<!--");
  return escape == std::string_view::npos ? plain : EndOfEscapedScript(text, at + escape);
}

}  // namespace tallywire::parse
