#include "parse/reduced_text.h"

#include <array>
#include <cstdint>
#include <cstring>

#include "parse/tag_scan.h"

namespace tallywire::parse {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Bytes that text is not copied without looking at: white space, references, and those of disallowed characters.
constexpr std::array<bool, 256> kNeedsALook = [] {
  std::array<bool, 256> table{};
  for (size_t c = 0; c <= 0x20; ++c) table[c] = true;
  for (const size_t c : {0x26U, 0x7FU, 0xC2U, 0xEFU, 0xF0U, 0xF1U, 0xF2U, 0xF3U, 0xF4U}) table[c] = true;
  return table;
}();

// Bytes of the character at `i` if gumbo replaces it: controls and what Unicode calls no characters; else 0. A zero is
// left to gumbo.
size_t LengthOfDisallowed(std::string_view text, size_t i) {
  const auto at = [&](size_t k) { return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U; };
  const unsigned first = at(0);
  if (first < 0x80) {
    const bool control = (first < ' ' && first != 0 && !IsHtmlSpace(text[i])) || first == 0x7F;
    return control ? 1 : 0;
  }
  if (first == 0xC2) return at(1) >= 0x80 && at(1) <= 0x9F ? 2 : 0;
  if (first == 0xEF) {
    const bool arabic = at(1) == 0xB7 && at(2) >= 0x90 && at(2) <= 0xAF;  // U+FDD0..U+FDEF
    return arabic || (at(1) == 0xBF && at(2) >= 0xBE) ? 3 : 0;
  }
  const bool last_two = (at(1) & 0x0FU) == 0x0F && at(2) == 0xBF && at(3) >= 0xBE;  // of a plane
  return first >= 0xF0 && last_two ? 4 : 0;
}

constexpr uint32_t kLastCodePoint = 0x10FFFF;

struct NumericReference {
  uint32_t number = 0;  // above the last code point, whatever it is
  size_t length = 0;    // with the semicolon; 0: there is none
};

// The one that the text begins with. Gumbo 0.10.1 counts in 32 bits, so that it makes any character of a longer number.
NumericReference ReadNumericReference(std::string_view text) {
  if (!text.starts_with("&#")) return {};
  const bool hex = text.size() > 2 && Lower(text[2]) == 'x';
  NumericReference reference;
  size_t i = hex ? 3 : 2;
  for (; i < text.size(); ++i) {
    const char c = Lower(text[i]);
    const bool letter = hex && c >= 'a' && c <= 'f';
    if (!IsDigit(c) && !letter) break;
    if (reference.number > kLastCodePoint) continue;
    reference.number = reference.number * (hex ? 16 : 10) + static_cast<uint32_t>(letter ? c - 'a' + 10 : c - '0');
  }
  reference.length = i < text.size() && text[i] == ';' ? i + 1 : i;
  return reference;
}

// Whether it names no character, or one that could be taken for a stand-in.
bool IsReplaced(const NumericReference& reference) {
  constexpr uint32_t kFirstStandIn = 0xF0000;
  return reference.number >= kFirstStandIn;
}

}  // namespace

TextReducer::TextReducer(std::string_view page, std::string& html, Withheld& withheld)
    : page_(page), html_(html), withheld_(withheld), has_zeros_(page.find('\0') != std::string_view::npos) {}

void TextReducer::Copy(size_t start, size_t end, TextRules rules) {
  at_ = start;
  while (at_ < end) {
    if (!withheld_.HasRoom()) return CopyLiterally(end, rules.preformatted);
    CopyLeadingSpace(end, rules.preformatted);
    const size_t stop = EndOfRun(end, rules.references);
    if (at_ < stop) {
      const size_t begin = withheld_.texts().size();
      AppendText(at_, stop, rules.preformatted, withheld_.texts());
      withheld_.AddRun(begin, html_);
      at_ = stop;
    }
    if (at_ >= end) return;
    if (page_[at_] == '&') {
      CopyReference(end);
    } else {
      html_ += page_[at_++];
    }
  }
}

void TextReducer::CopyLeadingSpace(size_t end, bool preformatted) {
  const size_t start = at_;
  while (at_ < end && IsHtmlSpace(page_[at_])) ++at_;
  if (preformatted) {
    html_.append(page_, start, at_ - start);
    return;
  }
  if (at_ == start) return;
  const char space = page_[start] == '\r' ? '\n' : page_[start];
  html_ += space;
  withheld_.texts() += space;  // blank and run stand together, as in the text node to come
}

// The next zero, or reference, or `end`.
size_t TextReducer::EndOfRun(size_t end, bool references) const {
  if (has_zeros_) {
    size_t stop = at_;
    while (stop < end && page_[stop] != '\0' && !(references && page_[stop] == '&')) ++stop;
    return stop;
  }
  const void* found = references ? std::memchr(page_.data() + at_, '&', end - at_) : nullptr;
  return found == nullptr ? end : static_cast<size_t>(static_cast<const char*>(found) - page_.data());
}

// The '&' and all that may belong to its name or number.
void TextReducer::CopyReference(size_t end) {
  const NumericReference reference = ReadNumericReference(page_.substr(at_, end - at_));
  if (IsReplaced(reference)) {
    html_ += kReplacement;
    at_ += reference.length;
    return;
  }
  size_t stop = at_ + 1;
  while (stop < end && (IsAsciiLetter(page_[stop]) || IsDigit(page_[stop]) || page_[stop] == '#')) ++stop;
  if (stop < end && page_[stop] == ';') ++stop;
  html_.append(page_, at_, stop - at_);
  at_ = stop;
}

// Appends [start, end) with white space folded, or as it is but for its line ends.
void TextReducer::AppendText(size_t start, size_t end, bool preformatted, std::string& out) const {
  size_t i = start;
  while (i < end) {
    if (!kNeedsALook[static_cast<unsigned char>(page_[i])]) {
      ++i;
      continue;
    }
    if (const size_t length = LengthOfDisallowed(page_, i); length > 0) {
      out.append(page_, start, i - start);
      out += kReplacement;
      start = i += length;
      continue;
    }
    const bool pair = page_[i] == '\r' && i + 1 < end && page_[i + 1] == '\n';
    const bool folds = !preformatted && IsHtmlSpace(page_[i]) && i + 1 < end && IsHtmlSpace(page_[i + 1]);
    if (page_[i] != '\r' && !folds) {
      ++i;
      continue;
    }
    out.append(page_, start, i - start);
    out += page_[i] == '\r' ? '\n' : page_[i];
    i += preformatted && pair ? 2 : 1;
    while (!preformatted && i < end && IsHtmlSpace(page_[i])) ++i;
    start = i;
  }
  out.append(page_, start, end - start);
}

// For gumbo to read, less the characters that could be taken for stand-ins.
void TextReducer::CopyLiterally(size_t end, bool preformatted) {
  std::string text;
  AppendText(at_, end, preformatted, text);
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    const NumericReference reference = ReadNumericReference(rest);
    const size_t length = IsReplaced(reference) ? reference.length : Withheld::IsStandIn(rest) ? 4 : 0;
    if (length == 0) {
      html_ += text[i];
      continue;
    }
    html_ += kReplacement;
    i += length - 1;
  }
  at_ = end;
}

void AppendAttribute(std::string_view attribute, std::string& html) {
  for (size_t at = attribute.find("&#"); at != std::string_view::npos; at = attribute.find("&#")) {
    const NumericReference reference = ReadNumericReference(attribute.substr(at));
    html.append(attribute, 0, at);
    html += reference.number > kLastCodePoint ? kReplacement : attribute.substr(at, reference.length);
    attribute.remove_prefix(at + reference.length);
  }
  html += attribute;
}

bool IsPlainValue(std::string_view value) {
  for (size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (!kNeedsALook[static_cast<unsigned char>(c)] || c == ' ' || c == '\n') continue;
    if (c == '&' || c == '\r' || c == '\0' || LengthOfDisallowed(value, i) > 0) return false;
  }
  return true;
}

}  // namespace tallywire::parse
