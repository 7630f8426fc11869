#include "extract/text/pattern_filter.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "extract/text/tagged_text.h"

namespace tallywire::extract {
namespace {

// Of a window with more cells behind it, matches that begin in the first half and are no longer lie inside.
constexpr size_t kSureStarts = CellBits::kWindow / 2;

uint32_t Sum(uint32_t a, uint32_t b) { return std::min(a + b, kUnbounded); }

}  // namespace

// While all elements so far may be missing, the next one may hold the first cell.
void StepCollector::NoteFirst(Row& row, const std::vector<Tag>& tags, bool any) {
  if (!row.steps.empty()) return;
  row.first.insert(row.first.end(), tags.begin(), tags.end());
  row.any_first = row.any_first || any;
}

void StepCollector::Skip(Row& row, uint32_t most_cells, bool gaps_only) {
  row.behind = Sum(row.behind, most_cells);
  row.gaps_only = row.gaps_only && gaps_only;
  row.most_cells = Sum(row.most_cells, most_cells);
}

void StepCollector::Append(Row& row, Row more) {
  NoteFirst(row, more.first, more.any_first);
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

// Of alternatives as many steps are kept as the shortest of them has, each one of any.
StepCollector::Row StepCollector::Merge(std::vector<Row> alternatives) {
  if (alternatives.size() == 1) return std::move(alternatives.front());
  Row merged;
  size_t count = SIZE_MAX;
  for (const Row& row : alternatives) {
    count = std::min(count, row.steps.size());
    merged.first.insert(merged.first.end(), row.first.begin(), row.first.end());
    merged.any_first = merged.any_first || row.any_first;
    merged.most_cells = std::max(merged.most_cells, row.most_cells);
  }
  merged.gaps_only = false;
  merged.behind = merged.most_cells;
  for (size_t i = 0; i < count; ++i) {
    PatternStep step;
    step.gaps_only = false;
    bool any_cell = false;
    for (const Row& row : alternatives) {
      const PatternStep& one = row.steps[i];
      step.tags.insert(step.tags.end(), one.tags.begin(), one.tags.end());
      step.most_between = std::max(step.most_between, one.most_between);
      any_cell = any_cell || one.tags.empty();
    }
    if (any_cell) step.tags.clear();
    merged.steps.push_back(std::move(step));
  }
  return merged;
}

void StepCollector::Cell(std::vector<Tag> tags, uint32_t most_cells, char quantifier) {
  Row& row = groups_.back().row;
  if (quantifier == '?' || quantifier == '*') {
    NoteFirst(row, tags, tags.empty());
    return Skip(row, quantifier == '?' ? most_cells : kUnbounded, false);
  }
  Row cell;
  cell.first = tags;
  cell.any_first = tags.empty();
  cell.steps.push_back({std::move(tags), 0, true});
  cell.most_cells = 1;
  Append(row, std::move(cell));
  if (quantifier == '+') Skip(row, kUnbounded, false);
  if (most_cells > 1) Skip(row, most_cells - 1, false);
}

void StepCollector::Gap(uint32_t most_cells) {
  Row& row = groups_.back().row;
  NoteFirst(row, {}, most_cells > 0);
  Skip(row, most_cells, true);
}

void StepCollector::Close(char quantifier) {
  Alternative();
  Row merged = Merge(std::move(groups_.back().done));
  groups_.pop_back();
  Row& row = groups_.back().row;
  if (quantifier == '?' || quantifier == '*') {
    NoteFirst(row, merged.first, merged.any_first);
    return Skip(row, quantifier == '?' ? merged.most_cells : kUnbounded, false);
  }
  Append(row, std::move(merged));
  if (quantifier == '+') Skip(row, kUnbounded, false);
}

PatternShape StepCollector::Finish() {
  Alternative();
  return Merge(std::move(groups_.front().done));
}

void PatternFilter::Index::Note(const std::vector<Tag>& tags, const Likely& pattern) {
  if (tags.empty()) return always.push_back(pattern);
  for (const Tag tag : tags) {
    if (by_tag.size() <= tag) by_tag.resize(tag + size_t{1});
    auto& patterns = by_tag[tag].patterns;
    if (patterns.empty() || patterns.back().number != pattern.number) patterns.push_back(pattern);
  }
}

void PatternFilter::NoteByRarest() {
  std::vector<uint32_t> uses;  // by tag
  for (const PatternShape& shape : shapes_) {
    for (const PatternStep& step : shape.steps) {
      for (const Tag tag : step.tags) {
        if (uses.size() <= tag) uses.resize(tag + size_t{1});
        ++uses[tag];
      }
    }
  }
  const auto commonness = [&](const PatternStep& step) {
    uint64_t sum = step.tags.empty() ? UINT32_MAX : 0;
    for (const Tag tag : step.tags) sum += uses[tag];
    return sum;
  };
  for (uint32_t number = 0; number < shapes_.size(); ++number) {
    const auto& steps = shapes_[number].steps;
    const auto rarest = std::min_element(steps.begin(), steps.end(), [&](const PatternStep& a, const PatternStep& b) {
      return commonness(a) < commonness(b);
    });
    Likely pattern{number};
    for (uint32_t i = 0; i < steps.size(); ++i) {
      if (!steps[i].tags.empty()) Note(steps_[patterns_[number].first_step + i].set, pattern.needed);
    }
    by_rarest_.Note(rarest == steps.end() ? std::vector<Tag>() : rarest->tags, pattern);
  }
  for (uint32_t set = 0; set + 1 < first_tags_.size(); ++set) {
    for (const Tag tag : TagsOf(set)) {
      if (by_rarest_.by_tag.size() <= tag) by_rarest_.by_tag.resize(tag + size_t{1});
      Note(set, by_rarest_.by_tag[tag].sets);
    }
  }
}

// The number of the set, which is new unless it is known.
uint32_t PatternFilter::NumberOf(std::vector<Tag> tags, std::map<std::vector<Tag>, uint32_t>& known) {
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  const auto [set, added] = known.try_emplace(std::move(tags), static_cast<uint32_t>(known.size()));
  if (added) {
    tags_.insert(tags_.end(), set->first.begin(), set->first.end());
    first_tags_.push_back(static_cast<uint32_t>(tags_.size()));
  }
  return set->second;
}

PatternFilter::Pattern PatternFilter::Prepare(const PatternShape& shape, std::map<std::vector<Tag>, uint32_t>& known) {
  Pattern pattern;
  pattern.first_step = static_cast<uint32_t>(steps_.size());
  pattern.steps = static_cast<uint32_t>(shape.steps.size());
  pattern.first = NumberOf(shape.any_first ? std::vector<Tag>() : shape.first, known);
  pattern.at_beginning = shape.at_beginning;
  for (const PatternStep& step : shape.steps) {
    pattern.reach = Sum(pattern.reach, step.most_between + 1);
    steps_.push_back({NumberOf(step.tags, known), static_cast<uint16_t>(step.most_between), step.gaps_only});
  }
  return pattern;
}

void PatternFilter::Finish() {
  patterns_.clear();
  steps_.clear();
  tags_.clear();
  first_tags_.assign(1, 0);
  std::map<std::vector<Tag>, uint32_t> known;
  for (const PatternShape& shape : shapes_) patterns_.push_back(Prepare(shape, known));
  by_rarest_ = {};
  NoteByRarest();
}

namespace {

// The cells from which those at `front` can be reached over as many cells as may be skipped.
uint64_t Reaching(uint32_t most_between, bool gaps_only, uint64_t front, uint64_t skipped) {
  if (most_between >= kUnbounded) return front == 0 ? 0 : ~uint64_t{0} >> std::countl_zero(front);
  uint64_t reaching = front;
  for (uint32_t cell = 0; cell < most_between && front != 0; ++cell) {
    front >>= 1U;
    if (gaps_only) front &= skipped;
    reaching |= front;
  }
  return reaching;
}

}  // namespace

// All ways to place the steps at once, the last one first: `front` are the cells at which the steps so far can begin.
uint64_t PatternFilter::StartsOf(const Pattern& pattern, CellSets& cells) const {
  const uint64_t beginning = pattern.at_beginning ? (cells.base() == 0 ? 1U : 0U) : ~uint64_t{0};
  // What may reach out of the window from its first half may match there.
  if (cells.GoesOn() && pattern.reach > kSureStarts) return beginning & Wanted(pattern.first, cells);
  const uint64_t skipped = cells.Skipped();
  uint64_t front = ~uint64_t{0};
  for (uint32_t i = pattern.steps; i-- > 0;) {
    const Step& step = steps_[pattern.first_step + i];
    front &= Wanted(step.set, cells);
    if (front == 0) return 0;
    front = Reaching(step.most_between, step.gaps_only, front, skipped);
    // The step before is one cell nearer than the cells that may be skipped.
    if (i > 0) front >>= 1U;
  }
  // Where nothing may stand in front of the first step, that is the first cell.
  front &= beginning;
  return steps_[pattern.first_step].most_between == 0 ? front : front & Wanted(pattern.first, cells);
}

template <class Visit>
void PatternFilter::EachLikely(const CellBits& bits, const Visit& visit) const {
  // By pattern: the sentence it was looked at for.
  thread_local std::vector<uint32_t> stamps;
  thread_local uint32_t sentence = 0;
  if (stamps.size() < patterns_.size() || ++sentence == 0) {
    stamps.assign(patterns_.size(), 0);
    sentence = 1;
  }
  SetMask present{};
  for (const Tag tag : bits.present()) {
    if (tag >= by_rarest_.by_tag.size()) continue;
    for (size_t i = 0; i < present.size(); ++i) present[i] |= by_rarest_.by_tag[tag].sets[i];
  }
  const auto look_at = [&](const Likely& pattern) {
    uint64_t missing = 0;
    for (size_t i = 0; i < present.size(); ++i) missing |= pattern.needed[i] & ~present[i];
    if (missing == 0 && std::exchange(stamps[pattern.number], sentence) != sentence) visit(pattern.number);
  };
  for (const Likely& pattern : by_rarest_.always) look_at(pattern);
  for (const Tag tag : bits.present()) {
    if (tag >= by_rarest_.by_tag.size()) continue;
    for (const Likely& pattern : by_rarest_.by_tag[tag].patterns) look_at(pattern);
  }
}

size_t PatternFilter::NextStart(uint32_t number, CellSets& cells, size_t from) const {
  const size_t size = cells.bits().size();
  for (size_t base = from; base < size; base += kSureStarts) {
    if (base != cells.base()) cells.MoveTo(base);
    uint64_t starts = StartsOf(patterns_[number], cells);
    if (cells.GoesOn()) starts &= (uint64_t{1} << kSureStarts) - 1;
    if (starts != 0) return base + static_cast<size_t>(std::countr_zero(starts));
    if (!cells.GoesOn()) break;
  }
  return size;
}

void PatternFilter::Candidates(CellSets& cells, std::vector<Start>& out) const {
  out.clear();
  EachLikely(cells.bits(), [&](uint32_t number) {
    const size_t cell = NextStart(number, cells, 0);
    if (cell < cells.bits().size()) out.push_back({number, cell});
  });
  std::sort(out.begin(), out.end(), [](const Start& a, const Start& b) { return a.number < b.number; });
}

void PatternFilter::FindStarts(size_t base, Starts& starts) const {
  if (base != starts.cells.base()) starts.cells.MoveTo(base);
  starts.patterns.clear();
  starts.anywhere = 0;
  EachLikely(starts.cells.bits(), [&](uint32_t number) {
    const uint64_t cells = StartsOf(patterns_[number], starts.cells);
    if (cells == 0) return;
    starts.anywhere |= cells;
    starts.patterns.emplace_back(number, cells);
  });
  std::sort(starts.patterns.begin(), starts.patterns.end());
}

void PatternFilter::CandidatesAt(size_t at, Starts& starts, std::vector<uint32_t>& out) const {
  const size_t sure = starts.cells.GoesOn() ? kSureStarts : CellBits::kWindow;
  if (at < starts.cells.base() || at >= starts.cells.base() + sure) FindStarts(at, starts);
  const size_t bit = at - starts.cells.base();
  out.clear();
  if ((starts.anywhere >> bit & 1U) == 0) return;
  for (const auto& [number, cells] : starts.patterns) {
    if ((cells >> bit & 1U) != 0) out.push_back(number);
  }
}

}  // namespace tallywire::extract
