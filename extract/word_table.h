// A table from words to numbers, made for looking up every word of a text: one flat array, one pool of letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::extract {

// Const look-ups are safe to share between threads. Words hold no NUL.
class WordTable {
 public:
  static constexpr uint32_t kNone = 0;  // numbers count from 1

  uint32_t Find(std::string_view word) const { return slots_[SlotOf(HeadOf(word), TailOf(word))].number; }
  // The same for a word of at most eight bytes, the first one lowest and zeros behind the last.
  uint32_t FindShort(uint64_t word) const { return slots_[SlotOf(word, {})].number; }
  // The word's number; a new one for a new word.
  uint32_t Add(std::string_view word);
  size_t size() const { return tails_.size() - 1; }

 private:
  static constexpr size_t kHead = sizeof(uint64_t);

  // The first letters of a word as a number, and where the others are: most words have none.
  struct Slot {
    uint64_t head = 0;
    uint32_t number = kNone;
  };
  struct Tail {
    uint32_t start = 0;  // in letters_
    uint32_t length = 0;
  };

  static uint64_t HeadOf(std::string_view word);
  static std::string_view TailOf(std::string_view word) {
    return word.size() > kHead ? word.substr(kHead) : std::string_view{};
  }
  // The slot that holds the word, or the free one where it belongs.
  size_t SlotOf(uint64_t head, std::string_view tail) const;
  bool HasTail(uint32_t number, std::string_view tail) const {
    const Tail& known = tails_[number];
    return known.length == tail.size() && (tail.empty() || letters_.compare(known.start, known.length, tail) == 0);
  }
  void Grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most half full
  std::vector<Tail> tails_ = std::vector<Tail>(1);   // by number
  std::string letters_;
};

}  // namespace tallywire::extract
