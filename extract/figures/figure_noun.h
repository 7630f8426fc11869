// Counted nouns: the thing that a number without a unit counts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/figures/figure_phrase.h"
#include "extract/figures/figure_words.h"

namespace tallywire::extract {

// "12 new vehicles": head "vehicle", phrase "new vehicle", tokens behind the number up to the head.
struct CountedNoun {
  uint32_t last = 0;  // behind the head; 0: nothing is counted
  std::string head;   // in the singular, lower case unless a name
  std::string phrase;
  bool attributive = false;  // counted in front of another noun: "a 12 page document"

  bool found() const { return last > 0; }
};

class NounReader {
 public:
  NounReader(const FigureWords& words, const PhraseView& view) : words_(words), view_(view) {}

  // The noun counted by a number that ends in front of token `at`.
  CountedNoun ReadAfter(uint32_t at) const;
  // The noun behind "one": singular.
  CountedNoun ReadAfterOne(uint32_t at) const;
  // The plural behind "two of": "two of the minister's deputies". `at` is the "of".
  CountedNoun ReadAfterOf(uint32_t at) const;
  // The plural behind "one of the": "one of the largest dinosaurs".
  CountedNoun ReadAfterOneOf(uint32_t at) const;

 private:
  static constexpr uint32_t kMostWords = 7;  // of a noun phrase

  // Whether token `at` can be a part of a noun phrase.
  bool Continues(uint32_t at) const;
  bool IsPlural(uint32_t at) const;
  std::string Singular(uint32_t at) const;
  CountedNoun Build(uint32_t first, uint32_t head, bool singular) const;

  const FigureWords& words_;
  const PhraseView& view_;
};

}  // namespace tallywire::extract
