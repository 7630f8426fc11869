// The weights: forests of decision trees over the features of a block, fitted by parse/fit/fit_body.cc.
#pragma once

#include <array>
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

  Forest() = default;
  Forest(double bias, std::vector<Node> nodes, std::vector<int32_t> roots);

  double LogOdds(std::span<const float> row) const;
  double bias() const { return bias_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<int32_t>& roots() const { return roots_; }
  bool empty() const { return roots_.empty(); }

 private:
  // A node as it is walked: by how many steps a row goes on. A leaf goes nowhere.
  struct Step {
    int32_t feature;
    float threshold;
    std::array<int32_t, 2> offsets;
  };

  double bias_ = 0;
  int depth_ = 0;
  std::vector<Step> steps_;
  std::vector<Node> nodes_;
  std::vector<int32_t> roots_;
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
