#include "fetch/feed_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "fetch/url_host.h"

namespace tallywire::fetch {
namespace {

bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string LowerName(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!IsAlpha(c) && !IsDigit(c)) break;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

// Tags between which words do not touch.
bool SeparatesWords(std::string_view name) {
  static constexpr std::array<std::string_view, 24> kBlocks{
      "address", "article", "blockquote", "br", "dd", "div", "dl",  "dt",      "h1",    "h2", "h3", "h4",
      "h5",      "h6",      "hr",         "li", "ol", "p",   "pre", "section", "table", "td", "tr", "ul"};
  return std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

// Behind the tag that begins at `at`; npos where it never ends. A quote counts only after "=", as in HTML; one that is
// never closed does not hide the tag's end.
size_t TagEnd(std::string_view html, size_t at) {
  char previous = '<';
  for (size_t i = at + 1; i < html.size(); ++i) {
    const char c = html[i];
    if (c == '>') return i + 1;
    if ((c == '"' || c == '\'') && previous == '=') {
      const size_t close = html.find(c, i + 1);
      if (close == std::string_view::npos) {
        const size_t end = html.find('>', i);
        return end == std::string_view::npos ? end : end + 1;
      }
      i = close;
    }
    if (!IsBlank(c)) previous = html[i];
  }
  return std::string_view::npos;
}

// Where markup begins at `at` ("<"), behind it; else `at`.
size_t SkipMarkup(std::string_view html, size_t at, std::string& out) {
  const std::string_view rest = html.substr(at);
  if (rest.starts_with("<!--")) {
    const size_t end = html.find("-->", at + 4);
    return end == std::string_view::npos ? html.size() : end + 3;
  }
  const bool tag = rest.size() > 1 && (IsAlpha(rest[1]) || rest[1] == '!' || rest[1] == '?' ||
                                       (rest[1] == '/' && rest.size() > 2 && IsAlpha(rest[2])));
  const size_t end = tag ? TagEnd(html, at) : std::string_view::npos;
  if (end == std::string_view::npos) return at;
  const std::string name = LowerName(rest.substr(rest[1] == '/' ? 2 : 1));
  if (SeparatesWords(name)) out += ' ';
  if (name == "script" || name == "style") {
    for (size_t i = html.find("</", end); i != std::string_view::npos; i = html.find("</", i + 2)) {
      if (LowerName(html.substr(i + 2)) == name) return i;
    }
  }
  return end;
}

// The reference that begins at `at` ("&"), appended; returns behind it, or `at` where there is none. The semicolon may
// be missing behind a number, as browsers have it; a name without one is taken for a query string ("?a=1&copy=2").
size_t TakeReference(std::string_view text, size_t at, std::string& out) {
  constexpr size_t kLongestName = 12;
  size_t end = at + 1;
  while (end < text.size() && end - at <= kLongestName &&
         (IsAlpha(text[end]) || IsDigit(text[end]) || text[end] == '#')) {
    ++end;
  }
  const bool closed = end < text.size() && text[end] == ';';
  const auto name = text.substr(at + 1, end - at - 1);
  if (name.empty() || (!closed && name[0] != '#')) return at;
  const auto character = CharacterReference(name);
  if (!character) return at;
  out += *character;
  return closed ? end + 1 : end;
}

int Base64Value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (IsDigit(c)) return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

}  // namespace

void AppendUtf8(std::string& out, char32_t c) {
  const auto add = [&out](char32_t lead, char32_t bits) { out += static_cast<char>(lead | bits); };
  if (c < 0x80) return add(0, c);
  if (c < 0x800) {
    add(0xC0, c >> 6U);
  } else if (c < 0x10000) {
    add(0xE0, c >> 12U);
    add(0x80, (c >> 6U) & 0x3FU);
  } else {
    add(0xF0, c >> 18U);
    add(0x80, (c >> 12U) & 0x3FU);
    add(0x80, (c >> 6U) & 0x3FU);
  }
  add(0x80, c & 0x3FU);
}

std::optional<std::string> CharacterReference(std::string_view name) {
  std::string out;
  if (!name.starts_with('#')) {
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
    if (entity == nullptr && name != "apos") return std::nullopt;
    AppendUtf8(out, entity == nullptr ? U'\'' : static_cast<char32_t>(entity->value));
    return out;
  }
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const auto digits = name.substr(hex ? 2 : 1);
  if (digits.empty()) return std::nullopt;
  uint32_t value = 0;
  for (const char c : digits) {
    const int digit = HexValue(c);
    if (digit < 0 || (!hex && digit > 9)) return std::nullopt;
    value = std::min<uint32_t>(value * (hex ? 16 : 10) + static_cast<uint32_t>(digit), 0x110000);
  }
  // The characters of windows-1252 in the C1 range (HTML, "numeric character reference end state").
  static constexpr std::array<uint16_t, 32> kWindows1252{
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (value >= 0x80 && value < 0xA0) value = kWindows1252[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
  AppendUtf8(out, value);
  return out;
}

std::string FoldSpace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (size_t i = 0; i < text.size(); ++i) {
    // U+00A0, which feeds use for layout
    const bool no_break = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (no_break) ++i;
    if (no_break || IsBlank(text[i])) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += text[i];
  }
  return out;
}

std::string PlainText(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  for (size_t i = 0; i < html.size();) {
    size_t next = i;
    if (html[i] == '<') next = SkipMarkup(html, i, out);
    if (html[i] == '&') next = TakeReference(html, i, out);
    if (next == i) out += html[next++];
    i = next;
  }
  return FoldSpace(out);
}

bool LooksLikeHtml(std::string_view text) {
  static constexpr std::array<std::string_view, 30> kTags{
      "a",    "abbr", "acronym", "b",     "big",  "blink",  "blockquote", "br",  "center", "cite",
      "code", "del",  "div",     "em",    "font", "hr",     "i",          "img", "li",     "ol",
      "p",    "q",    "s",       "small", "span", "strike", "strong",     "sub", "sup",    "u"};
  std::string scratch;
  for (size_t i = text.find_first_of("<&"); i != std::string_view::npos; i = text.find_first_of("<&", i + 1)) {
    if (text[i] == '&') {
      if (TakeReference(text, i, scratch) != i) return true;
      continue;
    }
    const auto rest = text.substr(i + 1);
    const std::string name = LowerName(rest.starts_with('/') ? rest.substr(1) : rest);
    if (std::find(kTags.begin(), kTags.end(), name) != kTags.end() && rest.find('>') != std::string_view::npos)
      return true;
  }
  return false;
}

std::optional<std::string> DecodeBase64(std::string_view text) {
  std::string out;
  uint32_t bits = 0;
  unsigned count = 0;
  bool padded = false;
  for (const char c : text) {
    if (IsBlank(c)) continue;
    if (c == '=') {
      padded = true;
      continue;
    }
    const int value = Base64Value(c);
    if (value < 0 || padded) return std::nullopt;
    bits = ((bits << 6U) | static_cast<uint32_t>(value)) & 0xFFFFFFU;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>((bits >> count) & 0xFFU);
    }
  }
  if (count >= 6) return std::nullopt;
  return out;
}

// Unicode 15, table 3-7.
bool IsValidUtf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const size_t length = lead < 0x80 ? 1 : (lead >= 0xC2 && lead < 0xE0) ? 2 : (lead & 0xF0U) == 0xE0 ? 3 : 4;
    if ((lead >= 0x80 && lead < 0xC2) || lead > 0xF4 || length > text.size() - i) return false;
    for (size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80) return false;
    }
    const auto second = length > 2 ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool beyond = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
    if (overlong || beyond) return false;
    i += length;
  }
  return true;
}

}  // namespace tallywire::fetch
