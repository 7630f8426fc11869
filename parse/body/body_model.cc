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
    std::vector<size_t> waiting;  // inner nodes whose right child has not begun
    bool complete = false;
    for (std::string_view word = NextWord(line); !word.empty(); word = NextWord(line)) {
      if (complete) return false;
      Forest::Node node;
      if (!ReadNode(word, node)) return false;
      const size_t at = nodes_.size();
      nodes_.push_back(node);
      if (node.feature >= 0) {
        waiting.push_back(at);
      } else if (waiting.empty()) {
        complete = true;
      } else {
        nodes_[waiting.back()].right = static_cast<int32_t>(at + 1);
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

}  // namespace

Forest::Forest(double bias, std::vector<Node> nodes, std::vector<int32_t> roots)
    : bias_(bias), nodes_(std::move(nodes)), roots_(std::move(roots)) {
  std::vector<int> depths(nodes_.size(), 0);  // filled for parents before their children
  for (size_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    depth_ = std::max(depth_, depths[i]);
    if (node.feature < 0) {
      steps_.push_back({0, node.threshold, {0, 0}});
      continue;
    }
    const auto right = static_cast<size_t>(node.right);
    depths[i + 1] = depths[right] = depths[i] + 1;
    steps_.push_back({node.feature, node.threshold, {1, node.right - static_cast<int32_t>(i)}});
  }
}

// Which way a row goes cannot be foreseen, so there is no branch on it, and four trees are walked at a time, for each
// step waits for the one before.
double Forest::LogOdds(std::span<const float> row) const {
  constexpr size_t kTogether = 4;
  const auto down = [&row](const Step* step) {
    const bool right = !(row[static_cast<size_t>(step->feature)] <= step->threshold);
    return step + step->offsets[right ? 1 : 0];
  };
  double sum = bias_;
  size_t tree = 0;
  const auto first = [&](size_t k) { return steps_.data() + roots_[tree + k]; };
  for (; tree + kTogether <= roots_.size(); tree += kTogether) {
    std::array<const Step*, kTogether> at = {first(0), first(1), first(2), first(3)};
    for (int level = 0; level < depth_; ++level) at = {down(at[0]), down(at[1]), down(at[2]), down(at[3])};
    for (const Step* leaf : at) sum += static_cast<double>(leaf->threshold);
  }
  for (; tree < roots_.size(); ++tree) {
    const Step* at = first(0);
    for (int level = 0; level < depth_; ++level) at = down(at);
    sum += static_cast<double>(at->threshold);
  }
  return sum;
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
