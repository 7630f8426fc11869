#include "extract/dates/date_years.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace tallywire::extract {
namespace {

using std::chrono::days;

// How far away a country or crop may be named, in tokens: some ten sentences before, or behind in the same one.
constexpr uint32_t kReachBack = 300;
constexpr uint32_t kReachAhead = 30;
constexpr std::string_view kGuess = " guess";

std::string_view TakeWord(std::string_view& text) {
  const size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

std::optional<int> MonthIn(std::string_view text) {
  int month = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), month);
  if (read.ec != std::errc{} || month < 1 || month > 12) return std::nullopt;
  return month;
}

DaySpan Months(Day first, int count) {
  const auto end = ShiftDay(first, count, PeriodGrain::kMonth);
  return {first, end ? *end - days{1} : first};
}

}  // namespace

std::optional<DaySpan> DaysOfYear(const YearCalendar& calendar, int name, PeriodGrain part, int number) {
  const int begin = calendar.named_by_end && calendar.begins > 1 ? name - 1 : name;
  const auto month = PartOfYear(begin, PeriodGrain::kMonth, calendar.begins);
  if (!month) return std::nullopt;
  const int length = part == PeriodGrain::kQuarter ? 3 : part == PeriodGrain::kHalf ? 6 : 12;
  const int offset = length == 12 ? 0 : length * (number - 1);
  const auto first = ShiftDay(month->days.first, offset, PeriodGrain::kMonth);
  if (!first) return std::nullopt;
  return Months(*first, length);
}

DaySpan YearAround(const YearCalendar& calendar, Day day) {
  const int year = MonthOfDay(day) < calendar.begins ? YearOfDay(day) - 1 : YearOfDay(day);
  const auto month = PartOfYear(year, PeriodGrain::kMonth, calendar.begins);
  return Months(month ? month->days.first : day, 12);
}

YearCalendars::YearCalendars(TagNames& tags, const DateWords& words)
    : words_(words), fiscal_(tags.Add("fiscal-calendar")), season_(tags.Add("season-calendar")) {}

std::string_view YearCalendars::CodeAt(const Place& place, uint32_t token, Tag table) const {
  thread_local std::vector<uint32_t> senses;
  const auto end = static_cast<uint32_t>(place.reading.tokens.size());
  if (words_.LongestAt(place.reading, place.lexicon, token, end, place.language, senses) == 0) return {};
  for (const uint32_t sense : senses) {
    if (words_[sense].tag == table) return words_[sense].code;
  }
  return {};
}

std::string_view YearCalendars::Nearest(const Place& place, Tag table, bool further, Found& found) const {
  const uint32_t lowest = place.token > kReachBack ? place.token - kReachBack : 0;
  for (found.scanned = std::max(found.scanned, lowest); found.scanned < place.token; ++found.scanned) {
    const auto code = CodeAt(place, found.scanned, table);
    if (code.empty()) continue;
    const bool known = !found.code.empty() && found.token >= lowest && !found.code.ends_with(kGuess);
    if (known && code.ends_with(kGuess)) continue;
    found.token = found.scanned;
    found.code = code;
  }
  const bool near = !found.code.empty() && found.token >= lowest;
  if (near && found.token >= place.sentence.first) return found.code;
  const uint32_t end = std::min(place.sentence.last, place.token + kReachAhead);
  for (uint32_t at = place.token; at < end; ++at) {
    if (const auto code = CodeAt(place, at, table); !code.empty()) return code;
  }
  return near && further ? found.code : std::string_view();
}

std::optional<YearCalendar> YearCalendars::Fiscal(const Place& place, Memory& memory) const {
  std::string_view code = Nearest(place, fiscal_, true, memory.country);
  TakeWord(code);  // the country
  const auto month = MonthIn(TakeWord(code));
  if (!month) return std::nullopt;
  return YearCalendar{*month, TakeWord(code) == "end"};
}

std::optional<YearCalendar> YearCalendars::Season(const Place& place, Memory& memory) const {
  std::string_view code = Nearest(place, season_, false, memory.crop);
  auto month = MonthIn(TakeWord(code));
  if (!month) return std::nullopt;
  std::string_view country = Nearest(place, fiscal_, true, memory.country);
  country = TakeWord(country);
  while (!code.empty() && !country.empty()) {
    const std::string_view other = TakeWord(code);
    if (other.starts_with(country) && other.size() > country.size() && other[country.size()] == ':') {
      month = MonthIn(other.substr(country.size() + 1));
    }
  }
  return YearCalendar{month.value_or(1), false};
}

}  // namespace tallywire::extract
