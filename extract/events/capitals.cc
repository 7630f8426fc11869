#include "extract/events/capitals.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

// In a heading prepositions and articles may be small.
constexpr uint32_t kLongWord = 5;
constexpr uint32_t kLeastLongWords = 3;

uint32_t WordsOf(const NameText& text, const Sentence& sentence) {
  uint32_t words = 0;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) words += text.reading().tokens[i].kind == TokenKind::kWord;
  return words;
}

bool EndsWithStop(const NameText& text, const Sentence& sentence) {
  const std::string_view last = text.Word(sentence.last - 1);
  return last == "." || last == "!" || last == "?" || last == "\"" || last == "\u201d";
}

bool IsHeading(const NameText& text, const Sentence& sentence) {
  if (EndsWithStop(text, sentence)) return false;
  uint32_t long_words = 0;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = text.reading().tokens[i];
    if (token.kind != TokenKind::kWord || token.end - token.start < kLongWord) continue;
    if (!token.capital) return false;
    ++long_words;
  }
  return long_words >= kLeastLongWords;
}

// "Chemours said": a capital without another one, or a word that joins two, beside it.
bool StandsAlone(const NameText& text, uint32_t at, const Sentence& sentence) {
  const auto joins = [&](uint32_t other) { return text.IsCapital(other) || text.Hinted(other, kHintNameInner); };
  if (at > sentence.first && joins(at - 1)) return false;
  return at + 1 >= sentence.last || !joins(at + 1);
}

}  // namespace

Capitals::Capitals(const NameText& text) : text_(text), reading_(text.reading()) {
  for (const Sentence& sentence : reading_.sentences) Read(sentence);
  NoteCapitals();
  NoteSmall();
}

void Capitals::Read(const Sentence& sentence) {
  const size_t before = capitals_.size();
  uint32_t loud = 0;
  const std::span<const uint8_t> marks(reading_.marks);
  for (uint32_t at = sentence.first;; ++at) {
    at = NextMarked(marks, at, sentence.last, kMarkBig);
    if (at == sentence.last) break;
    if (text_.IsCapital(at)) capitals_.push_back({at, &sentence});
    loud += AllCapitals(text_.Word(at)) ? 1U : 0U;
  }
  if (capitals_.size() == before) return;
  if ((loud > 0 && loud * 2 > WordsOf(text_, sentence)) || IsHeading(text_, sentence)) capitals_.resize(before);
}

void Capitals::NoteCapitals() {
  seen_.Reserve(capitals_.size() / 2);  // most words stand more than once
  for (const Capital& capital : capitals_) {
    const bool inner = capital.token > capital.sentence->first && !text_.Opens(capital.token);
    const bool alone = StandsAlone(text_, capital.token, *capital.sentence);
    if (!inner && !alone) continue;
    uint8_t& how = how_[Add(text_.Word(capital.token))];
    how = static_cast<uint8_t>(how | (inner ? unsigned{kInner} : 0U) | (alone ? unsigned{kAlone} : 0U));
  }
}

uint32_t Capitals::Add(std::string_view word) {
  const uint32_t number = seen_.Add(word);
  if (how_.size() <= number) how_.resize(number + size_t{1});
  return number;
}

// One pass over the text for all its words that begin sentences: a look for each of them would be quadratic.
void Capitals::NoteSmall() {
  constexpr uint32_t kLongest = 63;  // bytes; longer words share a bit
  constexpr unsigned kToSmall = 'a' - 'A';
  enum : uint8_t { kNone, kOne, kSeveral };
  std::vector<uint8_t> sought;         // how many spellings are looked for, by number in the vocabulary
  std::array<uint64_t, 256> others{};  // lengths of those that are not in it, by first letter: few words have them
  for (const Capital& capital : capitals_) {
    const std::string_view word = text_.Word(capital.token);
    const bool opens = capital.token == capital.sentence->first || text_.Opens(capital.token);
    if (!opens || word.front() < 'A' || word.front() > 'Z' || AllCapitals(word)) continue;
    const uint32_t spelling = Add(word);
    if ((how_[spelling] & (kInner | kSought)) != 0) continue;
    how_[spelling] |= kSought;
    const uint32_t number = reading_.words[capital.token];
    if (sought.size() <= number) sought.resize(number + size_t{1});
    sought[number] = sought[number] == kNone ? kOne : kSeveral;
    if (number == Lexicon::kNoWord) {
      others[static_cast<unsigned char>(word.front()) + kToSmall] |= uint64_t{1}
                                                                     << std::min<size_t>(word.size(), kLongest);
    }
  }
  if (sought.empty()) return;
  sought[Lexicon::kNoWord] = kNone;  // `others` has them
  sought.push_back(kNone);           // for all numbers behind
  const size_t behind = sought.size() - 1;
  std::string as_opener;
  for (uint32_t at = 0; at < reading_.words.size(); ++at) {
    const uint32_t number = reading_.words[at];
    const Token& token = reading_.tokens[at];
    const auto first = static_cast<unsigned char>(reading_.text[token.start]);
    // Both are looked up, since whether a word is in the vocabulary is hard to foresee.
    const uint64_t other = others[first] >> std::min(token.end - token.start, kLongest) & 1U;
    const uint64_t known = sought[std::min<size_t>(number, behind)];
    if ((number == Lexicon::kNoWord ? other : known) == 0 || first < 'a' || first > 'z') continue;
    as_opener.assign(reading_.TextOf(at));
    as_opener.front() = static_cast<char>(first - kToSmall);
    const uint32_t spelling = seen_.Find(as_opener);
    if (spelling == WordTable::kNone) continue;
    how_[spelling] |= kSmall;
    if (known == kOne) sought[number] = kNone;
  }
}

bool Capitals::Stands(std::string_view word, unsigned how) const {
  const uint32_t number = seen_.Find(word);
  return number != WordTable::kNone && (how_[number] & how) != 0;
}

}  // namespace tallywire::extract
