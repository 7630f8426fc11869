// What a word can be to the event layer at all, by its number in the lexicon: asked before anything is looked up.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/text/lexicon.h"

namespace tallywire::extract {

struct EventVocabulary;

// In some spelling the word …
enum WordHint : uint32_t {
  kHintItem = 1,        // belongs to an item's name; of a phrase only its longest word
  kHintPlace = 2,       // to a country's or a region's name, or its adjective
  kHintFirm = 4,        // to a company's name
  kHintBody = 8,        // to another subject's name
  kHintNameInner = 16,  // begins an entry of this list of names.toml
  kHintTitle = 32,      // and so on
  kHintNoName = 64,
  kHintSuffix = 128,
  kHintCompanyWord = 256,
  kHintPortfolio = 512,
  kHintAgency = 1024,  // belongs to the name of a body that may have a country of its own
  kHintRegion = 2048,
  kHintLimit = 4096,     // to that of a quota or the like
  kHintBodyWord = 8192,  // begins an entry of these lists of names.toml again
  kHintWork = 16384,
  kHintDescriber = 32768,
  kHintPrefix = 65536,
  kHintNoPart = 131072,
  kHintInTurn = 262144,
  kHintTellsPlace = 524288,  // begins a name that is a country's or a region's, or that of a part or a body of one
};

// Const once made.
class EventHints {
 public:
  EventHints() = default;
  // Call when all words and patterns are loaded. Words of names become known to the lexicon, words of phrases marked.
  EventHints(const EventVocabulary& vocabulary, Lexicon& lexicon);

  unsigned Of(uint32_t word) const { return word < bits_.size() ? bits_[word] : 0U; }
  bool Has(uint32_t word, unsigned hints) const { return (Of(word) & hints) != 0; }

 private:
  void Note(uint32_t word, unsigned hints);

  std::vector<uint32_t> bits_;
};

}  // namespace tallywire::extract
