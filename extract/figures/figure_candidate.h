// A figure in the making: a number with its unit, before bounds, ranges and names are settled.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/figures/figure_noun.h"
#include "extract/figures/figure_words.h"
#include "extract/figures/number_reader.h"
#include "extract/figures/unit_reader.h"
#include "model/event.h"

namespace tallywire::extract {

// Tokens [first, last) from the sign or currency sign to the unit or counted noun.
struct Candidate {
  uint32_t first = 0;
  uint32_t last = 0;
  Number number;
  double value = 0;  // with the scales of number and unit, and the sign
  std::optional<double> high;
  UnitMark unit;
  CountedNoun noun;
  bool money_sign = false;  // the unit stands in front
  bool age = false;         // known to be an age without a unit's word
  Bound bound = Bound::kExact;
  uint32_t bound_first = 0;  // where the figure begins, bound word included
  uint32_t bound_last = 0;   // where it ends, a trailing bound included
  Direction direction = Direction::kNone;
  // Between the number and what it counts: "30 or more dealers".
  std::optional<Bound> bound_inside;
  bool dropped = false;

  bool bare() const { return !unit.found() && !noun.found() && !age && !number.times; }
};

// Gives `taker`, a number without a scale, the scale of `donor`, the last of a row that names it once: "3, 4 and 5
// million". Numbers that are written out in full, or far larger than the donor's, keep their own.
void TakeScaleOf(const Candidate& donor, Candidate& taker);

// The rules' vocabulary and the text they read: what every part of the figure layer works with.
struct FigureContext {
  const NumberWords& numbers;
  const UnitTable& table;
  const FigureWords& words;
  const PhraseView& view;
  const UnitReader& units;
  NumberStyle style;  // how the text's language writes numbers
};

}  // namespace tallywire::extract
