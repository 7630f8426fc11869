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
#include "extract/text/tagged_text.h"
#include "model/result.h"

namespace tallywire::extract {

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

// A set of patterns, compiled once; const afterwards and safe to share between threads.
class PatternSet {
 public:
  // `gap_classes`: the classes of cells that a gap may skip, e.g. "w" for plain words.
  explicit PatternSet(std::string_view gap_classes);
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
