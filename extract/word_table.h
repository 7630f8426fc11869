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
  size_t size() const { return words_.size() - 1; }
  size_t LengthOf(uint32_t number) const { return words_[number].length; }

 private:
  static constexpr size_t kHead = sizeof(uint64_t);

  // The first letters of a word as a number, and where the others are: most words have none.
  struct Slot {
    uint64_t head = 0;
    uint32_t number = kNone;
  };
  struct Word {
    uint32_t length = 0;
    uint32_t tail = 0;  // in letters_
  };

  static uint64_t HeadOf(std::string_view word);
  static std::string_view TailOf(std::string_view word) {
    return word.size() > kHead ? word.substr(kHead) : std::string_view{};
  }
  // The slot that holds the word, or the free one where it belongs.
  size_t SlotOf(uint64_t head, std::string_view tail) const;
  std::string_view TailOf(uint32_t number) const {
    const Word& word = words_[number];
    return word.length > kHead ? std::string_view(letters_).substr(word.tail, word.length - kHead) : std::string_view{};
  }
  void Grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most half full
  std::vector<Word> words_ = std::vector<Word>(1);   // by number
  std::string letters_;
};

}  // namespace tallywire::extract
