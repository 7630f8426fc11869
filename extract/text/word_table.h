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
  uint32_t FindShort(uint64_t word) const {
    size_t at = FirstSlot(word, kNoTail);
    while (slots_[at].number != kNone && (slots_[at].head != word || slots_[at].tail != kNoTail)) at = NextSlot(at);
    return slots_[at].number;
  }
  // The word's number; a new one for a new word.
  uint32_t Add(std::string_view word);
  size_t size() const { return words_.size() - 1; }
  size_t LengthOf(uint32_t number) const { return words_[number].length; }

 private:
  static constexpr size_t kHead = sizeof(uint64_t);

  static constexpr uint32_t kNoTail = 0;

  // The first letters of a word as a number, and a digest of the others: most words have none.
  struct Slot {
    uint64_t head = 0;
    uint32_t number = kNone;
    uint32_t tail = kNoTail;
  };
  struct Word {
    uint32_t length = 0;
    uint32_t tail = 0;  // in letters_
  };

  static uint64_t HeadOf(std::string_view word);
  static std::string_view TailOf(std::string_view word) {
    return word.size() > kHead ? word.substr(kHead) : std::string_view{};
  }
  static uint32_t DigestOf(std::string_view tail);
  // Where to look for a word first, and where after that.
  size_t FirstSlot(uint64_t head, uint32_t tail) const {
    constexpr uint64_t kFactor = 0x9E3779B97F4A7C15U;
    constexpr unsigned kFold = 32;
    return static_cast<size_t>(((head ^ tail) * kFactor) >> kFold) & (slots_.size() - 1);
  }
  size_t NextSlot(size_t at) const { return (at + 1) & (slots_.size() - 1); }
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
