// A page as a tree. The tree stands in one array in document order: a node is followed by its descendants, so whole
// passes are loops over the array and nothing here recurses, however deep the page.
//
//   const Document page = ParseHtml(html).value();
//   for (NodeId id = 0; id < page.size(); ++id) {
//     if (page[id].tag == Tag::kMeta && page.Attr(id, "property") == "og:title") title = page.Attr(id, "content");
//   }
//   for (NodeId child = page.FirstChild(id); child != kNoNode; child = page.NextSibling(child)) …
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace tallywire::parse {

class Arena;
class Withheld;

// The elements that parsing cares about by name; all others are kOther. A text node is kText.
enum class Tag : uint8_t {
  kText,
  kOther,
  // clang-format off
  kHtml, kHead, kTitle, kBase, kLink, kMeta, kStyle, kScript, kNoscript, kTemplate, kBody, kArticle, kSection, kNav,
  kAside, kH1, kH2, kH3, kH4, kH5, kH6, kHgroup, kHeader, kFooter, kAddress, kP, kHr, kPre, kBlockquote, kOl, kUl, kLi,
  kDl, kDt, kDd, kFigure, kFigcaption, kMain, kDiv, kA, kEm, kStrong, kSmall, kS, kCite, kQ, kAbbr, kTime, kCode, kSub,
  kSup, kI, kB, kU, kMark, kRuby, kRt, kRp, kSpan, kBr, kWbr, kIns, kDel, kImg, kIframe, kEmbed, kObject, kVideo,
  kAudio, kCanvas, kMath, kSvg, kTable, kCaption, kColgroup, kCol, kTbody, kThead, kTfoot, kTr, kTd, kTh, kForm,
  kFieldset, kLegend, kLabel, kInput, kButton, kSelect, kDatalist, kOption, kTextarea, kOutput, kProgress, kMeter,
  kDetails, kSummary, kMenu, kDialog, kDir, kFrameset, kNoframes, kListing, kXmp, kNoembed, kPlaintext, kStrike, kBig,
  kCenter, kFont, kTt, kPicture, kArea, kParam, kSource, kTrack, kFrame, kKeygen, kBgsound, kBasefont, kNobr, kOptgroup,
  kRb, kRtc, kApplet, kMarquee, kMi, kMo, kMn, kMs, kMtext, kAnnotationXml, kForeignobject, kDesc, kVar, kDfn, kSamp,
  kKbd, kBdi, kBdo, kData, kCount
  // clang-format on
};

// The element's lower-case name ("h1"); "" for kText, kOther and kCount.
std::string_view TagName(Tag tag);
// The tag of that name (ASCII case does not matter), kOther where it is none of the above.
Tag TagFromName(std::string_view name);

using NodeId = uint32_t;  // index into the document's nodes
inline constexpr NodeId kNoNode = UINT32_MAX;

struct Attribute {
  std::string_view name;   // lower case
  std::string_view value;  // character references decoded, white space as it stands
};

struct Node {
  Tag tag = Tag::kOther;
  uint16_t depth = 0;       // the root has 0
  NodeId parent = kNoNode;  // kNoNode for the root
  NodeId end = 0;           // [id + 1, end) are the descendants
  uint32_t attributes = 0;  // index of the first attribute; Document::Attributes gives them all
  uint32_t attribute_count = 0;
  std::string_view text;  // of a text node: the text with character references decoded; of kOther: the name
};

// An inline script, kept aside, for script content never stands in the tree: sites keep data in them.
struct DataScript {
  std::string_view type;     // the type attribute as written: "application/ld+json"; may be empty
  std::string_view id;       // the id attribute: "__NEXT_DATA__"; may be empty
  std::string_view content;  // as it stands in the page: HTML knows no character references here
};

// Owns the tree; views into it live as long as the Document and the bytes it was parsed from. Can be moved, and read
// from several threads at once.
class Document {
 public:
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  // At least one node: 0 is the <html> element.
  size_t size() const { return nodes_.size(); }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  std::span<const Node> nodes() const { return nodes_; }

  NodeId FirstChild(NodeId id) const { return id + 1 < nodes_[id].end ? id + 1 : kNoNode; }
  NodeId NextSibling(NodeId id) const {
    const NodeId parent = nodes_[id].parent;
    return parent != kNoNode && nodes_[id].end < nodes_[parent].end ? nodes_[id].end : kNoNode;
  }
  bool IsText(NodeId id) const { return nodes_[id].tag == Tag::kText; }
  // True where `ancestor` is `id` itself or stands above it.
  bool Contains(NodeId ancestor, NodeId id) const { return ancestor <= id && id < nodes_[ancestor].end; }

  std::span<const Attribute> Attributes(NodeId id) const {
    return std::span<const Attribute>(attributes_).subspan(nodes_[id].attributes, nodes_[id].attribute_count);
  }
  // The value of that attribute (name in lower case); empty where it is absent or empty.
  std::string_view Attr(NodeId id, std::string_view name) const;
  bool HasAttr(NodeId id, std::string_view name) const;

  // First node of that tag at or after `from` and before `end`; kNoNode where there is none.
  NodeId Find(Tag tag, NodeId from, NodeId end) const;
  NodeId Find(Tag tag) const { return Find(tag, 0, static_cast<NodeId>(size())); }

  // All text below the node, white space (Unicode's too) folded to single spaces and trimmed; <br> and block elements
  // separate words. Script, style and template contents are not in the tree and so not in here.
  std::string Text(NodeId id) const;

  // JSON-LD blocks, and all other inline scripts of some length, in document order. Views into the page's bytes.
  std::span<const std::string_view> json_ld() const { return json_ld_; }
  std::span<const DataScript> data_scripts() const { return data_scripts_; }

 private:
  friend class DocumentBuilder;
  Document();

  std::unique_ptr<Arena> arena_;          // what the views point into, where it is not the page itself
  std::unique_ptr<std::string> reduced_;  // the page as gumbo saw it
  std::unique_ptr<Withheld> withheld_;    // and what it did not see
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<std::string_view> json_ld_;
  std::vector<DataScript> data_scripts_;
};

// Parses UTF-8 text as HTML (any input yields a tree). `html` must outlive the Document. kTooLarge where the tree would
// need more memory than `memory_limit` bytes. Only these attributes are sure to be in the tree: those that carry
// metadata, structure or visibility (see reducer.h).
struct HtmlOptions {
  size_t memory_limit = size_t{512} << 20U;
  bool reduce = true;  // false: gumbo sees the page as it is (for comparison; deep pages take very long)
};
Result<Document> ParseHtml(std::string_view html, const HtmlOptions& options = {});

}  // namespace tallywire::parse
