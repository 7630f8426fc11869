#include "parse/dom.h"

#include <array>

#include "parse/arena.h"
#include "parse/white_space.h"

namespace tallywire::parse {

namespace {

// In the order of Tag.
constexpr std::array<std::string_view, static_cast<size_t>(Tag::kCount)> kTagNames = {
    // clang-format off
    "", "",
    "html", "head", "title", "base", "link", "meta", "style", "script", "noscript", "template", "body", "article",
    "section", "nav", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "header", "footer", "address", "p", "hr",
    "pre", "blockquote", "ol", "ul", "li", "dl", "dt", "dd", "figure", "figcaption", "main", "div", "a", "em", "strong",
    "small", "s", "cite", "q", "abbr", "time", "code", "sub", "sup", "i", "b", "u", "mark", "ruby", "rt", "rp", "span",
    "br", "wbr", "ins", "del", "img", "iframe", "embed", "object", "video", "audio", "canvas", "math", "svg", "table",
    "caption", "colgroup", "col", "tbody", "thead", "tfoot", "tr", "td", "th", "form", "fieldset", "legend", "label",
    "input", "button", "select", "datalist", "option", "textarea", "output", "progress", "meter", "details", "summary",
    "menu", "dialog", "dir", "frameset", "noframes", "listing", "xmp", "noembed", "plaintext", "strike", "big",
    "center", "font", "tt", "picture"
    // clang-format on
};
static_assert(kTagNames.back() == "picture");

bool SeparatesWords(Tag tag) {
  switch (tag) {
    case Tag::kA:
    case Tag::kEm:
    case Tag::kStrong:
    case Tag::kSmall:
    case Tag::kS:
    case Tag::kCite:
    case Tag::kQ:
    case Tag::kAbbr:
    case Tag::kTime:
    case Tag::kCode:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kI:
    case Tag::kB:
    case Tag::kU:
    case Tag::kMark:
    case Tag::kSpan:
    case Tag::kWbr:
    case Tag::kIns:
    case Tag::kDel:
    case Tag::kStrike:
    case Tag::kBig:
    case Tag::kFont:
    case Tag::kTt:
    case Tag::kText:
    case Tag::kOther:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::string_view TagName(Tag tag) { return tag < Tag::kCount ? kTagNames[static_cast<size_t>(tag)] : ""; }

Document::Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

std::string_view Document::Attr(NodeId id, std::string_view name) const {
  for (const Attribute& attribute : Attributes(id)) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool Document::HasAttr(NodeId id, std::string_view name) const {
  for (const Attribute& attribute : Attributes(id)) {
    if (attribute.name == name) return true;
  }
  return false;
}

NodeId Document::Find(Tag tag, NodeId from, NodeId end) const {
  for (NodeId id = from; id < end; ++id) {
    if (nodes_[id].tag == tag) return id;
  }
  return kNoNode;
}

std::string Document::Text(NodeId id) const {
  std::string text;
  std::vector<NodeId> open;  // where the block elements we are inside of end
  for (NodeId node = id; node < nodes_[id].end; ++node) {
    const bool separates = SeparatesWords(nodes_[node].tag);
    if (separates || (!open.empty() && node >= open.back())) AppendFolded(text, " ");
    while (!open.empty() && node >= open.back()) open.pop_back();
    if (separates) open.push_back(nodes_[node].end);
    if (IsText(node)) AppendFolded(text, nodes_[node].text);
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace tallywire::parse
