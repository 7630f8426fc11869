#include "parse/fit/boosting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

namespace tallywire::parse::fit {

namespace {

constexpr size_t kBins = 64;

std::vector<float> CutPoints(std::vector<float> values) {
  std::sort(values.begin(), values.end());
  std::vector<float> distinct = values;
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<float> edges;
  if (distinct.size() <= kBins) {
    for (size_t i = 0; i + 1 < distinct.size(); ++i) edges.push_back((distinct[i] + distinct[i + 1]) / 2);
    return edges;
  }
  for (size_t bin = 1; bin < kBins; ++bin) {
    const float edge = values[values.size() * bin / kBins];
    if (edges.empty() || edge > edges.back()) edges.push_back(edge);
  }
  if (edges.back() >= distinct.back()) edges.pop_back();
  return edges;
}

struct Cell {
  float gradient = 0;
  float hessian = 0;
};

struct Split {
  double gain = 0;
  size_t column = 0;  // index into the columns that the tree sees
  size_t bin = 0;
};

// Grows one tree. A node's histogram is its parent's less its sibling's, so that of two children only the rows of the
// smaller one are counted.
class TreeGrower {
 public:
  TreeGrower(const BinnedTable& table, std::span<const Cell> cells, const BoostingOptions& options,
             std::vector<size_t> columns)
      : table_(table), cells_(cells), options_(options), columns_(std::move(columns)) {}

  // Appends the tree to `nodes` in preorder.
  void Grow(std::vector<uint32_t> rows, std::vector<Forest::Node>& nodes) {
    Histogram histogram = Count(rows);
    Grow(rows, histogram, options_.depth, nodes);
  }

 private:
  using Histogram = std::vector<Cell>;  // kBins for each column that the tree sees

  Histogram Count(const std::vector<uint32_t>& rows) const {
    Histogram histogram(columns_.size() * kBins);
    for (const uint32_t row : rows) {
      const uint8_t* bins = table_.Row(row);
      const Cell cell = cells_[row];
      for (size_t k = 0; k < columns_.size(); ++k) {
        Cell& sum = histogram[k * kBins + bins[columns_[k]]];
        sum.gradient += cell.gradient;
        sum.hessian += cell.hessian;
      }
    }
    return histogram;
  }

  static void Subtract(Histogram& from, const Histogram& part) {
    for (size_t i = 0; i < from.size(); ++i) {
      from[i].gradient -= part[i].gradient;
      from[i].hessian -= part[i].hessian;
    }
  }

  void Grow(std::vector<uint32_t>& rows, Histogram& histogram, int depth, std::vector<Forest::Node>& nodes) {
    double gradient = 0;
    double hessian = 0;
    for (const uint32_t row : rows) {
      gradient += static_cast<double>(cells_[row].gradient);
      hessian += static_cast<double>(cells_[row].hessian);
    }
    const Split split = depth > 0 ? BestSplit(histogram, gradient, hessian) : Split{};
    const size_t at = nodes.size();
    nodes.emplace_back();
    if (split.gain <= 1e-6) {
      nodes[at].threshold = static_cast<float>(-options_.rate * gradient / (hessian + options_.smoothing));
      return;
    }
    const size_t column = columns_[split.column];
    nodes[at].feature = static_cast<int32_t>(column);
    nodes[at].threshold = table_.Edge(column, split.bin);
    std::vector<uint32_t> left;
    std::vector<uint32_t> right;
    for (const uint32_t row : rows) (table_.Bin(row, column) <= split.bin ? left : right).push_back(row);
    std::vector<uint32_t>().swap(rows);
    const bool left_is_smaller = left.size() < right.size();
    Histogram smaller = depth > 1 ? Count(left_is_smaller ? left : right) : Histogram();
    if (depth > 1) Subtract(histogram, smaller);
    Grow(left, left_is_smaller ? smaller : histogram, depth - 1, nodes);
    nodes[at].right = static_cast<int32_t>(nodes.size());
    Grow(right, left_is_smaller ? histogram : smaller, depth - 1, nodes);
  }

  double Score(double gradient, double hessian) const { return gradient * gradient / (hessian + options_.smoothing); }

  Split BestSplit(const Histogram& histogram, double gradient, double hessian) const {
    Split best;
    for (size_t k = 0; k < columns_.size(); ++k) {
      double left_gradient = 0;
      double left_hessian = 0;
      for (size_t bin = 0; bin < table_.Edges(columns_[k]); ++bin) {
        left_gradient += static_cast<double>(histogram[k * kBins + bin].gradient);
        left_hessian += static_cast<double>(histogram[k * kBins + bin].hessian);
        const double right_hessian = hessian - left_hessian;
        if (left_hessian < options_.smallest_leaf || right_hessian < options_.smallest_leaf) continue;
        const double gain = Score(left_gradient, left_hessian) + Score(gradient - left_gradient, right_hessian) -
                            Score(gradient, hessian);
        if (gain > best.gain) best = {gain, k, bin};
      }
    }
    return best;
  }

  const BinnedTable& table_;
  std::span<const Cell> cells_;
  const BoostingOptions& options_;
  std::vector<size_t> columns_;
};

// Draws the rows that a tree sees: those that the forest judges worst for certain, the others the less likely the
// better they are judged, and weighted up for it, so that the sums stay true on average (minimal variance sampling).
std::vector<uint32_t> Draw(const std::vector<uint32_t>& use, std::vector<Cell>& cells, double share,
                           std::mt19937& random) {
  double mean = 0;
  for (const uint32_t row : use) mean += static_cast<double>(std::abs(cells[row].gradient));
  mean /= static_cast<double>(use.size());
  constexpr double kLeast = 0.05;  // of the share, for rows that are judged perfectly
  std::uniform_real_distribution<double> uniform(0, 1);
  std::vector<uint32_t> sample;
  for (const uint32_t row : use) {
    const double gradient = static_cast<double>(std::abs(cells[row].gradient));
    const double chance = std::min(0.8, share * (kLeast + gradient / mean));
    if (uniform(random) >= chance) continue;
    cells[row].gradient = static_cast<float>(static_cast<double>(cells[row].gradient) / chance);
    cells[row].hessian = static_cast<float>(static_cast<double>(cells[row].hessian) / chance);
    sample.push_back(row);
  }
  return sample;
}

double TreeValue(const BinnedTable& table, const std::vector<Forest::Node>& nodes, size_t root, uint32_t row,
                 const std::vector<int>& split_bins) {
  size_t at = root;
  while (nodes[at].feature >= 0) {
    const bool left = table.Bin(row, static_cast<size_t>(nodes[at].feature)) <= split_bins[at];
    at = left ? at + 1 : static_cast<size_t>(nodes[at].right);
  }
  return static_cast<double>(nodes[at].threshold);
}

void FindSplitBins(const BinnedTable& table, const std::vector<Forest::Node>& nodes, std::vector<int>& split_bins) {
  for (size_t i = split_bins.size(); i < nodes.size(); ++i) {
    int bin = 0;
    if (nodes[i].feature >= 0) {
      const auto column = static_cast<size_t>(nodes[i].feature);
      while (table.Edge(column, static_cast<size_t>(bin)) < nodes[i].threshold) ++bin;
    }
    split_bins.push_back(bin);
  }
}

}  // namespace

BinnedTable::BinnedTable(std::span<const float> values, size_t columns)
    : rows_(values.size() / columns), edges_(columns), bins_(values.size()) {
  std::vector<float> column_values(rows_);
  for (size_t column = 0; column < columns; ++column) {
    for (size_t row = 0; row < rows_; ++row) column_values[row] = values[row * columns + column];
    edges_[column] = CutPoints(column_values);
    const std::vector<float>& edges = edges_[column];
    for (size_t row = 0; row < rows_; ++row) {
      const auto at = std::lower_bound(edges.begin(), edges.end(), column_values[row]);
      bins_[row * columns + column] = static_cast<uint8_t>(at - edges.begin());
    }
  }
}

Forest Boost(const BinnedTable& table, const std::vector<uint32_t>& use, std::span<const float> target,
             std::span<const float> weight, const BoostingOptions& options) {
  std::mt19937 random(options.seed);
  double positive = 0;
  double all = 0;
  for (const uint32_t row : use) {
    positive += static_cast<double>(target[row] * weight[row]);
    all += static_cast<double>(weight[row]);
  }
  const double bias = std::log(positive / (all - positive));
  std::vector<double> scores(table.rows(), bias);
  std::vector<Cell> cells(table.rows());
  std::vector<Forest::Node> nodes;
  std::vector<int32_t> roots;
  std::vector<int> split_bins;
  std::vector<size_t> columns(table.columns());
  std::iota(columns.begin(), columns.end(), size_t{0});
  for (int tree = 0; tree < options.trees; ++tree) {
    for (const uint32_t row : use) {
      const double p = Probability(scores[row]);
      const auto w = static_cast<double>(weight[row]);
      cells[row].gradient = static_cast<float>(w * (p - static_cast<double>(target[row])));
      cells[row].hessian = static_cast<float>(w * p * (1 - p));
    }
    std::vector<uint32_t> sample = Draw(use, cells, options.rows, random);
    std::shuffle(columns.begin(), columns.end(), random);
    const auto seen = static_cast<std::ptrdiff_t>(options.columns * static_cast<double>(columns.size()));
    TreeGrower grower(table, cells, options, {columns.begin(), columns.begin() + seen});
    const size_t root = nodes.size();
    roots.push_back(static_cast<int32_t>(root));
    grower.Grow(std::move(sample), nodes);
    FindSplitBins(table, nodes, split_bins);
    for (const uint32_t row : use) scores[row] += TreeValue(table, nodes, root, row, split_bins);
  }
  return Forest(bias, std::move(nodes), std::move(roots));
}

}  // namespace tallywire::parse::fit
