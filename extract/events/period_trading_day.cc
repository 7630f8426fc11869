#include "extract/events/period_trading_day.h"

#include <algorithm>
#include <string>

#include "extract/events/bare_sentence.h"
#include "extract/events/event_period.h"
#include "extract/events/period_part.h"
#include "extract/events/period_span.h"
#include "extract/events/sentence_dates.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// "Alumina cost $400 on Tuesday. Aluminium settled 0.3% higher": the day of the prices in front.
std::string DaySpokenOf(const PeriodScope& scope) {
  constexpr auto kLongest = std::chrono::days(4);
  const auto& drafts = scope.c.focus->drafts;
  if (scope.c.opens_paragraph() || drafts.empty() || scope.c.focus->drafts_sentence + 1 != scope.c.sentence->number)
    return {};
  for (const EventDraft& before : drafts) {
    const bool price = scope.c.measure(before.measure).Is(MeasureTrait::kPrice) && before.role != CaptureRole::kBase;
    const auto days = DaysOf(before.event.period);
    if (!price || !days || before.event.period_text.empty() || GrainOf(before.event.period) != Grain::kDay) continue;
    if (*scope.c.published - days->last <= kLongest) return before.event.period;
  }
  return {};
}

// "Futures slipped 2%", but "skins sold for $4".
bool SpeaksOfMarket(const PeriodScope& scope, const Sentence& sentence) {
  const Reading& reading = *scope.c.sources->reading;
  for (uint32_t token = sentence.first; token < sentence.last; ++token) {
    if (scope.c.vocabulary->markets.contains(reading.TextOf(token))) return true;
  }
  return false;
}

// "Oil rose on Tuesday. Brent gained 1% to $82": the one day that the sentence in front names, which has no price.
std::string DayOfSentenceBefore(const PeriodScope& scope) {
  constexpr auto kLongest = std::chrono::days(4);
  const size_t number = scope.c.sentence->number;
  if (scope.c.opens_paragraph() || number == 0) return {};
  const Sentence& before = scope.c.sources->reading->sentences[number - 1];
  const DocumentFocus& focus = *scope.c.focus;
  const bool told = !focus.drafts.empty() && focus.drafts_sentence + 1 == number;
  const int measure = told ? kAbsent : MeasureOfBareSentence(scope.c);
  const bool prices = measure != kAbsent && scope.c.measure(measure).Is(MeasureTrait::kPrice);
  if (told || !(prices || SpeaksOfMarket(scope, before))) return {};
  std::string day;
  for (const DateSpan& date : DatesIn(scope.c, before)) {
    if (GrainOf(date.date.value) != Grain::kDay) continue;
    if (!day.empty() && day != date.date.value) return {};
    day = date.date.value;
  }
  const auto days = DaysOf(day);
  const bool just_now = days && days->last <= *scope.c.published && *scope.c.published - days->last <= kLongest;
  return just_now ? day : std::string();
}

// Of the sentence being read.
bool SpeaksOfMarket(const PeriodScope& scope) {
  if (!scope.measure().item.empty()) return true;  // a firm's shares
  return SpeaksOfMarket(scope, scope.c.sources->reading->sentences[scope.c.sentence->number]);
}

}  // namespace

void TakeTradingDay(const PeriodScope& scope) {
  const auto cells = scope.cells;
  EventDraft& draft = scope.draft;
  const auto& published = scope.c.published;
  const bool moved = draft.match.direction != kAbsent || draft.event.kind == EventKind::kChange;
  if (!(moved || scope.measure().traded) || !published) return;
  // "slipped to $72, extending its loss this year": what is said behind the clause is of something else, as is an aside
  // in front: "Acme, which cut its dividend in May, lost 2%".
  const size_t end = scope.EndOfClause();
  const Aside aside = AsideInFront(scope, scope.StartOfClause());
  for (size_t at = 0; at < end; ++at) {
    const bool inside = aside.first != kNoCell && at >= aside.first && at < aside.last;
    if (!inside && IsPeriod(scope, at) && !IsContractMonth(scope, at)) return;
  }
  const bool week = std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(draft.cell), cells.end(),
                                [](const EventCell& cell) { return cell.Is(WordRole::kWholeWeek); });
  std::string day = DaySpokenOf(scope);
  if (day.empty() && SpeaksOfMarket(scope)) day = DayOfSentenceBefore(scope);
  if (!week && day.empty() && !SpeaksOfMarket(scope)) return;
  draft.event.period = week ? IsoWeekOf(*published) : !day.empty() ? day : ToIsoDate(*published);
  draft.assumed_day = true;
  draft.doubt *= kDoubtOfDocument;
}

}  // namespace tallywire::extract
