#include "extract/pattern_filter.h"

#include <algorithm>
#include <utility>

#include "extract/pattern.h"

namespace tallywire::extract {
namespace {

constexpr size_t kBits = 64;  // of a word; longer sentences are tested less sharply

uint32_t Sum(uint32_t a, uint32_t b) { return std::min(a + b, kUnbounded); }

}  // namespace

void StepCollector::Skip(Row& row, uint32_t most_cells, bool gaps_only) {
  row.behind = Sum(row.behind, most_cells);
  row.gaps_only = row.gaps_only && gaps_only;
  row.most_cells = Sum(row.most_cells, most_cells);
}

void StepCollector::Append(Row& row, Row more) {
  if (more.steps.empty()) return Skip(row, more.most_cells, more.gaps_only);
  PatternStep& first = more.steps.front();
  first.most_between = Sum(first.most_between, row.behind);
  first.gaps_only = first.gaps_only && row.gaps_only;
  row.steps.insert(row.steps.end(), std::make_move_iterator(more.steps.begin()),
                   std::make_move_iterator(more.steps.end()));
  row.behind = more.behind;
  row.gaps_only = more.gaps_only;
  row.most_cells = Sum(row.most_cells, more.most_cells);
}

// Of alternatives one step is kept: the first of any of them.
StepCollector::Row StepCollector::Merge(std::vector<Row> alternatives) {
  if (alternatives.size() == 1) return std::move(alternatives.front());
  Row merged;
  const bool all =
      std::all_of(alternatives.begin(), alternatives.end(), [](const Row& row) { return !row.steps.empty(); });
  merged.gaps_only = false;
  for (const Row& row : alternatives) merged.most_cells = std::max(merged.most_cells, row.most_cells);
  merged.behind = merged.most_cells;
  if (!all) return merged;
  PatternStep step;
  step.gaps_only = false;
  bool any_cell = false;
  for (const Row& row : alternatives) {
    const PatternStep& first = row.steps.front();
    step.tags.insert(step.tags.end(), first.tags.begin(), first.tags.end());
    step.most_between = std::max(step.most_between, first.most_between);
    any_cell = any_cell || first.tags.empty();
  }
  if (any_cell) step.tags.clear();
  merged.steps.push_back(std::move(step));
  return merged;
}

void StepCollector::Cell(std::vector<Tag> tags, uint32_t most_cells, char quantifier) {
  Row& row = groups_.back().row;
  if (quantifier == '?') return Skip(row, most_cells, false);
  if (quantifier == '*') return Skip(row, kUnbounded, false);
  Row cell;
  cell.steps.push_back({std::move(tags), 0, true});
  cell.most_cells = 1;
  Append(row, std::move(cell));
  if (quantifier == '+') Skip(row, kUnbounded, false);
  if (most_cells > 1) Skip(row, most_cells - 1, false);
}

void StepCollector::Gap(uint32_t most_cells) { Skip(groups_.back().row, most_cells, true); }

void StepCollector::Close(char quantifier) {
  Alternative();
  Row merged = Merge(std::move(groups_.back().done));
  groups_.pop_back();
  Row& row = groups_.back().row;
  if (quantifier == '?') return Skip(row, merged.most_cells, false);
  if (quantifier == '*') return Skip(row, kUnbounded, false);
  Append(row, std::move(merged));
  if (quantifier == '+') Skip(row, kUnbounded, false);
}

std::vector<PatternStep> StepCollector::Finish() {
  Alternative();
  return Merge(std::move(groups_.front().done)).steps;
}

// The sentence as bits: which cells carry a tag. Kept from sentence to sentence, one a thread.
struct PatternFilter::Bits {
  std::vector<uint64_t> of_tag;  // cells from the 64th on share the last bit
  std::vector<Tag> present;
  std::vector<uint32_t> stamp;  // by pattern: the sentence it was looked at for
  uint32_t sentence = 0;
  uint64_t cells = 0;
  uint64_t skipped_by_gaps = 0;
  bool is_long = false;

  void Read(const TaggedText& text, const std::string& gap_classes) {
    for (const Tag tag : present) of_tag[tag] = 0;
    present.clear();
    cells = skipped_by_gaps = 0;
    is_long = text.size() > kBits;
    for (size_t i = 0; i < text.size(); ++i) {
      const uint64_t bit = uint64_t{1} << std::min(i, kBits - 1);
      cells |= bit;
      if (gap_classes.find(text.kind(i)) != std::string::npos) skipped_by_gaps |= bit;
      for (const Tag tag : text.tags(i)) {
        if (of_tag.size() <= tag) of_tag.resize(tag + size_t{1});
        if (of_tag[tag] == 0) present.push_back(tag);
        of_tag[tag] |= bit;
      }
    }
  }

  uint64_t Of(const PatternStep& step) const {
    if (step.tags.empty()) return cells;
    uint64_t bits = 0;
    for (const Tag tag : step.tags) bits |= tag < of_tag.size() ? of_tag[tag] : 0;
    return bits;
  }
};

void PatternFilter::Finish(std::string gap_classes) {
  gap_classes_ = std::move(gap_classes);
  std::vector<uint32_t> uses;  // by tag
  for (const auto& steps : patterns_) {
    for (const PatternStep& step : steps) {
      for (const Tag tag : step.tags) {
        if (uses.size() <= tag) uses.resize(tag + size_t{1});
        ++uses[tag];
      }
    }
  }
  by_tag_.assign(uses.size(), {});
  const auto commonness = [&](const PatternStep& step) {
    uint64_t sum = step.tags.empty() ? UINT32_MAX : 0;
    for (const Tag tag : step.tags) sum += uses[tag];
    return sum;
  };
  for (uint32_t number = 0; number < patterns_.size(); ++number) {
    const auto& steps = patterns_[number];
    const auto rarest = std::min_element(steps.begin(), steps.end(), [&](const PatternStep& a, const PatternStep& b) {
      return commonness(a) < commonness(b);
    });
    if (rarest == steps.end() || rarest->tags.empty()) {
      always_.push_back(number);
      continue;
    }
    for (const Tag tag : rarest->tags) by_tag_[tag].push_back(number);
  }
}

// All ways to place the steps at once: `reached` are the cells at which the steps so far can end.
bool PatternFilter::MayMatch(const std::vector<PatternStep>& steps, const Bits& bits) const {
  uint64_t reached = 0;
  for (size_t i = 0; i < steps.size(); ++i) {
    const uint64_t wanted = bits.Of(steps[i]);
    if (i == 0 || bits.is_long) {
      reached = wanted;
    } else if (steps[i].most_between >= kUnbounded) {
      const uint64_t first = reached & (~reached + 1);
      reached = wanted & ~(first | (first - 1));
    } else {
      uint64_t next = 0;
      uint64_t front = reached;
      for (uint32_t cell = 0; cell <= steps[i].most_between && front != 0; ++cell) {
        front <<= 1U;
        next |= front;
        if (steps[i].gaps_only) front &= bits.skipped_by_gaps;
      }
      reached = wanted & next;
    }
    if (reached == 0) return false;
  }
  return true;
}

void PatternFilter::Candidates(const TaggedText& text, std::vector<uint32_t>& out) const {
  thread_local Bits bits;
  bits.Read(text, gap_classes_);
  if (bits.stamp.size() < patterns_.size() || ++bits.sentence == 0) {
    bits.stamp.assign(patterns_.size(), 0);
    bits.sentence = 1;
  }
  out.assign(always_.begin(), always_.end());
  for (const Tag tag : bits.present) {
    if (tag >= by_tag_.size()) continue;
    for (const uint32_t number : by_tag_[tag]) {
      if (bits.stamp[number] == bits.sentence) continue;
      bits.stamp[number] = bits.sentence;
      if (MayMatch(patterns_[number], bits)) out.push_back(number);
    }
  }
  std::sort(out.begin(), out.end());
}

}  // namespace tallywire::extract
