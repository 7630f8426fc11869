// The cells of a tagged sentence as bits, one a cell, so that what stands where can be asked of many cells at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/text/lexicon.h"

namespace tallywire::extract {

class GapClasses;
class TaggedText;

// Kept from sentence to sentence, so that its buffers grow once.
class CellBits {
 public:
  static constexpr size_t kWindow = 64;  // cells that are looked at together

  // Overwrites what was read before.
  void Read(const TaggedText& text, const GapClasses& gaps);

  size_t size() const { return size_; }
  // The tags of the sentence, each once.
  const std::vector<Tag>& present() const { return present_; }

  // The window of cells from `at` on, the first one lowest: all of them, those that a gap may skip, those with a tag.
  uint64_t All(size_t at) const {
    const size_t count = size_ - std::min(size_, at);
    return count >= kWindow ? ~uint64_t{0} : (uint64_t{1} << count) - 1;
  }
  uint64_t Skipped(size_t at) const { return Window(skipped_.data(), at); }
  uint64_t With(std::span<const Tag> tags, size_t at) const {
    uint64_t bits = 0;
    for (const Tag tag : tags) {
      if (tag < row_of_.size() && row_of_[tag] != kNoRow) bits |= Window(&rows_[row_of_[tag] * words_], at);
    }
    return bits;
  }
  // A set of tags as bits, several tags to a bit.
  static uint64_t MaskOf(Tag tag) { return uint64_t{1} << (tag % kWindow); }
  // Whether any cell of the sentence has one of the tags.
  bool Has(std::span<const Tag> tags) const {
    return std::any_of(tags.begin(), tags.end(),
                       [this](Tag tag) { return tag < row_of_.size() && row_of_[tag] != kNoRow; });
  }

 private:
  static constexpr uint32_t kNoRow = UINT32_MAX;

  static uint64_t Window(const uint64_t* row, size_t at) {
    const size_t shift = at % kWindow;
    const uint64_t* word = row + at / kWindow;
    return shift == 0 ? word[0] : (word[0] >> shift) | (word[1] << (kWindow - shift));
  }
  // The row's place in rows_, with a new one for a new tag.
  size_t RowOf(Tag tag) {
    if (tag >= row_of_.size()) row_of_.resize(tag + size_t{1}, kNoRow);
    if (row_of_[tag] == kNoRow) {
      row_of_[tag] = static_cast<uint32_t>(present_.size());
      present_.push_back(tag);
      if (rows_.size() < present_.size() * words_) rows_.resize(2 * present_.size() * words_);
    }
    return row_of_[tag] * words_;
  }

  size_t size_ = 0;
  size_t words_ = 1;              // of a row; the last one is empty
  std::vector<uint32_t> row_of_;  // by tag
  std::vector<uint64_t> rows_;    // zeros behind those of present_
  std::vector<uint64_t> skipped_;
  std::vector<Tag> present_;
};

}  // namespace tallywire::extract
