#include "extract/text/word_table.h"

#include <array>
#include <cstring>
#include <utility>

#include "extract/text/eight_bytes.h"

namespace tallywire::extract {

// Of the tail its length and its last letters are enough.
uint32_t WordTable::DigestOf(std::string_view tail) {
  if (tail.empty()) return kNoTail;
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15U;
  constexpr unsigned kFold = 32;
  uint64_t piece = 0;
  const size_t length = tail.size() < sizeof piece ? tail.size() : sizeof piece;
  std::memcpy(&piece, tail.data() + (tail.size() - length), length);
  return static_cast<uint32_t>(((piece ^ tail.size()) * kFactor) >> kFold) | 1U;
}

uint64_t WordTable::HeadOf(std::string_view word) {
  if (word.size() >= kHead) return LoadEight(word.data());
  std::array<char, kHead> letters{};
  std::memcpy(letters.data(), word.data(), word.size());
  return LoadEight(letters.data());
}

size_t WordTable::SlotOf(uint64_t head, std::string_view tail) const {
  const uint32_t digest = DigestOf(tail);
  const auto holds = [&](const Slot& slot) {
    return slot.head == head && slot.tail == digest && TailOf(slot.number) == tail;
  };
  size_t at = FirstSlot(head, digest);
  while (slots_[at].number != kNone && !holds(slots_[at])) at = NextSlot(at);
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
  slots_[at] = {head, number, DigestOf(tail)};
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
