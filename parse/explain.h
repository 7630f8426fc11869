// Why the article's text is what it is: the verdict on every block of a page, for people who wonder.
#pragma once

#include <string>
#include <vector>

#include "model/article.h"
#include "model/result.h"
#include "parse/parse.h"

namespace tallywire::parse {

// One feature's part in a verdict.
struct Reason {
  std::string feature;  // "link_density", "level.comment", "first.before1", … (body/features.cc, body/context.cc)
  float value = 0;
  double weight = 0;  // of the log-odds; positive speaks for keeping the block
};

struct BlockVerdict {
  bool kept = false;
  float alone = 0;       // how likely the block is the article's, judged by itself, 0..1
  float likelihood = 0;  // the same once the verdicts on the blocks around it are known
  BlockKind kind = BlockKind::kParagraph;
  size_t words = 0;
  std::string element;  // the elements around it, the outermost first: "main > div.story > p"
  std::string text;
  std::vector<Reason> reasons;  // the weightiest first
};

// What ParseArticle made of each block of the visible page, in order. Fails as ParseArticle does.
Result<std::vector<BlockVerdict>> ExplainArticle(const Page& page, const ParseOptions& options = {});

}  // namespace tallywire::parse
