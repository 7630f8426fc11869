#include "extract/events/period_basis.h"

#include <algorithm>

#include "extract/events/period_part.h"
#include "extract/events/period_season.h"
#include "extract/events/period_span.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// A season named for "a year earlier" where the figure is of a day: that day a year ago.
bool HoldsYearAgo(const std::string& period, const std::string& value) {
  if (GrainOf(period) != Grain::kDay || GrainOf(value) == Grain::kDay) return false;
  const auto days = DaysOf(ShiftYears(period, -1));
  const auto whole = DaysOf(value);
  return days && whole && whole->first <= days->first && days->last <= whole->last;
}

// "a year earlier" said of more than a day: the day a year before the news stands for the whole period then.
bool IsYearAgo(const PeriodScope& scope, size_t at) {
  const std::string& value = scope.date_at(at);
  const Grain grain = GrainOf(scope.draft.event.period);
  const bool longer = grain != Grain::kNone && grain != Grain::kDay && grain != Grain::kWeek;
  const bool days = GrainOf(value) == Grain::kDay || GrainOf(value) == Grain::kWeek;
  const std::string_view text = scope.c.text(scope.cells[at]);
  const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto& published = scope.c.published;
  return longer && days && !digits && published && YearOf(value) < YearOf(ToIsoDate(*published));
}

std::string BasisOf(const PeriodScope& scope, size_t at) {
  std::string value = scope.PeriodAt(at);
  const std::string& period = scope.draft.event.period;
  const std::string_view text = scope.c.text(scope.cells[at]);
  const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool year_ago_day = !digits && HoldsYearAgo(period, value);
  if (IsYearAgo(scope, at) || year_ago_day || scope.says(at, scope.c.vocabulary->year_earlier))
    return ShiftYears(period, -1);
  if (std::string same = SameSpanIn(scope, at, period); !same.empty()) return same;
  // "fell 68% on the year in May"
  if (!digits && at == scope.draft.cell + 1 && GrainOf(value) == Grain::kYear && YearOf(value) == YearOf(period))
    return ShiftYears(period, -1);
  // "from the month before": in front of the one the figure is about, whatever was spoken of in between.
  const bool last_year = value == ShiftYears(period, -1);
  if (!last_year && GrainOf(value) == GrainOf(period) && IsPreceding(scope, at))
    return PeriodBefore(period).value_or(value);
  // "29% less than at the close of 2024", of a day's price
  if (const Grain grain = GrainOf(period); digits && (grain == Grain::kDay || grain == Grain::kWeek)) return value;
  return FitToGrain(value, period);
}

bool TakeBasis(const PeriodScope& scope, size_t from, size_t to) {
  std::string& basis = scope.draft.event.basis;
  for (size_t at = from; at < to; ++at) {
    const bool marked = scope.is_date(at) && (IsBasis(scope, at) || IsWeakBasis(scope, at));
    if (!marked || !IsPeriod(scope, at)) continue;
    const std::string& value = scope.date_at(at);
    if (value == scope.draft.event.period) {
      // "sold 5 t in March, 4% more than last March"
      if (at == 0 || GrainOf(value) != Grain::kMonth || !scope.cells[at - 1].Is(WordRole::kComparing)) continue;
      basis = ShiftYears(value, -1);
      return true;
    }
    basis = BasisOf(scope, at);
    if (basis.empty()) basis = value;
    constexpr size_t kDecade = 3;  // "a decade ago": no year is meant
    if (basis.size() == kDecade) basis.clear();
    return true;
  }
  return false;
}

// "year on year", "quarter on quarter"
std::string BasisByWords(const PeriodScope& scope, size_t from, size_t to) {
  const std::string& period = scope.draft.event.period;
  if (period.empty()) return {};
  constexpr uint64_t kAny = BitOf(WordRole::kYearOnYear) | BitOf(WordRole::kQuarterOnQuarter) |
                            BitOf(WordRole::kMonthOnMonth) | BitOf(WordRole::kWeekOnWeek) | BitOf(WordRole::kWholeWeek);
  for (const EventCell& cell : scope.cells.subspan(from, std::max(from, to) - from)) {
    if ((cell.roles & kAny) == 0) continue;
    if (cell.Is(WordRole::kYearOnYear)) return ShiftYears(period, -1);
    const bool before =
        cell.Is(WordRole::kQuarterOnQuarter) || cell.Is(WordRole::kMonthOnMonth) || cell.Is(WordRole::kWeekOnWeek);
    // "up 3 points on the week": a price's week is that of its day.
    const bool week = cell.Is(WordRole::kWholeWeek) && GrainOf(period) == Grain::kWeek;
    if (before || (week && !scope.measure().Is(MeasureTrait::kPrice))) return PeriodBefore(period).value_or("");
  }
  return {};
}

// "fell 5% in 2024 and are 48% below those of 1990": what another change compares with is its own.
size_t NextComparison(const PeriodScope& scope, size_t from, size_t to) {
  constexpr uint64_t kCompares = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter);
  for (size_t at = from; at + 1 < to; ++at) {
    const EventCell& cell = scope.cells[at];
    const bool percent = cell.kind == kFigureCell && scope.c.kind_of(cell.figure) == UnitKind::kPct;
    if (percent && (scope.cells[at + 1].roles & kCompares) != 0) return at;
  }
  return to;
}

}  // namespace

void FindBasis(const PeriodScope& scope) {
  EventDraft& draft = scope.draft;
  if (draft.match.basis != kAbsent) {
    draft.event.basis = scope.date_at(static_cast<size_t>(draft.match.basis));
    return;
  }
  // The figure's own words first, then those in front of it, then what stands behind further figures.
  const size_t next = scope.NextFigure();
  if (TakeBasis(scope, draft.cell + 1, next) || TakeSeasonBasis(scope) ||
      TakeBasis(scope, scope.StartOfClause(), draft.cell))
    return;
  draft.event.basis = BasisByWords(scope, draft.cell + 1, next);
  if (draft.event.basis.empty() && !TakeBasis(scope, next, NextComparison(scope, next, scope.EndOfStatement())))
    draft.event.basis = BasisByWords(scope, 0, scope.cells.size());
}

}  // namespace tallywire::extract
