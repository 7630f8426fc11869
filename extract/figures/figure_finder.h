// Figures: every number that counts or measures something, with its unit, bound and direction.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "extract/figures/unit_table.h"
#include "extract/files/rule_files.h"
#include "extract/text/lexicon.h"
#include "extract/text/reading.h"
#include "model/event.h"
#include "model/result.h"

namespace tallywire::extract {

// What makes a figure a figure: a bare number yields to a date that claims the same words, a measured one does not.
enum class FigureStrength : uint8_t {
  kBare,     // nothing but the number
  kCount,    // it counts a noun
  kTime,     // a unit of time: may be a date's duration as well
  kMeasure,  // per cent, money, a unit of measure
};

// A figure and the tokens [first, last) that say it.
struct FigureSpan {
  Figure figure;
  uint32_t first = 0;
  uint32_t last = 0;
  FigureStrength strength = FigureStrength::kBare;
  bool one_number = true;  // no range
  bool part = false;       // a fraction of something: "a fifth", "two-thirds"
};

// Const after Load; safe to share between threads.
class FigureFinder {
 public:
  // Adds the words of its rule files (numbers, units, bounds, …) to the vocabulary. kUsage with the place of a mistake.
  static Result<FigureFinder> Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon);
  FigureFinder(FigureFinder&&) noexcept;
  FigureFinder& operator=(FigureFinder&&) noexcept;
  ~FigureFinder();

  // All candidates in order, not overlapping. Numbers inside dates are candidates still: Arbitrate drops them.
  // `language` (BCP 47, may be empty) says how numbers are written.
  std::vector<FigureSpan> Find(const Reading& reading, const Lexicon& lexicon, std::string_view language) const;

  const UnitTable& units() const;

 private:
  struct Impl;
  explicit FigureFinder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tallywire::extract
