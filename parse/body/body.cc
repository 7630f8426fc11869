#include "parse/body/body.h"

#include <algorithm>
#include <cmath>

#include "parse/body/body_model.h"
#include "parse/body/context.h"

namespace tallywire::parse {

namespace {

// Below this expected agreement with an editor's choice there is no article worth printing.
constexpr double kLeastAgreement = 0.12;

// Less likely blocks the surroundings never save: half of most pages' blocks need no second look.
constexpr float kHopeless = 0.005F;

// Writes what the forest says of the rows [first, last).
void Judge(const Forest& forest, const FeatureTable& rows, Stretch stretch, std::vector<float>& likelihoods) {
  std::vector<double> log_odds(stretch.size());
  const size_t columns = rows.columns();
  forest.LogOdds(rows.values().subspan(stretch.first * columns, stretch.size() * columns), columns, log_odds);
  for (size_t i = 0; i < log_odds.size(); ++i) {
    likelihoods[stretch.first + i] = static_cast<float>(Probability(log_odds[i]));
  }
}

std::vector<float> LookAgain(const Forest& forest, const FeatureTable& rows, const std::vector<float>& first) {
  constexpr size_t kTogether = 8;  // rows that cost as much as one
  std::vector<float> likelihoods = first;
  for (size_t i = 0; i < first.size();) {
    size_t end = i;
    while (end < first.size() && first[end] >= kHopeless) end = std::min(first.size(), end + kTogether);
    if (end > i) Judge(forest, rows, {i, end}, likelihoods);
    i = std::max(end, i + 1);
  }
  return likelihoods;
}

// A row of one cell may as well be a layout's.
bool IsRow(const PageView& view, size_t i) { return view.block(i).tag == Tag::kTr && view.block(i).cells > 1; }

// The blocks of the table that the row stands in; none where it stands in none.
Stretch TableOf(const PageView& view, size_t row) {
  NodeId node = view.block(row).element;
  while (node != kNoNode && view.page()[node].tag != Tag::kTable) node = view.page()[node].parent;
  return node == kNoNode ? Stretch{} : view.StretchOf(node);
}

// A table most of whose rows are kept is kept whole: figures mean nothing without the row that says what their columns
// are, and a table without some of its rows says what its author did not.
void KeepWholeTables(const PageView& view, std::vector<bool>& keep) {
  size_t next = 0;
  for (size_t i = 0; i < view.size(); i = next) {
    next = i + 1;
    if (!IsRow(view, i)) continue;
    const Stretch table = TableOf(view, i);
    while (next < table.last && IsRow(view, next)) ++next;
    if (next < table.last) continue;  // more than a table of figures: a layout, perhaps
    const auto begin = keep.begin() + static_cast<std::ptrdiff_t>(i);
    const auto end = keep.begin() + static_cast<std::ptrdiff_t>(next);
    if (2 * std::count(begin, end, true) >= end - begin) std::fill(begin, end, true);
  }
}

}  // namespace

// Where the two disagree, neither is trusted alone: the second follows the first in its errors on odd pages.
float Blend(float alone, float among) {
  const auto log_odds = [](float p) {
    return std::log((static_cast<double>(p) + 1e-6) / (1 - static_cast<double>(p) + 1e-6));
  };
  return static_cast<float>(Probability((log_odds(alone) + log_odds(among)) / 2));
}

Judgement JudgeBlocks(PageView& view) {
  const BodyModel& model = BuiltInModel();
  Judgement judgement;
  judgement.rows = FeatureTable(view.size(), AllFeatureNames().size());
  DescribeBlocks(view, judgement.rows);
  judgement.alone.resize(view.size());
  Judge(model.first, judgement.rows, {0, view.size()}, judgement.alone);
  DescribeContext(view, judgement.alone, judgement.rows);
  const std::vector<float> among = LookAgain(model.second, judgement.rows, judgement.alone);
  for (size_t i = 0; i < view.size(); ++i) judgement.likelihood.push_back(Blend(judgement.alone[i], among[i]));
  return judgement;
}

// The choice that agrees best with what an editor would mark, in expectation: with likelihoods p and lengths w, keeping
// the set S is worth 2 * sum_S(p w) / (sum_S(w) + sum_all(p w)), the F1 of words. The best S holds the likeliest
// blocks, so one pass over them in that order finds it. On clear pages it cuts near one half, on doubtful ones lower.
std::vector<bool> ChooseBlocks(const PageView& view, const std::vector<float>& likelihood) {
  std::vector<bool> keep(view.size(), false);
  std::vector<size_t> order;
  const uint64_t title = Fingerprint(view.hints().title);
  double all = 0;
  for (size_t i = 0; i < view.size(); ++i) {
    const bool headline = !view.hints().title.empty() && view.FingerprintOf(i) == title;
    if (headline) continue;
    order.push_back(i);
    all += static_cast<double>(likelihood[i]) * view.block(i).counts.words;
  }
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return likelihood[a] > likelihood[b]; });
  double expected = 0;
  double kept = 0;
  double best = 0;
  size_t count = 0;
  for (size_t k = 0; k < order.size(); ++k) {
    const double words = view.block(order[k]).counts.words;
    expected += static_cast<double>(likelihood[order[k]]) * words;
    kept += words;
    const double worth = kept + all > 0 ? 2 * expected / (kept + all) : 0;
    if (worth < best) continue;
    best = worth;
    count = k + 1;
  }
  if (best < kLeastAgreement) return keep;
  for (size_t k = 0; k < count; ++k) keep[order[k]] = true;
  KeepWholeTables(view, keep);
  return keep;
}

namespace {

Body KeptBlocks(const PageText& text, const std::vector<bool>& keep) {
  Body body;
  body.unread = text.unread;
  for (size_t i = 0; i < text.blocks.size(); ++i) {
    if (!keep[i]) continue;
    if (!body.text.empty()) body.text += "\n\n";
    const size_t start = body.text.size();
    body.text += text.TextOf(text.blocks[i]);
    body.blocks.push_back({text.blocks[i].kind, start, body.text.size()});
  }
  return body;
}

}  // namespace

Body FindBody(const Document& page, const BodyHints& hints) {
  const PageText text = CutIntoBlocks(page);
  PageView view(page, text, hints);
  return KeptBlocks(text, ChooseBlocks(view, JudgeBlocks(view).likelihood));
}

Body WholeText(const Document& fragment) {
  const PageText text = CutIntoBlocks(fragment);
  return KeptBlocks(text, std::vector<bool>(text.blocks.size(), true));
}

}  // namespace tallywire::parse
