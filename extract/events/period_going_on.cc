#include "extract/events/period_going_on.h"

#include <algorithm>
#include <string>

#include "extract/events/event_period.h"
#include "extract/events/period_saying.h"
#include "model/period.h"

namespace tallywire::extract {

bool IsShortSpan(std::string_view period) {
  constexpr auto kShortest = std::chrono::days(26);
  const auto days = DaysOf(period);
  return !days || days->last - days->first < kShortest;
}

bool IsToldYearEarlier(const PeriodScope& scope, const Event& event) {
  const auto& words = scope.c.vocabulary->year_earlier;
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return event.period_text.find(word) != std::string::npos; });
}

bool IsBehindFigures(const PeriodScope& scope) {
  const DocumentFocus& focus = *scope.c.focus;
  return !focus.drafts.empty() && focus.drafts_sentence + 1 == scope.c.sentence->number;
}

bool IsCompanys(const PeriodScope& scope) {
  return scope.draft.subject != kAbsent && scope.c.names->IsCompany(scope.draft.subject);
}

bool IsYearly(const SentenceContext& context, size_t figure_cell) {
  const EventCell& cell = context.cells()[figure_cell];
  if (cell.figure != kAbsent && context.figure(cell.figure).unit.ends_with("/a")) return true;
  // "5 t of rice a year": behind what it is of
  const auto cells = context.cells();
  const bool of_thing = figure_cell + 2 < cells.size() && cells[figure_cell + 1].Is(WordRole::kOwner) &&
                        cells[figure_cell + 2].item != kAbsent;
  const uint32_t behind = of_thing ? cells[figure_cell + 2].last() : cell.last();
  const uint32_t end = context.sentence->last;
  // "5 t a year", "5 t annually", "5 t sold annually"
  for (uint32_t first = behind; first < std::min(end, behind + 2); ++first) {
    for (uint32_t last = first + 1; last <= std::min(end, first + 2); ++last) {
      if (!context.vocabulary->yearly.contains(context.sources->reading->TextOf(first, last))) continue;
      // "5% from a year earlier"
      const std::string_view next = last < end ? context.sources->reading->TextOf(last) : std::string_view();
      const auto& words = context.vocabulary->preceding;
      return std::find(words.begin(), words.end(), next) == words.end();
    }
  }
  return false;
}

bool IsStanding(const PeriodScope& scope) {
  const EventDraft& draft = scope.draft;
  if (draft.event.kind == EventKind::kShare) return false;
  if (scope.c.vocabulary->standing_verbs.contains(draft.event.measure_text)) return true;
  return IsYearly(scope.c, draft.cell);
}

bool IsAverage(const PeriodScope& scope) {
  const EventDraft& draft = scope.draft;
  if (!draft.phrase || draft.inherited) return false;
  for (size_t at = draft.phrase->first; at <= draft.phrase->head; ++at) {
    for (uint32_t token = scope.cells[at].first; token < scope.cells[at].last(); ++token) {
      if (scope.c.vocabulary->averages.contains(scope.c.sources->reading->TextOf(token))) return true;
    }
  }
  return false;
}

bool IsDaily(const PeriodScope& scope) { return scope.c.figure(scope.draft.figure).unit.ends_with("/d"); }

bool IsDemand(const PeriodScope& scope) {
  if (!scope.measure().Is(MeasureTrait::kLimit)) return false;
  for (size_t at = StartOfSaying(scope); at < scope.draft.cell; ++at) {
    if (scope.cells[at].Is(WordRole::kProposed)) return true;
  }
  return false;
}

bool MayGoOnWith(const PeriodScope& scope, std::string_view period) {
  if (IsStanding(scope) || GrainOf(period) == Grain::kNone) return false;  // "the smallest quota this century"
  if (scope.measure().Is(MeasureTrait::kDuty)) return false;               // holds from when it was set
  if (BeginsAfter(period, scope.c.published) && !scope.measure().set && SpeaksOfPast(scope)) return false;
  return !EndsBefore(period, scope.c.published) || (!SpeaksOfNow(scope) && !SpeaksOfFuture(scope) && !IsDemand(scope));
}

}  // namespace tallywire::extract
