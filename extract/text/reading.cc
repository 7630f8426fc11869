#include "extract/text/reading.h"

#include <algorithm>

#include "extract/text/word_marks.h"

namespace tallywire::extract {

size_t Reading::SentenceOf(uint32_t token) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](uint32_t t, const Sentence& s) { return t < s.first; });
  return after == sentences.begin() ? 0 : static_cast<size_t>(after - sentences.begin()) - 1;
}

void ReadWords(const Lexicon& lexicon, Reading& reading) {
  lexicon.NumberWords(reading.text, reading.tokens, reading.words);
  constexpr uint8_t kOfKind[] = {kMarkBig, kMarksOfDigits, 0};  // words, digits, symbols
  constexpr unsigned kLetters = 26;
  reading.marks.resize(reading.tokens.size());
  std::transform(
      reading.tokens.begin(), reading.tokens.end(), reading.words.begin(), reading.marks.begin(),
      [&](const Token& token, uint32_t word) {
        const auto letter = static_cast<unsigned char>(reading.text[token.start] - 'a');
        const unsigned small = letter < kLetters ? kMarkBig : 0;
        return static_cast<uint8_t>((lexicon.MarksOf(word) | kOfKind[static_cast<size_t>(token.kind)]) & ~small);
      });
}

}  // namespace tallywire::extract
