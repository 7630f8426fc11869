#include "fetch/feed_date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "fetch/month_name.h"

namespace tallywire::fetch {
namespace {

// A date is cut into numbers, words and single signs; words may hold letters of any script.
struct Token {
  enum class Kind { kNumber, kWord, kSign } kind = Kind::kSign;
  std::string_view text;
  int value = 0;       // of a number
  bool spaced = true;  // white space stands before it
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::vector<Token> Tokenize(std::string_view text) {
  std::vector<Token> tokens;
  bool spaced = true;
  for (size_t i = 0; i < text.size();) {
    if (IsBlank(text[i])) {
      spaced = true;
      ++i;
      continue;
    }
    const bool digit = IsDigit(text[i]);
    const bool letter = IsLetter(text[i]);
    size_t end = i + 1;
    if (digit || letter) {
      while (end < text.size() && (digit ? IsDigit(text[end]) : IsLetter(text[end]))) ++end;
    }
    Token token{digit ? Token::Kind::kNumber : (letter ? Token::Kind::kWord : Token::Kind::kSign),
                text.substr(i, end - i), 0, spaced};
    if (digit) {
      for (const char c : token.text.substr(0, 9)) token.value = token.value * 10 + (c - '0');
    }
    tokens.push_back(token);
    spaced = false;
    i = end;
  }
  return tokens;
}

std::string Upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// Minutes east of UTC of the zone names of RFC 822 5.1 and others in common use. Military letters are taken as UTC, as
// RFC 2822 4.3 advises, since they were defined with the wrong sign.
std::optional<int> NamedZone(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, int>, 36> kZones{
      {{"UT", 0},      {"UTC", 0},     {"GMT", 0},    {"WET", 0},    {"EST", -300}, {"EDT", -240},
       {"CST", -360},  {"CDT", -300},  {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
       {"AKST", -540}, {"AKDT", -480}, {"HST", -600}, {"AST", -240}, {"ADT", -180}, {"NST", -210},
       {"NDT", -150},  {"ET", -300},   {"CT", -360},  {"MT", -420},  {"PT", -480},  {"BST", 60},
       {"WEST", 60},   {"CET", 60},    {"MET", 60},   {"CEST", 120}, {"EET", 120},  {"EEST", 180},
       {"MSK", 180},   {"JST", 540},   {"KST", 540},  {"HKT", 480},  {"AEST", 600}, {"AEDT", 660}}};
  const std::string name = Upper(word);
  if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z' && name[0] != 'J') return 0;
  for (const auto& [zone, minutes] : kZones) {
    if (name == zone) return minutes;
  }
  return std::nullopt;
}

enum class HalfDay { kNone, kAm, kPm };

HalfDay HalfDayOf(std::string_view word) {
  const std::string upper = Upper(word);
  if (upper == "AM" || word == "오전" || word == "上午") return HalfDay::kAm;
  if (upper == "PM" || word == "오후" || word == "下午") return HalfDay::kPm;
  return HalfDay::kNone;
}

struct Parts {
  std::optional<int> year;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int zone = 0;  // minutes east of UTC
};

std::optional<Timestamp> ToTime(const Parts& parts) {
  if (!parts.year || *parts.year < 1970 || *parts.year > 2999) return std::nullopt;
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31) return std::nullopt;
  if (parts.hour > 24 || parts.minute > 59 || parts.second > 60 || std::abs(parts.zone) > 16 * 60) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{*parts.year},
                                        std::chrono::month{static_cast<unsigned>(parts.month)},
                                        std::chrono::day{static_cast<unsigned>(parts.day)}};
  if (!ymd.ok()) return std::nullopt;
  return Timestamp{Day{ymd}} + std::chrono::hours{parts.hour} + std::chrono::minutes{parts.minute - parts.zone} +
         std::chrono::seconds{parts.second};
}

// RFC 2822 4.3: two digits up to 49 are this century; three digits count from 1900.
int FullYear(const Token& number) {
  if (number.text.size() == 2) return number.value + (number.value < 50 ? 2000 : 1900);
  if (number.text.size() == 3) return number.value + 1900;
  return number.value;
}

// Takes the parts off the token list one kind after another; what is left must not matter.
class Reader {
 public:
  explicit Reader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::optional<Timestamp> Read() {
    if (!TakeDateFirst()) return std::nullopt;
    TakeTime();
    TakeHalfDay();
    TakeZone();
    return ToTime(parts_);
  }

 private:
  using Kind = Token::Kind;

  bool Is(size_t i, Kind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
  bool IsSign(size_t i, char c) const { return Is(i, Kind::kSign) && tokens_[i].text.front() == c; }
  bool IsNumber(size_t i, size_t min_digits, size_t max_digits) const {
    return Is(i, Kind::kNumber) && tokens_[i].text.size() >= min_digits && tokens_[i].text.size() <= max_digits;
  }
  bool IsDateSign(size_t i) const { return IsSign(i, '-') || IsSign(i, '/') || IsSign(i, '.'); }
  void Erase(size_t first, size_t count) {
    tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                  tokens_.begin() + static_cast<std::ptrdiff_t>(std::min(first + count, tokens_.size())));
  }

  bool TakeDateFirst() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (TakeEastAsianDate(i) || TakeYearFirst(i) || TakeNumericDayFirst(i)) return true;
    }
    // The time's numbers must be out of the way before the day and the year are looked for.
    TakeTime();
    return TakeNamedMonth();
  }

  // 2004년 05월 28일, 2004年5月28日
  bool TakeEastAsianDate(size_t i) {
    if (!IsNumber(i, 4, 4) || !IsNumber(i + 2, 1, 2) || !IsNumber(i + 4, 1, 2)) return false;
    const auto unit = [&](size_t at, std::string_view korean, std::string_view chinese) {
      return Is(at, Kind::kWord) && (tokens_[at].text == korean || tokens_[at].text == chinese);
    };
    if (!unit(i + 1, "년", "年") || !unit(i + 3, "월", "月") || !unit(i + 5, "일", "日")) return false;
    SetDate(tokens_[i].value, tokens_[i + 2].value, tokens_[i + 4].value);
    Erase(i, 6);
    return true;
  }

  void SetDate(int year, int month, int day) {
    parts_.year = year;
    parts_.month = month;
    parts_.day = day;
  }

  // 2004-05-28, 2004/5/28, 2004-05, 2004-149 (ordinal), 20040528, 2004149, 2004, 2004-july-13
  bool TakeYearFirst(size_t i) {
    if (IsNumber(i, 8, 8)) {
      const int v = tokens_[i].value;
      SetDate(v / 10000, v / 100 % 100, v % 100);
      Erase(i, 1);
      return true;
    }
    if (IsNumber(i, 7, 7)) return TakeOrdinal(i, tokens_[i].value / 1000, tokens_[i].value % 1000, 1);
    if (!IsNumber(i, 4, 4)) return false;
    const int year = tokens_[i].value;
    if (IsDateSign(i + 1) && IsNumber(i + 2, 3, 3)) return TakeOrdinal(i, year, tokens_[i + 2].value, 3);
    if (IsDateSign(i + 1) && Is(i + 2, Kind::kWord) && IsDateSign(i + 3) && IsNumber(i + 4, 1, 2)) {
      const auto month = MonthFromName(tokens_[i + 2].text);
      if (!month) return false;
      SetDate(year, static_cast<int>(*month), tokens_[i + 4].value);
      Erase(i, 5);
      return true;
    }
    if (IsDateSign(i + 1) && IsNumber(i + 2, 1, 2)) {
      const bool with_day = IsDateSign(i + 3) && IsNumber(i + 4, 1, 2);
      SetDate(year, tokens_[i + 2].value, with_day ? tokens_[i + 4].value : 1);
      Erase(i, with_day ? 5 : 3);
      return true;
    }
    if (tokens_.size() != 1) return false;
    SetDate(year, 1, 1);
    Erase(i, 1);
    return true;
  }

  bool TakeOrdinal(size_t i, int year, int day_of_year, size_t count) {
    if (year < 1970 || year > 2999 || day_of_year < 1 || day_of_year > 366) return false;
    const Day first{std::chrono::year{year} / std::chrono::month{1} / std::chrono::day{1}};
    const std::chrono::year_month_day ymd{first + std::chrono::days{day_of_year - 1}};
    if (static_cast<int>(ymd.year()) != year) return false;
    SetDate(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day())));
    Erase(i, count);
    return true;
  }

  // 28.05.2004 has the day first; 05/28/2004 the month, unless that cannot be.
  bool TakeNumericDayFirst(size_t i) {
    const bool form = IsNumber(i, 1, 2) && IsDateSign(i + 1) && IsNumber(i + 2, 1, 2) && IsDateSign(i + 3) &&
                      (IsNumber(i + 4, 4, 4) || IsNumber(i + 4, 2, 2));
    if (!form) return false;
    int day = tokens_[i].value;
    int month = tokens_[i + 2].value;
    if ((IsSign(i + 1, '/') && day <= 12) || month > 12) std::swap(day, month);
    SetDate(FullYear(tokens_[i + 4]), month, day);
    Erase(i, 5);
    return true;
  }

  // 28 May 2004, 28-May-04, May 28, 2004, Fri May 28 01:31:15 2004, Fri, 28 May 2004
  bool TakeNamedMonth() {
    // "mar., 12 février": a name behind a number is the month rather than one that stands for a weekday elsewhere.
    for (const bool behind_number : {true, false}) {
      for (size_t i = 0; i < tokens_.size(); ++i) {
        if (!Is(i, Kind::kWord)) continue;
        const bool near = i > 0 && (Is(i - 1, Kind::kNumber) || (i > 1 && Is(i - 2, Kind::kNumber)));
        if (behind_number && !near) continue;
        const auto month = MonthFromName(tokens_[i].text);
        if (!month) continue;
        parts_.month = static_cast<int>(*month);
        Erase(i, 1);
        return TakeDayAndYear(i);
      }
    }
    return false;
  }

  // The month stood before token `at`. The number next before it is the day, else the number next behind; a further
  // one is the year.
  bool TakeDayAndYear(size_t at) {
    std::optional<size_t> before;
    std::vector<size_t> behind;
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (!Is(i, Kind::kNumber) || tokens_[i].text.size() > 4 || IsSign(i - 1, '+')) continue;
      if (i < at) before = i;
      if (i >= at) behind.push_back(i);
    }
    const size_t needed = before ? 1 : 2;
    if (behind.size() < needed) return false;
    const Token day = tokens_[before ? *before : behind[0]];
    const Token year = tokens_[behind[needed - 1]];
    if (day.text.size() > 2) {  // 2004 May 28
      SetDate(FullYear(day), parts_.month, year.value);
    } else {
      SetDate(FullYear(year), parts_.month, day.value);
    }
    return true;
  }

  // 01:31:15.0, 1:31, T0131, 013115 behind a T, 01h31
  void TakeTime() {
    if (time_taken_) return;
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (IsNumber(i, 1, 2) && (IsSign(i + 1, ':') || (IsSign(i + 1, '.') && IsSign(i + 3, '.'))) &&
          IsNumber(i + 2, 1, 2)) {
        TakeClock(i);
        return;
      }
      const bool behind_t =
          i > 0 && Is(i - 1, Kind::kWord) && (tokens_[i - 1].text == "T" || tokens_[i - 1].text == "t");
      if (behind_t && parts_.year && IsNumber(i, 2, 6) && tokens_[i].text.size() % 2 == 0) {
        TakeCompactClock(i);
        return;
      }
    }
  }

  void TakeClock(size_t i) {
    parts_.hour = tokens_[i].value;
    parts_.minute = tokens_[i + 2].value;
    size_t count = 3;
    if ((IsSign(i + 3, ':') || IsSign(i + 3, '.')) && IsNumber(i + 4, 1, 2)) {
      parts_.second = tokens_[i + 4].value;
      count = 5;
    }
    Finish(i, count);
  }

  void TakeCompactClock(size_t i) {
    const Token& t = tokens_[i];
    const int value = t.value;
    if (t.text.size() == 2) parts_.hour = value;
    if (t.text.size() == 4) {
      parts_.hour = value / 100;
      parts_.minute = value % 100;
    }
    if (t.text.size() == 6) {
      parts_.hour = value / 10000;
      parts_.minute = value / 100 % 100;
      parts_.second = value % 100;
    }
    Finish(i, 1);
  }

  // Removes the clock with its fraction and leaves a mark where it stood, so that the zone is looked for behind it.
  void Finish(size_t i, size_t count) {
    if ((IsSign(i + count, '.') || IsSign(i + count, ',')) && Is(i + count + 1, Kind::kNumber)) count += 2;
    Erase(i, count);
    time_taken_ = true;
    zone_from_ = tokens_.size() - i;
  }

  void TakeHalfDay() {
    for (const Token& token : tokens_) {
      if (token.kind != Kind::kWord) continue;
      const HalfDay half = HalfDayOf(token.text);
      if (half == HalfDay::kPm && parts_.hour < 12) parts_.hour += 12;
      if (half == HalfDay::kAm && parts_.hour == 12) parts_.hour = 0;
    }
  }

  // The last numeric offset counts; without one the first name behind the clock that is a zone.
  void TakeZone() {
    if (!time_taken_) return;
    const size_t begin = tokens_.size() - std::min(zone_from_, tokens_.size());
    for (size_t i = begin; i < tokens_.size(); ++i) {
      if ((IsSign(i, '+') || IsSign(i, '-')) && IsNumber(i + 1, 1, 4)) {
        parts_.zone = (IsSign(i, '-') ? -1 : 1) * OffsetMinutes(i + 1);
        return;
      }
    }
    for (size_t i = begin; i < tokens_.size(); ++i) {
      if (!Is(i, Kind::kWord) || HalfDayOf(tokens_[i].text) != HalfDay::kNone) continue;
      if (const auto zone = NamedZone(tokens_[i].text)) {
        parts_.zone = *zone;
        return;
      }
    }
  }

  // +0100, +01:00, +01, +1
  int OffsetMinutes(size_t i) const {
    const Token& number = tokens_[i];
    if (number.text.size() > 2) return number.value / 100 * 60 + number.value % 100;
    const bool minutes = IsSign(i + 1, ':') && IsNumber(i + 2, 2, 2);
    return number.value * 60 + (minutes ? tokens_[i + 2].value : 0);
  }

  std::vector<Token> tokens_;
  Parts parts_;
  bool time_taken_ = false;
  size_t zone_from_ = 0;  // how many tokens, from the end, stand behind the clock
};

}  // namespace

std::optional<Timestamp> ParseFeedDate(std::string_view text) {
  // Longer than any date with weekday, zone and comment; keeps hostile feeds cheap.
  constexpr size_t kLongestDate = 200;
  if (text.size() > kLongestDate) return std::nullopt;
  return Reader(Tokenize(text)).Read();
}

}  // namespace tallywire::fetch
