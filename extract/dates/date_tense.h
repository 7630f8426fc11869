// Whether the words around an expression of time speak of what was or of what will be.
#pragma once

#include "extract/dates/date_cells.h"
#include "extract/dates/date_resolver.h"

namespace tallywire::extract {

// Reads the tables "future" and "past" and the endings with those tags. Const; safe to share between threads.
class TenseReader {
 public:
  TenseReader(TagNames& tags, const DateWords& words);

  // The nearest sign before the expression within its clause decides, else the nearest behind it.
  Tense Of(const Reading& reading, const DateCells& cells, CellRange span) const;

 private:
  Tense At(const Reading& reading, const DateCells& cells, size_t cell) const;
  // Whether the cell is an unknown word with the ending of a past tense.
  bool EndsAsPast(const Reading& reading, const DateCells& cells, size_t cell) const;
  // Whether the cell is a word with the ending of a present participle.
  bool IsParticiple(const Reading& reading, const DateCells& cells, size_t cell) const;
  // Whether the cell is digits or a word of a number.
  bool IsNumber(const Reading& reading, const DateCells& cells, size_t cell) const;
  bool Has(const DateCells& cells, size_t cell, Tag tag) const;

  const DateWords& words_;
  Tag past_;
  Tag future_;
  Tag clause_;
  Tag be_;
  Tag determiner_;
  Tag spoke_;
  Tag intends_;  // verbs whose infinitive lies ahead: "agreed to"
  Tag infinitive_;
  Tag unmarked_;
  Tag money_;  // words that are a past elsewhere
  Tag number_;
  Tag comma_;
  Tag participle_;
};

}  // namespace tallywire::extract
