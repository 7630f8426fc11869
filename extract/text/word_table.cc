#include "extract/text/word_table.h"

#include <bit>
#include <utility>

namespace tallywire::extract {

uint32_t WordTable::Add(std::string_view word) {
  size_t at = SlotOf(word);
  if (slots_[at].number != kNone) return slots_[at].number;
  if (kSlotsPerWord * words_.size() > slots_.size()) {
    Resize(2 * slots_.size());
    at = SlotOf(word);
  }
  const auto number = static_cast<uint32_t>(words_.size());
  slots_[at] = {FirstOf(word), number, DigestOf(word)};
  words_.push_back({static_cast<uint32_t>(word.size()), static_cast<uint32_t>(letters_.size())});
  letters_ += word;
  return number;
}

void WordTable::Reserve(size_t words) {
  const size_t slots = std::bit_ceil(kSlotsPerWord * words);
  if (slots > slots_.size()) Resize(slots);
}

void WordTable::Resize(size_t slots) {
  std::vector<Slot> old(slots);
  std::swap(old, slots_);
  for (const Slot& slot : old) {
    if (slot.number != kNone) slots_[SlotOf(WordOf(slot.number))] = slot;
  }
}

}  // namespace tallywire::extract
