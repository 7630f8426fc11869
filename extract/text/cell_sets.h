// Where sets of tags stand in a tagged sentence: each set is looked for once, for all patterns that ask for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/text/cell_bits.h"

namespace tallywire::extract {

// Kept from sentence to sentence, so that its buffers grow once. Looks at one window of cells at a time.
class CellSets {
 public:
  // Overwrites what was read before, and goes to the first window.
  void Read(const TaggedText& text, const GapClasses& gaps) {
    bits_.Read(text, gaps);
    MoveTo(0);
  }
  void MoveTo(size_t base) {
    base_ = base;
    if (++window_ == 0) known_.clear(), window_ = 1;
  }

  const CellBits& bits() const { return bits_; }
  size_t base() const { return base_; }  // the window's first cell
  // Whether there are cells behind the window.
  bool GoesOn() const { return bits_.size() > base_ + CellBits::kWindow; }
  uint64_t Skipped() const { return bits_.Skipped(base_); }
  // The window's cells that carry one of the tags, all of them where there are none; `set` is the number of just these
  // tags.
  uint64_t With(uint32_t set, std::span<const Tag> tags) {
    if (set >= known_.size()) known_.resize(set + size_t{1});
    Known& known = known_[set];
    if (known.window != window_) known = {tags.empty() ? bits_.All(base_) : bits_.With(tags, base_), window_};
    return known.cells;
  }

 private:
  struct Known {
    uint64_t cells = 0;
    uint32_t window = 0;  // that these are cells of
  };

  CellBits bits_;
  size_t base_ = 0;
  uint32_t window_ = 0;
  std::vector<Known> known_;  // by set
};

}  // namespace tallywire::extract
