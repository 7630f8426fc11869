#include "parse/dom.h"

#include <array>
#include <cstdint>

#include "parse/arena.h"
#include "parse/element_kind.h"
#include "parse/white_space.h"
#include "parse/withheld.h"

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
    "center", "font", "tt", "picture", "area", "param", "source", "track", "frame", "keygen", "bgsound", "basefont",
    "nobr", "optgroup", "rb", "rtc", "applet", "marquee", "mi", "mo", "mn", "ms", "mtext", "annotation-xml",
    "foreignobject", "desc", "var", "dfn", "samp", "kbd", "bdi", "bdo", "data"
    // clang-format on
};
static_assert(kTagNames.back() == "data");

constexpr char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr size_t HashName(std::string_view name) {
  uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(Lower(c))) * 16777619U;
  return hash ^ hash >> 15U;
}

// Names by hash, open addressing, four times as many slots as names.
constexpr size_t kSlots = 1024;
constexpr size_t kLongestTagName = 14;

constexpr std::array<Tag, kSlots> kTagSlots = [] {
  std::array<Tag, kSlots> slots{};
  for (Tag& slot : slots) slot = Tag::kOther;
  for (size_t i = static_cast<size_t>(Tag::kHtml); i < kTagNames.size(); ++i) {
    size_t slot = HashName(kTagNames[i]) % kSlots;
    while (slots[slot] != Tag::kOther) slot = (slot + 1) % kSlots;
    slots[slot] = static_cast<Tag>(i);
  }
  return slots;
}();

bool EqualsName(std::string_view name, std::string_view lower) {
  if (name.size() != lower.size()) return false;
  for (size_t i = 0; i < name.size(); ++i) {
    if (Lower(name[i]) != lower[i]) return false;
  }
  return true;
}

}  // namespace

std::string_view TagName(Tag tag) { return tag < Tag::kCount ? kTagNames[static_cast<size_t>(tag)] : ""; }

Tag TagFromName(std::string_view name) {
  if (name.size() > kLongestTagName) return Tag::kOther;
  for (size_t slot = HashName(name) % kSlots; kTagSlots[slot] != Tag::kOther; slot = (slot + 1) % kSlots) {
    if (EqualsName(name, TagName(kTagSlots[slot]))) return kTagSlots[slot];
  }
  return Tag::kOther;
}

// What is copied from gumbo's tree, whose own arena has a limit, is never more than that tree.
Document::Document() : arena_(std::make_unique<Arena>(SIZE_MAX, size_t{8} << 10U)) {}
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
    const bool separates = IsBlockElement(nodes_[node].tag) || nodes_[node].tag == Tag::kBr;
    if (separates || (!open.empty() && node >= open.back())) AppendFolded(text, " ");
    while (!open.empty() && node >= open.back()) open.pop_back();
    if (separates) open.push_back(nodes_[node].end);
    if (IsText(node)) AppendFolded(text, nodes_[node].text);
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace tallywire::parse
