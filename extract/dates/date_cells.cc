#include "extract/dates/date_cells.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

std::optional<int> NumberIn(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool IsDay(std::string_view eight) {
  const auto month = NumberIn(eight.substr(4, 2));
  const auto day = NumberIn(eight.substr(6, 2));
  const auto year = NumberIn(eight.substr(0, 4));
  return *year >= 1900 && *year < 2100 && *month >= 1 && *month <= 12 && *day >= 1 && *day <= 31;
}

// Adds up number words read from left to right: "two thousand and five", "nineteen ninety-six" (a year in two parts).
struct WordSum {
  int total = 0;
  int current = 0;
  int last = 0;
  bool pair = false;  // a year in two parts

  bool Take(int value) {
    if (value >= 100) return Multiply(value);
    if (last == 0) {
      current = value;
    } else if (value < 10 && last >= 20 && last < 100 && current % 10 == 0) {
      current += value;
    } else if (last >= 100 && current % 100 == 0) {
      current += value;
    } else if (value >= 10 && !pair && total == 0 && current >= 10 && current < 22) {
      current = current * 100 + value;
      pair = true;
    } else {
      return false;
    }
    last = value;
    return true;
  }

  int Value() const { return total + current; }

 private:
  bool Multiply(int value) {
    if (value == 100 && (current >= 100 || pair)) return false;
    if (value > 100 && (total != 0 || current >= 1000 || pair)) return false;
    current = std::max(current, 1) * value;
    if (value >= 1000) {
      total = current;
      current = 0;
    }
    last = value;
    return true;
  }
};

}  // namespace

NumberTags::NumberTags(TagNames& tags)
    : number(tags.Add("number")),
      count(tags.Add("count")),
      digits(tags.Add("digits")),
      day(tags.Add("day")),
      day_words(tags.Add("day-words")),
      month(tags.Add("month-number")),
      two(tags.Add("two-digits")),
      year(tags.Add("year")),
      year_words(tags.Add("year-words")),
      ordinal(tags.Add("ordinal")),
      day_ordinal(tags.Add("day-ordinal")),
      day_th(tags.Add("day-th")),
      decade(tags.Add("decade")),
      hour(tags.Add("hour")),
      minute(tags.Add("minute")),
      eight(tags.Add("eight-digits")),
      decimal(tags.Add("decimal")) {}

void DateCells::Clear() {
  text.Clear();
  meanings.clear();
  senses.clear();
}

// One sentence on its way to cells.
class DateTagger::Work {
 public:
  Work(const DateTagger& tagger, const Reading& reading, const Lexicon& lexicon, std::string_view language,
       uint32_t first, uint32_t end, DateCells& out)
      : tagger_(tagger),
        reading_(reading),
        lexicon_(lexicon),
        language_(language),
        first_(first),
        end_(end),
        out_(out),
        tags_(out.tags),
        scratch_(out.scratch) {}

  void Run() {
    for (uint32_t at = first_; at < end_;) {
      tags_.clear();
      meaning_ = {};
      meaning_.first_sense = static_cast<uint32_t>(out_.senses.size());
      const bool digits = reading_.tokens[at].kind == TokenKind::kDigits;
      const uint32_t count = digits ? Digits(at) : Words(at);
      meaning_.last_sense = static_cast<uint32_t>(out_.senses.size());
      out_.text.Add({at, count}, 'w', !reading_.tokens[at].space_before, tags_);
      out_.meanings.push_back(meaning_);
      at += count;
    }
  }

 private:
  const NumberTags& Numbers() const { return tagger_.numbers_; }
  bool Glued(uint32_t at) const { return at < end_ && !reading_.tokens[at].space_before; }
  bool IsMark(uint32_t at, std::string_view mark) const { return Glued(at) && reading_.TextOf(at) == mark; }
  bool IsDigits(uint32_t at) const { return Glued(at) && reading_.tokens[at].kind == TokenKind::kDigits; }

  void Literal(uint32_t at) {
    const uint32_t word = reading_.words[at];
    if (word < tagger_.literals_.size() && tagger_.literals_[word] != 0) tags_.push_back(tagger_.literals_[word]);
  }

  // Digits, alone or with what is glued to them; returns the tokens covered.
  uint32_t Digits(uint32_t at) {
    std::string_view text = reading_.TextOf(at);
    uint32_t next = at + 1;
    std::string grouped;
    while (text.size() <= 3 && IsMark(next, ",") && IsDigits(next + 1) && reading_.TextOf(next + 1).size() == 3) {
      if (grouped.empty()) grouped = text;
      grouped += reading_.TextOf(next + 1);
      next += 2;
    }
    const bool in_row = at > first_ && IsMark(at - 1, ".") && Glued(at);  // "23.04.2022"
    if (!in_row && IsMark(next, ".") && IsDigits(next + 1) && !IsMark(next + 2, ".")) {
      tags_.push_back(Numbers().decimal);
      return next + 2 - at;
    }
    const std::string_view all = grouped.empty() ? text : grouped;
    if (all.size() > 9) return next - at;
    meaning_.number = NumberIn(all);
    if (next != at + 1) {
      tags_.push_back(Numbers().number);
      tags_.push_back(Numbers().count);
      return next - at;
    }
    if (const uint32_t ordinal = OrdinalSuffix(at); ordinal != 0) return ordinal;
    if (const uint32_t decade = Decade(at); decade != 0) return decade;
    PlainDigits(text);
    Literal(at);
    return 1;
  }

  void PlainDigits(std::string_view text) {
    const int value = *meaning_.number;
    const NumberTags& n = Numbers();
    tags_.push_back(n.number);
    tags_.push_back(n.digits);
    if (text.size() <= 3) tags_.push_back(n.count);
    if (text.size() <= 2) {
      if (value >= 1 && value <= 31) tags_.push_back(n.day);
      if (value >= 1 && value <= 12) tags_.push_back(n.month);
      if (value <= 24) tags_.push_back(n.hour);
    }
    if (text.size() == 2) {
      tags_.push_back(n.two);
      if (value < 60) tags_.push_back(n.minute);
    }
    if (text.size() == 4 && value >= 1000 && value < 2200) tags_.push_back(n.year);
    if (text.size() == 8 && IsDay(text)) tags_.push_back(n.eight);
  }

  // "3rd", "21st": the suffix is a word of the table of ordinal endings.
  uint32_t OrdinalSuffix(uint32_t at) {
    if (!Glued(at + 1)) return 0;
    if (!HasSenseOf(at + 1, tagger_.ordinal_ending_)) return 0;
    TagOrdinal(*meaning_.number);
    if (*meaning_.number >= 1 && *meaning_.number <= 31) tags_.push_back(Numbers().day_th);
    return 2;
  }

  uint32_t Decade(uint32_t at) {
    const std::string_view text = reading_.TextOf(at);
    // Not "CS50's".
    const bool in_name = at > first_ && Glued(at) && reading_.tokens[at - 1].kind == TokenKind::kWord;
    if (in_name || text.back() != '0' || (text.size() != 2 && text.size() != 4)) return 0;
    uint32_t next = at + 1;
    if (Glued(next) && HasSenseOf(next, tagger_.apostrophe_)) ++next;
    if (!Glued(next) || !HasSenseOf(next, tagger_.decade_ending_)) return 0;
    tags_.push_back(Numbers().decade);
    return next + 1 - at;
  }

  bool HasSenseOf(uint32_t at, extract::Tag tag) {
    tagger_.words_.LongestAt(reading_, lexicon_, at, std::min(at + 1, end_), language_, scratch_);
    return std::any_of(scratch_.begin(), scratch_.end(), [&](uint32_t s) { return tagger_.words_[s].tag == tag; });
  }

  void TagOrdinal(int value) {
    tags_.push_back(Numbers().ordinal);
    if (value >= 1 && value <= 31) tags_.push_back(Numbers().day_ordinal);
  }

  // A word, a phrase of the tables, or a run of number words; returns the tokens covered.
  uint32_t Words(uint32_t at) {
    if (!tagger_.words_.Begins(reading_.words[at])) {
      Literal(at);
      return 1;
    }
    const uint32_t count = std::max(1U, tagger_.words_.LongestAt(reading_, lexicon_, at, end_, language_, scratch_));
    std::optional<int> number;
    for (const uint32_t sense : scratch_) {
      const DateWord& word = tagger_.words_[sense];
      if (word.tag == tagger_.word_number_) number = word.number;
    }
    if (number && count == 1) return NumberWords(at);
    TagSenses(scratch_);
    if (count == 1) Literal(at);
    return count;
  }

  void TagSenses(const std::vector<uint32_t>& senses) {
    for (const uint32_t sense : senses) {
      const DateWord& word = tagger_.words_[sense];
      if (!word.context) tags_.push_back(word.tag);
      if (word.tag == Numbers().ordinal) {
        meaning_.number = word.number;
        if (word.number && *word.number <= 31) tags_.push_back(Numbers().day_ordinal);
      }
      out_.senses.push_back(sense);
    }
  }

  std::optional<int> NumberOf(uint32_t at, extract::Tag tag) {
    if (at >= end_) return std::nullopt;
    tagger_.words_.LongestAt(reading_, lexicon_, at, at + 1, language_, scratch_);
    for (const uint32_t sense : scratch_) {
      if (tagger_.words_[sense].tag == tag) return tagger_.words_[sense].number;
    }
    return std::nullopt;
  }

  // Skips the hyphen or "and" that may stand between number words.
  uint32_t Joined(uint32_t at, const WordSum& sum) {
    if (at < end_ && IsMark(at, "-") && Glued(at + 1)) return at + 1;
    if (at < end_ && sum.last >= 100 && HasSenseOf(at, tagger_.number_joint_)) return at + 1;
    return at;
  }

  uint32_t NumberWords(uint32_t at) {
    WordSum sum;
    sum.Take(*NumberOf(at, tagger_.word_number_));
    uint32_t next = at + 1;
    while (next < end_) {
      const uint32_t candidate = Joined(next, sum);
      const auto value = NumberOf(candidate, tagger_.word_number_);
      WordSum more = sum;
      if (value && more.Take(*value)) {
        sum = more;
        next = candidate + 1;
        continue;
      }
      const auto ordinal = NumberOf(candidate, Numbers().ordinal);
      if (ordinal && *ordinal < 10 && sum.last >= 20 && sum.last < 100) {
        meaning_.number = sum.Value() + *ordinal;
        TagOrdinal(*meaning_.number);
        return candidate + 1 - at;
      }
      break;
    }
    TagNumberWords(sum);
    if (next == at + 1) Literal(at);
    return next - at;
  }

  void TagNumberWords(const WordSum& sum) {
    const int value = sum.Value();
    meaning_.number = value;
    tags_.push_back(Numbers().number);
    if (!sum.pair) tags_.push_back(Numbers().count);
    if (value >= 1 && value <= 31) tags_.push_back(Numbers().day_words);
    if (sum.pair) tags_.push_back(Numbers().year);
    if (!sum.pair && value >= 1000 && value < 2200) tags_.push_back(Numbers().year_words);
  }

  const DateTagger& tagger_;
  const Reading& reading_;
  const Lexicon& lexicon_;
  const std::string_view language_;
  const uint32_t first_;
  const uint32_t end_;
  DateCells& out_;
  std::vector<extract::Tag>& tags_;  // of the cell in hand
  std::vector<uint32_t>& scratch_;   // senses
  CellMeaning meaning_;
};

DateTagger::DateTagger(const DateWords& words, TagNames& tags, const Lexicon& lexicon)
    : words_(words),
      numbers_(tags),
      word_number_(tags.Add("number-word")),
      ordinal_ending_(tags.Add("ordinal-ending")),
      decade_ending_(tags.Add("decade-ending")),
      apostrophe_(tags.Add("apostrophe")),
      number_joint_(tags.Add("number-joint")),
      date_mark_(tags.Add("date-mark")) {
  std::vector<uint32_t> numbers;
  for (size_t i = 0; i < tags.size(); ++i) {
    const std::string_view name = tags.NameOf(static_cast<extract::Tag>(i));
    if (name.size() < 2 || name.front() != '=') continue;
    const std::string_view word = name.substr(1);
    lexicon.NumberWords(word, Tokenize(word), numbers);
    if (numbers.size() != 1 || numbers[0] == Lexicon::kNoWord) continue;
    if (literals_.size() <= numbers[0]) literals_.resize(numbers[0] + 1);
    literals_[numbers[0]] = static_cast<extract::Tag>(i);
  }
}

namespace {

bool Glued(const Reading& reading, const Sentence& sentence, uint32_t at) {
  return at < sentence.last && !reading.tokens[at].space_before;
}

// Whether what is glued to digits can go on with a date: the ending of an ordinal or a decade, or a mark that joins
// them with more digits. A full stop and a hyphen do so twice: "3.5" and "5-8" are no dates.
bool GoesOn(const Reading& reading, const DateWords& words, const Sentence& sentence, uint32_t at) {
  if (!words.GoesOnDigits(reading.words[at])) return false;
  if (reading.tokens[at].kind == TokenKind::kWord) return true;
  if (!Glued(reading, sentence, at + 1)) return false;
  if (reading.tokens[at + 1].kind != TokenKind::kDigits) return words.GoesOnDigits(reading.words[at + 1]);
  const std::string_view mark = reading.TextOf(at);
  return (mark != "." && mark != "-") || (Glued(reading, sentence, at + 2) && reading.TextOf(at + 2) == mark);
}

// "2024", "20240504", "12/3", "23.04.22", "9:30", "3rd", "80s". Words as in "10-Apr" and "5pm" are signs themselves.
bool DigitsTell(const Reading& reading, const DateWords& words, const Sentence& sentence, uint32_t at) {
  const uint32_t length = reading.tokens[at].end - reading.tokens[at].start;
  if (length == 4 || length == 8) return true;
  return length <= 2 && Glued(reading, sentence, at + 1) && GoesOn(reading, words, sentence, at + 1);
}

}  // namespace

bool DateTagger::HasSign(const Reading& reading, const Sentence& sentence) const {
  const std::span<const uint8_t> marks(reading.marks);
  for (uint32_t at = sentence.first;; ++at) {
    at = NextMarked(marks, at, sentence.last, kMarkDate);
    if (at == sentence.last) return false;
    if (words_.IsSignAt(reading, at, sentence.first, sentence.last)) return true;
    if (reading.tokens[at].kind == TokenKind::kDigits && DigitsTell(reading, words_, sentence, at)) return true;
  }
}

void DateTagger::Tag(const Reading& reading, const Lexicon& lexicon, const Sentence& sentence,
                     std::string_view language, DateCells& out) const {
  out.Clear();
  Work(*this, reading, lexicon, language, sentence.first, sentence.last, out).Run();
}

}  // namespace tallywire::extract
