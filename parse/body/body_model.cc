// The text form: '#' begins a comment. "bias B" gives the log-odds without any tree; each line after it is one tree in
// preorder: "name<=threshold" is an inner node, a bare number a leaf. Values above the threshold go right. Features are
// named, so that a model outlives the reordering of columns, and one that names an unknown feature is refused.
#include "parse/body/body_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "model/embedded_file.h"
#include "parse/body/context.h"
#include "parse/body/features.h"

namespace tallywire::parse {

std::span<const EmbeddedFile> EmbeddedFiles();

namespace {

bool ReadNumber(std::string_view text, double& value) {
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc{} && result.ptr == text.data() + text.size();
}

std::string_view NextWord(std::string_view& line) {
  const size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return line = {};
  line.remove_prefix(first);
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

// Reads one tree after the other into a forest.
class ForestReader {
 public:
  explicit ForestReader(const std::unordered_map<std::string_view, int32_t>& columns) : columns_(columns) {}

  bool ReadLine(std::string_view line) {
    if (line.empty() || line[0] == '#') return true;
    if (!line.starts_with("bias ")) return ReadTree(line);
    return ReadNumber(line.substr(5), bias_);
  }

  Forest Take() { return Forest(bias_, std::move(nodes_), std::move(roots_)); }

 private:
  bool ReadTree(std::string_view line) {
    roots_.push_back(static_cast<int32_t>(nodes_.size()));
    struct Inner {
      size_t node;
      int depth;
    };
    std::vector<Inner> waiting;  // inner nodes whose right child has not begun
    int depth = 0;               // of the node to come
    bool complete = false;
    for (std::string_view word = NextWord(line); !word.empty(); word = NextWord(line)) {
      if (complete) return false;
      Forest::Node node;
      if (!ReadNode(word, node)) return false;
      const size_t at = nodes_.size();
      nodes_.push_back(node);
      if (node.feature >= 0) {
        waiting.push_back({at, depth});
        if (++depth > Forest::kMaxDepth) return false;
      } else if (waiting.empty()) {
        complete = true;
      } else {
        nodes_[waiting.back().node].right = static_cast<int32_t>(at + 1);
        depth = waiting.back().depth + 1;
        waiting.pop_back();
      }
    }
    return complete;
  }

  bool ReadNode(std::string_view word, Forest::Node& node) const {
    double number = 0;
    const size_t operation = word.find("<=");
    if (operation == std::string_view::npos) {
      if (!ReadNumber(word, number)) return false;
      node.threshold = static_cast<float>(number);
      return true;
    }
    const auto column = columns_.find(word.substr(0, operation));
    if (column == columns_.end() || !ReadNumber(word.substr(operation + 2), number)) return false;
    node.feature = column->second;
    node.threshold = static_cast<float>(number);
    return true;
  }

  const std::unordered_map<std::string_view, int32_t>& columns_;
  double bias_ = 0;
  std::vector<Forest::Node> nodes_;
  std::vector<int32_t> roots_;
};

constexpr size_t kTogether = 8;  // rows that are looked up at once

// Levels of inner nodes of the deepest tree. Children stand behind their parents.
int DepthOf(const std::vector<Forest::Node>& nodes) {
  int deepest = 0;
  std::vector<int> depths(nodes.size(), 0);
  for (size_t i = 0; i < nodes.size(); ++i) {
    deepest = std::max(deepest, depths[i]);
    if (nodes[i].feature < 0) continue;
    depths[i + 1] = depths[static_cast<size_t>(nodes[i].right)] = depths[i] + 1;
  }
  return deepest;
}

}  // namespace

Forest::Forest(double bias, std::vector<Node> nodes, std::vector<int32_t> roots)
    : bias_(bias), depth_(DepthOf(nodes)), nodes_(std::move(nodes)), roots_(std::move(roots)) {
  assert(depth_ <= kMaxDepth);
  const size_t leaves = size_t{1} << static_cast<unsigned>(depth_);
  splits_.resize(roots_.size() * leaves);
  leaves_.resize(roots_.size() * leaves);
  for (const Node& node : nodes_) {
    if (node.feature >= 0) columns_.push_back(static_cast<size_t>(node.feature));
  }
  std::sort(columns_.begin(), columns_.end());
  columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
  if (columns_.empty()) columns_.push_back(0);  // trees of one leaf look nowhere, but the splits above it are there
  for (size_t tree = 0; tree < roots_.size(); ++tree) FillComplete(tree);
}

// A leaf above the last level fills all places below it.
void Forest::FillComplete(size_t tree) {
  const size_t leaves = size_t{1} << static_cast<unsigned>(depth_);
  std::vector<size_t> node_at(2 * leaves);  // which of nodes_ stands at a place of the complete tree
  node_at[1] = static_cast<size_t>(roots_[tree]);
  for (size_t at = 1; at < leaves; ++at) {
    const size_t node = node_at[at];
    const bool leaf = nodes_[node].feature < 0;
    node_at[2 * at] = leaf ? node : node + 1;
    node_at[2 * at + 1] = leaf ? node : static_cast<size_t>(nodes_[node].right);
    if (leaf) continue;
    const auto column = std::lower_bound(columns_.begin(), columns_.end(), static_cast<size_t>(nodes_[node].feature));
    const auto place = static_cast<size_t>(column - columns_.begin()) * kTogether;
    splits_[tree * leaves + at] = {static_cast<uint32_t>(place), nodes_[node].threshold};
  }
  for (size_t k = 0; k < leaves; ++k) leaves_[tree * leaves + k] = nodes_[node_at[leaves + k]].threshold;
}

double Forest::LogOdds(std::span<const float> row) const {
  double sum = bias_;
  for (const int32_t root : roots_) {
    auto at = static_cast<size_t>(root);
    while (nodes_[at].feature >= 0) {
      const bool left = row[static_cast<size_t>(nodes_[at].feature)] <= nodes_[at].threshold;
      at = left ? at + 1 : static_cast<size_t>(nodes_[at].right);
    }
    sum += static_cast<double>(nodes_[at].threshold);
  }
  return sum;
}

namespace {

// The places in the last level that kTogether rows come to in a complete tree. Which way a row goes cannot be foreseen,
// so there is no branch on it, and the rows walk down together, for each step waits for the one before.
std::array<size_t, kTogether> WalkDown(const Forest::Split* splits, const float* tile, int depth) {
  const auto below = [splits, tile](size_t at, size_t k) {
    const Forest::Split split = splits[at];
    return 2 * at + static_cast<size_t>(!(tile[split.place + k] <= split.threshold));
  };
  std::array<size_t, kTogether> at{1, 1, 1, 1, 1, 1, 1, 1};
  for (int level = 0; level < depth; ++level) {
    at = {below(at[0], 0), below(at[1], 1), below(at[2], 2), below(at[3], 3),
          below(at[4], 4), below(at[5], 5), below(at[6], 6), below(at[7], 7)};
  }
  return at;
}

}  // namespace

// The rows that walk together are laid out by column, so that all that is read has one base.
void Forest::LogOdds(std::span<const float> rows, size_t columns, std::span<double> sums) const {
  const size_t leaves = size_t{1} << static_cast<unsigned>(depth_);
  std::vector<float> tile(columns_.size() * kTogether);
  for (size_t first = 0; first < sums.size(); first += kTogether) {
    const size_t count = std::min(kTogether, sums.size() - first);
    std::array<const float*, kTogether> row;
    for (size_t k = 0; k < kTogether; ++k) row[k] = rows.data() + (first + std::min(k, count - 1)) * columns;
    float* place = tile.data();
    for (const size_t column : columns_) {
      for (size_t k = 0; k < kTogether; ++k) *place++ = row[k][column];
    }
    std::array<double, kTogether> sum;
    sum.fill(bias_);
    for (size_t tree = 0; tree < roots_.size(); ++tree) {
      const auto at = WalkDown(&splits_[tree * leaves], tile.data(), depth_);
      const float* values = &leaves_[tree * leaves];
      for (size_t k = 0; k < kTogether; ++k) sum[k] += static_cast<double>(values[at[k] - leaves]);
    }
    std::copy_n(sum.begin(), count, sums.begin() + static_cast<std::ptrdiff_t>(first));
  }
}

double Probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

namespace {

Forest BuiltInForest(std::string_view name) {
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (file.name != name) continue;
    Result<Forest> parsed = ParseForest(file.text, name);
    assert(parsed.has_value());  // the file is part of the program, and a test reads it
    if (parsed.has_value()) return std::move(*parsed);
  }
  return {};
}

}  // namespace

const BodyModel& BuiltInModel() {
  static const BodyModel model = {BuiltInForest("body_model.txt"), BuiltInForest("body_context_model.txt")};
  return model;
}

Result<Forest> ParseForest(std::string_view text, std::string_view name) {
  const std::vector<std::string>& names = AllFeatureNames();
  std::unordered_map<std::string_view, int32_t> columns;
  for (size_t i = 0; i < names.size(); ++i) columns.emplace(names[i], static_cast<int32_t>(i));
  ForestReader reader(columns);
  size_t number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    ++number;
    if (!reader.ReadLine(text.substr(at, end - at))) {
      return Fail(ErrorCode::kBadInput, fmt::format("{}:{}", name, number), "no such tree or feature",
                  "fit the model again (parse/fit/fit_body.cc)");
    }
    at = end + 1;
  }
  return reader.Take();
}

std::string ToText(const Forest& forest) {
  const std::vector<std::string>& names = AllFeatureNames();
  std::string out = fmt::format("bias {:.4f}\n", forest.bias());
  for (size_t tree = 0; tree < forest.roots().size(); ++tree) {
    const auto begin = static_cast<size_t>(forest.roots()[tree]);
    const size_t end =
        tree + 1 < forest.roots().size() ? static_cast<size_t>(forest.roots()[tree + 1]) : forest.nodes().size();
    for (size_t i = begin; i < end; ++i) {
      const Forest::Node& node = forest.nodes()[i];
      if (i > begin) out += ' ';
      if (node.feature >= 0) {
        out += fmt::format("{}<={:.6g}", names[static_cast<size_t>(node.feature)], node.threshold);
      } else {
        out += fmt::format("{:.4f}", node.threshold);
      }
    }
    out += '\n';
  }
  return out;
}

}  // namespace tallywire::parse
