#include "parse/date_time_of_day.h"

#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "parse/month_names.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

using Kind = DateTokenKind;

class ClockReader {
 public:
  ClockReader(std::span<const DateToken> tokens, size_t at) : tokens_(tokens), at_(at), words_(WordLists::Get()) {}

  TimeOfDay Read() {
    const size_t begin = at_;
    SkipToClock();
    if (!ReadClock() || !ReadHalf()) return {{}, begin};
    TimeOfDay time;
    time.iso = fmt::format("T{:02}:{:02}:{:02}", hour_, minute_, second_);
    if (const auto zone = ReadZone()) time.iso += ZoneText(*zone);
    if (Is("Uhr")) ++at_;
    time.next = at_;
    return time;
  }

 private:
  const DateToken* Get(size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  bool Is(std::string_view text) const { return at_ < tokens_.size() && tokens_[at_].text == text; }
  bool IsNumber(size_t i, int least, int most) const { return i < tokens_.size() && tokens_[i].IsNumber(least, most); }
  int Value(size_t i) const { return static_cast<int>(tokens_[i].value); }

  // Over at most four marks and words such as ", at" or "| 日": what stands between a date and its time.
  void SkipToClock() {
    for (int n = 0; n < 4 && at_ < tokens_.size(); ++n, ++at_) {
      const DateToken& token = tokens_[at_];
      if (token.kind == Kind::kMark && !token.Is("+")) continue;
      if (token.kind != Kind::kWord) return;
      if (token.Is("日") || token.Is("일") || token.Is("號")) continue;
      if (token.Is("下") || token.Is("오")) return;  // "afternoon" in Chinese and Korean: the hour would be wrong by 12
      if (!words_.time_fillers.contains(FoldWord(token.text))) return;
    }
  }

  bool ReadClock() {
    if (IsNumber(at_, 6, 6) && at_ > 0 && (tokens_[at_ - 1].Is("T") || tokens_[at_ - 1].Is("t"))) {
      hour_ = Value(at_) / 10000;
      minute_ = Value(at_) / 100 % 100;
      second_ = Value(at_) % 100;
      ++at_;
      return InRange();
    }
    if (!IsNumber(at_, 1, 2)) return false;
    hour_ = Value(at_);
    const DateToken* mark = Get(at_ + 1);
    if (mark == nullptr) return false;
    if (IsHalf(at_ + 1) && hour_ <= 12) {  // "5 pm"
      ++at_;
      return InRange();
    }
    const bool dotted = mark->Is(".");
    if (!mark->Is(":") && !dotted && !mark->Is("h") && !mark->Is("H") && !mark->Is("：") && !mark->Is("時"))
      return false;
    if (!IsNumber(at_ + 2, 2, 2) || (mark->gap && !mark->Is(":")) || tokens_[at_ + 2].gap) return false;
    // "12.11.2019 10.30.2019": not a time but the next date.
    if (dotted && Get(at_ + 3) != nullptr && tokens_[at_ + 3].Is(".") && IsNumber(at_ + 4, 4, 4)) return false;
    minute_ = Value(at_ + 2);
    at_ += 3;
    if ((Is(":") || (dotted && Is("."))) && IsNumber(at_ + 1, 2, 2) && !tokens_[at_ + 1].gap) {
      second_ = std::min(Value(at_ + 1), 59);  // a leap second has no place in our times
      at_ += 2;
      if ((Is(".") || Is(",") || Is(":")) && IsNumber(at_ + 1, 1, 18) && !tokens_[at_ + 1].gap) at_ += 2;
    }
    return InRange();
  }

  bool InRange() const { return hour_ < 24 && minute_ < 60 && second_ < 60; }

  // "am", "pm", "a.m.", "p.m."
  bool IsHalf(size_t i) const {
    const DateToken* word = Get(i);
    if (word == nullptr || word->kind != Kind::kWord) return false;
    const std::string folded = FoldWord(word->text);
    if (folded == "am" || folded == "pm") return true;
    const DateToken* dot = Get(i + 1);
    const DateToken* m = Get(i + 2);
    return (folded == "a" || folded == "p") && dot != nullptr && dot->Is(".") && m != nullptr &&
           FoldWord(m->text) == "m";
  }

  bool ReadHalf() {
    if (!IsHalf(at_)) return true;
    const char half = static_cast<char>(tokens_[at_].text.front() | 0x20);
    at_ += tokens_[at_].text.size() == 1 ? size_t{3} : size_t{1};
    if (Is(".")) ++at_;
    if (hour_ > 12) return true;  // "17:53 pm" is on many pages; the hour speaks for itself
    if (half == 'p' && hour_ < 12) hour_ += 12;
    if (half == 'a' && hour_ == 12) hour_ = 0;
    return true;
  }

  // Minutes east of UTC.
  std::optional<int> ReadZone() {
    size_t i = at_;
    if (Get(i) != nullptr && tokens_[i].Is("(")) ++i;
    const DateToken* word = Get(i);
    std::optional<int> zone;
    if (word != nullptr && word->kind == Kind::kWord) {
      const auto known = words_.zones.find(FoldWord(word->text));
      if (known == words_.zones.end()) return std::nullopt;
      zone = known->second;
      at_ = i + 1;
      if (zone != 0 || word->text.size() == 1) return zone;
    }
    if (const auto offset = ReadOffset()) return offset;
    return zone;
  }

  // "+08:00", "+0800", "-5" (only behind GMT or UTC, as the colon or four digits are missing)
  std::optional<int> ReadOffset() {
    const bool plus = Is("+");
    const bool behind_name = at_ > 0 && tokens_[at_ - 1].kind == Kind::kWord;
    if (!plus && !Is("-") && !Is("−")) return std::nullopt;
    const DateToken* number = Get(at_ + 1);
    if (number == nullptr || number->gap) return std::nullopt;
    if (tokens_[at_].gap && !plus && !behind_name && !number->IsNumber(4, 4)) return std::nullopt;
    int minutes = 0;
    size_t next = at_ + 2;
    if (number->IsNumber(4, 4)) {
      minutes = Value(at_ + 1) / 100 * 60 + Value(at_ + 1) % 100;
    } else if (number->IsNumber(1, 2) && Get(next) != nullptr && tokens_[next].Is(":") && IsNumber(next + 1, 2, 2)) {
      minutes = Value(at_ + 1) * 60 + Value(next + 1);
      next += 2;
    } else if (number->IsNumber(1, 2) && (plus || behind_name)) {
      minutes = Value(at_ + 1) * 60;
    } else {
      return std::nullopt;
    }
    if (minutes > 14 * 60) return std::nullopt;
    at_ = next;
    return plus ? minutes : -minutes;
  }

  static std::string ZoneText(int minutes) {
    if (minutes == 0) return "Z";
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
  }

  std::span<const DateToken> tokens_;
  size_t at_;
  const WordLists& words_;
  int hour_ = 0;
  int minute_ = 0;
  int second_ = 0;
};

}  // namespace

TimeOfDay ReadTimeOfDay(std::span<const DateToken> tokens, size_t at) {
  TimeOfDay time = ClockReader(tokens, at).Read();
  if (time.iso.empty()) time.next = at;
  return time;
}

}  // namespace tallywire::parse
