// A table from words to numbers, made for looking up every word of a text: one flat array, one pool of letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::extract {

// Const look-ups are safe to share between threads.
class WordTable {
 public:
  static constexpr uint32_t kNone = 0;  // numbers count from 1

  uint32_t Find(std::string_view word) const;
  // The word's number; a new one for a new word.
  uint32_t Add(std::string_view word);
  size_t size() const { return count_; }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = kNone;
    uint32_t start = 0;  // in letters_
    uint32_t length = 0;
  };

  // The slot that holds the word, or the free one where it belongs.
  size_t SlotOf(std::string_view word, uint32_t hash) const;
  void Grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most half full
  std::string letters_;
  uint32_t count_ = 0;
};

}  // namespace tallywire::extract
