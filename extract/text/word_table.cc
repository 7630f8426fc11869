#include "extract/text/word_table.h"

#include <utility>

namespace tallywire::extract {

uint32_t WordTable::Add(std::string_view word) {
  size_t at = SlotOf(word);
  if (slots_[at].number != kNone) return slots_[at].number;
  if (size_t{2} * words_.size() > slots_.size()) {
    Grow();
    at = SlotOf(word);
  }
  const auto number = static_cast<uint32_t>(words_.size());
  slots_[at] = {FirstOf(word), number, DigestOf(word)};
  words_.push_back({static_cast<uint32_t>(word.size()), static_cast<uint32_t>(letters_.size())});
  letters_ += word;
  return number;
}

void WordTable::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  std::swap(old, slots_);
  for (const Slot& slot : old) {
    if (slot.number != kNone) slots_[SlotOf(WordOf(slot.number))] = slot;
  }
}

}  // namespace tallywire::extract
