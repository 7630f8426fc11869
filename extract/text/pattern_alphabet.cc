#include "extract/text/pattern_alphabet.h"

#include <algorithm>

#include "extract/text/cell_bits.h"

namespace tallywire::extract {

std::optional<char> PatternAlphabet::LetterOf(std::span<const Tag> tags) {
  std::vector<Tag> set(tags.begin(), tags.end());
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  const auto known = std::find(sets_.begin(), sets_.end(), set);
  const auto number = static_cast<size_t>(known - sets_.begin());
  if (number == kMostLetters) return std::nullopt;
  if (known == sets_.end()) sets_.push_back(std::move(set));
  return LetterNumber(number);
}

void PatternAlphabet::Finish() {
  letters_.clear();
  mask_ = 0;
  for (size_t number = 0; number < sets_.size(); ++number) {
    for (const Tag tag : sets_[number]) {
      letters_.emplace_back(tag, LetterNumber(number));
      mask_ |= CellBits::MaskOf(tag);
    }
  }
  std::sort(letters_.begin(), letters_.end());
}

void PatternAlphabet::Write(std::span<const Tag> tags, std::string& out) const {
  for (const Tag tag : tags) {
    if ((mask_ & CellBits::MaskOf(tag)) == 0) continue;
    auto at = std::lower_bound(letters_.begin(), letters_.end(), tag,
                               [](const auto& entry, Tag wanted) { return entry.first < wanted; });
    for (; at != letters_.end() && at->first == tag; ++at) out += at->second;
  }
}

void WrittenCells::Write(const TaggedText& text, const GapClasses& gaps, const PatternAlphabet& alphabet, size_t first,
                         size_t last) {
  bytes_.clear();
  offsets_.clear();
  first_ = first;
  if (first > 0) bytes_ += ' ';
  for (size_t cell = first; cell < last; ++cell) {
    offsets_.push_back(static_cast<uint32_t>(bytes_.size()));
    bytes_ += PatternAlphabet::Lead(text.glued(cell), gaps.Has(text.kind(cell)));
    alphabet.Write(text.tags(cell), bytes_);
  }
}

size_t WrittenCells::CellAt(size_t offset) const {
  const auto it = std::lower_bound(offsets_.begin(), offsets_.end(), static_cast<uint32_t>(offset));
  return first_ + static_cast<size_t>(it - offsets_.begin());
}

}  // namespace tallywire::extract
