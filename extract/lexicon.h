// Vocabularies: phrases in natural spelling, found in a tokenised text by longest match.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/token.h"

namespace tallywire::extract {

// A kind of mark that patterns can ask for: "month", "measure", "=from" (the very word "from").
using Tag = uint16_t;

// Names of tags. Filled while rules are loaded, const afterwards.
class TagNames {
 public:
  Tag Add(std::string_view name);  // the tag of that name, new or not
  bool Has(std::string_view name) const { return index_.contains(std::string(name)); }
  const std::string& NameOf(Tag tag) const { return names_[tag]; }
  size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, Tag> index_;
};

// One meaning of a phrase: its tag, and the entry of the vocabulary behind that tag ("May" is month 5 and a verb).
struct Sense {
  Tag tag = 0;
  uint32_t entry = 0;
  bool exact = false;     // only in the spelling of the vocabulary, capitals included ("US" but not "us")
  uint32_t spelling = 0;  // of an exact sense: which of its phrase's spellings
};

// Writes out the short forms of vocabularies: "quota(s)" is quota and quotas, "rais(e|es|ed|ing)" four words; a group
// with one member may be left out. Groups do not nest.
std::vector<std::string> ExpandForms(std::string_view form);

class Lexicon {
 public:
  static constexpr uint32_t kNoWord = 0;
  static constexpr uint32_t kNoPhrase = UINT32_MAX;

  // Adds a phrase in natural spelling; forms are expanded; a leading "=" asks for the exact spelling.
  void Add(std::string_view phrase, Tag tag, uint32_t entry);

  // The known words' numbers for each token of a text, kNoWord for others. Overwrites `out`.
  void NumberWords(std::string_view text, std::span<const Token> tokens, std::vector<uint32_t>& out) const;

  struct Match {
    uint32_t tokens = 0;  // how many tokens the phrase covers
    uint32_t phrase = kNoPhrase;
  };
  // The longest phrase beginning at token `at` (words as NumberWords gave them); none has tokens == 0.
  Match LongestAt(std::span<const uint32_t> words, size_t at) const;
  // All phrases beginning there, shortest first. Appends to `out`.
  void AllAt(std::span<const uint32_t> words, size_t at, std::vector<Match>& out) const;

  std::span<const Sense> SensesOf(uint32_t phrase) const { return phrases_[phrase].senses; }
  // Whether the sense holds for the words as they stand in the text: a phrase can be exact in one sense and free in
  // another ("M" is a million, "m" metres).
  bool Holds(uint32_t phrase, const Sense& sense, std::string_view words) const {
    return !sense.exact || phrases_[phrase].spellings[sense.spelling] == words;
  }
  // Whether a sense marked `exact` holds for the words as they stand in the text.
  bool SpelledAs(uint32_t phrase, std::string_view words) const;

 private:
  struct Phrase {
    std::vector<Sense> senses;
    std::vector<std::string> spellings;  // of exact senses
  };
  struct NameHash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  uint32_t WordNumber(std::string_view folded);
  void AddOne(std::string_view phrase, Sense sense);

  std::unordered_map<std::string, uint32_t, NameHash, std::equal_to<>> words_;
  std::unordered_map<uint64_t, uint32_t> edges_;  // (node << 32 | word) -> node
  std::vector<uint32_t> phrase_at_;               // by node
  std::vector<bool> begins_;                      // by word: some phrase begins with it
  std::vector<Phrase> phrases_;
};

}  // namespace tallywire::extract
