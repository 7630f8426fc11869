// When: the span of time a figure is about, and the one a change is measured from.
#include <algorithm>
#include <string>

#include "extract/events/event_draft.h"
#include "extract/events/period_basis.h"
#include "extract/events/period_counted.h"
#include "extract/events/period_document.h"
#include "extract/events/period_figures.h"
#include "extract/events/period_length.h"
#include "extract/events/period_limit.h"
#include "extract/events/period_old_level.h"
#include "extract/events/period_part.h"
#include "extract/events/period_scope.h"
#include "extract/events/period_season.h"
#include "extract/events/period_span.h"
#include "extract/events/slot_statement.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// "| 2024 quota: 120,000 t": what the figure's column is headed by, else its label or the lead.
size_t FindOfStatement(const PeriodScope& scope) {
  const int at = FindInStatement(*scope.c.sentence, scope.draft.cell,
                                 [](const EventCell& cell) { return cell.kind == kDateCell; });
  return at == kAbsent ? kNoCell : static_cast<size_t>(at);
}

// "in the first eight months of 2024": the eight months.
size_t WithLength(const PeriodScope& scope, size_t at) {
  if (at == 0 || !scope.is_date(at - 1) || !StartsSpan(scope, at)) return at;
  const std::string& length = scope.date_at(at - 1);
  return MonthsOf(length) && !SpanOfLength(scope, at - 1, length).empty() ? at - 1 : at;
}

// "up 5% from 2019, when exports fell a tenth": the date that the clause tells of, whatever it is to the other one.
size_t FindBeforeWhen(const PeriodScope& scope) {
  const auto cells = scope.cells;
  size_t at = scope.draft.cell;
  while (at > 0 && cells[at - 1].kind != kFigureCell && cells[at - 1].kind != kBarrierCell) --at;
  if (at == 0 || !cells[--at].Is(WordRole::kWhen)) return kNoCell;
  if (at > 0 && cells[at - 1].kind == kCommaCell) --at;
  if (at == 0 || !scope.is_date(at - 1)) return kNoCell;
  return IsPeriod(scope, at - 1) && !IsAnnouncement(scope, at - 1) ? at - 1 : kNoCell;
}

// Of an old level: "to 5 t this year from 4 t in 2018".
size_t FindInFrontOfBase(const PeriodScope& scope) {
  const EventDraft& draft = scope.draft;
  for (size_t at = draft.cell; at-- > draft.match.first;) {
    if (scope.cells[at].kind == kCommaCell) break;
    if (IsPeriod(scope, at)) return at;
    // What stands in front of "from" is the other one's.
    constexpr uint64_t kTies = BitOf(WordRole::kFromward) | BitOf(WordRole::kCompare);
    if (scope.cells[at].kind == kFigureCell || (scope.cells[at].roles & kTies) != 0) break;
  }
  if (!draft.phrase || draft.inherited) return kNoCell;
  for (size_t at = draft.phrase->first; at-- > 0 && scope.cells[at].kind != kFigureCell;) {
    if (NamesOwnPhrase(scope, at)) return at;
  }
  return draft.phrase->period != kAbsent ? static_cast<size_t>(draft.phrase->period) : kNoCell;
}

// "slowed to 13% in July from 14% in June, helped by bread, which fell 7%": June is what was compared with.
bool BelongsToBase(const PeriodScope& scope, size_t at) {
  if (!scope.is_date(at)) return false;
  for (const EventDraft& before : scope.c.before) {
    if (before.role != CaptureRole::kBase || before.cell >= at) continue;
    const auto between = scope.cells.subspan(before.cell + 1, at - before.cell - 1);
    if (between.size() <= 1 && std::none_of(between.begin(), between.end(), [](const EventCell& cell) {
          return cell.kind == kFigureCell || cell.kind == kBarrierCell;
        }))
      return true;
  }
  return false;
}

// "output rose to 4 t in May, leaving little room under the cap of 45 t": what stands between the figure in front and a
// comma is that figure's, and no limit's.
bool BelongsToFigure(const PeriodScope& scope, size_t at) {
  const bool level = scope.draft.event.kind == EventKind::kLevel && scope.draft.role == CaptureRole::kLevel;
  if (!level || at == 0 || !scope.is_date(at)) return false;
  if (scope.cells[at - 1].kind != kFigureCell || at + 1 >= scope.draft.cell) return false;
  const auto before = std::find_if(scope.c.before.begin(), scope.c.before.end(),
                                   [at](const EventDraft& draft) { return draft.cell + 1 == at; });
  const bool other = before != scope.c.before.end();
  return other && scope.cells[at + 1].kind == kCommaCell;
}

// "revenue of 153 million for 2015 last month, down 7%": the change is of the time that the level is of.
size_t FindOfLevelInFront(const PeriodScope& scope, size_t start) {
  const auto before = scope.c.before;
  if (scope.draft.event.kind != EventKind::kChange || before.empty() || start == 0) return kNoCell;
  const EventDraft& level = before.back();
  const bool told = level.event.kind == EventKind::kLevel && level.role != CaptureRole::kBase;
  if (level.cell + 1 != start || level.measure != scope.draft.measure || !told) return kNoCell;
  for (size_t at = start; at < scope.draft.cell; ++at) {
    const bool same = scope.is_date(at) && scope.c.text(scope.cells[at]) == level.event.period_text;
    if (same && IsUsable(scope, at)) return at;
  }
  return kNoCell;
}

// "between October 1 and March 9 of the 2022-23 season, mills shipped 5 t": the season tells of which year the day is.
bool TellsYearOfDay(const PeriodScope& scope, size_t at) {
  const bool season = scope.is_date(at) && IsSeason(scope.date_at(at)) && at > scope.c.sentence->dateline + 1;
  if (!season) return false;
  size_t day = at - 1;
  while (day > scope.c.sentence->dateline && at - day < 3 && scope.cells[day].kind == kWordCell) --day;
  if (!scope.is_date(day)) return false;
  const std::string& value = scope.date_at(day);
  return GrainOf(value.substr(value.find('/') + 1)) == Grain::kDay;
}

// "posted first-quarter sales of $2 billion on Tuesday, up 4%": the change is of the quarter, Tuesday the day of the
// report.
bool IsDayOfReport(const PeriodScope& scope, size_t at) {
  const auto before = scope.c.before;
  if (scope.draft.event.kind != EventKind::kChange || before.empty() || !scope.is_date(at)) return false;
  const EventDraft& level = before.back();
  const Grain told = GrainOf(level.event.period);
  const bool coarse = told == Grain::kQuarter || told == Grain::kHalf || told == Grain::kYear || told == Grain::kMonth;
  return level.cell < at && coarse && level.measure == scope.draft.measure && !level.event.period_text.empty() &&
         level.event.kind == EventKind::kLevel && GrainOf(scope.date_at(at)) == Grain::kDay && !LiesAhead(scope, at);
}

size_t FindInFront(const PeriodScope& scope) {
  const EventDraft& draft = scope.draft;
  if (draft.phrase && !draft.inherited) {
    for (const int cell : {draft.phrase->period, draft.phrase->other_date}) {
      if (cell != kAbsent && IsUsable(scope, static_cast<size_t>(cell))) return static_cast<size_t>(cell);
    }
  }
  if (const size_t at = FindBeforeWhen(scope); at != kNoCell) return at;
  const size_t start = scope.StartOfClause();
  if (const size_t at = FindOfLevelInFront(scope, start); at != kNoCell) return at;
  const Aside aside = AsideInFront(scope, start);
  for (size_t at = draft.cell; at-- > start;) {
    if (at < aside.last && aside.last != kNoCell) break;
    if (BelongsToBase(scope, at) || BelongsToFigure(scope, at) || IsDayOfReport(scope, at)) continue;
    if (TellsYearOfDay(scope, at)) continue;
    // "12 million tons by January and 25 million tons annually"
    const bool behind = at > 0 && scope.is_date(at) && IsFine(GrainOf(scope.date_at(at))) && !scope.c.before.empty();
    if (behind && IsYearly(scope.c, draft.cell) && scope.c.before.back().cell < at) continue;
    if (IsUsable(scope, at) && (NamesOwnPhrase(scope, at) || !IsWeakBasis(scope, at))) return WithLength(scope, at);
  }
  if (draft.inherited) return kNoCell;
  // A date that opens the sentence holds for all its clauses.
  constexpr size_t kOpening = 3;
  const size_t first = scope.c.sentence->dateline;
  for (size_t at = first; at < std::min(first + kOpening, scope.cells.size()); ++at) {
    if (IsUsable(scope, at)) return at;
  }
  return kNoCell;
}

// "the 5 t that it was granted for 2024": what a relative clause right behind the figure tells is told of the figure.
size_t FindInRelative(const PeriodScope& scope) {
  constexpr size_t kReach = 10;
  const auto cells = scope.cells;
  size_t at = scope.draft.cell + 1;
  if (at < cells.size() && cells[at].kind == kPrepositionCell) return kNoCell;
  if (at + 2 < cells.size() && cells[at].Is(WordRole::kOwner)) at += 2;  // "5 t of zinc that"
  const auto text = [&](size_t k) { return scope.c.text(cells[k]); };
  // "the $10 at which it stood in May"
  const bool by = at + 1 < cells.size() && cells[at].Is(WordRole::kRolePreposition) &&
                  scope.c.vocabulary->relatives.contains(text(at + 1));
  if (by) ++at;
  // "just 5 t when the scheme began in 2007"
  const bool when = at == scope.draft.cell + 1 && at < cells.size() && cells[at].Is(WordRole::kWhen);
  if (at >= cells.size() || (cells[at].kind != kBarrierCell && !when)) return kNoCell;
  if (!by && !when && !scope.c.vocabulary->told.contains(text(at))) return kNoCell;
  for (size_t k = at + 1; k < std::min(cells.size(), at + kReach); ++k) {
    const EventCell& cell = cells[k];
    if (cell.kind == kFigureCell || cell.kind == kCommaCell || cell.kind == kBarrierCell) return kNoCell;
    if (scope.is_date(k) && (cell.date_roles & BitOf(WordRole::kDatePreposition)) != 0)
      return IsUsable(scope, k) && (!when || EndsBefore(scope.date_at(k), scope.c.published)) ? k : kNoCell;
  }
  return kNoCell;
}

// "reported a third-quarter loss of 5 million on Monday": the loss is the quarter's, Monday the day of the report.
// kNoCell where the date behind is no day, or none stands in front of the measure's own words.
size_t FindPartInFront(const PeriodScope& scope, size_t behind) {
  const EventDraft& draft = scope.draft;
  if (GrainOf(scope.date_at(behind)) != Grain::kDay || LiesAhead(scope, behind)) return kNoCell;
  const bool own = draft.phrase && !draft.inherited;
  // "a third-quarter loss": an article begins the phrase behind the date.
  const size_t words = own ? draft.phrase->first : draft.match.first;
  const int cell = own && draft.phrase->period != kAbsent ? draft.phrase->period : static_cast<int>(words) - 1;
  if (cell < 0 || static_cast<size_t>(cell) >= (own ? draft.phrase->head : words)) return kNoCell;
  const auto at = static_cast<size_t>(cell);
  if (!scope.is_date(at) || (scope.cells[at].date_roles & ~BitOf(WordRole::kArticle)) != 0) return kNoCell;
  const Grain grain = GrainOf(scope.date_at(at));
  const bool part = grain == Grain::kQuarter || grain == Grain::kHalf || grain == Grain::kYear;
  return part ? at : kNoCell;
}

// "set its mining quotas for this year at 5 t in February": the limit is the year's, however near the month is that it
// was set in.
size_t FindLongerOfLimit(const PeriodScope& scope, size_t behind) {
  const EventDraft& draft = scope.draft;
  if (const size_t part = FindPartInFront(scope, behind); part != kNoCell) return part;
  const Grain grain = GrainOf(scope.date_at(behind));
  const bool fine = grain == Grain::kDay || grain == Grain::kWeek || grain == Grain::kMonth;
  if (!scope.measure().set || !draft.phrase || draft.inherited || !fine || LiesAhead(scope, behind)) return behind;
  for (const int cell : {draft.phrase->period, draft.phrase->other_date}) {
    if (cell == kAbsent || !IsUsable(scope, static_cast<size_t>(cell))) continue;
    const std::string& value = scope.date_at(static_cast<size_t>(cell));
    if (GrainOf(value) == Grain::kYear || IsSeason(value)) return static_cast<size_t>(cell);
  }
  return behind;
}

// The cell of the date that tells the figure's period.
size_t FindPeriod(const PeriodScope& scope) {
  const int caught = scope.draft.match.period;
  if (caught != kAbsent && IsPeriod(scope, static_cast<size_t>(caught))) return static_cast<size_t>(caught);
  if (const size_t at = FindOfStatement(scope); at != kNoCell) return at;
  const size_t end = std::min(scope.EndOfClause(), scope.cells.size());
  for (size_t at = scope.BehindFigure(); at < end; ++at) {
    if (IsUsable(scope, at)) return FindLongerOfLimit(scope, at);
  }
  if (const size_t at = FindInRelative(scope); at != kNoCell) return at;
  const size_t at = scope.draft.role == CaptureRole::kBase ? FindInFrontOfBase(scope) : FindInFront(scope);
  // "For 2026 and 2027, the ceiling is 5 t": both.
  const bool pair = at != kNoCell && at > 1 && scope.is_date(at - 2) && !SpanOfPair(scope, at - 2).empty();
  return pair ? at - 2 : at;
}

// Whether the figure goes on with what the text spoke of: the same sentence or measure, or a company's accounts.
bool Continues(const PeriodScope& scope) {
  if (!scope.c.before.empty() || scope.measure().company) return true;
  const auto& drafts = scope.c.focus->drafts;
  return std::any_of(drafts.begin(), drafts.end(),
                     [&](const EventDraft& before) { return before.event.measure == scope.draft.event.measure; });
}

// "a quota for the first half; last year it sold 5 t": the limit's time is none of what was sold.
bool FollowsLimitOnly(const PeriodScope& scope) {
  const auto& drafts = scope.c.focus->drafts;
  if (scope.measure().set || drafts.empty() || !scope.c.before.empty()) return false;
  return std::all_of(drafts.begin(), drafts.end(),
                     [&](const EventDraft& before) { return scope.c.measure(before.measure).set; });
}

// "Last year costs were $5 million, when net was $2 million": the same words mean the same part of the year.
bool FitsFigureBefore(const PeriodScope& scope) {
  Event& event = scope.draft.event;
  for (const EventDraft& before : scope.c.before) {
    const bool same = before.event.period_text == event.period_text;
    if (!same || before.event.period == event.period || YearOf(before.event.period) != YearOf(event.period)) continue;
    event.period = before.event.period;
    return true;
  }
  return false;
}

void TakePeriod(const PeriodScope& scope, size_t at) {
  Event& event = scope.draft.event;
  event.period = SpanOfPair(scope, at);
  if (event.period.empty()) event.period = SpanOf(scope, at);
  event.period_text = std::string(scope.c.text(scope.cells[at]));
  if (!scope.c.focus->week.empty() && scope.c.vocabulary->the_week.contains(event.period_text)) {
    event.period = scope.c.focus->week;
    return;
  }
  // "the quota for February to June 2025 … stood at 4 t in the same period of 2024"
  if (std::string same = SameSpanIn(scope, at, scope.Current()); !same.empty()) event.period = std::move(same);
  // "when net was $2 million a year ago": the year-ago quarter, where the text speaks of a quarter.
  const std::string current = scope.Current();
  if (FitsFigureBefore(scope)) return;
  const bool earlier = YearOf(event.period) < YearOf(current);
  const Grain grain = GrainOf(current);
  const bool fits =
      IsFine(grain) ? scope.says(at, scope.c.vocabulary->year_earlier) : grain != Grain::kOther || Continues(scope);
  const bool digits = event.period_text[0] >= '0' && event.period_text[0] <= '9';
  // "took 68% of last year's exports": of all of it.
  const bool whole = event.kind == EventKind::kShare && scope.cells[at].possessive;
  // "imports of 5 t from March to July; it produced 60 t last year": the span to come is none of output.
  const bool planned = (grain == Grain::kOther && BeginsAfter(current, scope.c.published)) ||
                       ((grain == Grain::kHalf || grain == Grain::kQuarter) && !EndsBefore(current, scope.c.published));
  if (earlier && !digits && !whole && fits && !planned && !FollowsLimitOnly(scope))
    event.period = FitToGrain(event.period, current);
}

// "shedding 2.2%, which left it 3.8% lower on the week": the week of the day spoken of.
void WidenToWeek(const PeriodScope& scope) {
  std::string& period = scope.draft.event.period;
  const auto days = DaysOf(period);
  if (!days || GrainOf(period) != Grain::kDay) return;
  for (size_t at = scope.draft.cell + 1; at < scope.NextFigure(); ++at) {
    if (scope.cells[at].Is(WordRole::kWholeWeek)) period = IsoWeekOf(days->first);
  }
}

}  // namespace

void ResolvePeriod(const SentenceContext& context, EventDraft& draft) {
  const PeriodScope scope(context, draft);
  if (TakeRunningTerm(scope)) return;
  const size_t own = FindPeriod(scope);
  // "3 t in the 2022/23 season and 5 t in the previous one": the figure's own words go before what is in front of it.
  const bool front = own != kNoCell && own < draft.cell && draft.match.period == kAbsent;
  const bool season = front && (TakeSeasonBehind(scope) || TakeSeasonSince(scope, own));
  if (season || (own == kNoCell && TakeSeason(scope))) {
    if (draft.event.kind == EventKind::kChange && draft.role != CaptureRole::kBase) FindBasis(scope);
    return;
  }
  if (own != kNoCell) TakePeriod(scope, own);
  if (own != kNoCell) TakeTermAhead(scope, own);
  if (own != kNoCell) BeginCounting(scope, own);
  if (own != kNoCell) WidenToTerm(scope, own);
  if (own != kNoCell) BeginNow(scope, own);
  if (draft.role == CaptureRole::kBase) return FinishOldLevel(scope, own);
  if (own == kNoCell && context.before.empty()) TakePartOfSentenceBefore(scope);
  if (own == kNoCell && draft.event.period.empty()) TakeFromFigures(scope);
  WidenToWeek(scope);
  if (draft.event.period.empty()) TakeFromDocument(scope);
  if (draft.event.period.empty()) TakeFromSentenceBefore(scope);
  if (draft.event.period.empty()) TakeFromTelling(scope);
  if (draft.event.period.empty()) TakeFromTitle(scope);
  WidenToYearAhead(scope);
  WidenToYearBegun(scope);
  TakeTermOfNow(scope);
  if (draft.event.kind == EventKind::kChange) FindBasis(scope);
}

void ResolveBasis(const SentenceContext& context, EventDraft& draft) {
  draft.event.basis.clear();
  if (draft.event.kind == EventKind::kChange) FindBasis(PeriodScope(context, draft));
}

}  // namespace tallywire::extract
