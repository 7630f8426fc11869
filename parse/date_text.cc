#include "parse/date_text.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <span>

#include "parse/date_time_of_day.h"
#include "parse/date_token.h"
#include "parse/month_names.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;
using Kind = DateTokenKind;

constexpr int kBuddhistOffset = 543;  // Thai pages count years from 543 BC

struct Match {
  int year = 0;
  int month = 0;
  int day = 0;
  size_t next = 0;  // token behind the date
  bool guessed = false;
};

bool IsReal(const Match& m) {
  return m.year >= 1900 && m.year < 2200 && m.month >= 1 && m.month <= 12 && m.day >= 1 &&
         year_month_day(year(m.year), month(static_cast<unsigned>(m.month)), day(static_cast<unsigned>(m.day))).ok();
}

// Reads one date at a place in the tokens. Each Try… function knows one way of writing.
class Matcher {
 public:
  Matcher(std::span<const DateToken> tokens, const DateStyle& style)
      : tokens_(tokens), style_(style), names_(MonthNames::Get()), words_(WordLists::Get()) {}

  std::optional<Match> At(size_t i) const {
    const DateToken& token = tokens_[i];
    if (token.kind == Kind::kNumber) {
      if (token.digits == 4) return YearFirst(i);
      if (token.digits <= 2) return DayOrMonthFirst(i);
      return std::nullopt;
    }
    if (token.kind == Kind::kWord && NumberNear(i)) return MonthNameFirst(i);
    return std::nullopt;
  }

 private:
  static constexpr std::array<std::string_view, 5> kSeparators = {"-", "/", ".", "_", "‑"};

  const DateToken* Get(size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  bool IsNumber(size_t i, int least, int most) const { return i < tokens_.size() && tokens_[i].IsNumber(least, most); }
  bool Is(size_t i, std::string_view text) const { return i < tokens_.size() && tokens_[i].text == text; }
  int Value(size_t i) const { return static_cast<int>(tokens_[i].value); }
  // A month's name is looked up only where a number follows soon, for most words of a text are none.
  bool NumberNear(size_t i) const {
    for (size_t k = i + 1; k < std::min(i + 5, tokens_.size()); ++k) {
      if (tokens_[k].kind == Kind::kNumber) return true;
    }
    return false;
  }

  static int CommonYear(int written) { return written > 2400 && written < 2700 ? written - kBuddhistOffset : written; }
  static int YearOfTwoDigits(int written) { return written >= 90 ? 1900 + written : 2000 + written; }

  std::optional<Match> Checked(Match m) const {
    m.year = CommonYear(m.year);
    if (!IsReal(m)) return std::nullopt;
    return m;
  }

  // Behind marks and filler words ("de", ",", ".") that may stand within a date, at most three of them.
  size_t SkipFillers(size_t i) const {
    for (int n = 0; n < 3 && i < tokens_.size(); ++n, ++i) {
      const DateToken& token = tokens_[i];
      const bool mark = token.Is(",") || token.Is(".") || token.Is("-") || token.Is("/") || token.Is("'") ||
                        token.Is("’") || token.Is("،") || token.Is("_") || token.Is("·") || token.Is("(");
      if (mark) continue;
      if (token.kind != Kind::kWord || !words_.date_fillers.contains(FoldWord(token.text))) break;
    }
    return i;
  }

  // Sets `month` and gives the token behind the name; or `i` where no month stands there.
  size_t ReadMonthName(size_t i, int& found) const {
    const DateToken* word = Get(i);
    if (word == nullptr || word->kind != Kind::kWord || !names_.MayBegin(word->text)) return i;
    found = names_.Find(word->text, style_.language);
    const DateToken* second = Get(i + 1);
    if (second != nullptr && second->kind == Kind::kWord && second->gap) {
      // Levantine Arabic: "كانون الثاني". The first word alone may be no month at all.
      const int pair = names_.Find(std::string(word->text) + ' ' + std::string(second->text), style_.language);
      if (pair != 0) {
        found = pair;
        return i + 2;
      }
    }
    return found == 0 ? i : i + 1;
  }

  // A year of four digits, or of two behind an apostrophe.
  bool ReadYear(size_t i, Match& m) const {
    if (IsNumber(i, 4, 4) && Value(i) >= 1900) {
      m.year = Value(i);
      m.next = i + 1;
      return true;
    }
    const bool apostrophe = i > 0 && (Is(i - 1, "'") || Is(i - 1, "’"));
    const bool dashed = i > 1 && Is(i - 1, "-") && !tokens_[i].gap && !tokens_[i - 1].gap;  // "12-Nov-19"
    if (!IsNumber(i, 2, 2) || !(apostrophe || dashed)) return false;
    m.year = YearOfTwoDigits(Value(i));
    m.guessed = true;
    m.next = i + 1;
    return true;
  }

  // 2019-11-12, 2019/11/12, 2019. 11. 12., 2019年11月12日, 2019년 11월 12일, 2019. november 12., 2019-Nov-12
  std::optional<Match> YearFirst(size_t i) const {
    Match m{.year = Value(i)};
    if (m.year < 1900) return std::nullopt;
    const DateToken* mark = Get(i + 1);
    if (mark == nullptr) return std::nullopt;
    const bool ideograph = mark->Is("年") || mark->Is("년");
    if (ideograph || IsSeparator(*mark)) {
      if (IsNumber(i + 2, 1, 2) && Get(i + 3) != nullptr && IsNumber(i + 4, 1, 2)) {
        const DateToken& second = tokens_[i + 3];
        const bool fits = ideograph ? second.Is("月") || second.Is("월") : second.text == mark->text;
        m.month = Value(i + 2);
        m.day = Value(i + 4);
        m.next = i + 5;
        if (fits) return Checked(m);
      }
    }
    const size_t name = SkipFillers(i + 1);
    const size_t behind = ReadMonthName(name, m.month);
    if (behind == name) return std::nullopt;
    const size_t number = SkipFillers(behind);
    if (!IsNumber(number, 1, 2)) return std::nullopt;
    // "3 May 2019 May 4 2020": a year may follow the day, and then this one closes an earlier date.
    if (IsNumber(SkipFillers(number + 1), 4, 4) && !Is(number + 1, ".")) return std::nullopt;
    m.day = Value(number);
    m.next = number + 1;
    return Checked(m);
  }

  static bool IsSeparator(const DateToken& token) {
    return std::find(kSeparators.begin(), kSeparators.end(), token.text) != kSeparators.end();
  }

  std::optional<Match> DayOrMonthFirst(size_t i) const {
    if (auto numeric = NumbersOnly(i)) return numeric;
    return DayThenName(i);
  }

  // 12/11/2019, 12.11.2019, 12. 11. 2019, 12-11-19
  std::optional<Match> NumbersOnly(size_t i) const {
    if (i + 4 >= tokens_.size() || !IsSeparator(tokens_[i + 1]) || tokens_[i + 3].text != tokens_[i + 1].text)
      return std::nullopt;
    if (!IsNumber(i + 2, 1, 2) || !IsNumber(i + 4, 2, 4) || tokens_[i + 4].digits == 3) return std::nullopt;
    const DateToken& mark = tokens_[i + 1];
    // A further number ("10.1.2.33", "1/2/34/5") makes it an address or a fraction.
    const bool longer = Get(i + 5) != nullptr && tokens_[i + 5].text == mark.text && !tokens_[i + 5].gap &&
                        IsNumber(i + 6, 1, 9) && !tokens_[i + 6].gap;
    const bool continued =
        i > 1 && tokens_[i - 1].text == mark.text && !tokens_[i].gap && tokens_[i - 2].kind == Kind::kNumber;
    if (longer || continued) return std::nullopt;
    Match m{.next = i + 5};
    m.year = tokens_[i + 4].digits == 4 ? Value(i + 4) : YearOfTwoDigits(Value(i + 4));
    m.guessed = tokens_[i + 4].digits == 2;
    if (m.guessed && (tokens_[i].gap ? false : i > 0 && tokens_[i - 1].kind == Kind::kWord)) return std::nullopt;
    const int first = Value(i);
    const int second = Value(i + 2);
    bool day_first = style_.order == DayOrder::kDayFirst || mark.Is(".");  // nobody writes 11.12.2019 month first
    if (first > 12) day_first = true;
    if (second > 12) day_first = false;
    m.guessed = m.guessed || (first <= 12 && second <= 12 && first != second && !mark.Is("."));
    m.day = day_first ? first : second;
    m.month = day_first ? second : first;
    return Checked(m);
  }

  // 12 November 2019, 12th of November, 2019, 12. Nov. 2019, 12-Nov-2019, 12 de mayo de 2019, 12 tháng 5 năm 2019
  std::optional<Match> DayThenName(size_t i) const {
    Match m{.day = Value(i)};
    size_t k = i + 1;
    const DateToken* suffix = Get(k);
    if (suffix != nullptr && suffix->kind == Kind::kWord && !suffix->gap &&
        words_.ordinal_suffixes.contains(FoldWord(suffix->text)))
      ++k;
    const DateToken* counter = Get(k);
    if (counter == nullptr) return std::nullopt;
    const bool numbered = counter->Is("tháng") || counter->Is("Tháng") || counter->Is("thg") || counter->Is("Thg");
    if (numbered && IsNumber(k + 1 + (Is(k + 1, ".") ? 1U : 0U), 1, 2)) {
      k += 1 + (Is(k + 1, ".") ? 1U : 0U);
      m.month = Value(k);
      ++k;
    } else {
      const size_t name = SkipFillers(k);
      k = ReadMonthName(name, m.month);
      if (k == name) return std::nullopt;
    }
    if (!ReadYear(SkipFillers(k), m)) return std::nullopt;
    return Checked(m);
  }

  // November 12, 2019; Nov. 12th 2019; Tue Nov 12 05:53:00 UTC 2019
  std::optional<Match> MonthNameFirst(size_t i) const {
    Match m;
    size_t k = ReadMonthName(i, m.month);
    if (k == i) return std::nullopt;
    for (int n = 0; n < 2 && (Is(k, ".") || Is(k, "-") || Is(k, "/") || Is(k, "the")); ++n) ++k;
    if (!IsNumber(k, 1, 2)) return std::nullopt;
    m.day = Value(k);
    ++k;
    const DateToken* suffix = Get(k);
    if (suffix != nullptr && suffix->kind == Kind::kWord && !suffix->gap &&
        words_.ordinal_suffixes.contains(FoldWord(suffix->text)))
      ++k;
    const size_t at_year = SkipFillers(k);
    if (ReadYear(at_year, m)) return Checked(m);
    const TimeOfDay clock = ReadTimeOfDay(tokens_, k);
    if (clock.next == k || !IsNumber(clock.next, 4, 4)) return std::nullopt;
    m.year = Value(clock.next);
    m.next = clock.next + 1;
    return Checked(m);
  }

  std::span<const DateToken> tokens_;
  const DateStyle& style_;
  const MonthNames& names_;
  const WordLists& words_;
};

WrittenDate Finish(const Match& m, size_t first, std::span<const DateToken> tokens) {
  WrittenDate date;
  date.day = std::chrono::sys_days(
      year_month_day(year(m.year), month(static_cast<unsigned>(m.month)), day(static_cast<unsigned>(m.day))));
  date.iso = ToIsoDate(date.day);
  date.start = tokens[first].start;
  date.guessed = m.guessed;
  const TimeOfDay clock = ReadTimeOfDay(tokens, m.next);
  date.iso += clock.iso;
  date.end = tokens[std::max(clock.next, m.next) - 1].end;
  return date;
}

// 20191112, optionally with hhmm or hhmmss, alone in the value or before a "T".
std::optional<WrittenDate> ReadCompact(std::span<const DateToken> tokens) {
  const DateToken& token = tokens.front();
  if (!token.IsNumber(8, 8) && !token.IsNumber(12, 12) && !token.IsNumber(14, 14)) return std::nullopt;
  int64_t date = token.value;
  for (int digits = token.digits; digits > 8; --digits) date /= 10;
  Match m{.year = static_cast<int>(date / 10000),
          .month = static_cast<int>(date / 100 % 100),
          .day = static_cast<int>(date % 100)};
  m.next = 1;
  if (!IsReal(m)) return std::nullopt;
  WrittenDate found = Finish(m, 0, tokens);
  const int64_t clock = token.digits == 14   ? token.value % 1000000
                        : token.digits == 12 ? token.value % 10000 * 100
                                             : -1;
  if (clock >= 0 && clock / 10000 < 24 && clock / 100 % 100 < 60 && clock % 100 < 60) {
    found.iso =
        fmt::format("{}T{:02}:{:02}:{:02}", ToIsoDate(found.day), clock / 10000, clock / 100 % 100, clock % 100);
  }
  return found;
}

std::optional<WrittenDate> ReadUnixTime(std::span<const DateToken> tokens) {
  const DateToken& token = tokens.front();
  if (!token.IsNumber(10, 10) && !token.IsNumber(13, 13)) return std::nullopt;
  const int64_t seconds = token.digits == 13 ? token.value / 1000 : token.value;
  const Timestamp time{std::chrono::seconds(seconds)};
  WrittenDate found;
  found.day = std::chrono::floor<std::chrono::days>(time);
  found.iso = ToIso(time);
  found.start = token.start;
  found.end = token.end;
  return found;
}

// Digits of ASCII, Arabic and Persian, Indic scripts and Thai, and full-width ones, by their lead bytes.
bool MayHoldDigits(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= '0' && c <= '9') || byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF;
  });
}

void FindInLine(std::string_view line, size_t offset, const DateStyle& style, size_t limit,
                std::vector<WrittenDate>& dates) {
  const std::vector<DateToken> tokens = TokenizeForDates(line);
  const Matcher matcher(tokens, style);
  for (size_t i = 0; i < tokens.size() && dates.size() < limit;) {
    const auto match = matcher.At(i);
    if (!match) {
      ++i;
      continue;
    }
    dates.push_back(Finish(*match, i, tokens));
    dates.back().start += offset;
    dates.back().end += offset;
    i = match->next;
  }
}

// The line's end, or the last blank of a line that is too long to be taken apart at once.
size_t EndOfPiece(std::string_view text, size_t start) {
  constexpr size_t kLongest = size_t{32} << 10U;
  const size_t end = std::min(text.find('\n', start), text.size());
  if (end - start <= kLongest) return end;
  const size_t blank = text.rfind(' ', start + kLongest);
  return blank == std::string_view::npos || blank <= start ? start + kLongest : blank;
}

}  // namespace

std::vector<WrittenDate> FindDates(std::string_view text, const DateStyle& style, size_t limit) {
  std::vector<WrittenDate> dates;
  // Dates do not run over line feeds, and most lines of a page have no digit.
  for (size_t start = 0; start < text.size() && dates.size() < limit;) {
    const size_t end = EndOfPiece(text, start);
    const std::string_view line = text.substr(start, end - start);
    if (MayHoldDigits(line)) FindInLine(line, start, style, limit, dates);
    start = end + 1;
  }
  return dates;
}

std::optional<WrittenDate> ReadMachineDate(std::string_view value, const DateStyle& style) {
  // Longer than any date with words around it; data fields may hold whole documents by mistake.
  constexpr size_t kLongest = 200;
  value = value.substr(0, kLongest);
  const std::vector<DateToken> tokens = TokenizeForDates(value);
  if (tokens.empty()) return std::nullopt;
  if (auto compact = ReadCompact(tokens)) return compact;
  if (tokens.size() == 1) {
    if (auto unix_time = ReadUnixTime(tokens)) return unix_time;
  }
  std::vector<WrittenDate> dates = FindDates(value, style, 1);
  if (dates.empty()) return std::nullopt;
  return std::move(dates.front());
}

}  // namespace tallywire::parse
