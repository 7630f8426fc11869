#include "extract/events/period_part.h"

#include <algorithm>

#include "extract/events/decision.h"
#include "extract/events/period_going_on.h"
#include "extract/events/period_span.h"

namespace tallywire::extract {
namespace {

// "20% below the level of 2005", "13% off from its January high", "8% from the same batch a year earlier": the first
// date of what the change is compared with.
bool IsOfWhatIsCompared(const PeriodScope& scope, size_t at) {
  const size_t figure = scope.draft.cell;
  const auto cells = scope.cells;
  if (scope.draft.event.kind != EventKind::kChange || at < figure + 2) return false;
  constexpr uint64_t kBeyond = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter) | BitOf(WordRole::kComparing);
  const bool from = cells[figure + 1].Is(WordRole::kFromward);
  if (!from && (cells[figure + 1].roles & kBeyond) == 0) return false;
  const auto between = cells.subspan(figure + 2, at - figure - 2);
  const bool apart = std::any_of(between.begin(), between.end(), [](const EventCell& cell) {
    return cell.kind != kWordCell || cell.subject != kAbsent || cell.Is(WordRole::kNounPreposition);
  });
  if (apart) return false;
  const uint64_t roles = cells[at].date_roles;
  // "46% off last year's pace"
  if (at == figure + 2) return cells[at].possessive && (roles & BitOf(WordRole::kDatePreposition)) == 0;
  return (roles & BitOf(WordRole::kOwner)) != 0 || (from && (roles & BitOf(WordRole::kDatePreposition)) == 0);
}

// "a 5% increase on the corresponding batch of 2018", "11% higher than that of the second season of 2019": the date
// that closes what the change is measured from.
bool ClosesComparison(const PeriodScope& scope, size_t at) {
  const auto cells = scope.cells;
  const size_t figure = scope.draft.cell;
  if (scope.draft.event.kind != EventKind::kChange || at < figure + 4) return false;
  constexpr uint64_t kMoves = BitOf(WordRole::kUp) | BitOf(WordRole::kDown);
  constexpr uint64_t kBeyond = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter) | BitOf(WordRole::kComparing);
  const bool noun =
      (cells[figure + 1].roles & kMoves) != 0 && (cells[figure + 2].roles & BitOf(WordRole::kBasisPreposition)) != 0;
  const bool than = (cells[figure + 1].roles & kBeyond) != 0;
  if (!noun && !than) return false;
  const size_t what = figure + (noun ? 3 : 2);
  const bool that = than && scope.c.vocabulary->told.contains(scope.c.text(cells[what]));
  if (!that && !cells[what].Is(WordRole::kArticle)) return false;
  if (noun && (cells[at].date_roles & BitOf(WordRole::kOwner)) == 0) return false;
  const auto between = cells.subspan(what + 1, at - what - 1);
  return std::all_of(between.begin(), between.end(),
                     [](const EventCell& cell) { return cell.kind == kWordCell || cell.kind == kPrepositionCell; });
}

// "a 12% increase from the first batch last year", "5 t below the record set in 2024"
bool FollowsComparedNoun(const PeriodScope& scope, size_t at) {
  constexpr size_t kLongestName = 4;  // cells
  constexpr uint64_t kNouns = BitOf(WordRole::kUpNoun) | BitOf(WordRole::kDownNoun);
  const auto cells = scope.cells;
  size_t tie = scope.draft.cell + 1;
  if (scope.draft.event.kind != EventKind::kChange || at >= cells.size()) return false;
  if (tie < at && (cells[tie].roles & kNouns) != 0) ++tie;
  if (tie + 3 > at || at - tie > kLongestName + 1 || !cells[tie + 1].Is(WordRole::kArticle)) return false;
  const auto name = cells.subspan(tie + 1, at - tie - 1);
  const bool words = std::all_of(name.begin(), name.end(), [](const EventCell& cell) {
    return cell.kind == kWordCell && !cell.Is(WordRole::kNounPreposition);
  });
  if (cells[tie].Is(WordRole::kFromward)) return words;
  constexpr uint64_t kBeyond = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter);
  return name.size() > 1 && (cells[tie].roles & kBeyond) != 0 &&
         scope.c.vocabulary->heights.contains(scope.c.text(name[1]));
}

// "below the corresponding batch of the previous year", "less than in the same months of 2023"
bool IsComparedBehind(const PeriodScope& scope, size_t at) {
  if (IsOfWhatIsCompared(scope, at) || ClosesComparison(scope, at) || FollowsComparedNoun(scope, at)) return true;
  const auto cells = scope.cells;
  const size_t figure = scope.draft.cell;
  if (at < figure + 3) return false;
  // "below its August level"
  constexpr uint64_t kBeyond = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter);
  const bool level_of = at == figure + 3 && (cells[figure + 1].roles & kBeyond) != 0 &&
                        cells[figure + 2].Is(WordRole::kOwnPronoun) && at + 1 < cells.size() &&
                        cells[at + 1].kind == kWordCell && !cells[at + 1].Is(WordRole::kNounPreposition);
  if (level_of) return true;
  // "higher than the settlement in May"
  const size_t behind =
      figure + (cells[figure + 2].Is(WordRole::kNounPreposition) ? 3 : 2);  // "less than in the first"
  const bool than = cells[figure + 1].Is(WordRole::kComparing) && cells[behind].Is(WordRole::kArticle);
  const auto between = cells.subspan(figure + 1, at - figure - 1);
  const bool same =
      std::any_of(between.begin(), between.end(), [](const EventCell& cell) { return cell.Is(WordRole::kSamePeriod); });
  // "above its price in January", "below what was landed in 2020"
  const bool beyond = (cells[figure + 1].roles & kBeyond) != 0;
  const bool other = beyond && (cells[figure + 2].Is(WordRole::kOwnPronoun) ||
                                scope.c.vocabulary->what.contains(scope.c.text(cells[figure + 2])));
  // "below the volume it approved for 2024"
  const bool told =
      beyond && cells[figure + 2].Is(WordRole::kArticle) &&
      std::any_of(between.begin(), between.end(), [](const EventCell& cell) { return cell.Is(WordRole::kPronoun); });
  if (!than && !same && !other && !told && !IsPreceding(scope, at) && !scope.says(at, scope.c.vocabulary->year_earlier))
    return false;
  const bool apart = std::any_of(between.begin(), between.end(), [](const EventCell& cell) {
    return cell.kind == kFigureCell || cell.kind == kCommaCell || cell.kind == kBarrierCell;
  });
  constexpr uint64_t kCompared = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter) | BitOf(WordRole::kComparing);
  return !apart && (cells[figure + 1].roles & kCompared) != 0;
}

// "under Tuesday's proposal": when it was made.
bool IsOfDecision(const PeriodScope& scope, size_t at) {
  constexpr size_t kReach = 3;  // cells: "Tuesday's cabinet decision"
  const auto cells = scope.cells;
  if (!cells[at].possessive || GrainOf(scope.date_at(at)) == Grain::kYear) return false;
  for (size_t k = at + 1; k < std::min(cells.size(), at + kReach) && cells[k].kind == kWordCell; ++k) {
    if (scope.c.vocabulary->decided_things.contains(scope.c.text(cells[k]))) return true;
  }
  return false;
}

// "in its August report": when it was said; but "its 2025 output forecast" is one for that year.
bool IsOfReport(const PeriodScope& scope, size_t at) {
  const auto cells = scope.cells;
  if (at == 0 || !cells[at - 1].Is(WordRole::kOwnPronoun)) return false;
  const Grain grain = GrainOf(scope.date_at(at));
  if (grain == Grain::kYear || grain == Grain::kHalf || grain == Grain::kOther) return false;
  constexpr size_t kReach = 5;
  for (size_t k = at + 1; k < std::min(cells.size(), at + kReach); ++k) {
    if (cells[k].kind == kFigureCell || cells[k].kind == kCommaCell) return false;
    if (scope.c.vocabulary->reports.contains(scope.c.text(cells[k]))) return true;
  }
  return false;
}

// "the biggest fall since 2008": how long it has not been so.
bool IsRecord(const PeriodScope& scope, size_t at) {
  const auto cells = scope.cells;
  // "was the highest this year"
  if (at > 0 && cells[at].date_roles == 0 && cells[at - 1].Is(WordRole::kRecordWord)) return true;
  if ((cells[at].date_roles & BitOf(WordRole::kSince)) == 0) return false;
  for (size_t k = at, steps = 0; k-- > 0 && steps < 8; ++steps) {
    if (cells[k].Is(WordRole::kRecordWord)) return true;
    if (cells[k].kind == kFigureCell || cells[k].kind == kDateCell) return false;
  }
  return false;
}

// "slumped 40% since January to $61": since then it fell, but the price is one of a moment.
bool IsSinceOfPrice(const PeriodScope& scope, size_t at) {
  const bool level = scope.draft.event.kind == EventKind::kLevel && scope.measure().Is(MeasureTrait::kPrice);
  return level && IsSince(scope, at) && GrainOf(SpanOf(scope, at)) == Grain::kOther;
}

}  // namespace

bool NamesOwnPhrase(const PeriodScope& scope, size_t at) {
  constexpr size_t kReach = 2;
  const EventDraft& draft = scope.draft;
  if (!scope.is_date(at) || draft.event.kind != EventKind::kLevel) return false;
  const bool own = draft.phrase && !draft.inherited;
  if (own && draft.phrase->period == static_cast<int>(at)) return at < draft.phrase->head;
  const size_t words = own ? draft.phrase->first : draft.match.first;
  if (words <= at || words - at > kReach || words > draft.cell) return false;
  return std::all_of(scope.cells.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     scope.cells.begin() + static_cast<std::ptrdiff_t>(words), [](const EventCell& cell) {
                       return cell.kind == kWordCell && !cell.Is(WordRole::kNounPreposition);
                     });
}

bool IsUsable(const PeriodScope& scope, size_t at) {
  if (!IsPeriod(scope, at) || IsAnnouncement(scope, at) || IsOfDecision(scope, at) || IsOfReport(scope, at) ||
      IsRecord(scope, at) || IsContractMonth(scope, at) || IsSinceOfPrice(scope, at))
    return false;
  if (scope.draft.match.basis == static_cast<int>(at)) return false;
  // "6 million allowances of the 2028 vintage fetched $26"
  const bool vintage =
      at + 1 < scope.cells.size() && scope.c.vocabulary->vintages.contains(scope.c.text(scope.cells[at + 1]));
  if (vintage && scope.measure().Is(MeasureTrait::kPrice)) return false;
  // "to 15% from 84% as of March 1": when the new duty began.
  if (scope.draft.role == CaptureRole::kBase && scope.measure().Is(MeasureTrait::kDuty)) return false;
  if (scope.draft.role == CaptureRole::kBase || NamesOwnPhrase(scope, at)) return true;
  return !IsBasis(scope, at) && (scope.draft.event.kind != EventKind::kChange || !IsWeakBasis(scope, at));
}

namespace {

// "cut its forecast for the harvest this week to 5 t": when it did so.
bool MovesForecast(const PeriodScope& scope, size_t at) {
  const bool told = scope.draft.event.kind == EventKind::kLevel && scope.draft.role == CaptureRole::kLevel;
  return told && at < scope.draft.cell && !scope.measure().Is(MeasureTrait::kPrice) &&
         RevisesForecast(scope.c, scope.draft);
}

// "In September scientists advised a quota of 5 t": when they did so, where nothing says that the month is what it is
// for.
bool TellsAdvice(const PeriodScope& scope, size_t at) {
  constexpr size_t kMonthOrSeason = 7;  // letters: "2025-09", "2025-FA"
  const bool named = scope.follows(at, scope.c.vocabulary->what_for);
  if (scope.date_at(at).size() != kMonthOrSeason || !EndsBefore(scope.date_at(at), scope.c.published) || named)
    return false;
  if (IsDemand(scope)) return true;
  // "In September scientists advised that catches should not exceed 5 t"
  const auto between = scope.cells.first(scope.draft.cell).subspan(std::min(at, scope.draft.cell));
  return scope.measure().Is(MeasureTrait::kLimit) &&
         std::any_of(between.begin(), between.end(),
                     [](const EventCell& cell) { return cell.Is(WordRole::kProposed); });
}

// "had used 61% of their quota by 20 October": until then, where the limit spoken of is for another time.
bool IsUsedBy(const PeriodScope& scope, size_t at) {
  const bool used = scope.draft.event.kind == EventKind::kShare && scope.measure().Is(MeasureTrait::kLimit);
  if (!used || at < scope.draft.cell || !scope.follows(at, scope.c.vocabulary->agent_by)) return false;
  const auto day = DaysOf(scope.date_at(at));
  const auto runs_then = [&](std::string_view period) {
    const auto days = DaysOf(period);
    return days && day && days->first <= day->first && day->first <= days->last;
  };
  return !runs_then(scope.c.focus->limits.period) && !runs_then(scope.Current());
}

}  // namespace

bool IsAnnouncement(const PeriodScope& scope, size_t at) {
  const auto cells = scope.cells;
  const Grain grain = GrainOf(scope.date_at(at));
  const bool fine = grain == Grain::kDay || grain == Grain::kWeek;
  if (grain == Grain::kDay && at > 0 && scope.c.vocabulary->meetings.contains(scope.c.text(cells[at - 1]))) return true;
  // "imposed a duty of 5% in February": since then
  const uint32_t first = cells[at].first;
  const bool inside = first > 0 && scope.c.vocabulary->within.contains(scope.c.sources->reading->TextOf(first - 1));
  const bool past_month = inside && grain == Grain::kMonth && !LiesAhead(scope, at);
  if (past_month && scope.measure().Is(MeasureTrait::kDuty) && scope.draft.event.kind == EventKind::kLevel &&
      scope.measure().set)
    return true;
  // "said in July that its output had risen", "promised in July to cut output"
  const bool between = grain == Grain::kMonth && at > 0 && at + 1 < cells.size() && at < scope.draft.cell;
  const bool said =
      between &&
      ((cells[at - 1].Is(WordRole::kReport) && scope.c.vocabulary->told.contains(scope.c.text(cells[at + 1]))) ||
       (cells[at - 1].Is(WordRole::kDecided) && cells[at + 1].Is(WordRole::kToward)));
  if (said && !LiesAhead(scope, at)) return true;
  if (!fine) return scope.measure().set && (TellsDecision(scope.c, at) || TellsAdvice(scope, at));
  if (LiesAhead(scope, at)) return false;
  constexpr uint64_t kSaying = BitOf(WordRole::kReport) | BitOf(WordRole::kDecided);
  const auto reports = [&](size_t k) { return k < cells.size() && (cells[k].roles & kSaying) != 0; };
  if (reports(at + 1) || (at > 0 && reports(at - 1)) || (at > 1 && reports(at - 2))) return true;
  if (scope.cells[scope.draft.cell].Is(WordRole::kReach)) return false;  // "averaged $5 last week": nobody decided that
  if (MovesForecast(scope, at)) return true;
  // "raised the duty to 25% from July 1": since then.
  const bool since = (cells[at].date_roles & BitOf(WordRole::kFromward)) != 0;
  if (since && scope.measure().Is(MeasureTrait::kDuty)) return false;
  if (IsUsedBy(scope, at)) return false;
  return scope.measure().set;
}

namespace {

// "exporters sold 5 t from the 2022/23 harvest"
bool IsOfCrop(const PeriodScope& scope, size_t at) {
  const bool told = scope.draft.event.kind == EventKind::kLevel && scope.draft.role == CaptureRole::kLevel;
  if (!told) return false;
  const Reading& reading = *scope.c.sources->reading;
  const uint32_t behind = scope.cells[at].last();  // the word may be the date's last one
  const auto crop = [&](uint32_t token) {
    return token < scope.c.sentence->last && scope.c.vocabulary->crops.contains(reading.TextOf(token));
  };
  return crop(behind) || crop(behind - 1);
}

}  // namespace

bool IsBasis(const PeriodScope& scope, size_t at) {
  const uint64_t roles = scope.cells[at].date_roles;
  if (at > 0 && scope.cells[at - 1].Is(WordRole::kComparing)) return true;
  if (LiesAhead(scope, at)) return false;  // "raised from October": since then, not from it
  if (IsOfCrop(scope, at)) return false;
  // "raised the duty to 25% from July 1": since then.
  const bool level = scope.draft.event.kind == EventKind::kLevel && scope.draft.role == CaptureRole::kLevel;
  if (level && scope.measure().Is(MeasureTrait::kDuty) && GrainOf(scope.date_at(at)) == Grain::kDay) return false;
  if ((roles & BitOf(WordRole::kFromward)) != 0 || IsComparedBehind(scope, at)) return true;
  return (roles & BitOf(WordRole::kBasisPreposition)) != 0 && (roles & BitOf(WordRole::kDatePreposition)) == 0;
}

bool IsWeakBasis(const PeriodScope& scope, size_t at) {
  const Grain grain = GrainOf(scope.date_at(at));
  const bool coarse = grain != Grain::kDay && grain != Grain::kWeek && grain != Grain::kNone;
  const bool marked = (scope.cells[at].date_roles & BitOf(WordRole::kBasisPreposition)) != 0;
  return coarse && marked && !IsBasis(scope, at) && !LiesAhead(scope, at);
}

bool IsContractMonth(const PeriodScope& scope, size_t at) {
  if (!scope.measure().Is(MeasureTrait::kPrice)) return false;
  const auto cells = scope.cells;
  const Grain grain = GrainOf(scope.date_at(at));
  const bool month = grain == Grain::kMonth && cells[at].date_roles == 0;
  const bool names = at + 1 < cells.size() && (cells[at + 1].item != kAbsent || cells[at + 1].measure != kAbsent);
  const bool coarse = grain != Grain::kDay && grain != Grain::kWeek && grain != Grain::kMonth;
  // "sees the price at $75 in December": what will be then.
  const auto front =
      cells.first(std::min(at, scope.draft.cell)).subspan(std::min({at, scope.draft.cell, scope.StartOfClause()}));
  const bool forecast = (cells[at].date_roles & BitOf(WordRole::kDatePreposition)) != 0 &&
                        std::any_of(front.begin(), front.end(), [](const EventCell& cell) {
                          return cell.Is(WordRole::kForecast) || cell.Is(WordRole::kFuture);
                        });
  // "wheat for January loading"
  const bool delivered = grain == Grain::kMonth && at + 1 < cells.size() &&
                         scope.c.vocabulary->deliveries.contains(scope.c.text(cells[at + 1]));
  // "white sugar for March fell to $469": a contract
  const bool contract = grain == Grain::kMonth && at > 0 && cells[at - 1].item != kAbsent && !scope.draft.phrase &&
                        scope.follows(at, scope.c.vocabulary->what_for);
  return (LiesAhead(scope, at) && !coarse && !forecast) || (month && names) || delivered || contract;
}

bool IsPreceding(const PeriodScope& scope, size_t at) { return scope.says(at, scope.c.vocabulary->preceding); }

}  // namespace tallywire::extract
