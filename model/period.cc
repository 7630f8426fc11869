#include "model/period.h"

namespace tallywire {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

std::optional<int> Number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

DaySpan Months(year_month first, int count) { return {Day{first / day{1}}, Day{(first + months{count - 1}) / last}}; }

DaySpan Years(int first, int count) { return Months(year{first} / month{1}, count * 12); }

Day MondayOfIsoWeek(int y, int week) {
  // ISO 8601: week 1 holds 4 January; weeks start on Monday.
  const Day fourth{year{y} / month{1} / day{4}};
  const std::chrono::weekday weekday{fourth};
  const Day monday = fourth - days{weekday.iso_encoding() - 1};
  return monday + days{7 * (week - 1)};
}

std::optional<DaySpan> Week(int y, std::string_view part) {
  const auto week = Number(part.substr(1, 2));
  if (!week || *week < 1 || *week > 53) return std::nullopt;
  const Day monday = MondayOfIsoWeek(y, *week);
  const auto rest = part.substr(3);
  if (rest.empty()) return DaySpan{monday, monday + days{6}};
  if (rest == "-WE") return DaySpan{monday + days{5}, monday + days{6}};
  if (rest.size() == 2 && rest[0] == '-' && rest[1] >= '1' && rest[1] <= '7') {
    const Day one = monday + days{rest[1] - '1'};
    return DaySpan{one, one};
  }
  return std::nullopt;
}

// Meteorological seasons of the northern hemisphere. Winter is the one that begins in December of the named year.
std::optional<DaySpan> Season(int y, std::string_view name) {
  if (name == "SP") return Months(year{y} / month{3}, 3);
  if (name == "SU") return Months(year{y} / month{6}, 3);
  if (name == "FA") return Months(year{y} / month{9}, 3);
  if (name == "WI") return Months(year{y} / month{12}, 3);
  return std::nullopt;
}

std::optional<DaySpan> MonthOrDay(int y, std::string_view part) {
  const auto m = Number(part.substr(0, 2));
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const year_month ym = year{y} / month{static_cast<unsigned>(*m)};
  if (part.size() == 2) return Months(ym, 1);
  if (part.size() < 5 || part[2] != '-' || (part.size() > 5 && part[5] != 'T')) return std::nullopt;
  const auto d = Number(part.substr(3, 2));
  if (!d) return std::nullopt;
  const year_month_day ymd = ym / day{static_cast<unsigned>(*d)};
  if (!ymd.ok()) return std::nullopt;
  return DaySpan{Day{ymd}, Day{ymd}};
}

std::optional<DaySpan> InYear(int y, std::string_view part) {
  if (part.size() == 2 && part[0] == 'Q' && part[1] >= '1' && part[1] <= '4') {
    return Months(year{y} / month{static_cast<unsigned>(3 * (part[1] - '1') + 1)}, 3);
  }
  if (part.size() == 2 && part[0] == 'H' && (part[1] == '1' || part[1] == '2')) {
    return Months(year{y} / month{part[1] == '1' ? 1U : 7U}, 6);
  }
  if (part.size() >= 3 && part[0] == 'W' && part[1] >= '0' && part[1] <= '9') return Week(y, part);
  if (auto season = Season(y, part)) return season;
  if (part.size() >= 2) return MonthOrDay(y, part);
  return std::nullopt;
}

std::optional<DaySpan> Single(std::string_view text) {
  if (const auto n = Number(text)) {
    if (text.size() == 4) return Years(*n, 1);
    if (text.size() == 3) return Years(*n * 10, 10);
    if (text.size() == 2) return Years(*n * 100, 100);
    return std::nullopt;
  }
  if (text.size() == 4 && text.ends_with("XX")) return Single(text.substr(0, 2));
  if (text.size() == 4 && text.ends_with("X")) return Single(text.substr(0, 3));
  if (text.size() < 6 || text[4] != '-') return std::nullopt;
  const auto y = Number(text.substr(0, 4));
  if (!y) return std::nullopt;
  return InYear(*y, text.substr(5));
}

}  // namespace

std::optional<DaySpan> DaysOf(std::string_view period) {
  const size_t slash = period.find('/');
  if (slash == std::string_view::npos) return Single(period);
  const auto from = Single(period.substr(0, slash));
  const auto to = Single(period.substr(slash + 1));
  if (!from || !to || to->last < from->first) return std::nullopt;
  return DaySpan{from->first, to->last};
}

}  // namespace tallywire
