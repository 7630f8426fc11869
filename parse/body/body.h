// The article's text out of a page.
#pragma once

#include <string>
#include <vector>

#include "model/article.h"
#include "parse/body/features.h"
#include "parse/body/page_view.h"
#include "parse/dom.h"

namespace tallywire::parse {

struct Body {
  std::string text;           // blocks separated by a blank line
  std::vector<Block> blocks;  // offsets into `text`
  bool unread = false;        // the page has more text than was looked at, see kMostBlocks
};

// Chooses the blocks that make up the article. Empty where the page has none. Safe to call from several threads at
// once.
Body FindBody(const Document& page, const BodyHints& hints);

// All of a fragment that is nothing but an article's text.
Body WholeText(const Document& fragment);

// For each block of the page how likely it is to be part of the article, 0..1.
struct Judgement {
  std::vector<float> alone;       // judged by itself
  std::vector<float> likelihood;  // judged among the verdicts on the others
  FeatureTable rows;              // what it was judged by: DescribeBlocks, then DescribeContext
};
Judgement JudgeBlocks(PageView& view);

// The likelihood that both forests give together.
float Blend(float alone, float among);

// Which blocks to keep, given those likelihoods.
std::vector<bool> ChooseBlocks(const PageView& view, const std::vector<float>& likelihood);

}  // namespace tallywire::parse
