// Which of many patterns can match a sentence at all: a cheap test, so that the cost of a sentence does not grow with
// the number of rules.
//
// Of each pattern the cells that must be there are known, in order, each with its tags and with how many cells may
// stand in front of it: its steps. A pattern is a candidate where its rarest step (by how many patterns ask for the
// same tags) is in the sentence, and where all of its steps are, one behind the other and near enough. The test is done
// on bits, one for each cell of the sentence. What it lets pass need not match; what it holds back never would.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"

namespace tallywire::extract {

class TaggedText;

// A cell that a pattern cannot do without.
struct PatternStep {
  std::vector<Tag> tags;      // it carries one of them; empty: any cell
  uint32_t most_between = 0;  // cells between the step before and this one, kUnbounded: any number
  bool gaps_only = true;      // all of them of a class that gaps skip
};
inline constexpr uint32_t kUnbounded = 1000;

// Collects the steps of one pattern as its notation is read.
class StepCollector {
 public:
  StepCollector() : groups_(1) {}

  void Cell(std::vector<Tag> tags, uint32_t most_cells, char quantifier);  // '\0', '?', '*' or '+'
  void Gap(uint32_t most_cells);
  void Open() { groups_.emplace_back(); }
  void Alternative() { groups_.back().done.push_back(std::move(groups_.back().row)), groups_.back().row = {}; }
  void Close(char quantifier);

  // All groups must be closed.
  std::vector<PatternStep> Finish();

 private:
  // A row of steps, and what may stand behind the last.
  struct Row {
    std::vector<PatternStep> steps;
    uint32_t behind = 0;
    bool gaps_only = true;
    uint32_t most_cells = 0;
  };
  struct Group {
    std::vector<Row> done;  // alternatives
    Row row;
  };

  static void Skip(Row& row, uint32_t most_cells, bool gaps_only);
  static void Append(Row& row, Row more);
  static Row Merge(std::vector<Row> alternatives);

  std::vector<Group> groups_;  // outermost first
};

// Const after Finish; safe to share between threads.
class PatternFilter {
 public:
  // Patterns are numbered in order of Add.
  void Add(std::vector<PatternStep> steps) { patterns_.push_back(std::move(steps)); }
  void Finish(std::string gap_classes);

  // The numbers of the patterns that may match somewhere in the text, in order. Overwrites `out`.
  void Candidates(const TaggedText& text, std::vector<uint32_t>& out) const;

 private:
  struct Bits;
  bool MayMatch(const std::vector<PatternStep>& steps, const Bits& bits) const;

  std::string gap_classes_;
  std::vector<std::vector<PatternStep>> patterns_;
  std::vector<std::vector<uint32_t>> by_tag_;  // the patterns whose rarest step has this tag
  std::vector<uint32_t> always_;               // without any step
};

}  // namespace tallywire::extract
