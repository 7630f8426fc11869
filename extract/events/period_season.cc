#include "extract/events/period_season.h"

#include <algorithm>

#include "extract/events/event_period.h"
#include "extract/events/period_part.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// The last span of months of those that the text has told which is wanted; empty where none of the last ones is.
template <class Wanted>
std::string LastSpan(const PeriodScope& scope, const Wanted& wanted) {
  const auto& spans = scope.c.focus->spans;
  constexpr std::ptrdiff_t kMostSpans = 16;
  const auto end = spans.rend() - spans.rbegin() > kMostSpans ? spans.rbegin() + kMostSpans : spans.rend();
  const auto told = std::find_if(spans.rbegin(), end, wanted);
  return told != end ? *told : std::string{};
}

// "in the season that began on Oct. 1. That compares with 35 t last season": told by its months alone.
std::string SeasonToldByMonths(const PeriodScope& scope) {
  for (size_t i = scope.c.before.size(); i-- > 0;) {
    if (IsSeasonByMonths(scope.c.before[i].event.period)) return scope.c.before[i].event.period;
  }
  return LastSpan(scope, IsSeasonByMonths);
}

// The season that the text speaks of, by the sentences before or by this one in front of the figure.
std::string SeasonSpokenOf(const PeriodScope& scope) {
  std::string season = scope.c.focus->season;
  for (const size_t at : scope.c.sentence->dated) {
    if (at >= scope.draft.cell) break;
    const std::string& value = scope.c.date(scope.cells[at]).value;
    if (IsSeason(value) && value > season) season = value;
  }
  return season;
}

// "more than last season": what is compared with, not what the figure is about.
bool IsCompared(const PeriodScope& scope, size_t at) {
  constexpr uint64_t kCompared = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter) | BitOf(WordRole::kFromward) |
                                 BitOf(WordRole::kCompare) | BitOf(WordRole::kComparing) |
                                 BitOf(WordRole::kBasisPreposition);
  constexpr size_t kReach = 5;
  // "less than at the same stage last season"
  for (size_t k = at; k-- > 0 && at - k <= kReach && scope.cells[k].kind == kWordCell;) {
    if ((scope.cells[k].roles & kCompared) != 0) return true;
  }
  return at > 0 && (scope.cells[at - 1].roles & kCompared) != 0;
}

// "6 t in the 2022/23 season and 11 t in the previous one": the one before the season that the sentence has named.
bool IsSeasonBefore(const PeriodScope& scope, size_t at) {
  const auto cells = scope.cells;
  if (at == 0 || !scope.c.vocabulary->pro_forms.contains(scope.c.text(cells[at])) || !IsPreceding(scope, at - 1))
    return false;
  const auto front = cells.first(at);
  return std::any_of(front.begin(), front.end(), [&](const EventCell& cell) {
    return cell.kind == kDateCell && IsSeason(scope.c.date(cell).value);
  });
}

// The season that is running: most begin between July and October.
std::string SeasonNow(Day day) {
  const std::chrono::year_month_day now(day);
  const std::string year = ToIsoDate(day).substr(0, 4);
  const std::string season =
      year + "/" + ToIsoDate(Day((now.year() + std::chrono::years(1)) / std::chrono::January / 1)).substr(0, 4);
  return now.month() >= std::chrono::August ? season : ShiftYears(season, -1);
}

// "So far in the 2023/24 season", "this season to date": close to the cell.
bool IsSoFar(const PeriodScope& scope, size_t at) {
  constexpr uint32_t kReach = 5;
  const Reading& reading = *scope.c.sources->reading;
  const EventCell& cell = scope.cells[at];
  const uint32_t first = std::max(scope.c.sentence->first, cell.first - std::min(cell.first, kReach));
  const uint32_t last = std::min(scope.c.sentence->last, cell.last() + kReach);
  for (uint32_t token = first; token + 1 < last; ++token) {
    if (scope.c.vocabulary->so_far.contains(reading.TextOf(token, token + 2))) return true;
  }
  return false;
}

// The months of such a season that are over; empty where all of it is meant, and where the text tells none.
std::string SeasonToDate(const PeriodScope& scope, size_t at, const std::string& season) {
  const auto& published = scope.c.published;
  if (!published || !IsSeason(season) || !IsSoFar(scope, at)) return {};
  constexpr std::chrono::days kLatest{31};  // before the news: it has gone on since
  std::string told = LastSpan(scope, [&](const std::string& span) {
    const auto days = DaysOf(span);
    const bool of_season = HoldsSpan(season, span) && YearOf(span) == YearOf(season) && EndsBefore(span, published);
    return of_season && *published - days->last <= kLatest;
  });
  if (!told.empty()) return told;
  const std::string months = WithMonthsTold(scope, season);
  const auto whole = DaysOf(months);
  const bool running = whole && IsSeasonByMonths(months) && whole->first < *published;
  return running && *published <= whole->last ? ToIsoDate(whole->first) + "/" + ToIsoDate(*published) : std::string{};
}

void Take(const PeriodScope& scope, const std::string& season, size_t cell) {
  scope.draft.event.period = SeasonMeant(scope, cell, season);
  scope.draft.event.period_text = std::string(scope.c.text(scope.cells[cell]));
}

// "climbed to 5 t in the same period": as the last figure in front, else what the text is about.
std::string SamePeriod(const PeriodScope& scope) {
  const auto& drafts = scope.c.focus->drafts;
  if (!scope.c.before.empty() || scope.c.opens_paragraph()) return scope.Current();
  for (auto told = drafts.rbegin(); told != drafts.rend(); ++told) {
    if (told->role != CaptureRole::kBase && !told->event.period.empty()) return told->event.period;
  }
  return scope.Current();
}

bool TakeSeasonIn(const PeriodScope& scope, size_t from, size_t to, bool same_period = true) {
  for (size_t at = from; at < to && at < scope.cells.size(); ++at) {
    if (same_period && scope.cells[at].Is(WordRole::kSamePeriod)) {
      if (const std::string told = SamePeriod(scope); !told.empty()) {
        Take(scope, told, at);
        return true;
      }
    }
    const bool one = IsSeasonBefore(scope, at);
    const bool last = one || scope.cells[at].Is(WordRole::kLastSeason);
    if (!last && !scope.cells[at].Is(WordRole::kThisSeason)) continue;
    std::string season = SeasonSpokenOf(scope);
    // "the first since 2022-23 … 5 t this season": one that is over is not meant.
    if (!last && EndsBefore(season, scope.c.published)) season.clear();
    if (season.empty()) season = SeasonToldByMonths(scope);
    // Where the text names none, seasons are told by their years.
    if (season.empty() && scope.c.published)
      season = last ? ToIsoDate(*scope.c.published).substr(0, 4) : SeasonNow(*scope.c.published);
    if (season.empty() || (scope.draft.role != CaptureRole::kBase && IsCompared(scope, at))) continue;
    Take(scope, last ? ShiftYears(season, -1) : season, at);
    return true;
  }
  return false;
}

}  // namespace

bool IsSeasonByMonths(const std::string& period) {
  constexpr std::chrono::days kShortest{360};
  constexpr std::chrono::days kLongest{366};
  const auto days = GrainOf(period) == Grain::kOther ? DaysOf(period) : std::nullopt;
  if (!days || days->last - days->first < kShortest || days->last - days->first > kLongest) return false;
  return std::chrono::year_month_day(days->first).month() != std::chrono::January;
}

std::string MonthsOfSeason(const SentenceContext& context, const DateSpan& season) {
  constexpr uint32_t kReach = 8;
  constexpr int kYear = 12;
  if (!IsSeason(season.date.value)) return {};
  const auto& dates = context.sources->dates;
  auto next = std::upper_bound(dates.begin(), dates.end(), season.first,
                               [](uint32_t token, const DateSpan& span) { return token < span.first; });
  if (next != dates.end() && GrainOf(next->date.value) == Grain::kNone) ++next;  // "2025-26 crop year"
  if (next == dates.end() || next->first > season.last + kReach) return {};
  const EventVocabulary& words = *context.vocabulary;
  bool begins = false;
  for (uint32_t at = season.last; at < next->first; ++at) {
    const std::string_view text = context.sources->reading->TextOf(at);
    const bool mark = context.sources->reading->tokens[at].kind == TokenKind::kSymbol;  // "(", ","
    if (!mark && !words.season_ties.contains(text)) return {};
    begins = begins || words.season_begins.contains(text);
  }
  const std::string& value = next->date.value;
  const auto days = DaysOf(value);
  const auto year = YearOf(season.date.value);
  const auto named = YearOf(value);
  if (!days || !year || !named) return {};
  const Grain grain = GrainOf(value);
  constexpr auto kShortest = std::chrono::days(360);
  constexpr auto kLongest = std::chrono::days(366);
  const auto length = days->last - days->first + std::chrono::days(1);
  const bool whole = grain == Grain::kOther && length >= kShortest && length <= kLongest;
  // "which opens tomorrow" tells when work begins, and of no year that seasons have.
  const bool opening = grain == Grain::kDay && std::chrono::year_month_day(days->first).day() == std::chrono::day(1);
  const bool first = begins && (grain == Grain::kMonth || opening);
  if (!whole && !first) return {};
  const auto begin = DaysOf(ShiftYears(ToIsoDate(days->first), *year - *named));
  return begin ? SpanFrom(begin->first, kYear) : std::string{};
}

std::string SeasonMeant(const PeriodScope& scope, size_t at, const std::string& season) {
  const std::string to_date = SeasonToDate(scope, at, season);
  return to_date.empty() ? WithMonthsTold(scope, season) : to_date;
}

std::string WithMonthsTold(const PeriodScope& scope, const std::string& season) {
  const DocumentFocus& focus = *scope.c.focus;
  if (!IsSeason(season) || focus.season_months.empty() || scope.draft.item == kAbsent) return season;
  if (scope.draft.item != focus.season_item) return season;
  return ShiftYears(focus.season_months, *YearOf(season) - *YearOf(focus.months_season));
}

bool TakeSeasonBehind(const PeriodScope& scope) {
  return TakeSeasonIn(scope, scope.draft.cell + 1, scope.EndOfClause(), false);
}

bool TakeSeasonSince(const PeriodScope& scope, size_t date) {
  const size_t clause = scope.StartOfClause();
  return clause > date && TakeSeasonIn(scope, clause, scope.draft.cell, false);
}

bool TakeSeason(const PeriodScope& scope) {
  const size_t figure = scope.draft.cell;
  return TakeSeasonIn(scope, figure + 1, scope.EndOfClause()) || TakeSeasonIn(scope, scope.StartOfClause(), figure);
}

bool TakeSeasonBasis(const PeriodScope& scope) {
  std::string& period = scope.draft.event.period;
  // Of what is told of a season or of months of one, else of the season spoken of.
  const bool own = GrainOf(period) == Grain::kOther || GrainOf(period) == Grain::kYear;
  const std::string season = own ? period : SeasonSpokenOf(scope);
  if (season.empty()) return false;
  for (size_t at = scope.draft.cell + 1; at < scope.EndOfStatement(); ++at) {
    // "for the season that begins in September, 3% more than in the current one"
    const bool now = scope.cells[at].Is(WordRole::kThisSeason) && BeginsAfter(season, scope.c.published);
    const bool last = now || scope.cells[at].Is(WordRole::kLastSeason) || IsSeasonBefore(scope, at);
    if (!last || !IsCompared(scope, at)) continue;
    scope.draft.event.basis = WithMonthsTold(scope, ShiftYears(season, -1));
    return true;
  }
  return false;
}

}  // namespace tallywire::extract
