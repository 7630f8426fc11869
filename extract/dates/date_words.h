// The words that expressions of time are made of: months, weekdays, units, holidays, number words; read from the word
// tables of the calendar files.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/files/rule_document.h"
#include "extract/files/rule_files.h"
#include "extract/text/lexicon.h"
#include "extract/text/reading.h"
#include "model/result.h"

namespace tallywire::extract {

// One meaning of a word: "March" is month 3. `code` is the entry's key in the rule file ("3", "D", "12-25"), `number`
// the same as a number where it is one.
struct DateWord {
  Tag tag = 0;
  std::string code;
  std::optional<int> number;
  std::string language;  // only in texts of that language; empty: in all
  bool context = false;  // read by the program alone and named in no pattern (the list `context`)
};

// The tables, immutable once loaded.
class DateWords {
 public:
  // Reads every table [words.TAG] of the files whose names begin with "calendar": KEY = [forms]. Tables
  // [language.XX.TAG] hold the words of another language. Endings are [suffixes]: TAG = ["ed"], which give unknown
  // words a tag. [beside] lists signs that count only beside others. [moving] lists days: KEY = "2019-06-04 2020-05-24
  // …", which become the code of the words with that key.
  Status Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon);

  // The longest phrase at `at` that has a sense here; `senses` gets the numbers of its meanings (cleared first). Only
  // [at, end) is looked at. 0 tokens where there is none.
  uint32_t LongestAt(const Reading& reading, const Lexicon& lexicon, uint32_t at, uint32_t end,
                     std::string_view language, std::vector<uint32_t>& senses) const;

  // Whether a phrase of the tables begins with this word of the vocabulary.
  bool Begins(uint32_t word) const { return word < begins_.size() && begins_[word] != 0; }
  // Whether the word is a sign of a date: a sentence without one need not be read.
  bool IsSign(uint32_t word) const { return word < signs_.size() && signs_[word] == kSign; }
  // Whether it is one, or one that counts only in company, and has that among the tokens of [first, last).
  bool IsSignAt(const Reading& reading, uint32_t at, uint32_t first, uint32_t last) const {
    const uint32_t word = reading.words[at];
    if (word >= signs_.size() || signs_[word] == kNoSign) return false;
    return signs_[word] == kSign || HasCompany(reading, at, first, last);
  }
  // Whether the word or mark, glued to digits, may be part of a date: "rd", "/".
  bool GoesOnDigits(uint32_t word) const { return word < behind_digits_.size() && behind_digits_[word] != 0; }

  const DateWord& operator[](uint32_t sense) const { return words_[sense]; }
  // Whether the language writes the day before the month in figures (the list `day-first`).
  bool WritesDayFirst(std::string_view language) const;
  // Whether words of the tag make no sentence worth looking at by themselves (tables named in `quiet`).
  bool IsQuiet(Tag tag) const;
  // The tag that the word's ending gives it.
  std::optional<Tag> TagOfEnding(std::string_view word) const;

 private:
  std::vector<DateWord> words_;
  std::vector<std::pair<std::string, Tag>> endings_;
  // A sign that counts only in company: beside digits, or words whose `company_` has its bit.
  struct ShySign {
    std::string word;
    bool exact = false;  // another spelling is a sign by itself
    std::vector<std::string> company;
    uint32_t number = 0;  // in the vocabulary
  };
  // What a phrase can be here.
  struct Meaning {
    uint32_t word = 0;  // in words_
    bool exact = false;
    bool foreign = false;  // only in texts of the word's language
  };
  static constexpr uint8_t kNoSign = 0;
  static constexpr uint8_t kSign = 1;
  static constexpr uint8_t kFirstShy = 2;  // of the first of shy_, and so on
  static constexpr size_t kMostShy = 64;   // bits of company_

  bool IsNumbered(Tag tag) const;
  Status ReadBeside(const RuleFile& file, const RuleNode& root);
  void NoteSigns(TagNames& tags, Lexicon& lexicon);
  void NoteMeanings(const Lexicon& lexicon);
  // None of phrases that came later.
  std::span<const Meaning> MeaningsOf(uint32_t phrase) const {
    if (phrase + size_t{1} >= first_meaning_.size()) return {};
    return std::span(meanings_).subspan(first_meaning_[phrase], first_meaning_[phrase + 1] - first_meaning_[phrase]);
  }
  void NoteCompany(TagNames& tags, Lexicon& lexicon);
  bool IsShyPhrase(std::span<const uint32_t> words) const;
  bool HasCompany(const Reading& reading, uint32_t at, uint32_t first, uint32_t last) const;

  std::vector<std::pair<std::string, Tag>> forms_;  // every form with its tag, until the signs are noted
  std::vector<uint8_t> begins_;                     // by word of the vocabulary: 1 where it is so
  std::vector<uint8_t> signs_;
  std::vector<uint8_t> behind_digits_;
  std::vector<Meaning> meanings_;        // of all phrases
  std::vector<uint32_t> first_meaning_;  // by phrase; one more at the end
  std::vector<ShySign> shy_;
  std::vector<uint64_t> company_;
  std::vector<Tag> quiet_;
  std::vector<std::string> day_first_;
  Tag sense_tag_ = 0;  // marks this layer's senses in the vocabulary shared with other layers
};

}  // namespace tallywire::extract
