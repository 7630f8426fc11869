#include "extract/dates/date_pick.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace tallywire::extract {
namespace {

using std::chrono::days;

std::optional<int> TakeNumber(std::string_view& text) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(read.ptr - text.data()));
  return value;
}

bool IsListOfDays(std::string_view code) { return code.size() >= 10 && code[4] == '-' && code[7] == '-'; }

// The first day of the list that lies in the year.
std::optional<CalendarPeriod> ListedDay(int year, std::string_view list) {
  const std::string wanted = fmt::format("{:04}-", year);
  const size_t at = list.find(wanted);
  const auto day = at == std::string_view::npos ? std::nullopt : ParseIsoDay(list.substr(at, 10));
  if (!day) return std::nullopt;
  return PeriodAround(*day, PeriodGrain::kDay);
}

PeriodGrain GrainOf(StepVerb verb) {
  switch (verb) {
    case StepVerb::kPickMonth:
      return PeriodGrain::kMonth;
    case StepVerb::kPickQuarter:
      return PeriodGrain::kQuarter;
    case StepVerb::kPickHalf:
      return PeriodGrain::kHalf;
    case StepVerb::kPickSeason:
      return PeriodGrain::kSeason;
    default:
      return PeriodGrain::kDay;
  }
}

// The candidate in the `step`th cycle around the day: years for most, months for days of the month, weeks for weekdays.
std::optional<CalendarPeriod> Candidate(const PickRequest& request, Day day, int step) {
  const int year = YearOfDay(day) + step;
  switch (request.verb) {
    case StepVerb::kPickWeekday: {
      const Day monday = PeriodAround(day, PeriodGrain::kWeek).days.first + days{7 * step};
      return PeriodAround(monday + days{request.first - 1}, PeriodGrain::kDay);
    }
    case StepVerb::kPickDay: {
      const auto month = ShiftDay(PeriodAround(day, PeriodGrain::kMonth).days.first, step, PeriodGrain::kMonth);
      if (!month) return std::nullopt;
      return DayOf(YearOfDay(*month), MonthOfDay(*month), request.first);
    }
    case StepVerb::kPickWeekdayDay: {
      const auto month = ShiftDay(PeriodAround(day, PeriodGrain::kMonth).days.first, step, PeriodGrain::kMonth);
      const auto found = month ? DayOf(YearOfDay(*month), MonthOfDay(*month), request.second) : std::nullopt;
      if (!found || WeekdayOfDay(found->days.first) != request.first) return std::nullopt;
      return found;
    }
    case StepVerb::kPickDate:
      return DayOf(year, request.first, request.second);
    case StepVerb::kPickHoliday:
      return HolidayIn(year, request.code);
    default:
      return PartOfYear(year, GrainOf(request.verb), request.first);
  }
}

int64_t Distance(const CalendarPeriod& period, Day day) {
  if (period.days.first > day) return (period.days.first - day).count();
  return period.days.last < day ? (day - period.days.last).count() : 0;
}

bool Fits(const CalendarPeriod& period, Day day, PickDirection direction) {
  switch (direction) {
    case PickDirection::kLast:
      return period.days.last < day;
    case PickDirection::kNext:
      return period.days.first > day;
    case PickDirection::kPast:
      return period.days.first <= day;
    case PickDirection::kFuture:
      return period.days.last >= day;
    default:
      return true;
  }
}

}  // namespace

std::optional<CalendarPeriod> NthWeekday(int year, int month, int nth, int weekday) {
  const auto whole = PartOfYear(year, PeriodGrain::kMonth, month);
  if (!whole || weekday < 1 || weekday > 7) return std::nullopt;
  if (nth == 0) {
    const int back = (WeekdayOfDay(whole->days.last) - weekday + 7) % 7;
    return PeriodAround(whole->days.last - days{back}, PeriodGrain::kDay);
  }
  const int ahead = (weekday - WeekdayOfDay(whole->days.first) + 7) % 7;
  const Day day = whole->days.first + days{ahead + 7 * (nth - 1)};
  if (nth < 0 || day > whole->days.last) return std::nullopt;
  return PeriodAround(day, PeriodGrain::kDay);
}

std::optional<PickDirection> DirectionOf(std::string_view name, std::optional<int> number, Tense tense) {
  if (number) return *number < 0 ? PickDirection::kLast : *number > 0 ? PickDirection::kNext : PickDirection::kThis;
  if (name == "last") return PickDirection::kLast;
  if (name == "next") return PickDirection::kNext;
  if (name == "this") return PickDirection::kThis;
  if (name == "past") return PickDirection::kPast;
  if (name == "future") return PickDirection::kFuture;
  if (name == "nearest") return PickDirection::kNearest;
  if (name == "likely-past") return PickDirection::kLikelyPast;
  if (name == "likely-future") return PickDirection::kLikelyFuture;
  if (name == "sure-or-past") {
    if (tense == Tense::kPast) return PickDirection::kPast;
    name = "likely-or-past";
  }
  const bool likely = name.starts_with("likely");
  const std::string_view rest = name.substr(std::min<size_t>(name.size(), likely ? 6 : 5));
  if ((!likely && !name.starts_with("tense")) || (!rest.empty() && rest != "-or-past")) return std::nullopt;
  if (tense == Tense::kUnknown && rest.empty()) return PickDirection::kNearest;
  if (tense == Tense::kFuture) return likely ? PickDirection::kLikelyFuture : PickDirection::kFuture;
  return likely ? PickDirection::kLikelyPast : PickDirection::kPast;
}

std::optional<CalendarPeriod> PickPeriod(const PickRequest& request, Day day, PickDirection direction) {
  if (direction == PickDirection::kLikelyPast || direction == PickDirection::kLikelyFuture) {
    const bool past = direction == PickDirection::kLikelyPast;
    const auto wanted = PickPeriod(request, day, past ? PickDirection::kPast : PickDirection::kFuture);
    const auto nearest = PickPeriod(request, day, PickDirection::kNearest);
    // Verbs mislead ("extended to Nov. 20"), so a far date must be clearly the one meant.
    if (!wanted || (nearest && 2 * Distance(*wanted, day) > 5 * Distance(*nearest, day))) return nearest;
    return wanted;
  }
  if (direction == PickDirection::kThis) return Candidate(request, day, 0);
  // Eight years hold a 29 February; fourteen months nearly every weekday of a day of the month.
  constexpr std::array kNear{0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, -8, 8, -9, 9, -10, 10, -11, 11};
  std::optional<CalendarPeriod> best;
  for (const int step : kNear) {
    const auto candidate = Candidate(request, day, step);
    if (!candidate || !Fits(*candidate, day, direction)) continue;
    if (!best || Distance(*candidate, day) < Distance(*best, day)) best = candidate;
  }
  return best;
}

// TIMEX3 writes X for each digit that a text leaves open: "in May" is XXXX-05.
constexpr std::string_view kUnknownYear = "XXXX";
constexpr std::string_view kUnknownMonth = "XX";
constexpr std::string_view kUnknownWeek = "WXX";
constexpr std::string_view kUnknownDay = "XX";

std::string UnresolvedPick(const PickRequest& request) {
  switch (request.verb) {
    case StepVerb::kPickMonth:
      return fmt::format("{}-{:02}", kUnknownYear, request.first);
    case StepVerb::kPickDate:
      return fmt::format("{}-{:02}-{:02}", kUnknownYear, request.first, request.second);
    case StepVerb::kPickDay:
      return fmt::format("{}-{}-{:02}", kUnknownYear, kUnknownMonth, request.first);
    case StepVerb::kPickWeekdayDay:
      return fmt::format("{}-{}-{:02}", kUnknownYear, kUnknownMonth, request.second);
    case StepVerb::kPickWeekday:
      return fmt::format("{}-{}-{}", kUnknownYear, kUnknownWeek, request.first);
    case StepVerb::kPickQuarter:
      return fmt::format("{}-Q{}", kUnknownYear, request.first);
    case StepVerb::kPickHalf:
      return fmt::format("{}-H{}", kUnknownYear, request.first);
    case StepVerb::kPickSeason: {
      constexpr std::string_view kNames = "SPSUFAWI";
      if (request.first < 1 || request.first > 4) return {};
      return fmt::format("{}-{}", kUnknownYear, kNames.substr(static_cast<size_t>(request.first - 1) * 2, 2));
    }
    default: {
      const auto day = HolidayIn(2000, request.code);
      if (!day || request.code.find('-') != 2 || request.code.size() != 5)
        return fmt::format("{}-{}-{}", kUnknownYear, kUnknownMonth, kUnknownDay);
      return std::string(kUnknownYear) + IsoOf(*day).substr(kUnknownYear.size());
    }
  }
}

std::optional<CalendarPeriod> HolidayIn(int year, std::string_view code) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  if (IsListOfDays(code)) return ListedDay(year, code);
  if (!code.empty() && code.front() == 'E') {
    code.remove_prefix(1);
    if (code.starts_with('+')) code.remove_prefix(1);  // from_chars reads no plus
    const auto offset = code.empty() ? std::optional<int>(0) : TakeNumber(code);
    if (!offset) return std::nullopt;
    return PeriodAround(EasterOf(year) + days{*offset}, PeriodGrain::kDay);
  }
  // "11-4-4+1": a day more.
  if (const size_t plus = code.find('+'); plus != std::string_view::npos && plus > 0) {
    std::string_view rest = code.substr(plus + 1);
    const auto offset = TakeNumber(rest);
    const auto base = offset ? HolidayIn(year, code.substr(0, plus)) : std::nullopt;
    if (!base) return std::nullopt;
    return PeriodAround(base->days.first + days{*offset}, PeriodGrain::kDay);
  }
  std::array<int, 3> parts{};
  size_t count = 0;
  while (count < parts.size()) {
    const auto number = TakeNumber(code);
    if (!number) return std::nullopt;
    parts[count++] = std::abs(*number);
    if (code.empty()) break;
    if (code.front() != '-') return std::nullopt;
    code.remove_prefix(1);
  }
  if (count == 2) return DayOf(year, parts[0], parts[1]);
  return count == 3 ? NthWeekday(year, parts[0], parts[1], parts[2]) : std::nullopt;
}

int YearNear(int two_digits, Day day) {
  constexpr int kYearsAhead = 19;
  const int latest = YearOfDay(day) + kYearsAhead;
  return latest - (latest - two_digits % 100) % 100;
}

}  // namespace tallywire::extract
