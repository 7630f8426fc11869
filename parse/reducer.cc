#include "parse/reducer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "parse/open_elements.h"
#include "parse/svg_skip.h"
#include "parse/tag_scan.h"

namespace tallywire::parse {

namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool EqualsLower(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (Lower(text[i]) != lower[i]) return false;
  }
  return true;
}

bool ContainsLower(std::string_view text, std::string_view lower) {
  for (size_t i = 0; i + lower.size() <= text.size(); ++i) {
    if (EqualsLower(text.substr(i, lower.size()), lower)) return true;
  }
  return false;
}

bool HasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// When an attribute's value decides whether it stays.
enum class Condition : uint8_t {
  kAlways,
  kHides,     // a style that hides the element
  kMaybeDate  // short, with a digit
};

struct KeptAttribute {
  std::string_view name;
  Condition condition = Condition::kAlways;
};

constexpr std::array kKeptAttributes = {
    KeptAttribute{"id"},
    KeptAttribute{"rel"},
    KeptAttribute{"name"},
    KeptAttribute{"type"},
    KeptAttribute{"href"},
    KeptAttribute{"lang"},
    KeptAttribute{"role"},
    KeptAttribute{"open"},
    KeptAttribute{"class"},
    KeptAttribute{"style", Condition::kHides},
    KeptAttribute{"title", Condition::kMaybeDate},
    KeptAttribute{"hidden"},
    KeptAttribute{"content"},
    KeptAttribute{"charset"},
    KeptAttribute{"pubdate"},
    KeptAttribute{"property"},
    KeptAttribute{"itemprop"},
    KeptAttribute{"itemtype"},
    KeptAttribute{"datetime"},
    KeptAttribute{"encoding"},
    KeptAttribute{"itemscope"},
    KeptAttribute{"data-date", Condition::kMaybeDate},
    KeptAttribute{"data-time", Condition::kMaybeDate},
    KeptAttribute{"aria-label", Condition::kMaybeDate},
    KeptAttribute{"http-equiv"},
    KeptAttribute{"data-utime", Condition::kMaybeDate},
    KeptAttribute{"aria-hidden"},
    KeptAttribute{"data-datetime", Condition::kMaybeDate},
    KeptAttribute{"data-timestamp", Condition::kMaybeDate},
};
constexpr size_t kLongestKept = 14;

// Where the names of each length begin in the table, which is sorted by length.
constexpr std::array<size_t, kLongestKept + 2> kByLength = [] {
  std::array<size_t, kLongestKept + 2> starts{};
  for (size_t length = 0; length < starts.size(); ++length) {
    while (starts[length] < kKeptAttributes.size() && kKeptAttributes[starts[length]].name.size() < length) {
      ++starts[length];
    }
  }
  return starts;
}();

constexpr int kNotKept = -1;

// Index into kKeptAttributes.
int IndexOfKept(std::string_view name) {
  if (name.size() > kLongestKept) return kNotKept;
  for (size_t i = kByLength[name.size()]; i < kByLength[name.size() + 1]; ++i) {
    if (EqualsLower(name, kKeptAttributes[i].name)) return static_cast<int>(i);
  }
  return kNotKept;
}

bool Fulfils(Condition condition, std::string_view value) {
  switch (condition) {
    case Condition::kAlways:
      return true;
    case Condition::kHides:
      return ContainsLower(value, "none") || ContainsLower(value, "hidden");
    case Condition::kMaybeDate:
      return value.size() <= 80 && HasDigit(value);
  }
  return true;
}

// The attributes that let a <font> end foreign content.
bool IsFontStyle(std::string_view name) {
  return EqualsLower(name, "color") || EqualsLower(name, "face") || EqualsLower(name, "size");
}

// Scripts shorter than this hold no data.
constexpr size_t kLeastScript = 64;

// Elements whose content the tokenizer reads as raw text, and whether anybody reads it later.
bool IsRawText(Tag tag) {
  switch (tag) {
    case Tag::kTitle:
    case Tag::kTextarea:
    case Tag::kStyle:
    case Tag::kXmp:
    case Tag::kIframe:
    case Tag::kNoembed:
    case Tag::kNoframes:
    case Tag::kScript:
      return true;
    default:
      return false;
  }
}
bool IsReadLater(Tag tag) { return tag == Tag::kTitle || tag == Tag::kXmp; }

class Reducer {
 public:
  explicit Reducer(std::string_view html) : html_(html) { result_.html.reserve(html.size() / 2 + 1024); }

  ReducedPage Run() {
    while (at_ < html_.size()) {
      const size_t open = FindOpen(at_);
      CopyText(open);
      at_ = open;
      if (at_ < html_.size()) ReadMarkup();
    }
    return std::move(result_);
  }

 private:
  size_t FindOpen(size_t at) const {
    const void* found = std::memchr(html_.data() + at, '<', html_.size() - at);
    return found == nullptr ? html_.size() : static_cast<size_t>(static_cast<const char*>(found) - html_.data());
  }

  char CharAt(size_t at) const { return at < html_.size() ? html_[at] : '\0'; }

  void Append(size_t start, size_t end) { result_.html.append(html_, start, end - start); }

  // Text up to `end`, runs of white space folded to their first character.
  void CopyText(size_t end) {
    if (elements_.InPreformatted()) return Append(at_, end);
    size_t start = at_;
    size_t i = at_;
    while (i < end) {
      if (static_cast<unsigned char>(html_[i]) > ' ' || !IsHtmlSpace(html_[i])) {
        ++i;
        continue;
      }
      ++i;
      if (i >= end || !IsHtmlSpace(html_[i])) continue;
      Append(start, i);
      while (i < end && IsHtmlSpace(html_[i])) ++i;
      start = i;
    }
    Append(start, end);
  }

  void ReadMarkup() {
    const char next = CharAt(at_ + 1);
    if (IsAsciiLetter(next)) return ReadStartTag();
    if (next == '/') return ReadEndTag();
    if (next == '!') return ReadDeclaration();
    if (next == '?') return SkipTo(EndOfBogusComment(html_, at_));
    result_.html += '<';
    ++at_;
  }

  void SkipTo(size_t end) { at_ = end; }

  void CopyTo(size_t end) {
    Append(at_, end);
    at_ = end;
  }

  void ReadDeclaration() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return SkipTo(EndOfComment(html_, at_));
    if (elements_.InForeign() && rest.starts_with("<![CDATA[")) {
      const size_t end = html_.find("]]>", at_ + 9);
      return CopyTo(end == std::string_view::npos ? html_.size() : end + 3);
    }
    const size_t end = EndOfBogusComment(html_, at_);
    if (EqualsLower(rest.substr(2, 7), "doctype")) return CopyTo(end);
    SkipTo(end);
  }

  void ReadEndTag() {
    if (!IsAsciiLetter(CharAt(at_ + 2))) {
      if (at_ + 2 >= html_.size()) return CopyTo(html_.size());
      return SkipTo(EndOfBogusComment(html_, at_));
    }
    const size_t name_end = EndOfTagName(html_, at_ + 2);
    const std::string_view name = html_.substr(at_ + 2, name_end - at_ - 2);
    const size_t end = CharAt(name_end) == '>' ? name_end + 1 : EndOfTag(html_, name_end);
    if (html_[end - 1] != '>') return SkipTo(html_.size());  // a tag that the page's end cuts off is no tag
    if (elements_.End(TagFromName(name), name)) {
      result_.html.append("</").append(name) += '>';
    }
    at_ = end;
  }

  void ReadStartTag() {
    const size_t name_end = EndOfTagName(html_, at_ + 1);
    const std::string_view name = html_.substr(at_ + 1, name_end - at_ - 1);
    const Tag tag = TagFromName(name);
    const size_t written = result_.html.size();
    result_.html.append("<").append(name);
    type_ = id_ = {};
    styled_font_ = false;
    bool self_closing = false;
    const size_t end = CharAt(name_end) == '>' ? name_end + 1 : CopyAttributes(tag, name_end, self_closing);
    if (end == 0) {
      result_.html.resize(written);
      return SkipTo(html_.size());
    }
    const bool foreign = elements_.InForeign();
    result_.html += foreign && self_closing ? "/>" : ">";
    at_ = end;
    if (tag == Tag::kSvg && !foreign && !self_closing && SkipSvg()) return;
    if (!elements_.Start(tag, name, self_closing, styled_font_)) result_.html.resize(written);
    if (tag == Tag::kPlaintext && !elements_.InForeign()) return CopyTo(html_.size());
    const bool raw = IsRawText(tag) && !elements_.InForeign() && (!elements_.InSelect() || tag == Tag::kScript);
    if (raw) ReadRawText(tag, name, written);
  }

  // Copies those that stay. Position after the tag's '>', 0 where the page ends first.
  size_t CopyAttributes(Tag tag, size_t at, bool& self_closing) {
    const bool font = tag == Tag::kFont && elements_.InForeign();
    AttributeScanner scanner(html_, at);
    uint32_t seen = 0;  // later ones of the same name do not count
    for (RawAttribute attribute; scanner.Next(attribute);) {
      if (font && IsFontStyle(attribute.name) && !styled_font_) {
        styled_font_ = true;
        result_.html += " size";
      }
      const int index = IndexOfKept(attribute.name);
      if (index == kNotKept) continue;
      const uint32_t bit = 1U << static_cast<unsigned>(index);
      if ((seen & bit) != 0) continue;
      seen |= bit;
      if (tag == Tag::kScript && attribute.name.size() == 4) type_ = attribute.value;
      if (tag == Tag::kScript && attribute.name.size() == 2) id_ = attribute.value;
      if (!Fulfils(kKeptAttributes[static_cast<size_t>(index)].condition, attribute.value)) continue;
      result_.html += ' ';
      Append(attribute.start, attribute.end);
    }
    if (!scanner.closed()) return 0;
    self_closing = html_[scanner.end() - 2] == '/';
    return scanner.end();
  }

  bool SkipSvg() {
    const size_t close = EndOfPlainSvg(html_, at_);
    if (close == 0) return false;
    result_.html += "</svg>";
    at_ = EndOfTag(html_, close + 5);
    return true;
  }

  // `written`: where the start tag stands in the result, if it was not dropped for its depth.
  void ReadRawText(Tag tag, std::string_view name, size_t written) {
    const bool dropped = result_.html.size() == written;
    const std::string_view lower = TagName(tag);
    const size_t close = tag == Tag::kScript ? EndOfScript(html_, at_) : EndOfRawText(html_, at_, lower);
    if (tag == Tag::kScript) KeepScript(html_.substr(at_, close - at_));
    const bool keep = IsReadLater(tag) && !dropped;
    if (keep) Append(at_, close);
    at_ = close;
    if (close < html_.size()) return ReadEndTag();
    // The page ends in the raw text. Without an end tag of its own what was dropped must not swallow anything.
    if (!dropped && !keep) result_.html.append("</").append(name) += '>';
  }

  void KeepScript(std::string_view content) {
    if (ContainsLower(type_, "ld+json")) {
      result_.json_ld.push_back(content);
    } else if (content.size() >= kLeastScript) {
      result_.data_scripts.push_back({type_, id_, content});
    }
  }

  std::string_view html_;
  size_t at_ = 0;
  OpenElements elements_;
  ReducedPage result_;
  std::string_view type_;  // of the start tag that was read last, if it was a script's
  std::string_view id_;
  bool styled_font_ = false;  // it was a font that ends foreign content
};

}  // namespace

ReducedPage ReducePage(std::string_view html) { return Reducer(html).Run(); }

bool AlwaysKeepsAttribute(std::string_view name) {
  const int index = IndexOfKept(name);
  return index != kNotKept && kKeptAttributes[static_cast<size_t>(index)].condition == Condition::kAlways;
}

}  // namespace tallywire::parse
