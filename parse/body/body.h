// The article's text out of a page.
#pragma once

#include <string>
#include <vector>

#include "model/article.h"
#include "parse/body/page_view.h"
#include "parse/dom.h"

namespace tallywire::parse {

struct Body {
  std::string text;           // blocks separated by a blank line
  std::vector<Block> blocks;  // offsets into `text`
};

// Chooses the blocks that make up the article. Empty where the page has none. Safe to call from several threads at
// once.
Body FindBody(const Document& page, const BodyHints& hints);

// For each block of the page how likely it is to be part of the article, 0..1.
std::vector<float> JudgeBlocks(PageView& view);

// Which blocks to keep, given those likelihoods.
std::vector<bool> ChooseBlocks(const PageView& view, const std::vector<float>& likelihood);

}  // namespace tallywire::parse
