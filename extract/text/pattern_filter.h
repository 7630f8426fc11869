// Which of many patterns can match a sentence at all: a cheap test, so that the cost of a sentence does not grow with
// the number of rules.
//
// Of each pattern the cells that must be there are known, in order, each with its tags and with how many cells may
// stand in front of it: its steps. A pattern is a candidate where its rarest step (by how many patterns ask for the
// same tags) is in the sentence, and where all of its steps are, one behind the other and near enough. The test is done
// on bits, one for each cell of the sentence. What it lets pass need not match; what it holds back never would.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/text/cell_sets.h"
#include "extract/text/lexicon.h"

namespace tallywire::extract {

// A cell that a pattern cannot do without.
struct PatternStep {
  std::vector<Tag> tags;      // it carries one of them; empty: any cell
  uint32_t most_between = 0;  // cells between the step before and this one, kUnbounded: any number
  bool gaps_only = true;      // all of them of a class that gaps skip
};
inline constexpr uint32_t kUnbounded = 1000;

// What is known of the matches of a pattern.
struct PatternShape {
  std::vector<PatternStep> steps;
  std::vector<Tag> first;  // the first cell carries one of them, unless `any_first`
  bool any_first = false;
  bool at_beginning = false;  // matches begin with the sentence's first cell
  uint32_t most_cells = 0;    // kUnbounded: any number
};

// Collects the shape of one pattern as its notation is read.
class StepCollector {
 public:
  StepCollector() : groups_(1) {}

  void Cell(std::vector<Tag> tags, uint32_t most_cells, char quantifier);  // '\0', '?', '*' or '+'
  void Gap(uint32_t most_cells);
  void Open() { groups_.emplace_back(); }
  void Alternative() { groups_.back().done.push_back(std::move(groups_.back().row)), groups_.back().row = {}; }
  void Close(char quantifier);

  // All groups must be closed.
  PatternShape Finish();

 private:
  // A row of elements, and what may stand behind its last step.
  struct Row : PatternShape {
    uint32_t behind = 0;
    bool gaps_only = true;
  };
  struct Group {
    std::vector<Row> done;  // alternatives
    Row row;
  };

  static void NoteFirst(Row& row, const std::vector<Tag>& tags, bool any);
  static void Skip(Row& row, uint32_t most_cells, bool gaps_only);
  static void Append(Row& row, Row more);
  static Row Merge(std::vector<Row> alternatives);

  std::vector<Group> groups_;  // outermost first
};

// Const after Finish; safe to share between threads.
class PatternFilter {
 public:
  // Patterns are numbered in order of Add.
  void Add(PatternShape shape) { shapes_.push_back(std::move(shape)); }
  void Finish();

  struct Start {
    uint32_t number = 0;  // of a pattern
    size_t cell = 0;
  };
  // The patterns that may match somewhere in the sentence, in order, and the first cells where they may begin.
  // Overwrites `out`.
  void Candidates(CellSets& cells, std::vector<Start>& out) const;
  // The next cell from `from` on at which the pattern may begin; the number of cells if there is none.
  size_t NextStart(uint32_t number, CellSets& cells, size_t from) const;

  // Where patterns may begin in a sentence: within the window of `cells`.
  struct Starts {
    CellSets cells;
    uint64_t anywhere = 0;                                // cells at which any pattern may begin
    std::vector<std::pair<uint32_t, uint64_t>> patterns;  // those that may, in order, each with its cells
  };
  // Reads starts.cells, at the window from `base` on; overwrites the rest.
  void FindStarts(size_t base, Starts& starts) const;
  // The patterns that may match from cell `at` on, in order. Overwrites `out`; moves the window where `at` lies
  // outside.
  void CandidatesAt(size_t at, Starts& starts, std::vector<uint32_t>& out) const;

 private:
  // What the test needs of a pattern and of its steps, close together: it is run for some dozen patterns a sentence.
  struct Step {
    uint32_t set = 0;  // of the tags wanted
    uint16_t most_between = 0;
    bool gaps_only = true;
  };
  struct Pattern {
    uint32_t first_step = 0;  // in steps_
    uint32_t steps = 0;
    uint32_t first = 0;  // the set of tags of its first cell
    uint32_t reach = 0;  // how many cells its steps can cover
    bool at_beginning = false;
  };

  // Some sets of tags, a bit for each; where there are many, some share one.
  using SetMask = std::array<uint64_t, 4>;
  // A pattern, and the sets of its steps.
  struct Likely {
    uint32_t number = 0;
    SetMask needed{};
  };
  // Patterns by the tags of one of their cells.
  struct Index {
    struct OfTag {
      SetMask sets{};  // that hold the tag
      std::vector<Likely> patterns;
    };
    std::vector<OfTag> by_tag;
    std::vector<Likely> always;  // patterns where that is any cell

    void Note(const std::vector<Tag>& tags, const Likely& pattern);
  };

  Pattern Prepare(const PatternShape& shape, std::map<std::vector<Tag>, uint32_t>& known);
  void NoteByRarest();
  uint64_t Wanted(uint32_t set, CellSets& cells) const { return cells.With(set, TagsOf(set)); }
  std::span<const Tag> TagsOf(uint32_t set) const {
    return std::span(tags_).subspan(first_tags_[set], first_tags_[set + 1] - first_tags_[set]);
  }
  uint32_t NumberOf(std::vector<Tag> tags, std::map<std::vector<Tag>, uint32_t>& known);
  uint64_t StartsOf(const Pattern& pattern, CellSets& cells) const;
  static void Note(uint32_t set, SetMask& mask) { mask[set / 64 % mask.size()] |= uint64_t{1} << set % 64; }
  // Calls `visit(number)` once for each pattern whose steps may all be in the sentence, wherever they stand.
  template <class Visit>
  void EachLikely(const CellBits& bits, const Visit& visit) const;

  std::vector<PatternShape> shapes_;
  std::vector<Pattern> patterns_;
  std::vector<Step> steps_;  // of all patterns
  // Sets of tags side by side, since they are looked at from all sides; an empty one: any cell.
  std::vector<Tag> tags_;
  std::vector<uint32_t> first_tags_;  // by set; one more at the end
  Index by_rarest_;
};

}  // namespace tallywire::extract
