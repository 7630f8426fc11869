// A sentence as the rules for expressions of time see it: a row of cells with the meanings of each.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/dates/date_words.h"
#include "extract/text/pattern.h"
#include "extract/text/reading.h"

namespace tallywire::extract {

// Tags that the spelling of numbers gives, for patterns to ask for. Digits and number words alike unless said
// otherwise.
struct NumberTags {
  explicit NumberTags(TagNames& tags);
  Tag number;       // any whole number: "1,200", "twenty-four"
  Tag count;        // a number that cannot be a year: less than 1000, grouped, or in words
  Tag digits;       // written in digits
  Tag day;          // 1 to 31 in at most two digits
  Tag day_words;    // 1 to 31 in words
  Tag month;        // 1 to 12 in at most two digits
  Tag two;          // exactly two digits: "89", "05"
  Tag year;         // 1000 to 2199 in four digits, or in words ("nineteen ninety-six")
  Tag year_words;   // "two thousand", "two thousand and five": may be a year
  Tag ordinal;      // "3rd", "third", "twenty-first"
  Tag day_ordinal;  // an ordinal from 1 to 31
  Tag day_th;       // such an ordinal in digits: "18th"
  Tag decade;       // "1990s", "'90s"; its number is the first year, or the year in the century
  Tag hour;         // 0 to 24 in at most two digits
  Tag minute;       // 00 to 59 in two digits
  Tag eight;        // eight digits that name a day: "20200701"
  Tag decimal;      // "3.5"; no number
};

// The meanings of one cell.
struct CellMeaning {
  std::optional<int> number;
  uint32_t first_sense = 0;  // its senses in DateCells::senses: [first_sense, last_sense)
  uint32_t last_sense = 0;
};

// The cells of one sentence. Reused from sentence to sentence.
struct DateCells {
  TaggedText text;
  std::vector<CellMeaning> meanings;  // by cell
  std::vector<uint32_t> senses;       // into DateWords
  // What the tagger holds in hand: tags of one cell, senses of one phrase.
  std::vector<Tag> tags;
  std::vector<uint32_t> scratch;

  void Clear();
  // Whether the cell has a tag for patterns; only such cells can begin a match.
  bool IsTagged(size_t cell) const { return !text.tags(cell).empty(); }
};

// Makes cells of sentences. Const; safe to share between threads.
class DateTagger {
 public:
  // `words` must outlive the tagger. Literal words of the patterns known by then are tagged "=word".
  DateTagger(const DateWords& words, TagNames& tags, const Lexicon& lexicon);

  // Whether the sentence holds a sign of a date; the others need no cells.
  bool HasSign(const Reading& reading, const Sentence& sentence) const;

  void Tag(const Reading& reading, const Lexicon& lexicon, const Sentence& sentence, std::string_view language,
           DateCells& out) const;

  const NumberTags& number_tags() const { return numbers_; }

 private:
  class Work;
  const DateWords& words_;
  NumberTags numbers_;
  extract::Tag word_number_;     // of the number words' table
  extract::Tag ordinal_ending_;  // "st", "th"
  extract::Tag decade_ending_;   // "s"
  extract::Tag apostrophe_;
  extract::Tag number_joint_;           // "and" in "two thousand and five"
  extract::Tag date_mark_;              // what may stand between the digits of a date
  std::vector<extract::Tag> literals_;  // by word number of the vocabulary; 0 where no pattern asks for the word
};

}  // namespace tallywire::extract
