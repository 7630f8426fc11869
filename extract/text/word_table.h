// A table from words to numbers, made for looking up every word of a text: one flat array, one pool of letters.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/eight_bytes.h"

namespace tallywire::extract {

// Const look-ups are safe to share between threads. Words hold no NUL.
class WordTable {
 public:
  static constexpr uint32_t kNone = 0;  // numbers count from 1
  static constexpr size_t kEight = sizeof(uint64_t);

  uint32_t Find(std::string_view word) const {
    return word.size() <= kEight ? FindShort(FirstOf(word)) : slots_[SlotOf(word)].number;
  }
  // The same for a word of at most eight bytes, the first one lowest and zeros behind the last.
  uint32_t FindShort(uint64_t word) const {
    return slots_[Probe(word, kNoDigest, [](uint32_t) { return true; })].number;
  }
  // The same for a word of nine to sixteen bytes, by its first and its last eight.
  uint32_t FindLong(uint64_t first, uint64_t last, size_t length) const {
    return slots_[Probe(first, DigestOf(last, length),
                        [&](uint32_t number) {
                          const Word& word = words_[number];
                          return word.length == length &&
                                 LoadEight(letters_.data() + word.letters + length - kEight) == last;
                        })]
        .number;
  }
  // Has the slot of a word of one to sixteen bytes fetched from memory; of eight and less, `last` does not count.
  void Prefetch(uint64_t first, uint64_t last, size_t length) const {
    __builtin_prefetch(&slots_[HomeOf(first, length <= kEight ? kNoDigest : DigestOf(last, length))]);
  }
  // The number of the word in lower case, where that is seen at once: kNone also for long words and for some in other
  // letters than those of ASCII.
  uint32_t FindFolded(std::string_view word) const {
    if (word.size() > kEight) return kNone;
    const uint64_t first = FirstOf(word);
    return (first & kHighBits) == 0 ? FindShort(LowerAscii(first)) : kNone;
  }
  // The word's number; a new one for a new word.
  uint32_t Add(std::string_view word);
  // Makes room for that many words.
  void Reserve(size_t words);
  size_t size() const { return words_.size() - 1; }
  size_t LengthOf(uint32_t number) const { return words_[number].length; }
  std::string_view WordOf(uint32_t number) const {
    return std::string_view(letters_).substr(words_[number].letters, words_[number].length);
  }

 private:
  static constexpr uint32_t kNoDigest = 0;
  static constexpr size_t kSlotsPerWord = 4;  // at least: most words are found, or not, at the first look

  // The first letters of a word as a number, and a digest of the others: most words have none.
  struct Slot {
    uint64_t first = 0;
    uint32_t number = kNone;
    uint32_t digest = kNoDigest;
  };
  struct Word {
    uint32_t length = 0;
    uint32_t letters = 0;  // where they begin in letters_
  };

  static uint64_t FirstOf(std::string_view word) {
    return word.size() < kEight ? LoadShort(word.data(), word.size()) : LoadEight(word.data());
  }
  static uint32_t DigestOf(std::string_view word) {
    return word.size() <= kEight ? kNoDigest : DigestOf(LoadEight(word.data() + word.size() - kEight), word.size());
  }
  // Of a longer word its length and its last letters are enough.
  static uint32_t DigestOf(uint64_t last, size_t length) {
    return static_cast<uint32_t>(((last ^ length) * kFactor) >> kFold) | 1U;
  }
  // Where a word is looked for first.
  size_t HomeOf(uint64_t first, uint32_t digest) const {
    return static_cast<size_t>(((first ^ digest) * kFactor) >> kFold) & (slots_.size() - 1);
  }
  // The slot of the word that `holds` (asked of those whose beginning and digest are right), or the free one where it
  // belongs.
  template <class Holds>
  size_t Probe(uint64_t first, uint32_t digest, const Holds& holds) const {
    for (size_t at = HomeOf(first, digest);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      const uint64_t other = (slot.first ^ first) | (slot.digest ^ digest);  // zero for what is looked for
      // One jump, whether the word is known or not: by the two apart, half of them would be foreseen wrongly.
      if (std::min(other, uint64_t{slot.number}) != 0) continue;
      if (slot.number == kNone || holds(slot.number)) return at;
    }
  }
  size_t SlotOf(std::string_view word) const {
    return Probe(FirstOf(word), DigestOf(word), [&](uint32_t number) { return WordOf(number) == word; });
  }
  void Resize(size_t slots);

  static constexpr uint64_t kFactor = 0x9E3779B97F4A7C15U;
  static constexpr unsigned kFold = 32;

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two
  std::vector<Word> words_ = std::vector<Word>(1);   // by number
  std::string letters_;
};

}  // namespace tallywire::extract
