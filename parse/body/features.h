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

// The rows of `left`, each continued by that of `right`; both have as many rows.
FeatureTable Join(const FeatureTable& left, const FeatureTable& right);

// The block itself, the elements above it, its neighbours, its heading, repetition on the page, the metadata's word.
FeatureTable DescribeBlocks(PageView& view);

// The columns' names, in order.
const std::vector<std::string>& BlockFeatureNames();

}  // namespace tallywire::parse
