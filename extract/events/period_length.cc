#include "extract/events/period_length.h"

#include <algorithm>
#include <optional>

#include "model/period.h"

namespace tallywire::extract {
namespace {

// "the first two months" rather than "two months".
bool IsOrdinal(const PeriodScope& scope, size_t at) { return scope.says(at, scope.c.vocabulary->span_ordinals); }

// "the first eight months" has its days already.
std::string SpanOfOrdinal(const PeriodScope& scope, size_t at, int months) {
  const DateExpression& date = scope.c.date(scope.cells[at]);
  const auto first = ParseIsoDay(date.start_date);
  const bool named = first && scope.c.published && !date.end_date.empty() && *first < *scope.c.published;
  if (!named || std::chrono::year_month_day(*first).day() != std::chrono::day(1) || !IsOrdinal(scope, at)) return {};
  return SpanFrom(*first, months);
}

// When a year or season begins that is not the calendar's.
std::optional<Day> StartOfOwnYear(const PeriodScope& scope, size_t at) {
  constexpr int kYear = 12;
  std::optional<Day> first;
  // "the fiscal year that began in April" is told by its length.
  if (IsSeason(scope.date_at(at)) || MonthsOf(scope.date_at(at)) == kYear) {
    first = ParseIsoDay(scope.c.date(scope.cells[at]).start_date);
  } else if (GrainOf(scope.date_at(at)) == Grain::kYear) {
    if (const auto days = DaysOf(scope.PeriodAt(at))) first = days->first;
  }
  const bool own = first && std::chrono::year_month_day(*first).month() != std::chrono::January;
  return own ? first : std::nullopt;
}

// "the first four months of the current fiscal year", which begins in July; "… of the 1986/87 coffee year".
std::string SpanInOwnYear(const PeriodScope& scope, size_t at, int months) {
  constexpr int kYear = 12;
  if (!scope.is_date(at + 1) || months >= kYear) return {};
  if ((scope.cells[at + 1].date_roles & (BitOf(WordRole::kOwner) | BitOf(WordRole::kDatePreposition))) == 0) return {};
  const auto first = StartOfOwnYear(scope, at + 1);
  return first && scope.says(at, scope.c.vocabulary->opening_ordinals) ? SpanFrom(*first, months) : std::string{};
}

// "in the nine months" that were spoken of
std::string SpanSpokenOf(const PeriodScope& scope, int months) {
  const auto is_meant = [&](const std::string& period) {
    const auto days = DaysOf(period);
    const Grain grain = GrainOf(period);
    const bool span = grain == Grain::kOther || grain == Grain::kQuarter || grain == Grain::kHalf;
    return days && span && SpanFrom(days->first, months) == period;
  };
  if (std::string current = scope.Current(); is_meant(current)) return current;
  for (const EventDraft& before : scope.c.focus->drafts) {
    if (is_meant(before.event.period)) return before.event.period;
  }
  for (const auto& spoken : scope.c.focus->periods) {
    if (is_meant(spoken.period)) return spoken.period;
  }
  const auto& spans = scope.c.focus->spans;
  const auto span = std::find_if(spans.rbegin(), spans.rend(), is_meant);
  if (span != spans.rend()) return *span;
  return {};
}

// The quarter that the text speaks of, or has told some measure's figures of; empty where there is none.
std::string QuarterSpokenOf(const PeriodScope& scope) {
  const auto is_quarter = [](const std::string& period) { return GrainOf(period) == Grain::kQuarter; };
  if (std::string current = scope.Current(); is_quarter(current)) return current;
  const auto& told = scope.c.focus->periods;
  const auto quarter = std::find_if(told.rbegin(), told.rend(), [&](const auto& of) { return is_quarter(of.period); });
  return quarter != told.rend() ? quarter->period : std::string();
}

// "the nine months" of company results run from the beginning of the year to the end of the quarter or month spoken of.
std::string SpanToPart(const PeriodScope& scope, int months) {
  constexpr int kQuarter = 3;
  const std::string current = scope.Current();
  // "57,000 in July. In the seven months sales reached 232,000"
  const bool month = GrainOf(current) == Grain::kMonth;
  const auto days = DaysOf(month ? current : QuarterSpokenOf(scope));
  if (!days || months < 2 || (!month && months <= kQuarter)) return {};
  const auto end = std::chrono::year_month_day(days->last);
  if (static_cast<int>(static_cast<unsigned>(end.month())) != months) return {};
  return SpanFrom(Day(end.year() / std::chrono::January / 1), months);
}

// Whether one of the first three words of the date at that cell is among these: "next" of "the next five years",
// "following" of "the two following years".
bool OpensWith(const PeriodScope& scope, size_t at, const WordSet& words) {
  constexpr uint32_t kReach = 3;
  const Reading& reading = *scope.c.sources->reading;
  const uint32_t first = scope.cells[at].first;
  const uint32_t end = std::min<uint32_t>(first + kReach, scope.cells[at].last());
  for (uint32_t word = first; word < end; ++word) {
    if (words.contains(reading.TextOf(word))) return true;
  }
  return false;
}

// The years that begin with the next one, counted from that day, or the months likewise.
std::string SpanBehind(Day day, int months) {
  constexpr int kYear = 12;
  const std::chrono::year_month_day last(day);
  const auto first = months % kYear == 0 ? (last.year() + std::chrono::years(1)) / std::chrono::January / 1
                                         : (last.year() / last.month() / 1) + std::chrono::months(1);
  return SpanFrom(Day(first), months);
}

// "a cap on emissions over the next five years": those that begin with the next one; months likewise.
std::string SpanAhead(const PeriodScope& scope, size_t at, int months) {
  const uint32_t word = scope.cells[at].first;
  constexpr int kYear = 12;
  const ClauseWords& words = *scope.c.vocabulary;
  if (months < 2 || months == kYear || !scope.c.published || word == 0) return {};
  if (!OpensWith(scope, at, words.ahead)) return {};
  if (!words.throughout.contains(scope.c.sources->reading->TextOf(word - 1))) return {};
  return SpanBehind(*scope.c.published, months);
}

// "over the past 12 months", said in September: those to August.
std::string SpanBack(const PeriodScope& scope, size_t at, int months) {
  constexpr int kYear = 12;
  const auto& published = scope.c.published;
  const bool in_months = scope.date_at(at).ends_with('M');  // not "over the past year"
  if (months < 2 || months > kYear || !published || !in_months) return {};
  const bool to_now = scope.c.date(scope.cells[at]).end_date == ToIsoDate(*published - std::chrono::days(1));
  if (!to_now) return {};
  const std::chrono::year_month_day now(*published);
  return SpanFrom(Day(now.year() / now.month() / 1 - std::chrono::months(months)), months);
}

// "in the 12 months from the end of March": from April.
std::string SpanFromEnd(const PeriodScope& scope, size_t at, int months) {
  if (GrainOf(scope.date_at(at + 1)) != Grain::kMonth || !scope.says(at + 1, scope.c.vocabulary->month_ends)) return {};
  const auto days = DaysOf(scope.date_at(at + 1));
  return days ? SpanFrom(days->last + std::chrono::days(1), months) : std::string{};
}

// "5 t this year and 9 t in each of the following two years": those behind what was spoken of.
std::string SpanFollowing(const PeriodScope& scope, size_t at, int months) {
  const uint32_t word = scope.cells[at].first;
  const ClauseWords& words = *scope.c.vocabulary;
  if (months < 2 || word < 2 || !OpensWith(scope, at, words.following)) return {};
  if (!words.each.contains(scope.c.sources->reading->TextOf(word - 2))) return {};  // "each of the"
  const auto days = DaysOf(scope.c.before.empty() ? scope.Current() : scope.c.before.back().event.period);
  return days ? SpanBehind(days->last, months) : std::string();
}

}  // namespace

std::string SpanOfComingYear(const PeriodScope& scope, size_t at) {
  constexpr int kYear = 12;
  const EventVocabulary& words = *scope.c.vocabulary;
  const Reading& reading = *scope.c.sources->reading;
  const uint32_t word = scope.cells[at].first;
  const auto& published = scope.c.published;
  if (!published || word == 0 || GrainOf(scope.date_at(at)) != Grain::kYear) return {};
  const bool over = words.in_course.contains(reading.TextOf(word - 1)) && words.the.contains(reading.TextOf(word));
  if (!over || !OpensWith(scope, at, words.ahead)) return {};
  const std::chrono::year_month_day now(*published);
  return SpanFrom(Day(now.year() / now.month() / 1), kYear);
}

bool EndsSpan(const PeriodScope& scope, size_t at) {
  return scope.is_date(at) && (scope.cells[at].date_roles & BitOf(WordRole::kEnding)) != 0;
}

bool StartsSpan(const PeriodScope& scope, size_t at) {
  return (scope.cells[at].date_roles & (BitOf(WordRole::kFromward) | BitOf(WordRole::kDatePreposition))) != 0;
}

std::string SpanOfLength(const PeriodScope& scope, size_t at, const std::string& length) {
  if (scope.c.date(scope.cells[at]).type == "set") return {};  // "annually through 2029"
  if (EndsSpan(scope, at + 1)) return SpanUntil(length, scope.date_at(at + 1));
  const auto months = MonthsOf(length);
  if (!months) return {};
  if (auto span = SpanFollowing(scope, at, *months); !span.empty()) return span;
  if (auto span = SpanAhead(scope, at, *months); !span.empty()) return span;
  if (auto span = SpanInOwnYear(scope, at, *months); !span.empty()) return span;
  if (auto span = SpanOfOrdinal(scope, at, *months); !span.empty()) return span;
  // "12 months from March 1" ends a day before the next March.
  if (scope.is_date(at + 1) && StartsSpan(scope, at + 1)) {
    if (auto span = SpanFromEnd(scope, at, *months); !span.empty()) return span;
    // "the season that opens in November" is told by its words to lie ahead, "November" alone is the last one.
    const auto first = ParseIsoDay(scope.c.date(scope.cells[at]).start_date);
    if (first && !IsOrdinal(scope, at)) return SpanFrom(*first, *months);
    if (const auto days = DaysOf(scope.date_at(at + 1))) return SpanFrom(days->first, *months);
  }
  if (auto span = SpanSpokenOf(scope, *months); !span.empty()) return span;
  if (auto span = SpanToPart(scope, *months); !span.empty()) return span;
  return SpanBack(scope, at, *months);
}

}  // namespace tallywire::extract
