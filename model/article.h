// A page as the parser leaves it: clean text and metadata.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire {

// Raw bytes of a page and what is known about them from outside.
struct Page {
  std::string_view bytes;         // after content coding; must outlive the call
  std::string_view url;           // where it was found; may be empty
  std::string_view content_type;  // the Content-Type header; may be empty
};

enum class BlockKind { kParagraph, kHeading, kListItem, kQuote, kTableRow, kPreformatted };

// One block of the text, without the blank line that separates it from the next.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  size_t start = 0;  // byte offsets into Article::text, [start, end)
  size_t end = 0;
};

// Strings are UTF-8; an empty string means unknown.
struct Article {
  std::string url;
  std::string canonical_url;
  std::string site;
  std::string title;
  std::vector<std::string> authors;
  std::string section;
  std::vector<std::string> tags;
  std::string published;       // ISO 8601 with the zone the page gives; only a date where only a date is known
  std::string published_from;  // "json-ld", "meta", "microdata", "time", "url", "text", …
  std::string modified;
  std::string language;  // BCP 47
  std::string description;
  std::string image;
  bool paywalled = false;
  std::string text;           // paragraphs separated by a blank line; never contains the headline
  std::vector<Block> blocks;  // in order, not overlapping
  std::string charset;        // the encoding that was decoded, by its WHATWG name
  std::vector<std::string> warnings;
};

}  // namespace tallywire
