// What phrases of the vocabulary mean to events, put together once: most mean the same wherever they stand.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/text/lexicon.h"

namespace tallywire::extract {

struct EventVocabulary;

// All senses of a phrase at once, as a cell takes them.
struct PhraseSenses {
  uint64_t roles = 0;  // bits of WordRole
  int measure = -1;    // entries of the vocabulary
  int verb = -1;
  int item = -1;
  int activity = -1;
  uint32_t first_tag = 0;  // in the tags of all
  uint16_t tags = 0;
  uint16_t word_tags = 0;  // behind them: of its literal use in patterns
  bool speaks = false;     // it means something to events, in some spelling at least
  bool plain = true;       // all of this holds wherever it stands: no exact spelling, nobody's name
};

// Const once made.
class PhraseTable {
 public:
  PhraseTable() = default;
  // Call when all words and patterns are loaded.
  PhraseTable(const EventVocabulary& vocabulary, const Lexicon& lexicon);

  const PhraseSenses& operator[](uint32_t phrase) const { return phrases_[phrase]; }
  std::span<const Tag> TagsOf(const PhraseSenses& phrase) const {
    return std::span(tags_).subspan(phrase.first_tag, phrase.tags);
  }
  std::span<const Tag> WordTagsOf(const PhraseSenses& phrase) const {
    return std::span(tags_).subspan(phrase.first_tag + phrase.tags, phrase.word_tags);
  }

 private:
  PhraseSenses Read(const EventVocabulary& vocabulary, std::span<const Sense> senses);

  std::vector<PhraseSenses> phrases_;
  std::vector<Tag> tags_;
};

}  // namespace tallywire::extract
