#include "parse/reducer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <vector>

#include "parse/element_kind.h"
#include "parse/kept_attributes.h"
#include "parse/open_elements.h"
#include "parse/reduced_text.h"
#include "parse/svg_skip.h"
#include "parse/tag_scan.h"

namespace tallywire::parse {

namespace {

// The attributes that let a <font> end foreign content.
bool IsFontStyle(std::string_view name) {
  return EqualsLower(name, "color") || EqualsLower(name, "face") || EqualsLower(name, "size");
}

// Elements whose attributes have a part in how the tree is built, or that may be united with another of their kind.
bool IsReadByTreeBuilder(Tag tag) {
  return tag == Tag::kHtml || tag == Tag::kBody || tag == Tag::kInput || tag == Tag::kAnnotationXml;
}

// Scripts shorter than this hold no data.
constexpr size_t kLeastScript = 64;

// Elements whose content the tokenizer reads as raw text, and whether anybody reads it later. <noscript> is one where
// scripts run, which is what pages are tested with: what is left open in it would swallow the page otherwise. Gumbo
// knows no scripts, and is given it empty.
bool IsRawText(Tag tag) {
  switch (tag) {
    case Tag::kTitle:
    case Tag::kTextarea:
    case Tag::kStyle:
    case Tag::kXmp:
    case Tag::kIframe:
    case Tag::kNoembed:
    case Tag::kNoframes:
    case Tag::kNoscript:
    case Tag::kScript:
      return true;
    default:
      return false;
  }
}
bool IsReadLater(Tag tag) { return tag == Tag::kTitle || tag == Tag::kXmp; }

class Reducer {
 public:
  explicit Reducer(std::string_view html) : html_(html), text_(html, result_.html, result_.withheld) {
    result_.html.reserve(html.size() / 8 + 1024);
    result_.withheld.texts().reserve(html.size() / 8 + 1024);
  }

  ReducedPage Run() {
    while (at_ < html_.size()) {
      const size_t open = FindOpen(at_);
      CopyText(open, {true, elements_.InPreformatted()});
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

  void CopyText(size_t end, TextRules rules) {
    text_.Copy(at_, end, rules);
    at_ = end;
  }

  // Raw text, for gumbo may see markup in it where the estimate of the open elements went wrong.
  void CopyRawText(size_t end) {
    if (html_.substr(at_, end - at_).find_first_of("<>&") == std::string_view::npos) {
      return CopyText(end, {/*references=*/false, /*preformatted=*/true});
    }
    text_.CopyLiterally(at_, end);
    at_ = end;
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
      const size_t end = std::min(html_.find("]]>", at_ + 9), html_.size());
      CopyTo(at_ + 9);
      CopyRawText(end);
      return CopyTo(std::min(end + 3, html_.size()));
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
    ++result_.tags;
    type_ = id_ = {};
    styled_font_ = false;
    bool self_closing = false;
    const size_t end = CharAt(name_end) == '>' ? name_end + 1 : CopyAttributes(tag, written, name_end, self_closing);
    if (end == 0) {
      result_.html.resize(written);
      result_.withheld.DropTagsFrom(written);
      return SkipTo(html_.size());
    }
    const bool foreign = elements_.InForeign();
    // The tree builder heeds the slash in foreign content and where that begins. The blank keeps it out of a value
    // without quotes.
    result_.html += self_closing && (foreign || !IsVoid(tag)) ? " />" : ">";
    at_ = end;
    if (tag == Tag::kSvg && !foreign && !self_closing && !elements_.InSelect() && SkipSvg()) return;
    if (!elements_.Start(tag, name, self_closing, styled_font_)) {
      result_.html.resize(written);
      result_.withheld.DropTagsFrom(written);
    }
    if (foreign) return;  // a drawing's <title> holds markup
    if (tag == Tag::kPlaintext) return CopyRawText(html_.size());
    const bool raw = IsRawText(tag) && (!elements_.InSelect() || tag == Tag::kScript);
    if (raw) ReadRawText(tag, name, written);
  }

  // Copies those that stay, or withholds them all. `written`: where the tag stands in the result. Position after the
  // tag's '>', 0 where the page ends first.
  size_t CopyAttributes(Tag tag, size_t written, size_t at, bool& self_closing) {
    const bool font = tag == Tag::kFont && elements_.InForeign();
    AttributeScanner scanner(html_, at);
    uint32_t seen = 0;  // later ones of the same name do not count
    bool plain = !IsReadByTreeBuilder(tag);
    kept_.clear();
    for (RawAttribute attribute; scanner.Next(attribute);) {
      if (font && IsFontStyle(attribute.name) && !styled_font_) {
        styled_font_ = true;
        result_.html += " size";
      }
      const int index = IndexOfKeptAttribute(attribute.name);
      if (index == kNotKept) continue;
      const uint32_t bit = 1U << static_cast<unsigned>(index);
      if ((seen & bit) != 0) continue;
      seen |= bit;
      if (tag == Tag::kScript && attribute.name.size() == 4) type_ = attribute.value;
      if (tag == Tag::kScript && attribute.name.size() == 2) id_ = attribute.value;
      if (!StaysWithValue(index, attribute.value)) continue;
      plain = plain && IsPlainValue(attribute.value);
      kept_.push_back(attribute);
      kept_.back().name = NameOfKeptAttribute(index);
    }
    if (!scanner.closed()) return 0;
    self_closing = scanner.self_closing();
    if (plain) {
      Withhold(tag, written);
    } else {
      for (const RawAttribute& attribute : kept_) {
        result_.html += ' ';
        AppendAttribute(html_.substr(attribute.start, attribute.end - attribute.start), result_.html);
      }
    }
    return scanner.end();
  }

  void Withhold(Tag tag, size_t written) {
    if (kept_.empty()) return;
    withheld_.clear();
    for (const RawAttribute& attribute : kept_) withheld_.push_back({attribute.name, attribute.value});
    result_.withheld.AddTag(written, withheld_);
    if (IsFormattingElement(tag)) AppendStandIn();
  }

  // Of formatting elements with the same attributes gumbo reopens three at most: it must see whether they differ.
  void AppendStandIn() {
    uint64_t hash = 14695981039346656037U;
    for (const Attribute& attribute : withheld_) {
      hash = (hash ^ std::hash<std::string_view>()(attribute.name)) * 1099511628211U;
      hash = (hash ^ std::hash<std::string_view>()(attribute.value)) * 1099511628211U;
    }
    result_.html += ' ';
    result_.html += Withheld::kStandIn;
    for (unsigned shift = 32; shift < 62; shift += 5) {
      result_.html += "abcdefghijklmnopqrstuvwxyz012345"[hash >> shift & 31U];
    }
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
    if (keep) CopyRawText(close);
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
  TextReducer text_;
  std::vector<RawAttribute> kept_;   // of the start tag that is being read
  std::vector<Attribute> withheld_;  // the same, as gumbo would give them
  std::string_view type_;            // of the start tag that was read last, if it was a script's
  std::string_view id_;
  bool styled_font_ = false;  // it was a font that ends foreign content
};

}  // namespace

ReducedPage ReducePage(std::string_view html) { return Reducer(html).Run(); }

}  // namespace tallywire::parse
