#include "extract/word_table.h"

#include <cstring>
#include <utility>

namespace tallywire::extract {
namespace {

// Eight letters a step; most words need one or two. Spreads well enough for a table that is half empty.
uint32_t HashOf(std::string_view word) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15U;
  constexpr unsigned kFold = 32;
  uint64_t hash = word.size() * kFactor;
  while (!word.empty()) {
    uint64_t piece = 0;
    const size_t length = word.size() < sizeof piece ? word.size() : sizeof piece;
    std::memcpy(&piece, word.data(), length);
    hash = (hash ^ piece) * kFactor;
    hash ^= hash >> kFold;
    word.remove_prefix(length);
  }
  return static_cast<uint32_t>(hash);
}

}  // namespace

size_t WordTable::SlotOf(std::string_view word, uint32_t hash) const {
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (slots_[at].number != kNone) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && std::string_view(letters_).substr(slot.start, slot.length) == word) break;
    at = (at + 1) & mask;
  }
  return at;
}

uint32_t WordTable::Find(std::string_view word) const { return slots_[SlotOf(word, HashOf(word))].number; }

uint32_t WordTable::Add(std::string_view word) {
  const uint32_t hash = HashOf(word);
  size_t at = SlotOf(word, hash);
  if (slots_[at].number != kNone) return slots_[at].number;
  if (size_t{2} * (count_ + 1) > slots_.size()) {
    Grow();
    at = SlotOf(word, hash);
  }
  slots_[at] = {hash, ++count_, static_cast<uint32_t>(letters_.size()), static_cast<uint32_t>(word.size())};
  letters_ += word;
  return count_;
}

void WordTable::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  std::swap(old, slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == kNone) continue;
    size_t at = slot.hash & mask;
    while (slots_[at].number != kNone) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace tallywire::extract
