#include "extract/events/period_counted.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <string_view>

#include "extract/events/event_period.h"
#include "extract/events/period_going_on.h"
#include "extract/events/period_saying.h"
#include "extract/events/period_season.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// The dates of the text, of a long one those around the sentence: what each of many figures asks for must cost the same
// in any text.
std::span<const DateSpan> DatesAround(const PeriodScope& scope) {
  constexpr size_t kMost = 256;  // on either side
  const std::span<const DateSpan> dates = scope.c.sources->dates;
  const auto here = std::lower_bound(dates.begin(), dates.end(), scope.c.sentence->first,
                                     [](const DateSpan& span, uint32_t token) { return span.first < token; });
  const auto at = static_cast<size_t>(here - dates.begin());
  const size_t first = at > kMost ? at - kMost : 0;
  return dates.subspan(first, std::min(dates.size(), at + kMost) - first);
}

// The first day of the span that the text has told since a season's beginning, else of the season that it names.
std::optional<Day> SeasonBegins(const PeriodScope& scope, Day day) {
  static constexpr auto kYear = std::chrono::days(366);
  const auto holds = [day](const std::optional<DaySpan>& days) {
    return days && days->first < day && days->last >= day && days->last - days->first < kYear;
  };
  const auto& spans = scope.c.focus->spans;
  constexpr std::ptrdiff_t kMostSpans = 64;  // the last ones
  const auto end = spans.rend() - spans.rbegin() > kMostSpans ? spans.rbegin() + kMostSpans : spans.rend();
  for (auto span = spans.rbegin(); span != end; ++span) {
    const auto days = DaysOf(*span);
    if (holds(days) && scope.c.published && days->last == *scope.c.published) return days->first;
  }
  // Words beside it may tell when the season begins; else it is the one that began last: a crop's, not a fiscal year.
  std::optional<Day> begin;
  for (const DateSpan& span : DatesAround(scope)) {
    if (!IsSeason(span.date.value)) continue;
    const auto told = DaysOf(MonthsOfSeason(scope.c, span));
    if (holds(told)) return told->first;
    const auto first = ParseIsoDay(span.date.start_date);
    const auto last = ParseIsoDay(span.date.end_date);
    if (first && last && holds(DaySpan{*first, *last - std::chrono::days(1)})) begin = std::max(begin, first);
  }
  return begin;
}

// "The agricultural year began on July 1. As of November 27 the country had shipped 5 t", "5 t by Feb. 12 since the
// start of the season on Oct. 1": what began in front, or as the sentence itself says.
std::optional<Day> YearBegins(const PeriodScope& scope, Day day) {
  const auto& dates = scope.c.sources->dates;
  const Reading& reading = *scope.c.sources->reading;
  const ClauseWords& words = *scope.c.vocabulary;
  constexpr auto kYear = std::chrono::days(366);
  auto date = std::lower_bound(dates.begin(), dates.end(), scope.c.sentence->last,
                               [](const DateSpan& span, uint32_t token) { return span.first < token; });
  constexpr size_t kMost = 8;
  constexpr uint32_t kReach = 6;  // "year, which began on"
  for (size_t steps = 0; date != dates.begin() && steps < kMost; ++steps) {
    --date;
    auto days = DaysOf(date->date.value);
    // A day without a year is the last one of its name.
    if (days && days->first >= day) days = DaysOf(ShiftYears(date->date.value, -1));
    const Grain grain = GrainOf(date->date.value);
    if (!days || (grain != Grain::kDay && grain != Grain::kMonth)) continue;
    if (days->first >= day || day - days->first > kYear) continue;
    bool year = false;  // "The mine began in July" is none
    bool start = false;
    for (uint32_t token = date->first - std::min(date->first, kReach); token < date->first; ++token) {
      const std::string_view word = reading.TextOf(token);
      year = year || words.counted_years.contains(word);
      if (year && words.began.contains(word)) return days->first;
      // "the start of the season on"
      start = start || words.season_starts.contains(word);
      if (start && year && words.season_nouns.contains(word)) return days->first;
    }
  }
  return std::nullopt;
}

// "as of June 20", "up to 10 January"
bool IsCountedTo(const PeriodScope& scope, size_t own) {
  const Reading& reading = *scope.c.sources->reading;
  const uint32_t date = scope.cells[own].first;
  if (date < scope.c.sentence->first + 2) return false;
  const size_t start = reading.tokens[date - 2].start;
  return scope.c.vocabulary->counted_to.contains(
      std::string_view(reading.text).substr(start, reading.tokens[date - 1].end - start));
}

// "had exported 5 t by the end of September", "exported 5 t as of Dec. 12": where the text tells of no season, since
// the calendar year began.
std::optional<Day> CalendarYearBegins(const PeriodScope& scope, size_t own, Day day) {
  const Event& event = scope.draft.event;
  const std::chrono::year_month_day end(day);
  const UnitKind kind = scope.c.kind_of(scope.draft.figure);
  const bool amount = kind == UnitKind::kAmount || kind == UnitKind::kMoney;
  if (event.kind != EventKind::kLevel || !amount || end.month() == std::chrono::January) return std::nullopt;
  if (SpeaksOfFuture(scope)) return std::nullopt;
  const size_t start = scope.StartOfClause();
  constexpr size_t kReach = 3;  // "5 t had already left"
  const size_t reach = std::min(std::max(own, scope.draft.cell + kReach), scope.cells.size());
  const auto told = scope.cells.subspan(start, reach - start);
  const bool perfect = std::any_of(told.begin(), told.end(), [](const EventCell& cell) {
    return cell.Is(WordRole::kHave) && cell.kind != kFigureCell;
  });
  if (!perfect && !IsCountedTo(scope, own)) return std::nullopt;
  return Day(end.year() / std::chrono::January / 1);
}

}  // namespace

void BeginCounting(const PeriodScope& scope, size_t own) {
  Event& event = scope.draft.event;
  const MeasureEntry& measure = scope.measure();
  const bool flows = !measure.set && !measure.standing && !measure.Is(MeasureTrait::kPrice) && event.unit != "%";
  const bool sums = measure.Is(MeasureTrait::kDealt) || (flows && event.kind == EventKind::kLevel);
  const Grain grain = GrainOf(event.period);
  // "by end-January", "as of January", but "in January"
  const bool month =
      grain == Grain::kMonth &&
      (scope.says(own, scope.c.vocabulary->month_ends) ||
       (measure.Is(MeasureTrait::kDealt) && !IsAverage(scope) && !IsDaily(scope) && IsCountedTo(scope, own)));
  if (!sums || measure.Is(MeasureTrait::kMoment) || !(grain == Grain::kDay || month)) return;
  if (event.kind == EventKind::kShare) return;
  if (!scope.follows(own, scope.c.vocabulary->up_to) && !IsCountedTo(scope, own)) return;
  const auto days = DaysOf(event.period);
  if (!days) return;
  auto first = SeasonBegins(scope, days->last);
  if (!first) first = YearBegins(scope, days->last);
  if (!first) first = CalendarYearBegins(scope, own, days->last);
  if (!first) return;
  event.period = ToIsoDate(*first).substr(0, event.period.size()) + "/" + event.period;
}

}  // namespace tallywire::extract
