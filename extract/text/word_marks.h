// Bits by which a layer sees at a glance which tokens of a text concern it.
#pragma once

#include <cstdint>
#include <span>

#include "extract/text/eight_bytes.h"

namespace tallywire::extract {

// The word …
enum WordMark : uint8_t {
  kMarkNumber = 1,    // may begin a number
  kMarkPoint = 2,     // is a full stop, and so may a decimal point
  kMarkDate = 4,      // is a sign of a date, be it one that counts only in company
  kMarkPhrase = 8,    // begins a phrase with a meaning for events: a measure, an item, a role, …
  kMarkLiteral = 16,  // is asked for by a rule of events
  kMarkBig = 32,      // begins with no small letter of ASCII
  kMarkBreak = 64     // may be the first of a sentence: by its own look and that of the token in front of it
};
inline constexpr uint8_t kMarksOfDigits = kMarkNumber | kMarkDate;

// The first token of [at, end) with one of the marks; `end` where there is none.
inline uint32_t NextMarked(std::span<const uint8_t> marks, uint32_t at, uint32_t end, uint8_t wanted) {
  for (; at + sizeof(uint64_t) <= end; at += sizeof(uint64_t)) {
    const uint64_t found = LoadEight(marks.data() + at) & (wanted * kEachByte);
    if (found != 0) return at + BytesBefore(found);
  }
  while (at < end && (marks[at] & wanted) == 0) ++at;
  return at;
}

}  // namespace tallywire::extract
