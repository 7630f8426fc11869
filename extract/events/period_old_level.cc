#include "extract/events/period_old_level.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "extract/events/period_basis.h"
#include "extract/events/period_going_on.h"
#include "extract/events/period_part.h"
#include "extract/events/period_span.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// No date, or a day or month beside a longer period.
bool IsShort(const PeriodScope& scope, size_t own) {
  if (own == kNoCell) return true;
  const Grain longer = GrainOf(scope.c.before.back().event.period);
  return IsFine(GrainOf(scope.date_at(own))) &&
         (longer == Grain::kYear || longer == Grain::kOther || longer == Grain::kQuarter || longer == Grain::kNone);
}

// The last level in front of an old one; null where there is none.
const EventDraft* LastLevel(const PeriodScope& scope) {
  const auto before = scope.c.before;
  const auto level = std::find_if(before.rbegin(), before.rend(), [](const EventDraft& draft) {
    return draft.role != CaptureRole::kBase && draft.event.kind == EventKind::kLevel;
  });
  return level == before.rend() ? nullptr : &*level;
}

// The same, where it is of the same measure.
const EventDraft* LevelBefore(const PeriodScope& scope) {
  const EventDraft* level = LastLevel(scope);
  return level == nullptr || level->measure != scope.draft.measure ? nullptr : level;
}

// A year, a season or twelve months.
bool IsWholeYear(const std::string& period) {
  constexpr std::chrono::days kShortest{360};
  constexpr std::chrono::days kLongest{366};
  const auto days = DaysOf(period);
  if (IsSeason(period)) return true;
  return days && days->last - days->first >= kShortest && days->last - days->first <= kLongest;
}

// "to 5 t this year from 4 t": in the year before, or in the same months of it. What is set by authority, and what will
// be in years to come, is rather compared with what holds now.
std::string YearBeforeLevel(const PeriodScope& scope) {
  const EventDraft* level = LevelBefore(scope);
  const MeasureEntry& measure = scope.measure();
  if (level == nullptr || measure.set || measure.standing) return {};
  // The year or season that the paragraph goes on about, where it is over.
  const bool carried = !scope.c.opens_paragraph() && IsWholeYear(level->event.period) &&
                       EndsBefore(level->event.period, scope.c.published);
  if (level->event.period_text.empty() && !carried) return {};
  if (level->subject != scope.draft.subject) return {};  // "in 2023, against Peru's 3 t"
  const std::string& period = level->event.period;
  const bool price = measure.Is(MeasureTrait::kPrice) && !(IsAverage(scope) && !IsFine(GrainOf(period)));
  if (price || measure.Is(MeasureTrait::kLimit) || measure.Is(MeasureTrait::kMoment)) return {};
  const auto& published = scope.c.published;
  const bool ahead = published && YearOf(period) > YearOf(ToIsoDate(*published));
  if (IsFine(GrainOf(period)) || ahead) return {};
  return ShiftYears(period, -1);
}

// "advised a catch of 56 t for the season that begins in September, up from 40 t": the limit of the season before.
std::string LimitBefore(const PeriodScope& scope) {
  const EventDraft* level = LevelBefore(scope);
  const MeasureEntry& measure = scope.measure();
  if (level == nullptr || !measure.Is(MeasureTrait::kLimit) || level->subject != scope.draft.subject) return {};
  const std::string& period = level->event.period;
  if (!IsWholeYear(period)) return {};
  const bool next = BeginsAfter(period, scope.c.published) && !BeginsAfter(ShiftYears(period, -1), scope.c.published);
  return next ? ShiftYears(period, -1) : std::string{};
}

// "trimmed the plan for the year to 5 t from 6 t": both are of that year.
bool RevisesPlan(const PeriodScope& scope) {
  const MeasureEntry& measure = scope.measure();
  if (measure.set && measure.standing && !measure.Is(MeasureTrait::kLimit)) return true;
  const auto cells = scope.cells.first(scope.draft.cell);
  for (size_t at = cells.size(); at-- > 1 && cells[at].kind != kBarrierCell;) {
    constexpr uint64_t kOwners = BitOf(WordRole::kArticle) | BitOf(WordRole::kOwnPronoun);
    if (cells[at].Is(WordRole::kPlanned) && (cells[at - 1].roles & kOwners) != 0) return true;
  }
  return false;
}

// "last year" beside "in May 2024": as long a period as the one spoken of, and none to come.
void FitDate(const PeriodScope& scope, size_t own, const std::string& current) {
  Event& event = scope.draft.event;
  const auto before = scope.c.before;
  // Of a level without a period the time that earlier sentences spoke of is not known to hold.
  const bool undated = !before.empty() && before.back().event.period.empty();
  const bool digits = scope.is_written_in_digits();
  // "Prices rose in January. The quota went from 6 t in 2024 to 4 t": the year is meant as it is written.
  // A season is none of a year's parts.
  const bool season = GrainOf(current) == Grain::kOther && !current.empty() && current.find('/') == std::string::npos;
  const bool as_written = digits && (before.empty() || season);
  if (!undated && !as_written) event.period = FitToGrain(event.period, current);
  if (std::string same = before.empty() ? "" : SameSpanIn(scope, own, current); !same.empty()) event.period = same;
  // "will shrink to 3 t by June from 5 t in March": what is compared with has been, whatever the verb says.
  const bool lasts = (scope.cells[own].date_roles & BitOf(WordRole::kEnding)) != 0;  // "from 4 t until April"
  if (GrainOf(event.period) == Grain::kMonth && LiesAhead(scope, own) && !digits && !lasts)
    event.period = ShiftYears(event.period, -1);
}

// "1.2 t, up from 1 t the month before": than the one of the level in front, whatever was spoken of in between.
void TakeMonthBefore(const PeriodScope& scope, size_t own) {
  std::string& period = scope.draft.event.period;
  const EventDraft* level = LevelBefore(scope);
  if (level == nullptr || scope.is_written_in_digits() || GrainOf(period) != Grain::kMonth) return;
  if (!IsPreceding(scope, own) || GrainOf(level->event.period) != Grain::kMonth) return;
  period = PeriodBefore(level->event.period).value_or(period);
}

// "a year earlier": than the level in front.
void TakeYearEarlier(const PeriodScope& scope) {
  std::string& period = scope.draft.event.period;
  const auto before = scope.c.before;
  const EventDraft* main = LastLevel(scope);
  // "pumped 5 t in May, compared with 4 t in April and 3 t a year earlier": than in May.
  const bool chained = main != nullptr && before.back().role == CaptureRole::kBase &&
                       GrainOf(main->event.period) == Grain::kMonth && before.back().measure == scope.draft.measure;
  if (chained) period = ShiftYears(main->event.period, -1);
  // "1.3 billion in the quarter to September, up from 0.6 billion a year earlier": a year before the same.
  const EventDraft* level = LevelBefore(scope);
  const Grain part = level != nullptr ? GrainOf(level->event.period) : Grain::kNone;
  const bool whole = level != nullptr && IsWholeYear(level->event.period);  // "the 2023-24 season", "the year to June"
  if (part == Grain::kQuarter || part == Grain::kHalf || whole) period = ShiftYears(level->event.period, -1);
  // "gained 35% since January, against $335 a year ago": a price is one of a day.
  const bool span = GrainOf(period) == Grain::kOther && scope.measure().Is(MeasureTrait::kPrice) && scope.c.published;
  if (span) period = ShiftYears(ToIsoDate(*scope.c.published), -1);
  // "to 200 yuan from 2,000 yuan a year earlier": a year before the level in front.
  const Grain grain = before.empty() ? Grain::kNone : GrainOf(before.back().event.period);
  const bool day = grain == Grain::kDay || (grain == Grain::kWeek && !before.back().event.period_text.empty());
  if (day) period = ShiftYears(before.back().event.period, -1);
}

// "consumption of 8 t in 2026, against output of 5 t": two measures of one period.
bool SharesPeriod(const PeriodScope& scope) {
  const auto before = scope.c.before;
  const Event& event = scope.draft.event;
  return scope.draft.phrase && !scope.draft.inherited && !before.empty() &&
         before.back().event.measure != event.measure &&
         (!before.back().event.period_text.empty() || event.unit.ends_with("/d"));
}

// "for the population as a whole", "statewide": compared with others at the same time.
bool IsOfOthers(const PeriodScope& scope) {
  const size_t next = scope.draft.cell + 1;
  if (next >= scope.cells.size() || scope.cells[next].kind == kDateCell) return false;
  const std::string_view word = scope.c.text(scope.cells[next]);
  return scope.c.vocabulary->what_for.contains(word) || scope.c.vocabulary->elsewhere.contains(word);
}

// "raised the limit for 2021-22 to 11 t from the 10 t announced in May": of the time that the new one is of.
bool WasDecided(const PeriodScope& scope) {
  const size_t next = scope.draft.cell + 1;
  return scope.measure().Is(MeasureTrait::kLimit) && next < scope.cells.size() &&
         scope.cells[next].Is(WordRole::kSet) &&
         scope.c.vocabulary->decisions.contains(scope.c.text(scope.cells[next]));
}

// Without a date: what the levels in front, or the text, were compared with, else the year before.
void TakeUndated(const PeriodScope& scope, const std::string& current) {
  Event& event = scope.draft.event;
  const auto before = scope.c.before;
  if (SharesPeriod(scope)) {
    event.period = before.back().event.period;
    return;
  }
  // "12 percent in 2022, against 3.5 percent for the population as a whole"
  if (IsOfOthers(scope)) {
    if (const EventDraft* level = LevelBefore(scope); level != nullptr) event.period = level->event.period;
    return;
  }
  for (const EventDraft& draft : before) {
    if (!draft.event.basis.empty()) event.period = draft.event.basis;
  }
  const DocumentFocus& focus = *scope.c.focus;
  const bool goes_on = std::any_of(focus.drafts.begin(), focus.drafts.end(), [&](const EventDraft& draft) {
    return draft.event.measure == scope.measure().name;
  });
  const EventDraft* main = LastLevel(scope);
  const bool accounts = main != nullptr && main->event.period == focus.period && IsCompanys(scope);
  if (event.period.empty() && !focus.basis.empty() && current == focus.period && (goes_on || accounts))
    event.period = focus.basis;
  if (!event.period.empty()) return;
  const EventDraft* level = LevelBefore(scope);
  event.period =
      level != nullptr && (RevisesPlan(scope) || WasDecided(scope)) ? level->event.period : YearBeforeLevel(scope);
  if (event.period.empty()) event.period = LimitBefore(scope);
}

}  // namespace

void FinishOldLevel(const PeriodScope& scope, size_t own) {
  Event& event = scope.draft.event;
  const auto before = scope.c.before;
  // "raised its forecast to 5 t from 4 t in April": of the same period; April is when it was said.
  if (RevisesForecast(scope.c, scope.draft) && !before.empty() && IsShort(scope, own)) {
    event.period = before.back().event.period;
    event.period_text.clear();
    return;
  }
  const std::string current = scope.Current();
  if (own == kNoCell) return TakeUndated(scope, current);
  FitDate(scope, own, current);
  if (scope.says(own, scope.c.vocabulary->year_earlier)) return TakeYearEarlier(scope);
  TakeMonthBefore(scope, own);
}

}  // namespace tallywire::extract
