// What the model is told about each block.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "parse/body/page_view.h"

namespace tallywire::parse {

// One row a block, one column a feature.
struct FeatureTable {
  size_t columns = 0;
  std::vector<float> values;

  std::span<const float> Row(size_t i) const { return std::span(values).subspan(i * columns, columns); }
};

// The first look: the block itself, the elements above it, its neighbours, its headings, repetition on the page.
FeatureTable DescribeBlocks(PageView& view);
// The second look: how the first judged the surroundings. `likelihood` is the first verdict for each block, 0..1.
FeatureTable DescribeSurroundings(const PageView& view, std::span<const float> likelihood);

// The columns' names, in order.
const std::vector<std::string>& BlockFeatureNames();
const std::vector<std::string>& SurroundingFeatureNames();

}  // namespace tallywire::parse
