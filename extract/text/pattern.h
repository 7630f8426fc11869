// Patterns over a tagged text: RE2 with a notation that reads like a sentence.
//
// A tagged text is a row of cells. A cell stands for one token or one phrase and carries every tag that holds for it,
// so that "May" can be a month and a verb at once. Patterns are written with these elements, separated by spaces:
//
//   set            the word "set" (any case); set|fixed either word; punctuation likewise: , % $ -
//   {month}        a cell tagged month, captured under the name "month"
//   {to:date}      a cell tagged date, captured as "to"; {x:date|year} either tag
//   <month>        a cell tagged month, not captured; <month|day> either tag
//   ( … )          a group; (a b | c) alternatives, separated by a bar that stands alone
//   (name: … )     a group whose cells are captured under that name
//   ?  *  +        behind an element, without a space: as in any regular expression
//   ~  ~3          a gap: up to six (three) cells whose class is in GapClasses, as few as possible
//   .              any one cell
//   ^  $           the first and the last cell of the tagged text
//   _              in front of an element: no white space before it in the text
//
// Example: {subject} set its {activity}? {measure} for {period:date} at {figure}
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/lexicon.h"
#include "extract/text/pattern_filter.h"
#include "model/result.h"

namespace tallywire::extract {

struct Cell {
  uint32_t first = 0;  // the cell's first token
  uint32_t count = 1;  // how many tokens it covers
};

// A sentence as patterns see it. Reused from sentence to sentence, so that its buffers grow once.
class TaggedText {
 public:
  void Clear();
  // `kind` is a lower-case letter, the cell's class for gaps; `glued`: no white space stands before the cell.
  void Add(Cell cell, char kind, bool glued, std::span<const Tag> tags) {
    cells_.push_back({cell, kind, glued, static_cast<uint32_t>(tags_.size())});
    tags_.insert(tags_.end(), tags.begin(), tags.end());
  }

  // What RE2 reads. Written when it is first asked for: the cells' tags alone tell that most texts match nothing.
  const std::string& text() const {
    if (text_.empty()) Write();
    return text_;
  }
  size_t size() const { return cells_.size(); }
  char kind(size_t cell) const { return cells_[cell].kind; }
  std::span<const Tag> tags(size_t cell) const {
    const size_t end = cell + 1 < cells_.size() ? cells_[cell + 1].first_tag : tags_.size();
    return std::span(tags_).subspan(cells_[cell].first_tag, end - cells_[cell].first_tag);
  }
  const Cell& cell(size_t i) const { return cells_[i].cell; }
  // The cell that begins at this byte of text(), or the number of cells at its end.
  size_t CellAt(size_t offset) const;
  size_t OffsetOf(size_t cell) const { return cell < offsets_.size() ? offsets_[cell] : text_.size(); }

 private:
  struct Tagged {
    Cell cell;
    char kind = 0;
    bool glued = false;
    uint32_t first_tag = 0;  // in tags_; its last one is in front of the next cell's first
  };

  void Write() const;

  std::vector<Tagged> cells_;
  std::vector<Tag> tags_;  // of all cells
  mutable std::string text_;
  mutable std::vector<uint32_t> offsets_;  // by cell, in text_
};

// What a pattern caught: cells [first, last).
struct CellRange {
  size_t first = 0;
  size_t last = 0;
  bool found() const { return last > first; }
};

struct PatternMatch {
  size_t pattern = 0;              // its number in the set, in order of Add
  CellRange whole;                 // all cells matched
  std::vector<CellRange> capture;  // by capture number; several captures of one name are numbered apart
};

// The elements of a pattern, groups whole: "( a | b )? ~3 {x:y}" has three.
std::vector<std::string> PatternElements(std::string_view notation);

// A set of patterns, compiled once; const afterwards and safe to share between threads.
class PatternSet {
 public:
  // `gap_classes`: the classes of cells that a gap may skip, e.g. "w" for plain words.
  explicit PatternSet(std::string gap_classes);
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  // Adds a pattern and notes its words in `lexicon` under the tags "=word". `known` must hold every tag the pattern
  // names; `where` goes into the error ("events.toml:12"). Returns the pattern's number. kUsage for a mistake in the
  // notation.
  Result<size_t> Add(std::string_view notation, std::string_view where, TagNames& known, Lexicon& lexicon);
  // To be called when all patterns are added.
  void Finish();

  // Names of a pattern's captures, by number.
  const std::vector<std::string>& CaptureNames(size_t pattern) const;
  // Every match of every pattern in the tagged text, not overlapping within one pattern, in order of pattern and place.
  void FindAll(const TaggedText& text, std::vector<PatternMatch>& out) const;
  // Where matches may begin: what LongestAt asks for each text. Overwrites `starts`, whose buffers are reused.
  void FindStarts(const TaggedText& text, PatternFilter::Starts& starts) const;
  // The longest match of any pattern that begins at cell `at`; false if there is none.
  bool LongestAt(const TaggedText& text, PatternFilter::Starts& starts, size_t at, PatternMatch& out) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tallywire::extract
