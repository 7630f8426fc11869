#include "extract/text/cell_bits.h"

#include <algorithm>

#include "extract/text/tagged_text.h"

namespace tallywire::extract {

void CellBits::Read(const TaggedText& text, const GapClasses& gaps) {
  for (const Tag tag : present_) row_of_[tag] = kNoRow;
  std::fill_n(rows_.begin(), present_.size() * words_, 0);
  present_.clear();
  size_ = text.size();
  words_ = size_ / kWindow + 2;
  skipped_.assign(words_, 0);
  for (size_t i = 0; i < size_; ++i) {
    const uint64_t bit = uint64_t{1} << (i % kWindow);
    if (gaps.Has(text.kind(i))) skipped_[i / kWindow] |= bit;
    for (const Tag tag : text.tags(i)) rows_[RowOf(tag) + i / kWindow] |= bit;
  }
}

}  // namespace tallywire::extract
