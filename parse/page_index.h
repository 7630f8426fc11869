// What the metadata readers look at in a page, gathered in one pass over the tree.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parse/date_text.h"
#include "parse/dom.h"
#include "parse/json_ld.h"

namespace tallywire::parse {

struct MetaTag {
  std::string name;          // of name, property, itemprop or http-equiv; lower case
  std::string_view content;  // not empty; character references decoded once
};

// A view of the document, which must outlive it. Nodes are in document order; each list is capped far above what real
// pages have, so that work stays linear in the page whatever it holds.
struct PageIndex {
  const Document* document = nullptr;
  std::string url;  // where the page was found, or else what it calls itself; may be empty
  std::vector<MetaTag> metas;
  JsonLdArticle json_ld;
  std::string page_title;  // of <title>
  std::string_view html_lang;
  std::string_view canonical;        // as written
  std::vector<NodeId> headings;      // h1 and h2, with text
  std::vector<NodeId> props;         // elements with an itemprop, <meta> apart
  std::vector<NodeId> author_links;  // rel=author
  NodeId headline = kNoNode;         // the heading that is the article's; set once the title is chosen

  // Contents of the metas of that name, lower case, in document order; the first of a list of names that has any.
  std::vector<std::string_view> All(std::string_view name) const;
  std::string_view First(std::span<const std::string> names) const;
};

PageIndex IndexPage(const Document& document, std::string_view url);

// True where the node stands in a block about something else than the page's article (related links, comments, footers,
// navigation), to judge by the names and classes of its ancestors. Blocks that hold the headline (kNoNode where it is
// unknown), or most of the page, are the article's own, whatever they are called.
bool IsForeign(const Document& document, NodeId id, NodeId headline);

// True where the node's text has at most `bytes`, and its subtree not many more nodes than such a text needs.
bool IsShort(const Document& document, NodeId id, size_t bytes);

// The visible text of nodes [first, last), a line feed at each block, and at most `limit` bytes. `offsets` gets for
// each piece its first byte and its node.
struct TextPiece {
  size_t start = 0;
  NodeId node = kNoNode;
};
std::string VisibleText(const Document& document, NodeId first, NodeId last, size_t limit,
                        std::vector<TextPiece>* pieces);

}  // namespace tallywire::parse
