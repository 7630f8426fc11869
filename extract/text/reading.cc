#include "extract/text/reading.h"

#include <algorithm>

#include "extract/text/word_marks.h"

namespace tallywire::extract {

size_t Reading::SentenceOf(uint32_t token) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](uint32_t t, const Sentence& s) { return t < s.first; });
  return after == sentences.begin() ? 0 : static_cast<size_t>(after - sentences.begin()) - 1;
}

namespace {

// 1 where the token can begin a sentence: capitals, figures, opening quotes and currency signs can, lower case can't.
unsigned MayBegin(const Token& token) {
  return static_cast<unsigned>(token.space_before) &
         (static_cast<unsigned>(token.kind != TokenKind::kWord) | static_cast<unsigned>(token.capital));
}

// 1 where a sentence can end behind the token: a mark, or a word with a full stop of its own.
unsigned MayEnd(const Token& token, std::string_view text) {
  return static_cast<unsigned>(token.kind == TokenKind::kSymbol) | static_cast<unsigned>(text[token.end - 1] == '.');
}

}  // namespace

void ReadWords(const Lexicon& lexicon, Reading& reading) {
  lexicon.NumberWords(reading.text, reading.tokens, reading.words);
  static constexpr uint8_t kOfKind[] = {kMarkBig, kMarksOfDigits, 0};  // words, digits, symbols
  constexpr unsigned kLetters = 26;
  reading.marks.resize(reading.tokens.size());
  // Copies, since marks are bytes, and a byte that is written might be one of anything looked at through a reference.
  const std::string_view text = reading.text;
  const std::span<const uint8_t> marks_of_words = lexicon.marks();
  unsigned may_end = 0;  // a sentence, with the token in front
  std::transform(reading.tokens.begin(), reading.tokens.end(), reading.words.begin(), reading.marks.begin(),
                 [text, marks_of_words, &may_end](const Token& token, uint32_t word) {
                   const auto letter = static_cast<unsigned char>(text[token.start] - 'a');
                   const unsigned small = letter < kLetters ? kMarkBig : 0;
                   // Told without a jump for what is mostly neither.
                   const unsigned breaks = (MayBegin(token) & may_end) | static_cast<unsigned>(token.blank_before);
                   may_end = MayEnd(token, text);
                   const unsigned marks = marks_of_words[word] | kOfKind[static_cast<size_t>(token.kind)];
                   return static_cast<uint8_t>((marks & ~small) | breaks * kMarkBreak);
                 });
}

}  // namespace tallywire::extract
