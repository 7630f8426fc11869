#include "extract/cell_bits.h"

#include "extract/pattern.h"

namespace tallywire::extract {

uint64_t* CellBits::RowOf(Tag tag) {
  if (row_of_.size() <= tag) row_of_.resize(tag + size_t{1}, kNoRow);
  if (row_of_[tag] == kNoRow) {
    row_of_[tag] = static_cast<uint32_t>(present_.size());
    present_.push_back(tag);
    rows_.resize(present_.size() * words_);
  }
  return &rows_[row_of_[tag] * words_];
}

void CellBits::Read(const TaggedText& text, std::string_view gap_classes) {
  for (const Tag tag : present_) row_of_[tag] = kNoRow;
  present_.clear();
  rows_.clear();
  size_ = text.size();
  words_ = size_ / kWindow + 2;
  skipped_.assign(words_, 0);
  for (size_t i = 0; i < size_; ++i) {
    const uint64_t bit = uint64_t{1} << (i % kWindow);
    if (gap_classes.find(text.kind(i)) != std::string_view::npos) skipped_[i / kWindow] |= bit;
    for (const Tag tag : text.tags(i)) RowOf(tag)[i / kWindow] |= bit;
  }
}

}  // namespace tallywire::extract
