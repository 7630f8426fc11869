#include "extract/events/period_span.h"

#include <algorithm>

#include "extract/events/period_length.h"
#include "extract/events/period_season.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// "brought in $12 billion through November"
bool IsThrough(const PeriodScope& scope, size_t at) {
  const uint32_t first = scope.cells[at].first;
  return first > 0 && scope.c.vocabulary->through.contains(scope.c.sources->reading->TextOf(first - 1));
}

// "the second quarter ended Aug. 31", "its first half, which ended in June": the quarter or half in front of its end.
std::string PartEndedBy(const PeriodScope& scope, size_t at) {
  constexpr size_t kReach = 4;
  constexpr size_t kMonth = 7;  // "2019-08"
  const std::string& end = scope.c.date(scope.cells[at]).end_date;
  if (end.empty()) return {};
  for (size_t k = at; k-- > 0 && at - k <= kReach;) {
    if (!scope.is_date(k)) continue;
    const Grain grain = GrainOf(scope.date_at(k));
    const bool part = grain == Grain::kQuarter || grain == Grain::kHalf || grain == Grain::kOther;
    const DateExpression& named = scope.c.date(scope.cells[k]);
    const bool ends = part && named.end_date.compare(0, kMonth, end, 0, kMonth) == 0 && named.start_date < end;
    return ends ? scope.PeriodAt(k) : std::string();
  }
  return {};
}

// "the current season ending in September", "more this crop year than in the one that ended last month": what ends on
// the date at that cell is a season.
bool IsSeasonInFront(const PeriodScope& scope, size_t at) {
  constexpr uint64_t kSeasons = BitOf(WordRole::kThisSeason) | BitOf(WordRole::kLastSeason);
  if (at == 0) return false;
  if ((scope.cells[at - 1].roles & kSeasons) != 0) return true;
  // "in the marketing year ending this month", "the season ended in June"
  const EventCell& noun = scope.cells[at - 1];
  const std::string_view word = scope.c.sources->reading->TextOf(noun.last() - 1);
  const bool of_season = scope.c.vocabulary->season_nouns.contains(word) ||
                         (noun.last() - noun.first > 1 && scope.c.vocabulary->counted_years.contains(word));
  if (of_season && at > 1 && scope.cells[at - 2].Is(WordRole::kArticle)) return true;
  if (!scope.c.vocabulary->pro_forms.contains(scope.c.text(scope.cells[at - 1]))) return false;
  const auto front = scope.cells.first(at - 1);
  return std::any_of(front.begin(), front.end(), [&](const EventCell& cell) {
    return (cell.roles & kSeasons) != 0 || (cell.kind == kDateCell && IsSeason(scope.c.date(cell).value));
  });
}

// "the week to May 19": a length or season beside the day it ends on.
std::string SpanToEnd(const PeriodScope& scope, size_t at) {
  const std::string& value = scope.date_at(at);
  if (EndsSpan(scope, at) && at > 0 && scope.is_date(at - 1)) {
    if (auto span = SpanUntil(scope.date_at(at - 1), value); !span.empty()) return span;
  }
  if (EndsSpan(scope, at) && IsSeasonInFront(scope, at)) {
    constexpr std::string_view kWhole = "P1Y";
    if (auto span = SpanUntil(kWhole, value); !span.empty()) return span;
  }
  if (const Grain grain = GrainOf(value); grain == Grain::kDay || grain == Grain::kMonth) {
    if (auto span = PartEndedBy(scope, at); !span.empty()) return span;
  }
  // "the 2023-24 oil year ended October"
  constexpr std::string_view kYear = "P1Y";
  const size_t end = scope.is_date(at + 1) && scope.date_at(at + 1) == kYear ? at + 2 : at + 1;
  return EndsSpan(scope, end) ? SpanUntil(value, scope.date_at(end)) : std::string{};
}

// "has gained 9% since the ban was imposed in February, when it stood at $10": in February.
bool TellsWhen(const PeriodScope& scope, size_t at) {
  size_t next = at + 1;
  if (next < scope.cells.size() && scope.cells[next].kind == kCommaCell) ++next;
  return next < scope.draft.cell && scope.cells[next].Is(WordRole::kWhen);
}

bool NamesYear(const PeriodScope& scope, size_t at) {
  const auto year = YearOf(scope.date_at(at));
  return year && scope.c.text(scope.cells[at]).find(std::to_string(*year)) != std::string_view::npos;
}

// "since 1 October": until the day of the news.
std::string SpanSince(const PeriodScope& scope, size_t at) {
  const auto& published = scope.c.published;
  if (!IsSince(scope, at) || !published || TellsWhen(scope, at)) return {};
  std::string value = scope.date_at(at);
  auto days = DaysOf(value);
  // A day or month without a year is one that was.
  if (days && days->first >= *published && !NamesYear(scope, at)) days = DaysOf(value = ShiftYears(value, -1));
  if (!days || days->first >= *published) return {};
  // "since the start of the year"
  if (*published <= days->last) return ToIsoDate(days->first) + "/" + ToIsoDate(*published);
  // "since 2013" is told by years, "since May" by months.
  constexpr size_t kYear = 4;
  constexpr size_t kMonth = 7;
  const Grain grain = GrainOf(value);
  const size_t length = grain == Grain::kYear ? kYear : grain == Grain::kMonth ? kMonth : std::string::npos;
  return value + "/" + ToIsoDate(*published).substr(0, length);
}

// "so far this year", "the year to date": from its first day to that of publication.
std::string ToDate(const PeriodScope& scope, size_t at) {
  const DateExpression& date = scope.c.date(scope.cells[at]);
  const auto& published = scope.c.published;
  if (!published || GrainOf(date.value) != Grain::kYear) return {};
  if (scope.measure().Is(MeasureTrait::kLimit) || scope.measure().Is(MeasureTrait::kPrice)) return {};
  const Day yesterday = *published - std::chrono::days(1);
  const auto whole = DaysOf(date.value);
  // On New Year's Day the old year ended yesterday as well.
  const bool to_date =
      date.end_date == ToIsoDate(yesterday) && date.start_date < date.end_date && !(whole && whole->last == yesterday);
  return to_date ? date.start_date + "/" + ToIsoDate(*published) : std::string();
}

}  // namespace

bool IsSince(const PeriodScope& scope, size_t at) {
  if ((scope.cells[at].date_roles & BitOf(WordRole::kSince)) != 0) return true;
  constexpr size_t kReach = 7;
  for (size_t k = at; k-- > 0 && at - k < kReach;) {
    if (scope.cells[k].Is(WordRole::kSince)) return true;
    // "since the year began in April"
    const bool began = scope.is_date(k) && scope.c.vocabulary->began.contains(scope.c.text(scope.cells[k + 1]));
    if (scope.cells[k].kind == kFigureCell || (scope.is_date(k) && !began) || scope.cells[k].kind == kCommaCell) break;
  }
  return false;
}

namespace {

// "in the season that started this month": of that year and the next.
std::string SeasonThatBegins(const PeriodScope& scope, size_t at) {
  constexpr uint32_t kReach = 4;  // "season that started on"
  const Reading& reading = *scope.c.sources->reading;
  const Grain grain = GrainOf(scope.date_at(at));
  const auto year = YearOf(scope.date_at(at));
  const uint32_t date = scope.cells[at].first;
  if (!year || (grain != Grain::kMonth && grain != Grain::kDay)) return {};
  bool begins = false;
  for (uint32_t token = date; token-- > scope.c.sentence->first && date - token <= kReach;) {
    const std::string_view word = reading.TextOf(token);
    begins = begins || scope.c.vocabulary->season_begins.contains(word);
    if (begins && scope.c.vocabulary->season_nouns.contains(word))
      return std::to_string(*year) + "/" + std::to_string(*year + 1);
  }
  return {};
}

}  // namespace

std::string SpanOf(const PeriodScope& scope, size_t at) {
  if (std::string span = ToDate(scope, at); !span.empty()) return span;
  const std::string& value = scope.date_at(at);
  if (value.size() > 1 && value.front() == 'P') return SpanOfLength(scope, at, value);
  const auto& dates = scope.c.sources->dates;
  if (auto span = MonthsOfSeason(scope.c, dates[static_cast<size_t>(scope.cells[at].date)]); !span.empty()) return span;
  if (auto span = SpanToEnd(scope, at); !span.empty()) return span;
  // "through November": since the year began.
  if (EndsSpan(scope, at) && GrainOf(value) == Grain::kMonth && !LiesAhead(scope, at) && IsThrough(scope, at) &&
      !value.ends_with("-01"))
    return value.substr(0, 4) + "-01/" + value;
  if (auto span = SpanSince(scope, at); !span.empty()) return span;
  if (auto span = SpanOfComingYear(scope, at); !span.empty()) return span;
  if (!DaysOf(value)) return {};
  constexpr size_t kDecade = 3;  // "202": events say 202X
  if (IsSeason(value)) return SeasonMeant(scope, at, value);
  if (auto season = SeasonThatBegins(scope, at); !season.empty()) return season;
  // "on Tuesday afternoon": that day.
  if (GrainOf(value) == Grain::kDay) return value.substr(0, value.find('T'));
  if (value.size() != kDecade) return scope.PeriodAt(at);
  return scope.says(at, scope.c.vocabulary->decade_ends) ? std::to_string(10 * (std::stoi(value) + 1)) : value + "X";
}

std::string SpanOfPair(const PeriodScope& scope, size_t at) {
  const auto cells = scope.cells;
  const auto joins = [&](size_t k) { return k < cells.size() && cells[k].Is(WordRole::kConjunction); };
  const auto figure = [&](size_t k) { return k < cells.size() && cells[k].kind == kFigureCell; };
  const auto acts = [&](size_t k) { return k < cells.size() && cells[k].kind == kVerbCell; };
  const size_t own = scope.draft.cell;
  const bool listed = (joins(own + 1) && figure(own + 2)) || (own > 1 && joins(own - 1) && figure(own - 2));
  if (listed || !joins(at + 1) || !scope.is_date(at + 2) || figure(at + 3) || (own < at && acts(at + 3))) return {};
  const std::string& first = scope.date_at(at);
  const std::string& second = scope.date_at(at + 2);
  return PeriodBefore(second) == first ? first + "/" + second : std::string{};
}

bool IsPeriod(const PeriodScope& scope, size_t at) {
  return scope.cells[at].kind == kDateCell && !SpanOf(scope, at).empty();
}

bool LiesAhead(const PeriodScope& scope, size_t at) { return BeginsAfter(scope.date_at(at), scope.c.published); }

namespace {

constexpr unsigned kSeasonsBegin = 7;  // month

// The words of the date or up to two of those in front of it say so.
bool IsSameSpan(const PeriodScope& scope, size_t at) {
  if (scope.says(at, scope.c.vocabulary->same_spans)) return true;
  for (size_t k = at; k-- > 0 && at - k <= 2 && scope.cells[k].kind == kWordCell;) {
    if (scope.says(k, scope.c.vocabulary->same_spans)) return true;
  }
  return false;
}

}  // namespace

std::string SameSpanIn(const PeriodScope& scope, size_t at, const std::string& current) {
  const std::string& value = scope.date_at(at);
  const auto year = YearOf(value);
  const auto now = YearOf(current);
  const auto days = DaysOf(current);
  if (!year || !now || !days || !IsSameSpan(scope, at)) return {};
  if (IsSeason(value)) {
    // "from February to June 2025, and in the same months of the 2023/24 season": those lie in its second year.
    const bool later = static_cast<unsigned>(std::chrono::year_month_day(days->first).month()) < kSeasonsBegin;
    return ShiftYears(current, *year + (later ? 1 : 0) - *now);
  }
  if (*year != *now) return ShiftYears(current, *year - *now);
  const auto month = DaysOf(value);
  if (!month || GrainOf(value) != Grain::kMonth) return {};
  const std::chrono::year_month_day first(days->first);
  const std::chrono::year_month_day last(days->last);
  if (first.month() != last.month() || GrainOf(current) == Grain::kMonth) return {};
  const auto shift = [&](const std::chrono::year_month_day& day) {
    const std::chrono::year_month_day begin(month->first);
    return std::min(month->last,
                    Day(begin.year() / begin.month() / 1) + (Day(day) - Day(day.year() / day.month() / 1)));
  };
  return ToIsoDate(shift(first)) + "/" + ToIsoDate(shift(last));
}

std::string FitToGrain(const std::string& value, const std::string& current) {
  const auto year = YearOf(value);
  const auto now = YearOf(current);
  const Grain grain = GrainOf(current);
  constexpr std::chrono::days kLongest{366};  // of several years none is the year of the other
  const auto days = DaysOf(current);
  if (days && days->last - days->first > kLongest) return value;
  // "5 t from April to October. A year earlier it made 4 t": of all these months, though October was named last.
  if (year && now && grain == Grain::kOther) {
    std::string shifted = ShiftYears(current, *year - *now);
    if (shifted.ends_with("/" + value)) return shifted;
  }
  if (!year || !now || GrainOf(value) != Grain::kYear || grain == Grain::kYear || grain == Grain::kNone) return value;
  return ShiftYears(current, *year - *now);
}

}  // namespace tallywire::extract
