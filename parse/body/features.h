// What the model is told about each block.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "parse/body/page_view.h"

namespace tallywire::parse {

// One row a block, one column a feature.
class FeatureTable {
 public:
  FeatureTable() = default;
  FeatureTable(size_t rows, size_t columns) : columns_(columns), values_(rows * columns) {}

  size_t columns() const { return columns_; }
  std::span<const float> values() const { return values_; }
  std::span<const float> Row(size_t i) const { return values().subspan(i * columns_, columns_); }
  std::span<float> MutableRow(size_t i) { return std::span(values_).subspan(i * columns_, columns_); }

 private:
  size_t columns_ = 0;
  std::vector<float> values_;
};

// The block itself, the elements above it, its neighbours, its heading, repetition on the page, the metadata's word.
// Fills the first columns of the table, which has a row for each block of the page.
void DescribeBlocks(PageView& view, FeatureTable& table);

// The columns' names, in order.
const std::vector<std::string>& BlockFeatureNames();

}  // namespace tallywire::parse
