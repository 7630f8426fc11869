#include "parse/plain_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "parse/dom.h"
#include "parse/utf8.h"
#include "parse/white_space.h"

namespace tallywire::parse {
namespace {

bool IsAsciiAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsAsciiAlnum(char c) { return IsAsciiAlpha(c) || (c >= '0' && c <= '9'); }

// The character references that headlines and names have; sorted by name. Rarer ones are left to the HTML parser, which
// is some hundred times slower on short strings.
struct NamedReference {
  std::string_view name;
  char32_t code_point;
};
constexpr std::array<NamedReference, 30> kCommon = {
    {{"amp", U'&'},         {"apos", U'\''},       {"bull", U'\u2022'},   {"ccedil", U'\u00E7'}, {"copy", U'\u00A9'},
     {"eacute", U'\u00E9'}, {"egrave", U'\u00E8'}, {"euro", U'\u20AC'},   {"gt", U'>'},          {"hellip", U'\u2026'},
     {"laquo", U'\u00AB'},  {"ldquo", U'\u201C'},  {"lsquo", U'\u2018'},  {"lt", U'<'},          {"mdash", U'\u2014'},
     {"middot", U'\u00B7'}, {"nbsp", U'\u00A0'},   {"ndash", U'\u2013'},  {"ouml", U'\u00F6'},   {"pound", U'\u00A3'},
     {"quot", U'"'},        {"raquo", U'\u00BB'},  {"rdquo", U'\u201D'},  {"reg", U'\u00AE'},    {"rsquo", U'\u2019'},
     {"shy", U'\u00AD'},    {"szlig", U'\u00DF'},  {"thinsp", U'\u2009'}, {"trade", U'\u2122'},  {"uuml", U'\u00FC'}}};
static_assert(std::is_sorted(kCommon.begin(), kCommon.end(),
                             [](const NamedReference& a, const NamedReference& b) { return a.name < b.name; }));

std::optional<char32_t> NumberedReference(std::string_view digits) {
  const bool hex = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
  if (hex) digits.remove_prefix(1);
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  // 128 to 159 stand for windows-1252 in HTML: left to the HTML parser.
  if (error != std::errc() || end != digits.data() + digits.size() || value < 32 || (value >= 127 && value < 160))
    return std::nullopt;
  return value;
}

// What stands at an ampersand: no reference at all, one we know, or one for the HTML parser.
enum class Kind { kNone, kKnown, kOther };
struct Reference {
  Kind kind = Kind::kNone;
  char32_t code_point = 0;
  size_t end = 0;  // behind the semicolon
};

Reference ReadReference(std::string_view text, size_t at) {
  constexpr size_t kLongest = 32;  // characters of a name: &CounterClockwiseContourIntegral; has 31
  const size_t start = at + 1;
  size_t end = start;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && end - start < kLongest && IsAsciiAlnum(text[end])) ++end;
  if (end == start || end >= text.size() || text[end] != ';') return {};
  const std::string_view name = text.substr(start, end - start);
  if (name.front() == '#') {
    const auto code_point = NumberedReference(name.substr(1));
    return code_point ? Reference{Kind::kKnown, *code_point, end + 1} : Reference{Kind::kOther};
  }
  const auto found = std::lower_bound(kCommon.begin(), kCommon.end(), name,
                                      [](const NamedReference& r, std::string_view n) { return r.name < n; });
  if (found == kCommon.end() || found->name != name) return {Kind::kOther};
  return {Kind::kKnown, found->code_point, end + 1};
}

bool IsTagStart(std::string_view text, size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  return IsAsciiAlpha(next) || next == '/' || next == '!';
}

// One round of decoding. Nullopt where there is nothing to decode.
std::optional<std::string> Decode(std::string_view text) {
  std::string out;
  size_t from = 0;
  bool changed = false;
  for (size_t at = text.find_first_of("&<"); at != std::string_view::npos; at = text.find_first_of("&<", at + 1)) {
    Reference reference;
    if (text[at] == '&') reference = ReadReference(text, at);
    if (reference.kind == Kind::kOther || (text[at] == '<' && IsTagStart(text, at))) {
      const auto page = ParseHtml(text);
      return page ? std::optional(page->Text(0)) : std::nullopt;
    }
    if (reference.kind == Kind::kNone) continue;
    out.append(text, from, at - from);
    AppendUtf8(out, reference.code_point);
    from = reference.end;
    at = from - 1;
    changed = true;
  }
  if (!changed) return std::nullopt;
  out.append(text, from);
  return FoldWhiteSpace(out);
}

}  // namespace

std::string PlainText(std::string_view text) {
  std::string plain = FoldWhiteSpace(text);
  for (int round = 0; round < 2; ++round) {
    std::optional<std::string> decoded = Decode(plain);
    if (!decoded || *decoded == plain) break;
    plain = std::move(*decoded);
  }
  return plain;
}

}  // namespace tallywire::parse
