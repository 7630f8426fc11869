// Gradient boosting of regression trees on the logistic loss, over histograms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "parse/body/body_model.h"

namespace tallywire::parse::fit {

struct BoostingOptions {
  int trees = 120;
  int depth = 5;
  double rate = 0.1;         // shrinkage of each tree
  double smoothing = 3;      // L2 on leaf values, in units of row weight
  double smallest_leaf = 1;  // summed row weight times p(1-p)
  double rows = 0.5;         // share of the rows each tree sees, about; see Draw
  double columns = 0.2;      // share of the columns each tree sees
  uint32_t seed = 1;
};

// Columns of values cut into at most 64 bins each; fitted trees have thresholds in the original values.
class BinnedTable {
 public:
  BinnedTable(std::span<const float> values, size_t columns);

  size_t rows() const { return rows_; }
  size_t columns() const { return edges_.size(); }
  uint8_t Bin(size_t row, size_t column) const { return bins_[row * edges_.size() + column]; }
  const uint8_t* Row(size_t row) const { return &bins_[row * edges_.size()]; }
  // Values <= Edge(column, bin) fall into bins 0..bin.
  float Edge(size_t column, size_t bin) const { return edges_[column][bin]; }
  size_t Edges(size_t column) const { return edges_[column].size(); }

 private:
  size_t rows_;
  std::vector<std::vector<float>> edges_;
  std::vector<uint8_t> bins_;
};

// `use`: the rows to fit to. `target` 0..1 (shares are fine) and `weight` have one entry a row of the table.
Forest Boost(const BinnedTable& table, const std::vector<uint32_t>& use, std::span<const float> target,
             std::span<const float> weight, const BoostingOptions& options);

}  // namespace tallywire::parse::fit
