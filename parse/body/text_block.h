// The text of a page cut into blocks: what a reader sees as one paragraph, heading, list item or table row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "parse/dom.h"

namespace tallywire::parse {

// Counts over a block's text. Characters are code points.
struct TextCounts {
  uint32_t characters = 0;   // without white space
  uint32_t words = 0;        // runs between white space; two ideographs count as one word
  uint32_t capitalised = 0;  // words that begin with a capital letter
  uint32_t letters = 0;      // ASCII's and everything beyond ASCII
  uint32_t capitals = 0;     // ASCII capitals
  uint32_t digits = 0;
  uint32_t commas = 0;
  uint32_t stops = 0;  // sentence ends: . ! ? and their kin before white space or the end
  bool ends_with_stop = false;
  bool ends_with_colon = false;
};

TextCounts CountText(std::string_view text);
// TextCounts::characters alone.
uint32_t CountCharacters(std::string_view text);

// More no article has, and each is judged by a thousand bytes of features: what comes behind is not read.
inline constexpr size_t kMostBlocks = 8000;

struct TextBlock {
  BlockKind kind = BlockKind::kParagraph;
  Tag tag = Tag::kDiv;    // the block element that holds the text: kP, kH2, kLi, kTr, …
  NodeId element = 0;     // that element
  NodeId first_text = 0;  // the first text node in it
  NodeId last_text = 0;
  size_t start = 0;  // bytes into PageText::text, [start, end)
  size_t end = 0;
  TextCounts counts;
  uint32_t links = 0;
  uint32_t link_characters = 0;      // inside <a>
  uint32_t emphasis_characters = 0;  // inside b, strong, i, em, small
  uint32_t cells = 0;                // of a table row
};

struct PageText {
  std::string text;  // the blocks' texts, each followed by a line feed
  std::vector<TextBlock> blocks;
  bool unread = false;  // the page goes on behind kMostBlocks

  std::string_view TextOf(const TextBlock& block) const {
    return std::string_view(text).substr(block.start, block.end - block.start);
  }
};

// Cuts the whole visible page into blocks. Every text node ends up in at most one of them. Left out: what is hidden
// (hidden, aria-hidden, display:none), controls, embedded objects, scripts, ruby annotations, footnote marks. In the
// blocks white space is folded, no-break and thin spaces are plain, soft hyphens gone; <br> is a line feed, two of them
// end the block; the cells of a table row are separated by " | "; links that touch are separated where they lead to
// different places; exponents stand as superscript digits ("m²").
PageText CutIntoBlocks(const Document& page);

}  // namespace tallywire::parse
