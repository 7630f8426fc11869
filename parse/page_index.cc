#include "parse/page_index.h"

#include <re2/re2.h>
#include <algorithm>

#include "parse/code_points.h"
#include "parse/white_space.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

constexpr size_t kLongestTitle = 2000;  // bytes

std::string Lowered(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lowered;
}

void AddMeta(const Document& document, NodeId id, PageIndex& index) {
  constexpr size_t kMostMetas = 1000;
  const std::string_view content = document.Attr(id, "content");
  if (content.empty() || index.metas.size() >= kMostMetas) return;
  for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = document.Attr(id, attribute);
    if (!name.empty()) index.metas.push_back({Lowered(name), content});
  }
}

bool HasToken(std::string_view list, std::string_view token) {
  for (size_t at = list.find(token); at != std::string_view::npos; at = list.find(token, at + 1)) {
    const bool starts = at == 0 || list[at - 1] == ' ';
    const bool ends = at + token.size() == list.size() || list[at + token.size()] == ' ';
    if (starts && ends) return true;
  }
  return false;
}

void AddLink(const Document& document, NodeId id, PageIndex& index) {
  const std::string rel = Lowered(document.Attr(id, "rel"));
  if (rel == "canonical" && index.canonical.empty()) index.canonical = document.Attr(id, "href");
}

void Push(NodeId id, std::vector<NodeId>& list) {
  constexpr size_t kMost = 2000;
  if (list.size() < kMost) list.push_back(id);
}

void AddElement(const Document& document, NodeId id, PageIndex& index) {
  switch (document[id].tag) {
    case Tag::kMeta:
      AddMeta(document, id, index);
      return;
    case Tag::kLink:
      AddLink(document, id, index);
      return;
    case Tag::kHtml:
      index.html_lang = document.Attr(id, "lang");
      break;
    case Tag::kTitle:
      // Later ones belong to inline SVG.
      if (index.page_title.empty() && IsShort(document, id, kLongestTitle)) index.page_title = document.Text(id);
      return;
    case Tag::kH1:
    case Tag::kH2:
      Push(id, index.headings);
      break;
    case Tag::kA:
      if (HasToken(document.Attr(id, "rel"), "author")) Push(id, index.author_links);
      break;
    default:
      break;
  }
  if (!document.Attr(id, "itemprop").empty()) Push(id, index.props);
}

std::string Alternatives(const std::vector<std::string>& words) {
  std::string pattern = "(?i)";
  for (const std::string& word : words) {
    if (pattern.size() > 4) pattern += '|';
    pattern += RE2::QuoteMeta(word);
  }
  return pattern;
}

bool IsInline(Tag tag) {
  switch (tag) {
    case Tag::kA:
    case Tag::kAbbr:
    case Tag::kB:
    case Tag::kEm:
    case Tag::kI:
    case Tag::kSmall:
    case Tag::kSpan:
    case Tag::kStrong:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kTime:
    case Tag::kFont:
    case Tag::kText:
    case Tag::kOther:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<std::string_view> PageIndex::All(std::string_view name) const {
  std::vector<std::string_view> contents;
  for (const MetaTag& meta : metas) {
    if (meta.name == name) contents.push_back(meta.content);
  }
  return contents;
}

std::string_view PageIndex::First(std::span<const std::string> names) const {
  for (const std::string& name : names) {
    for (const MetaTag& meta : metas) {
      if (meta.name == name && !IsBlank(meta.content)) return meta.content;
    }
  }
  return {};
}

PageIndex IndexPage(const Document& document, std::string_view url) {
  PageIndex index;
  index.document = &document;
  for (NodeId id = 0; id < document.size(); ++id) {
    if (!document.IsText(id)) AddElement(document, id, index);
  }
  index.url = url;
  for (const std::string_view own : {index.canonical, index.First(std::vector<std::string>{"og:url"})}) {
    if (index.url.empty() && own.starts_with("http")) index.url = own;
  }
  index.json_ld = ReadJsonLd(document.json_ld(), index.url);
  return index;
}

bool IsForeign(const Document& document, NodeId id, NodeId headline) {
  static const RE2 kForeign(Alternatives(WordLists::Get().foreign_classes), RE2::Quiet);
  constexpr int kMostAncestors = 40;
  const size_t half = document.size() / 2;
  int n = 0;
  for (NodeId at = id; at != kNoNode && n < kMostAncestors; at = document[at].parent, ++n) {
    const Tag tag = document[at].tag;
    if (tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kMain) return false;
    if (headline != kNoNode && document.Contains(at, headline)) return false;
    if (document[at].end - at > half) return false;
    if (tag == Tag::kNav || tag == Tag::kFooter) return true;
    for (const std::string_view name : {document.Attr(at, "class"), document.Attr(at, "id")}) {
      if (!name.empty() && RE2::PartialMatch(name, kForeign)) return true;
    }
  }
  return false;
}

bool IsShort(const Document& document, NodeId id, size_t bytes) {
  const size_t most_nodes = 50 + bytes / 4;
  if (document[id].end - id > most_nodes) return false;
  size_t size = 0;
  for (NodeId at = id; at < document[id].end; ++at) {
    if (document.IsText(at)) size += document[at].text.size();
  }
  return size <= bytes;
}

std::string VisibleText(const Document& document, NodeId first, NodeId last, size_t limit,
                        std::vector<TextPiece>* pieces) {
  std::string text;
  // Elements without text are bounded too.
  const size_t behind = std::min<size_t>({last, document.size(), first + 200 + limit});
  for (NodeId id = first; id < behind && text.size() < limit; ++id) {
    const Node& node = document[id];
    if (node.tag == Tag::kText) {
      if (pieces != nullptr) pieces->push_back({text.size(), id});
      AppendFolded(text, ClipUtf8(node.text, limit));
    } else if (!IsInline(node.tag)) {
      text += '\n';
    } else if (!text.empty() && text.back() != ' ' && text.back() != '\n' && node.tag != Tag::kSup &&
               node.tag != Tag::kSub) {
      // Layout may put apart what the markup does not; dates and names lose nothing by a blank too many.
      text += ' ';
    }
  }
  return text;
}

}  // namespace tallywire::parse
