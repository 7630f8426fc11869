#include "extract/word_table.h"

#include <array>
#include <cstring>
#include <utility>

#include "extract/eight_bytes.h"

namespace tallywire::extract {
namespace {

// Spreads well enough for a table that is half empty. Of the tail its length and its last letters are enough.
uint64_t HashOf(uint64_t head, std::string_view tail) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15U;
  constexpr unsigned kFold = 32;
  uint64_t hash = head * kFactor;
  if (!tail.empty()) {
    uint64_t piece = 0;
    const size_t length = tail.size() < sizeof piece ? tail.size() : sizeof piece;
    std::memcpy(&piece, tail.data() + (tail.size() - length), length);
    hash = (hash ^ (hash >> kFold) ^ piece ^ tail.size()) * kFactor;
  }
  return hash >> kFold;
}

}  // namespace

uint64_t WordTable::HeadOf(std::string_view word) {
  if (word.size() >= kHead) return LoadEight(word.data());
  std::array<char, kHead> letters{};
  std::memcpy(letters.data(), word.data(), word.size());
  return LoadEight(letters.data());
}

size_t WordTable::SlotOf(uint64_t head, std::string_view tail) const {
  const size_t mask = slots_.size() - 1;
  size_t at = static_cast<size_t>(HashOf(head, tail)) & mask;
  while (slots_[at].number != kNone && (slots_[at].head != head || TailOf(slots_[at].number) != tail)) {
    at = (at + 1) & mask;
  }
  return at;
}

uint32_t WordTable::Add(std::string_view word) {
  const uint64_t head = HeadOf(word);
  const std::string_view tail = TailOf(word);
  size_t at = SlotOf(head, tail);
  if (slots_[at].number != kNone) return slots_[at].number;
  if (size_t{2} * words_.size() > slots_.size()) {
    Grow();
    at = SlotOf(head, tail);
  }
  const auto number = static_cast<uint32_t>(words_.size());
  slots_[at] = {head, number};
  words_.push_back({static_cast<uint32_t>(word.size()), static_cast<uint32_t>(letters_.size())});
  letters_ += tail;
  return number;
}

void WordTable::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  std::swap(old, slots_);
  for (const Slot& slot : old) {
    if (slot.number == kNone) continue;
    slots_[SlotOf(slot.head, TailOf(slot.number))] = slot;
  }
}

}  // namespace tallywire::extract
