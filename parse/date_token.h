// Words, numbers and marks of a text, for the date scanner (date_text.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tallywire::parse {

enum class DateTokenKind : uint8_t {
  kNumber,  // a run of decimal digits of one script
  kWord,    // a run of letters; an ideograph, kana or Hangul syllable is a word of its own
  kMark,    // one other character
};

struct DateToken {
  DateTokenKind kind = DateTokenKind::kMark;
  bool gap = false;   // white space stands before it
  int digits = 0;     // of a number
  int64_t value = 0;  // of a number of up to 18 digits
  size_t start = 0;   // bytes, [start, end)
  size_t end = 0;
  std::string_view text;  // text[start, end)

  bool IsNumber(int least_digits, int most_digits) const {
    return kind == DateTokenKind::kNumber && digits >= least_digits && digits <= most_digits;
  }
  bool Is(std::string_view mark) const { return text == mark; }
};

// Invalid UTF-8 counts as marks.
std::vector<DateToken> TokenizeForDates(std::string_view text);

}  // namespace tallywire::parse
