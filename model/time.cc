#include "model/time.h"

#include <array>
#include <cstdio>

namespace tallywire {
namespace {

// Reads exactly `digits` decimal digits at the front of `text` and removes them.
std::optional<int> TakeDigits(std::string_view& text, size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (size_t i = 0; i < digits; ++i) {
    const char c = text[i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool TakeChar(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> TakeDay(std::string_view& text) {
  const auto year = TakeDigits(text, 4);
  if (!year) return std::nullopt;
  int month = 1;
  int day = 1;
  if (TakeChar(text, '-')) {
    const auto m = TakeDigits(text, 2);
    if (!m) return std::nullopt;
    month = *m;
    if (TakeChar(text, '-')) {
      const auto d = TakeDigits(text, 2);
      if (!d) return std::nullopt;
      day = *d;
    }
  }
  const std::chrono::year_month_day ymd{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Day{ymd};
}

// Minutes east of UTC; the text must end after the zone.
std::optional<int> TakeZone(std::string_view& text) {
  if (text.empty() || text == "Z" || text == "z") return 0;
  const int sign = text.front() == '-' ? -1 : 1;
  if (!TakeChar(text, '+') && !TakeChar(text, '-')) return std::nullopt;
  const auto hours = TakeDigits(text, 2);
  if (!hours || *hours > 23) return std::nullopt;
  int minutes = 0;
  TakeChar(text, ':');
  if (!text.empty()) {
    const auto m = TakeDigits(text, 2);
    if (!m || *m > 59 || !text.empty()) return std::nullopt;
    minutes = *m;
  }
  return sign * (*hours * 60 + minutes);
}

}  // namespace

Timestamp SystemClock::Now() const {
  return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string ToIso(Timestamp time) {
  const Day day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock{time - day};
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return ToIsoDate(day) + buffer.data();
}

std::string ToIsoDate(Day day) {
  const std::chrono::year_month_day ymd{day};
  const int year = static_cast<int>(ymd.year());
  std::string text = "0000-00-00";
  const auto put = [&text](size_t end, unsigned number) {
    for (; number > 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
  };
  constexpr int kMostYears = 9999;
  if (year >= 0 && year <= kMostYears) {
    put(4, static_cast<unsigned>(year));
  } else {
    text.replace(0, 4, std::to_string(year));
  }
  put(text.size() - 3, static_cast<unsigned>(ymd.month()));
  put(text.size(), static_cast<unsigned>(ymd.day()));
  return text;
}

std::optional<Timestamp> ParseIso(std::string_view text) {
  const auto day = TakeDay(text);
  if (!day) return std::nullopt;
  Timestamp time{*day};
  if (text.empty()) return time;
  if (!TakeChar(text, 'T') && !TakeChar(text, ' ')) return std::nullopt;
  const auto hour = TakeDigits(text, 2);
  if (!hour || *hour > 24 || !TakeChar(text, ':')) return std::nullopt;
  const auto minute = TakeDigits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  int second = 0;
  if (TakeChar(text, ':')) {
    const auto s = TakeDigits(text, 2);
    if (!s || *s > 60) return std::nullopt;
    second = *s;
    if (TakeChar(text, '.')) {
      while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
    }
  }
  const auto zone = TakeZone(text);
  if (!zone) return std::nullopt;
  return time + std::chrono::hours{*hour} + std::chrono::minutes{*minute - *zone} + std::chrono::seconds{second};
}

std::optional<Day> ParseIsoDay(std::string_view text) {
  auto rest = text;
  const auto day = TakeDay(rest);
  if (!day || (!rest.empty() && rest.front() != 'T' && rest.front() != ' ')) return std::nullopt;
  return day;
}

}  // namespace tallywire
