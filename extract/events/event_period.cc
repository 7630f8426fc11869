#include "extract/events/event_period.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "model/period.h"

namespace tallywire::extract {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool DigitsAt(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(at + count), IsDigit);
}

int NumberAt(std::string_view text, size_t at, size_t count) {
  int number = 0;
  for (size_t i = at; i < at + count; ++i) number = number * 10 + (text[i] - '0');
  return number;
}

Day AddDays(Day day, int days) { return day + std::chrono::days(days); }

}  // namespace

Grain GrainOf(std::string_view period) {
  if (!DigitsAt(period, 0, 4)) return Grain::kNone;
  if (period.find('/') != std::string_view::npos) return Grain::kOther;
  if (period.size() == 4) return Grain::kYear;
  if (period.size() < 6 || period[4] != '-') return Grain::kNone;
  if (period[5] == 'Q') return Grain::kQuarter;
  if (period[5] == 'H') return Grain::kHalf;
  if (period[5] == 'W') return period.size() == 8 ? Grain::kWeek : Grain::kOther;
  if (period.size() == 7) return IsDigit(period[5]) ? Grain::kMonth : Grain::kOther;
  return DigitsAt(period, 8, 2) ? Grain::kDay : Grain::kOther;
}

std::string ShiftYears(std::string_view period, int years) {
  std::string out;
  size_t at = 0;
  while (at < period.size()) {
    const bool begins = at == 0 || period[at - 1] == '/';
    if (begins && DigitsAt(period, at, 4)) {
      out += fmt::format("{:04}", NumberAt(period, at, 4) + years);
      at += 4;
    } else {
      out += period[at++];
    }
  }
  // 29 February has no match in most years.
  if (const size_t leap = out.find("-02-29"); leap != std::string::npos && years % 4 != 0) out[leap + 5] = '8';
  return out;
}

std::optional<std::string> PeriodBefore(std::string_view period) {
  const auto days = DaysOf(period);
  if (!days) return std::nullopt;
  const int year = NumberAt(period, 0, 4);
  switch (GrainOf(period)) {
    case Grain::kYear:
      return fmt::format("{:04}", year - 1);
    case Grain::kDay:
      return ToIsoDate(AddDays(days->first, -1));
    case Grain::kMonth:
      return ToIsoDate(AddDays(days->first, -1)).substr(0, 7);
    case Grain::kQuarter:
    case Grain::kHalf: {
      const int part = period[6] - '0';
      const int parts = period[5] == 'Q' ? 4 : 2;
      return part > 1 ? fmt::format("{:04}-{}{}", year, period[5], part - 1)
                      : fmt::format("{:04}-{}{}", year - 1, period[5], parts);
    }
    case Grain::kWeek: {
      const int week = NumberAt(period, 6, 2);
      if (week > 1) return fmt::format("{:04}-W{:02}", year, week - 1);
      return std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

std::string IsoWeekOf(Day day) {
  const auto monday_first = std::chrono::weekday(day).iso_encoding();  // 1 to 7
  const Day thursday = AddDays(day, 4 - static_cast<int>(monday_first));
  const auto year = std::chrono::year_month_day(thursday).year();
  const auto since = (thursday - Day(year / std::chrono::January / 1)).count();
  return fmt::format("{:04}-W{:02}", static_cast<int>(year), since / 7 + 1);
}

bool IsSeason(std::string_view period) {
  constexpr std::string_view kShape = "2023/2024";
  return period.size() == kShape.size() && period[4] == '/';
}

std::optional<int> YearOf(std::string_view period) {
  if (!DigitsAt(period, 0, 4)) return std::nullopt;
  return NumberAt(period, 0, 4);
}

std::optional<int> MonthsOf(std::string_view length) {
  if (length.size() < 3 || length.front() != 'P' || length.size() > 5) return std::nullopt;
  const char unit = length.back();
  const size_t digits = length.size() - 2;
  if ((unit != 'M' && unit != 'Y') || !DigitsAt(length, 1, digits)) return std::nullopt;
  const int count = NumberAt(length, 1, digits);
  return unit == 'Y' ? count * 12 : count;
}

namespace {

// "P4W" is 28 days, "P10D" ten.
std::optional<int> WholeDaysOf(std::string_view length) {
  constexpr int kWeek = 7;
  if (length.size() < 3 || length.size() > 5 || length.front() != 'P') return std::nullopt;
  const char unit = length.back();
  const size_t digits = length.size() - 2;
  if ((unit != 'W' && unit != 'D') || !DigitsAt(length, 1, digits)) return std::nullopt;
  const int count = NumberAt(length, 1, digits);
  return unit == 'W' ? count * kWeek : count;
}

}  // namespace

std::string SpanFrom(Day first, int months) {
  const std::chrono::year_month_day begin(first);
  const auto behind = begin + std::chrono::months(months);
  const bool whole = begin.day() == std::chrono::day(1) || !behind.ok();
  if (!whole) return ToIsoDate(first) + "/" + ToIsoDate(AddDays(Day(behind), -1));
  // Years, halves and quarters have names.
  const unsigned month = static_cast<unsigned>(begin.month()) - 1;
  std::string year = ToIsoDate(first).substr(0, 4);
  if (months == 12 && month == 0) return year;
  if (months % 12 == 0 && month == 0)
    return fmt::format("{}/{:04}", year, static_cast<int>(begin.year()) + months / 12 - 1);
  if (months == 6 && month % 6 == 0) return fmt::format("{}-H{}", year, month / 6 + 1);
  if (months == 3 && month % 3 == 0) return fmt::format("{}-Q{}", year, month / 3 + 1);
  const auto last = begin.year() / begin.month() / 1 + std::chrono::months(months - 1);
  return ToIsoDate(first).substr(0, 7) + "/" + ToIsoDate(Day(last)).substr(0, 7);
}

std::string SpanUntil(std::string_view length, std::string_view end) {
  const auto days = DaysOf(end);
  if (!days) return {};
  if (const auto whole = WholeDaysOf(length))
    return ToIsoDate(AddDays(days->last, 1 - *whole)) + "/" + ToIsoDate(days->last);
  const std::chrono::year_month_day last(days->last);
  // A season's second year is the one it ends in, whatever year the month was read as.
  const bool season = length.size() == 9 && DigitsAt(length, 0, 4) && length[4] == '/' && DigitsAt(length, 5, 4);
  if (season) {
    const auto first = std::chrono::year(NumberAt(length, 5, 4)) / last.month() / 1 - std::chrono::months(11);
    return SpanFrom(Day(first), 12);
  }
  // "from June to November"
  const Grain grain = GrainOf(end);
  const auto first_days = DaysOf(length);
  const bool parts = grain == Grain::kMonth || grain == Grain::kDay || grain == Grain::kQuarter;
  if (parts && first_days && GrainOf(length) == grain && first_days->last < days->first)
    return std::string(length) + "/" + std::string(end);
  const auto months = MonthsOf(length);
  if (!months) return {};
  const std::chrono::year_month_day behind(days->last + std::chrono::days(1));
  const auto first = behind - std::chrono::months(*months);
  return first.ok() ? SpanFrom(Day(first), *months) : std::string{};
}

bool EndsBefore(std::string_view period, std::optional<Day> day) {
  const auto days = DaysOf(period);
  return days && day && days->last < *day;
}

bool BeginsAfter(std::string_view period, std::optional<Day> day) {
  const auto days = DaysOf(period);
  return days && day && days->first > *day;
}

bool HoldsSpan(std::string_view period, std::string_view span) {
  const auto whole = DaysOf(period);
  const auto days = DaysOf(span);
  const bool months = GrainOf(span) == Grain::kOther && !IsSeason(span) && span != period;
  return months && whole && days && whole->first <= days->first && days->last <= whole->last;
}

bool LiesBefore(std::string_view period, std::string_view other) {
  // Seasons overlap by their years' names.
  constexpr size_t kSeason = 9;  // 2023/2024
  if (period.size() == kSeason && other.size() == kSeason && period[4] == '/' && other[4] == '/') return period < other;
  const auto days = DaysOf(period);
  const auto others = DaysOf(other);
  return days && others && days->last < others->first;
}

}  // namespace tallywire::extract
