// The words of a text as names are read from them. All `at` are tokens of the reading.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "extract/events/event_vocabulary.h"
#include "extract/text/reading.h"

namespace tallywire::extract {

// "BHP", "U.S."
inline bool AllCapitals(std::string_view word) {
  return word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The reading and the vocabulary must outlive it.
class NameText {
 public:
  NameText(const Reading& reading, const EventVocabulary& vocabulary) : reading_(reading), vocabulary_(vocabulary) {}

  const Reading& reading() const { return reading_; }
  const EventVocabulary& vocabulary() const { return vocabulary_; }

  std::string_view Word(uint32_t at) const { return reading_.TextOf(at); }
  // Not the letter of a code: "the B40 mandate".
  bool IsCapital(uint32_t at) const {
    const std::span<const Token> tokens(reading_.tokens);
    const bool capital = tokens[at].kind == TokenKind::kWord && tokens[at].capital;
    if (!capital || tokens[at].end != tokens[at].start + 1 || at + 1 >= tokens.size()) return capital;
    return tokens[at + 1].kind != TokenKind::kDigits || tokens[at + 1].space_before;
  }

  // Behind a quotation mark or a colon a sentence begins as well.
  bool Opens(uint32_t at) const { return reading_.tokens[at - 1].kind == TokenKind::kSymbol && Word(at - 1) != ","; }

  bool Hinted(uint32_t at, unsigned hints) const { return vocabulary_.hints.Has(reading_.words[at], hints); }
  // Whether the word is in the list of that hint.
  bool Is(uint32_t at, WordHint hint, const WordSet& list) const { return Hinted(at, hint) && list.contains(Word(at)); }

  // How many tokens the company suffix at `at` has; 0 where there is none. "A/S" is three.
  uint32_t SuffixAt(uint32_t at) const { return Hinted(at, kHintSuffix) ? HintedSuffixAt(at) : 0; }

 private:
  uint32_t HintedSuffixAt(uint32_t at) const;

  const Reading& reading_;
  const EventVocabulary& vocabulary_;
};

}  // namespace tallywire::extract
