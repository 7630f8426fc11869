// A text made ready for the rules: its tokens, their words' numbers in the vocabulary, and its sentences. Made once,
// read by every layer (figures, dates, events).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/text/lexicon.h"
#include "extract/text/token.h"

namespace tallywire::extract {

// Tokens [first, last) of one sentence. Sentences do not overlap and cover all tokens.
struct Sentence {
  uint32_t first = 0;
  uint32_t last = 0;
  bool begins_paragraph = false;
};

struct Reading {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<uint32_t> words;  // by token: Lexicon's word numbers
  std::vector<uint8_t> marks;   // by token: bits of WordMark
  std::vector<Sentence> sentences;

  std::string_view TextOf(uint32_t token) const { return extract::TextOf(tokens[token], text); }
  // The text from the first to behind the last token of [first, last).
  std::string_view TextOf(uint32_t first, uint32_t last) const {
    return first < last ? text.substr(tokens[first].start, tokens[last - 1].end - tokens[first].start)
                        : std::string_view{};
  }
  // Whether the token is "'s".
  bool IsPossessive(uint32_t token) const {
    const std::string_view word = TextOf(token);
    // Asked of every word, few of which end so.
    return word.ends_with('s') && (word.front() == '\'' || word.starts_with("\u2019"));
  }
  // Index of the sentence that holds the token.
  size_t SentenceOf(uint32_t token) const;
};

// Fills the reading's words and marks from its text and tokens.
void ReadWords(const Lexicon& lexicon, Reading& reading);

}  // namespace tallywire::extract
