// A forest's verdict on a block is told as a sum over features: each inner node stands for the mean of the leaves below
// it, and the step from a node to the child that the block falls into is put down to the feature that the node asks
// for. The second forest's verdict rests on the first one's; where it asks for that, the reasons of the first are told.
#include "parse/explain.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_map>
#include <utility>

#include "parse/body/body.h"
#include "parse/body/body_model.h"
#include "parse/body/context.h"
#include "parse/body/features.h"
#include "parse/dom.h"
#include "parse/metadata.h"
#include "parse/opened_page.h"

namespace tallywire::parse {

namespace {

constexpr size_t kReasons = 6;
constexpr double kLeastWeight = 0.05;  // of the log-odds; smaller parts explain nothing

// The mean of the leaves below each node of a forest.
std::vector<double> NodeValues(const Forest& forest) {
  const std::vector<Forest::Node>& nodes = forest.nodes();
  std::vector<double> values(nodes.size());
  for (size_t i = nodes.size(); i-- > 0;) {  // children stand after their parents
    const Forest::Node& node = nodes[i];
    values[i] = node.feature < 0 ? static_cast<double>(node.threshold)
                                 : (values[i + 1] + values[static_cast<size_t>(node.right)]) / 2;
  }
  return values;
}

class Explainer {
 public:
  Explainer(const Forest& forest, const std::vector<std::string>& names)
      : forest_(forest), names_(names), values_(NodeValues(forest)) {}

  std::vector<Reason> ReasonsOf(std::span<const float> row) const {
    std::unordered_map<int32_t, double> weights;
    for (const int32_t root : forest_.roots()) {
      auto at = static_cast<size_t>(root);
      while (forest_.nodes()[at].feature >= 0) {
        const Forest::Node& node = forest_.nodes()[at];
        const bool left = row[static_cast<size_t>(node.feature)] <= node.threshold;
        const size_t next = left ? at + 1 : static_cast<size_t>(node.right);
        weights[node.feature] += values_[next] - values_[at];
        at = next;
      }
    }
    std::vector<Reason> reasons;
    for (const auto& [feature, weight] : weights) {
      const auto column = static_cast<size_t>(feature);
      if (std::abs(weight) >= kLeastWeight) reasons.push_back({names_[column], row[column], weight});
    }
    std::sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
      return std::abs(a.weight) != std::abs(b.weight) ? std::abs(a.weight) > std::abs(b.weight) : a.feature < b.feature;
    });
    if (reasons.size() > kReasons) reasons.resize(kReasons);
    return reasons;
  }

 private:
  const Forest& forest_;
  const std::vector<std::string>& names_;
  std::vector<double> values_;
};

// "main > div.story > p": the block's element, and of those above it the nearest that have names.
std::string PathOf(const Document& page, NodeId id) {
  constexpr int kLevels = 4;
  std::string path;
  for (int levels = 0; id != kNoNode && levels < kLevels; id = page[id].parent) {
    const Node& node = page[id];
    if (node.tag == Tag::kHtml || node.tag == Tag::kBody) break;
    const std::string_view classes = page.Attr(id, "class");
    const std::string_view name = page.Attr(id, "id");
    const std::string_view first_class = classes.substr(0, classes.find_first_of(" \t\n"));
    const bool plain = first_class.empty() && name.empty() && (node.tag == Tag::kDiv || node.tag == Tag::kSpan);
    if (plain && !path.empty()) continue;
    std::string step(node.tag == Tag::kOther ? node.text : TagName(node.tag));
    if (!name.empty()) step.append("#").append(name);
    if (!first_class.empty()) step.append(".").append(first_class);
    if (!path.empty()) step.append(" > ").append(path);
    path = std::move(step);
    ++levels;
  }
  return path;
}

std::vector<BlockVerdict> ExplainBlocks(const Document& page, const BodyHints& hints) {
  const PageText text = CutIntoBlocks(page);
  PageView view(page, text, hints);
  const Judgement judgement = JudgeBlocks(view);
  const std::vector<bool> keep = ChooseBlocks(view, judgement.likelihood);
  const Explainer alone(BuiltInModel().first, BlockFeatureNames());
  const Explainer among(BuiltInModel().second, AllFeatureNames());
  std::vector<BlockVerdict> verdicts;
  for (size_t i = 0; i < view.size(); ++i) {
    BlockVerdict verdict;
    verdict.kept = keep[i];
    verdict.alone = judgement.alone[i];
    verdict.likelihood = judgement.likelihood[i];
    verdict.kind = view.block(i).kind;
    verdict.words = view.block(i).counts.words;
    verdict.element = PathOf(page, view.block(i).element);
    verdict.text = view.TextOf(i);
    verdict.reasons = among.ReasonsOf(judgement.rows.Row(i));
    const bool rests_on_first = !verdict.reasons.empty() && verdict.reasons.front().feature == "first.own";
    if (rests_on_first) {
      std::vector<Reason> first = alone.ReasonsOf(judgement.rows.Row(i));
      verdict.reasons.insert(verdict.reasons.begin() + 1, first.begin(), first.end());
      if (verdict.reasons.size() > kReasons) verdict.reasons.resize(kReasons);
    }
    verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

}  // namespace

Result<std::vector<BlockVerdict>> ExplainArticle(const Page& page, const ParseOptions& options) {
  const auto opened = OpenPage(page, options);
  if (!opened.has_value()) return tl::unexpected(opened.error());
  const Document& document = opened->document;
  Article article;
  const BodyWitness witness = ReadMetadata(document, page, options, article);
  return ExplainBlocks(document, {article.title, witness.article_body, article.description});
}

}  // namespace tallywire::parse
