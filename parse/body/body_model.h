// The weights: forests of decision trees over the features of a block, fitted by parse/fit/fit_body.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace tallywire::parse {

// A sum of regression trees; the sum is the log-odds that a block belongs to the article.
class Forest {
 public:
  // A node of a tree in preorder: the left child follows its parent. A leaf has feature -1 and its value in
  // `threshold`.
  struct Node {
    int32_t feature = -1;
    float threshold = 0;  // rows with a value <= threshold go left
    int32_t right = 0;    // index of the right child in `nodes`
  };

  // An inner node as it is walked: the root is node 1, the children of node i are 2 i and 2 i + 1.
  struct Split {
    uint32_t place = 0;  // of the column's values, where rows that are looked up at once are laid out by column
    float threshold = 0;
  };

  // Deeper trees are refused: each takes the room of a complete one.
  static constexpr int kMaxDepth = 8;

  Forest() = default;
  Forest(double bias, std::vector<Node> nodes, std::vector<int32_t> roots);

  double LogOdds(std::span<const float> row) const;
  // The same for many rows at once, several times as fast: `rows` has them one after the other, `columns` values each,
  // and `sums` gets one sum a row.
  void LogOdds(std::span<const float> rows, size_t columns, std::span<double> sums) const;
  double bias() const { return bias_; }
  int depth() const { return depth_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<int32_t>& roots() const { return roots_; }
  bool empty() const { return roots_.empty(); }

 private:
  void FillComplete(size_t tree);

  double bias_ = 0;
  int depth_ = 0;
  std::vector<Node> nodes_;
  std::vector<int32_t> roots_;
  std::vector<size_t> columns_;  // those that the trees ask for
  // All trees made complete, of the deepest one's depth, one after the other.
  std::vector<Split> splits_;
  std::vector<float> leaves_;
};

double Probability(double log_odds);

// The forests compiled into the program, loaded on first use. Immutable, safe to share between threads.
struct BodyModel {
  Forest first;   // over the columns of DescribeBlocks
  Forest second;  // over those and the columns of DescribeContext after them
};
const BodyModel& BuiltInModel();

// The text form, see body_model.cc. kBadInput names the file, as `name`, and the line.
Result<Forest> ParseForest(std::string_view text, std::string_view name);
std::string ToText(const Forest& forest);

}  // namespace tallywire::parse
