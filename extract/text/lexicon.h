// Vocabularies: phrases in natural spelling, found in a tokenised text by longest match.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/token.h"
#include "extract/text/word_table.h"

namespace tallywire::extract {

// A kind of mark that patterns can ask for: "month", "measure", "=from" (the very word "from").
using Tag = uint16_t;

// Names of tags. Filled while rules are loaded, const afterwards.
class TagNames {
 public:
  // The tag of that name, new or not.
  Tag Add(std::string_view name) { return static_cast<Tag>(names_.Add(name) - 1); }
  bool Has(std::string_view name) const { return names_.Find(name) != WordTable::kNone; }
  std::string_view NameOf(Tag tag) const { return names_.WordOf(tag + 1U); }
  size_t size() const { return names_.size(); }

 private:
  WordTable names_;
};

// One meaning of a phrase: its tag, and the entry of the vocabulary behind that tag ("May" is month 5 and a verb).
struct Sense {
  Tag tag = 0;
  uint32_t entry = 0;
  bool exact = false;     // only in the spelling of the vocabulary, capitals included ("US" but not "us")
  uint32_t spelling = 0;  // of an exact sense: which of the spellings
};

constexpr size_t kMostForms = 256;  // of one word; the built-in ones have a dozen at most

// Writes out the short forms of vocabularies: "quota(s)" is quota and quotas, "rais(e|es|ed|ing)" four words; a group
// with one member may be left out. Groups do not nest. Of a word that stands for more than kMostForms, which no checked
// file holds, the first that many.
std::vector<std::string> ExpandForms(std::string_view form);

class Lexicon {
 public:
  static constexpr uint32_t kNoWord = 0;
  static constexpr uint32_t kNoPhrase = UINT32_MAX;

  // Makes room for that many words, and for words behind the first of phrases, so that the tables need not grow.
  void Reserve(size_t words, size_t edges);
  // Adds a phrase in natural spelling; forms are expanded; a leading "=" asks for the exact spelling.
  void Add(std::string_view phrase, Tag tag, uint32_t entry);

  // Makes the first word of the text known, though no phrase need begin with it; returns its number.
  uint32_t AddWord(std::string_view text);
  // Adds to the word's marks, which are bits of WordMark.
  void Mark(uint32_t word, uint8_t marks) { marks_[word] |= marks; }
  // By word.
  std::span<const uint8_t> marks() const { return marks_; }
  // How many bytes the word of that number has.
  size_t LengthOf(uint32_t word) const { return words_.LengthOf(word); }
  // Calls `visit(words, senses)` for every phrase: the numbers of its words, and its senses.
  template <class Visit>
  void EachPhrase(const Visit& visit) const {
    std::vector<uint32_t> words;
    const std::vector<Edge> parents = Parents();
    for (uint32_t end = 0; end < nodes_.size(); ++end) {
      if (nodes_[end].phrase == kNoPhrase) continue;
      words.clear();
      for (uint32_t node = end; node != kRoot; node = parents[node].from) words.push_back(parents[node].word);
      std::reverse(words.begin(), words.end());
      visit(std::span<const uint32_t>(words), SensesOf(nodes_[end].phrase));
    }
  }

  // The known words' numbers for each token of a text, kNoWord for others. Overwrites `out`.
  void NumberWords(std::string_view text, std::span<const Token> tokens, std::vector<uint32_t>& out) const;

  // Whether a phrase with that tag may begin with the word: no for most words, yes also for some that have none.
  bool MayBegin(uint32_t word, Tag tag) const { return MayBeginAny(word, BitOf(tag)); }
  // Whether a phrase with one of the tags may; `bits` are those of BitOf.
  bool MayBeginAny(uint32_t word, uint64_t bits) const {
    return (begin_tags_[word < begin_tags_.size() ? word : kNoWord] & bits) != 0;
  }
  // Whether a phrase with that tag may end with the word.
  bool MayEnd(uint32_t word, Tag tag) const { return word < ends_.size() && (ends_[word] & BitOf(tag)) != 0; }
  // The first tags have a bit each, all others share the last one: layers that ask load first.
  static uint64_t BitOf(Tag tag) { return uint64_t{1} << std::min<unsigned>(tag, kTagBits - 1); }

  struct Match {
    uint32_t tokens = 0;  // how many tokens the phrase covers
    uint32_t phrase = kNoPhrase;
  };
  // The longest phrase beginning at token `at` (words as NumberWords gave them); none has tokens == 0.
  Match LongestAt(std::span<const uint32_t> words, size_t at) const {
    Match best;
    EachAt(words, at, [&best](const Match& match) { best = match; });
    return best;
  }
  // All phrases beginning there, shortest first. Appends to `out`.
  void AllAt(std::span<const uint32_t> words, size_t at, std::vector<Match>& out) const {
    EachAt(words, at, [&out](const Match& match) { out.push_back(match); });
  }
  // Calls `visit(match)` for all phrases beginning there, shortest first.
  template <class Visit>
  void EachAt(std::span<const uint32_t> words, size_t at, const Visit& visit) const {
    if (at >= words.size()) return;
    const Begins& first = BeginsOf(words[at]);
    if (first.top.phrase != kNoPhrase) visit(Match{1, first.top.phrase});
    uint32_t number = first.node;
    bool inner = first.top.inner;
    for (size_t i = at + 1; inner && i < words.size(); ++i) {
      number = Follow(number, words[i]);
      if (number == kRoot) return;
      const Node& node = nodes_[number];
      if (node.phrase != kNoPhrase) visit(Match{static_cast<uint32_t>(i - at + 1), node.phrase});
      inner = node.inner;
    }
  }

  uint32_t phrase_count() const { return static_cast<uint32_t>(phrases_.size()); }
  std::span<const Sense> SensesOf(uint32_t phrase) const {
    return std::span(senses_).subspan(phrases_[phrase].first, phrases_[phrase].count);
  }
  // Whether the sense holds for the words as they stand in the text: a phrase can be exact in one sense and free in
  // another ("M" is a million, "m" metres).
  bool Holds(const Sense& sense, std::string_view words) const {
    return !sense.exact || spellings_[sense.spelling] == words;
  }
  // Whether a sense marked `exact` holds for the words as they stand in the text.
  bool SpelledAs(uint32_t phrase, std::string_view words) const;

 private:
  // Senses [first, first + count) of the pool; what grows moves to the pool's end.
  struct Phrase {
    uint32_t first = 0;
    uint32_t count = 0;
    uint32_t room = 0;
  };
  static constexpr uint32_t kRoot = 0;
  struct Node {
    uint32_t phrase = kNoPhrase;  // that ends here
    bool inner = false;           // longer phrases go on from here
  };
  // What begins with a word: small, since this is looked at for every other word of a text.
  struct Begins {
    uint32_t node = kRoot;
    Node top;  // that very node, at hand for the many words that are phrases of their own
  };
  struct Edge {
    uint32_t from = 0;
    uint32_t word = kNoWord;  // kNoWord: a free slot
    uint32_t to = kRoot;
  };

  static constexpr unsigned kTagBits = 64;

  const Begins& BeginsOf(uint32_t word) const { return begins_[word < begins_.size() ? word : kNoWord]; }
  void AddOne(std::string_view phrase, Sense sense);
  uint32_t NumberFor(std::string_view folded);
  // The node that `word` leads to, new where there is none.
  uint32_t Extend(uint32_t node, uint32_t word);
  // The node that `word` leads to, kRoot where there is none.
  uint32_t Next(uint32_t node, uint32_t word) const {
    if (node == kRoot) return BeginsOf(word).node;
    return nodes_[node].inner ? Follow(node, word) : kRoot;
  }
  // The same for an inner node. Most words lead nowhere, which has_edge_ mostly tells without a look at the edges.
  uint32_t Follow(uint32_t node, uint32_t word) const {
    const uint32_t bit = BitOfEdge(HashOf(node, word));
    return (has_edge_[bit / 64] >> bit % 64 & 1U) != 0 ? edges_[SlotOf(node, word)].to : kRoot;
  }
  static uint64_t HashOf(uint32_t node, uint32_t word) {
    constexpr uint64_t kFactor = 0x9E3779B97F4A7C15U;
    return ((uint64_t{node} << 32U) | word) * kFactor;
  }
  static uint32_t BitOfEdge(uint64_t hash) { return static_cast<uint32_t>(hash >> 48U); }
  size_t SlotOf(uint32_t node, uint32_t word) const;
  void ResizeEdges(size_t slots);
  std::vector<Edge> Parents() const;  // by node: the edge that leads there
  void AddSense(Phrase& phrase, const Sense& sense);

  WordTable words_;
  std::vector<uint8_t> marks_ = std::vector<uint8_t>(1);  // by word; kNoWord has none
  std::vector<Begins> begins_ = std::vector<Begins>(1);   // by word; nothing begins with kNoWord
  // By word: bits of the senses of all phrases that begin and that end with it.
  std::vector<uint64_t> begin_tags_ = std::vector<uint64_t>(1);
  std::vector<uint64_t> ends_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::vector<Edge> edges_ = std::vector<Edge>(64);  // a power of two, at most half full
  size_t edge_count_ = 0;
  std::vector<uint64_t> has_edge_ = std::vector<uint64_t>((uint32_t{1} << 16U) / 64);  // bits by BitOfEdge
  std::vector<Phrase> phrases_;
  std::vector<Sense> senses_;
  std::vector<std::string> spellings_;  // of exact senses

  // Room to work in while phrases are added.
  std::vector<Token> tokens_;
  std::string folded_;
};

}  // namespace tallywire::extract
