// What becomes of the numbers of a text on its way through extraction.
#pragma once

#include <string_view>

namespace tallywire::parse::fit {

// A number is a run of digits with single separators inside: 5, 2.5, 1,000, 9:30, 2024/25, 1/2. It survives where the
// same run stands in the extracted text as often as in the gold text: glued cells, lost points and dropped exponents
// count as losses, as do passages that were not taken at all.
struct NumberTally {
  double gold = 0;   // numbers in the gold text
  double found = 0;  // in the extracted text
  double both = 0;

  void Add(const NumberTally& other) {
    gold += other.gold;
    found += other.found;
    both += other.both;
  }
  double Survival() const { return gold > 0 ? both / gold : 1; }
  double Truth() const { return found > 0 ? both / found : 1; }
};

// Without `ordinals`, numbers that begin a line and have a point or bracket behind them are left out: they number a
// list, a browser draws them, the page does not hold them.
NumberTally CompareNumbers(std::string_view text, std::string_view gold, bool ordinals);

}  // namespace tallywire::parse::fit
