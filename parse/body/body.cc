#include "parse/body/body.h"

#include <algorithm>

#include "parse/body/body_model.h"
#include "parse/body/features.h"

namespace tallywire::parse {

namespace {

// Blocks at least this likely are kept. A little under one half: of two errors of the same size, a paragraph too few
// costs more than one too many.
constexpr float kKeep = 0.45F;

std::vector<float> Judge(const Forest& forest, const FeatureTable& table, size_t rows) {
  std::vector<float> likelihood(rows);
  for (size_t i = 0; i < rows; ++i) likelihood[i] = static_cast<float>(Probability(forest.LogOdds(table.Row(i))));
  return likelihood;
}

FeatureTable Join(const FeatureTable& left, const FeatureTable& right, size_t rows) {
  FeatureTable joined;
  joined.columns = left.columns + right.columns;
  joined.values.reserve(joined.columns * rows);
  for (size_t i = 0; i < rows; ++i) {
    const auto first = left.Row(i);
    const auto second = right.Row(i);
    joined.values.insert(joined.values.end(), first.begin(), first.end());
    joined.values.insert(joined.values.end(), second.begin(), second.end());
  }
  return joined;
}

}  // namespace

std::vector<float> JudgeBlocks(PageView& view) {
  const BodyModel& model = BodyModel::Get();
  const FeatureTable blocks = DescribeBlocks(view);
  const std::vector<float> first = Judge(model.first, blocks, view.size());
  const FeatureTable surroundings = DescribeSurroundings(view, first);
  return Judge(model.second, Join(blocks, surroundings, view.size()), view.size());
}

std::vector<bool> ChooseBlocks(const PageView& view, const std::vector<float>& likelihood) {
  std::vector<bool> keep(view.size());
  const uint64_t title = Fingerprint(view.hints().title);
  for (size_t i = 0; i < view.size(); ++i) {
    const bool headline = !view.hints().title.empty() && view.FingerprintOf(i) == title;
    keep[i] = likelihood[i] >= kKeep && !headline;
  }
  return keep;
}

Body FindBody(const Document& page, const BodyHints& hints) {
  const PageText text = CutIntoBlocks(page);
  PageView view(page, text, hints);
  const std::vector<bool> keep = ChooseBlocks(view, JudgeBlocks(view));
  Body body;
  for (size_t i = 0; i < view.size(); ++i) {
    if (!keep[i]) continue;
    if (!body.text.empty()) body.text += "\n\n";
    const size_t start = body.text.size();
    body.text += view.TextOf(i);
    body.blocks.push_back({view.block(i).kind, start, body.text.size()});
  }
  return body;
}

}  // namespace tallywire::parse
