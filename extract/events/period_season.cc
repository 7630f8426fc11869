#include "extract/events/period_season.h"

namespace tallywire::extract {
namespace {

// The season that the text speaks of, by the sentences before or by this one in front of the figure.
std::string SeasonSpokenOf(const PeriodScope& scope) {
  std::string season = scope.c.focus->season;
  for (const EventCell& cell : scope.cells.first(scope.draft.cell)) {
    if (cell.kind != kDateCell) continue;
    const std::string& value = scope.c.date(cell).value;
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

void Take(const PeriodScope& scope, std::string period, size_t cell) {
  scope.draft.event.period = std::move(period);
  scope.draft.event.period_text = std::string(scope.c.text(scope.cells[cell]));
}

bool TakeSeasonIn(const PeriodScope& scope, size_t from, size_t to) {
  for (size_t at = from; at < to && at < scope.cells.size(); ++at) {
    if (scope.cells[at].Is(WordRole::kSamePeriod) && !scope.Current().empty()) {
      Take(scope, scope.Current(), at);
      return true;
    }
    const bool last = scope.cells[at].Is(WordRole::kLastSeason);
    if (!last && !scope.cells[at].Is(WordRole::kThisSeason)) continue;
    std::string season = SeasonSpokenOf(scope);
    // Where the text names none, seasons are told by their years.
    if (season.empty() && last && scope.c.published) season = ToIsoDate(*scope.c.published).substr(0, 4);
    if (season.empty() || (scope.draft.role != CaptureRole::kBase && IsCompared(scope, at))) continue;
    Take(scope, last ? ShiftYears(season, -1) : season, at);
    return true;
  }
  return false;
}

}  // namespace

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
    if (!scope.cells[at].Is(WordRole::kLastSeason) || !IsCompared(scope, at)) continue;
    scope.draft.event.basis = ShiftYears(season, -1);
    return true;
  }
  return false;
}

}  // namespace tallywire::extract
