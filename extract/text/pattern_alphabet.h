// The letters in which a sentence is written for one pattern.
//
// A cell of a sentence may carry a dozen tags, of which a pattern asks for one or two. So each set of tags that an
// element of the pattern names is a letter, and a cell is written as its lead, a byte for how it stands in the
// sentence, with the letters of the sets that hold one of its tags. RE2 has fewer bytes to read and automata that know
// nothing of what is beside the point: it takes a fifth of the instructions that it took over one writing of all tags
// for all patterns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/text/lexicon.h"
#include "extract/text/tagged_text.h"

namespace tallywire::extract {

class PatternAlphabet {
 public:
  static constexpr size_t kMostLetters = 128;

  // Leads and letters as RE2 classes, for patterns in Latin-1.
  static constexpr std::string_view kAnyLead = "[a-d]";
  static constexpr std::string_view kGluedLead = "[cd]";
  static constexpr std::string_view kGapLead = "[bd]";
  static constexpr std::string_view kLetters = R"([\x80-\xff]*)";
  static char Lead(bool glued, bool gap) { return static_cast<char>('a' + (gap ? 1 : 0) + (glued ? 2 : 0)); }

  // The letter of "one of these tags", a new one for a new set; nothing when there are kMostLetters already.
  std::optional<char> LetterOf(std::span<const Tag> tags);
  // To be called when all letters are known.
  void Finish();

  // Appends the letters of a cell with these tags.
  void Write(std::span<const Tag> tags, std::string& out) const;

 private:
  static char LetterNumber(size_t number) { return static_cast<char>(static_cast<unsigned char>(0x80 + number)); }

  std::vector<std::vector<Tag>> sets_;         // by letter
  std::vector<std::pair<Tag, char>> letters_;  // by tag; a tag may stand in several sets
  uint64_t mask_ = 0;                          // of their tags, as CellBits::MaskOf has them
};

// A stretch of a sentence in the letters of one pattern. Reused, so that its buffers grow once.
class WrittenCells {
 public:
  // Cells [first, last); those whose class is in `gaps` are such as gaps skip. Overwrites what was written before.
  void Write(const TaggedText& text, const GapClasses& gaps, const PatternAlphabet& alphabet, size_t first,
             size_t last);

  // Begins with the first cell only where that is the sentence's, so that ^ matches nowhere else.
  const std::string& bytes() const { return bytes_; }
  size_t begin() const { return OffsetOf(first_); }
  size_t OffsetOf(size_t cell) const {
    return cell - first_ < offsets_.size() ? offsets_[cell - first_] : bytes_.size();
  }
  // The cell that begins at this byte, or the one behind the last.
  size_t CellAt(size_t offset) const;

 private:
  std::string bytes_;
  std::vector<uint32_t> offsets_;  // by cell, from first_ on
  size_t first_ = 0;
};

}  // namespace tallywire::extract
