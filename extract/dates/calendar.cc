#include "extract/dates/calendar.h"

#include <fmt/format.h>

#include <utility>

namespace tallywire::extract {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

bool InReach(int y) { return y >= kFirstYear && y <= kLastYear; }

year_month MonthAt(int y, int m) { return year{y} / month{static_cast<unsigned>(m)}; }

CalendarPeriod Months(PeriodGrain grain, year_month first, int count) {
  return {grain, {Day{first / day{1}}, Day{(first + months{count - 1}) / std::chrono::last}}};
}

Day MondayOf(Day d) { return d - days{WeekdayOfDay(d) - 1}; }

int DaysIn(PeriodGrain unit) { return unit == PeriodGrain::kWeek || unit == PeriodGrain::kWeekend ? 7 : 1; }

// Which ISO year and week a day belongs to: the year of that week's Thursday.
std::pair<int, int> IsoWeekOf(Day d) {
  const Day thursday = MondayOf(d) + days{3};
  const int y = YearOfDay(thursday);
  const Day first{MonthAt(y, 1) / day{1}};
  return {y, static_cast<int>((thursday - first).count() / 7 + 1)};
}

CalendarPeriod SeasonAround(Day d) {
  const int m = MonthOfDay(d);
  const int y = YearOfDay(d);
  if (m <= 2) return Months(PeriodGrain::kSeason, MonthAt(y - 1, 12), 3);
  return Months(PeriodGrain::kSeason, MonthAt(y, m / 3 * 3), 3);
}

std::string MonthText(Day d) { return fmt::format("{:04}-{:02}", YearOfDay(d), MonthOfDay(d)); }

bool BeginsMonth(Day d) { return static_cast<unsigned>(year_month_day{d}.day()) == 1; }
bool EndsMonth(Day d) { return BeginsMonth(d + days{1}); }

// The coarsest notation that both ends allow.
std::string RangeText(const DaySpan& span) {
  if (BeginsMonth(span.first) && EndsMonth(span.last)) {
    if (MonthOfDay(span.first) == 1 && MonthOfDay(span.last) == 12) {
      return fmt::format("{:04}/{:04}", YearOfDay(span.first), YearOfDay(span.last));
    }
    return MonthText(span.first) + "/" + MonthText(span.last);
  }
  return ToIsoDate(span.first) + "/" + ToIsoDate(span.last);
}

std::optional<CalendarPeriod> WeekOfYear(int y, int number) {
  if (number < 1 || number > 53) return std::nullopt;
  const Day monday = MondayOf(Day{MonthAt(y, 1) / day{4}}) + days{7 * (number - 1)};
  return CalendarPeriod{PeriodGrain::kWeek, {monday, monday + days{6}}};
}

}  // namespace

int MonthsIn(PeriodGrain unit) {
  switch (unit) {
    case PeriodGrain::kMonth:
      return 1;
    case PeriodGrain::kQuarter:
    case PeriodGrain::kSeason:
      return 3;
    case PeriodGrain::kHalf:
      return 6;
    case PeriodGrain::kYear:
      return 12;
    case PeriodGrain::kDecade:
      return 120;
    case PeriodGrain::kCentury:
      return 1200;
    default:
      return 0;
  }
}

int PartNumber(const CalendarPeriod& period) {
  const int months = MonthsIn(period.grain);
  return months == 0 ? 1 : (MonthOfDay(period.days.first) - 1) / months + 1;
}

int YearOfDay(Day d) { return static_cast<int>(year_month_day{d}.year()); }
int MonthOfDay(Day d) { return static_cast<int>(static_cast<unsigned>(year_month_day{d}.month())); }
int WeekdayOfDay(Day d) { return static_cast<int>(weekday{d}.iso_encoding()); }

CalendarPeriod PeriodAround(Day d, PeriodGrain grain) {
  const int y = YearOfDay(d);
  const int m = MonthOfDay(d);
  switch (grain) {
    case PeriodGrain::kWeekend:
      return {grain, {MondayOf(d) + days{5}, MondayOf(d) + days{6}}};
    case PeriodGrain::kWeek:
      return {grain, {MondayOf(d), MondayOf(d) + days{6}}};
    case PeriodGrain::kMonth:
      return Months(grain, MonthAt(y, m), 1);
    case PeriodGrain::kQuarter:
      return Months(grain, MonthAt(y, (m - 1) / 3 * 3 + 1), 3);
    case PeriodGrain::kSeason:
      return SeasonAround(d);
    case PeriodGrain::kHalf:
      return Months(grain, MonthAt(y, m <= 6 ? 1 : 7), 6);
    case PeriodGrain::kYear:
      return Months(grain, MonthAt(y, 1), 12);
    case PeriodGrain::kDecade:
      return Months(grain, MonthAt(y / 10 * 10, 1), 120);
    case PeriodGrain::kCentury:
      return Months(grain, MonthAt(y / 100 * 100, 1), 1200);
    case PeriodGrain::kDay:
    case PeriodGrain::kRange:
      break;
  }
  return {PeriodGrain::kDay, {d, d}};
}

std::optional<CalendarPeriod> YearOf(int y) {
  if (!InReach(y)) return std::nullopt;
  return Months(PeriodGrain::kYear, MonthAt(y, 1), 12);
}

std::optional<CalendarPeriod> PartOfYear(int y, PeriodGrain grain, int number) {
  if (!InReach(y) || number < 1) return std::nullopt;
  if (grain == PeriodGrain::kWeek) return WeekOfYear(y, number);
  const int length = MonthsIn(grain);
  if (length == 0 || length > 12 || number > 12 / length) return std::nullopt;
  const int offset = grain == PeriodGrain::kSeason ? 3 : 1;
  return Months(grain, MonthAt(y, length * (number - 1) + offset), length);
}

std::optional<CalendarPeriod> DayOf(int y, int m, int d) {
  if (!InReach(y) || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
  const year_month_day ymd = MonthAt(y, m) / day{static_cast<unsigned>(d)};
  if (!ymd.ok()) return std::nullopt;
  return CalendarPeriod{PeriodGrain::kDay, {Day{ymd}, Day{ymd}}};
}

CalendarPeriod RangeOf(Day first, Day last) {
  for (const PeriodGrain grain : {PeriodGrain::kDay, PeriodGrain::kWeek, PeriodGrain::kMonth, PeriodGrain::kYear}) {
    const CalendarPeriod whole = PeriodAround(first, grain);
    if (whole.days == DaySpan{first, last}) return whole;
  }
  return {PeriodGrain::kRange, {first, last}};
}

std::optional<Day> ShiftDay(Day d, int count, PeriodGrain unit) {
  constexpr int kMostUnits = 1000000;
  if (count > kMostUnits || count < -kMostUnits) return std::nullopt;
  const int length = MonthsIn(unit);
  if (length == 0) {
    const Day moved = d + days{count * DaysIn(unit)};
    if (!InReach(YearOfDay(moved))) return std::nullopt;
    return moved;
  }
  const int64_t months_since = int64_t{YearOfDay(d)} * 12 + MonthOfDay(d) - 1 + int64_t{count} * length;
  if (months_since < 12 || months_since >= int64_t{kLastYear + 1} * 12) return std::nullopt;
  const year_month ym = MonthAt(static_cast<int>(months_since / 12), static_cast<int>(months_since % 12) + 1);
  const year_month_day same = ym / year_month_day{d}.day();
  return same.ok() ? Day{same} : Day{ym / std::chrono::last};
}

std::optional<CalendarPeriod> Shift(const CalendarPeriod& period, int count, PeriodGrain unit) {
  const auto first = ShiftDay(period.days.first, count, unit);
  if (!first) return std::nullopt;
  if (unit < period.grain && period.grain != PeriodGrain::kRange) return PeriodAround(*first, unit);
  if (period.grain != PeriodGrain::kRange) {
    // A week a year earlier is the one with the same number of days before it: measured from its Thursday.
    if (period.grain == PeriodGrain::kWeek || period.grain == PeriodGrain::kWeekend) {
      const auto middle = ShiftDay(period.days.first + days{period.grain == PeriodGrain::kWeek ? 3 : 0}, count, unit);
      if (!middle) return std::nullopt;
      return PeriodAround(*middle, period.grain);
    }
    return PeriodAround(*first, period.grain);
  }
  const auto behind = ShiftDay(period.days.last + days{1}, count, unit);
  if (!behind) return std::nullopt;
  return RangeOf(*first, *behind - days{1});
}

Day EasterOf(int y) {
  const int a = y % 19;
  const int b = y / 100;
  const int c = y % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return Day{MonthAt(y, n / 31) / day{static_cast<unsigned>(n % 31 + 1)}};
}

std::string IsoOf(const CalendarPeriod& period) {
  const Day first = period.days.first;
  const int y = YearOfDay(first);
  switch (period.grain) {
    case PeriodGrain::kDay:
      return ToIsoDate(first);
    case PeriodGrain::kWeekend:
    case PeriodGrain::kWeek: {
      const auto [iso_year, week] = IsoWeekOf(first);
      return fmt::format("{:04}-W{:02}{}", iso_year, week, period.grain == PeriodGrain::kWeekend ? "-WE" : "");
    }
    case PeriodGrain::kMonth:
      return MonthText(first);
    case PeriodGrain::kQuarter:
      return fmt::format("{:04}-Q{}", y, (MonthOfDay(first) - 1) / 3 + 1);
    case PeriodGrain::kSeason: {
      constexpr std::string_view kNames = "SPSUFAWI";
      return fmt::format("{:04}-{}", y, kNames.substr(static_cast<size_t>(MonthOfDay(first) / 3 - 1) * 2, 2));
    }
    case PeriodGrain::kHalf:
      return fmt::format("{:04}-H{}", y, MonthOfDay(first) <= 6 ? 1 : 2);
    case PeriodGrain::kYear:
      return fmt::format("{:04}", y);
    case PeriodGrain::kDecade:
      return fmt::format("{:03}X", y / 10);
    case PeriodGrain::kCentury:
      return fmt::format("{:02}XX", y / 100);
    case PeriodGrain::kRange:
      break;
  }
  return RangeText(period.days);
}

}  // namespace tallywire::extract
