#include "extract/events/period_document.h"

#include <algorithm>
#include <string>

#include "extract/events/event_period.h"
#include "extract/events/period_going_on.h"
#include "extract/events/period_saying.h"
#include "extract/events/period_span.h"
#include "extract/events/period_trading_day.h"
#include "extract/events/sentence_dates.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

constexpr double kDoubtOfSentenceBefore = 0.9;  // it has no figures that tell that they are of its time

// Says so, with the doubt of what another sentence told.
bool GoOnWith(const PeriodScope& scope, const std::string& period, double doubt = kDoubtOfDocument) {
  scope.draft.event.period = period;
  scope.draft.doubt *= doubt;
  return true;
}

bool SharesFocus(const PeriodScope& scope) {
  const Event& event = scope.draft.event;
  const auto& drafts = scope.c.focus->drafts;
  return std::any_of(drafts.begin(), drafts.end(), [&](const EventDraft& before) {
    const bool same = before.event.item == event.item || before.event.item.empty() || event.item.empty();
    return before.event.subject == event.subject && same;
  });
}

// "Arrivals rose 4% in January. … Demand fell 2% on year": what has a year before it is of a month or quarter too.
bool IsYearOnYear(const PeriodScope& scope) {
  if (scope.draft.event.kind != EventKind::kChange || !IsFine(GrainOf(scope.c.focus->period))) return false;
  if (!EndsBefore(scope.c.focus->period, scope.c.published)) return false;
  const size_t end = std::min(scope.EndOfClause(), scope.NextFigure());
  for (size_t at = scope.draft.cell + 1; at < std::min(end, scope.cells.size()); ++at) {
    if (scope.cells[at].Is(WordRole::kYearOnYear)) return true;
  }
  return false;
}

// "A year earlier it earned 5 million. Sales slipped 4%": what moves does so in the time that is reported.
bool MovesSince(const PeriodScope& scope, const Event& before) {
  return IsToldYearEarlier(scope, before) && scope.draft.match.direction != kAbsent && scope.measure().company;
}

// "Sales rose 5% to 12 million in 2024. Exports were 2 million": the paragraph goes on about that year, although the
// text is about another one.
bool TakeOfParagraph(const PeriodScope& scope) {
  EventDraft& draft = scope.draft;
  const DocumentFocus& focus = *scope.c.focus;
  if (scope.c.opens_paragraph() || focus.drafts.empty() || focus.drafts_sentence + 1 != scope.c.sentence->number)
    return false;
  if (scope.measure().set || draft.subject == kAbsent) return false;
  const Event* told = nullptr;
  for (const EventDraft& before : focus.drafts) {
    if (before.role == CaptureRole::kBase) continue;
    const bool price = scope.c.measure(before.measure).Is(MeasureTrait::kPrice);
    const bool same_thing = !draft.event.item.empty() && before.event.item == draft.event.item;
    if (price) return false;
    if (before.event.kind == EventKind::kShare) continue;
    if (before.subject != draft.subject && !same_thing) return false;
    if (before.event.modality != Modality::kActual || MovesSince(scope, before.event)) return false;
    // "in the first ten days of June": told by its days, however few they are.
    const bool days = GrainOf(before.event.period) == Grain::kOther;
    if (before.event.period_text.empty() || (IsShortSpan(before.event.period) && !days)) return false;
    if (told != nullptr && told->period != before.event.period) return false;
    told = &before.event;
  }
  if (told == nullptr || !MayGoOnWith(scope, told->period)) return false;
  if (scope.measure().Is(MeasureTrait::kMoment) && GrainOf(told->period) == Grain::kOther) return false;
  return GoOnWith(scope, told->period);
}

// "In the first nine months it sold 5 t. Its average selling price fell to $29": of those months.
bool TakeAverage(const PeriodScope& scope) {
  const std::string& period = scope.c.focus->period;
  if (!IsAverage(scope) || IsShortSpan(period) || !EndsBefore(period, scope.c.published)) return false;
  if (scope.draft.role == CaptureRole::kBase || IsSeason(period) || SpeaksOfNow(scope) || SpeaksOfFuture(scope))
    return false;
  const bool goes_on = IsBehindFigures(scope) && !scope.c.opens_paragraph();
  if (!goes_on && !IsCompanys(scope)) return false;
  return GoOnWith(scope, period);
}

// "Net income of Acme for 2021 was 58 million. … Revenue from iodine rose 30%": a firm's report is about one time.
bool TakeOfReport(const PeriodScope& scope) {
  const DocumentFocus& focus = *scope.c.focus;
  const std::string& period = focus.accounts_period;
  const bool firms = focus.accounts_of != kAbsent && focus.accounts_of == scope.draft.subject;
  if (!firms || !scope.c.opens_paragraph() || scope.draft.role == CaptureRole::kBase) return false;
  if (IsShortSpan(period) || !EndsBefore(period, scope.c.published) || !MayGoOnWith(scope, period)) return false;
  return GoOnWith(scope, period);
}

// "The crop is forecast at 62 t in 2022-23. Wheat is put at 36 t": one forecast goes on with the other.
bool TakeOfForecast(const PeriodScope& scope) {
  const DocumentFocus& focus = *scope.c.focus;
  if (scope.c.opens_paragraph() || !IsBehindFigures(scope) || !SpeaksOfFuture(scope)) return false;
  if (scope.draft.role == CaptureRole::kBase) return false;
  const EventDraft* told = nullptr;
  for (const EventDraft& before : focus.drafts) {
    if (before.role == CaptureRole::kBase) continue;
    const bool alike = before.subject == scope.draft.subject && before.event.modality == Modality::kForecast;
    if (!alike || (told != nullptr && told->event.period != before.event.period)) return false;
    told = &before;
  }
  if (told == nullptr || told->event.period_text.empty() || IsShortSpan(told->event.period)) return false;
  if (EndsBefore(told->event.period, scope.c.published) || IsStanding(scope)) return false;
  return GoOnWith(scope, told->event.period);
}

// "Stocks fell 3 million barrels in the week ended March 21.\n\nRefinery runs rose by 87,000 barrels a day": a weekly
// report tells of one week.
bool TakeWeek(const PeriodScope& scope) {
  const DocumentFocus& focus = *scope.c.focus;
  const bool moves = scope.draft.event.kind == EventKind::kChange || scope.draft.match.direction != kAbsent;
  if (focus.week.empty() || focus.week != focus.period || scope.draft.role == CaptureRole::kBase) return false;
  const int owner = scope.draft.subject;
  if (owner != kAbsent && owner != focus.week_of) return false;
  if (!moves || scope.measure().standing || scope.measure().set || !SpeaksOfPast(scope)) return false;
  return GoOnWith(scope, focus.week);
}

// The one span of time that the paragraph's last sentences tell, if they have no figures; empty where there is none.
std::string PeriodOfSentenceBefore(const PeriodScope& scope) {
  const EventDraft& draft = scope.draft;
  const size_t number = scope.c.sentence->number;
  const MeasureEntry& measure = scope.measure();
  if (number == 0 || scope.c.opens_paragraph() || IsBehindFigures(scope)) return {};
  if (measure.Is(MeasureTrait::kPrice) || measure.standing || measure.set || draft.event.kind == EventKind::kShare)
    return {};
  std::string found;
  // "Tin exports rose in May. Traders spoke of strong demand. Shipments totalled 5 t"
  constexpr size_t kReach = 2;  // sentences
  const DocumentFocus& focus = *scope.c.focus;
  for (size_t back = 1; back <= std::min(kReach, number - scope.c.paragraph) && found.empty(); ++back) {
    if (!focus.drafts.empty() && focus.drafts_sentence + back == number) return {};
    for (const DateSpan& date : DatesIn(scope.c, scope.c.sources->reading->sentences[number - back])) {
      const std::string& value = date.date.value;
      if (!DaysOf(value) || IsShortSpan(value) || value == found) continue;
      if (!found.empty()) return {};
      found = value;
    }
  }
  return found;
}

}  // namespace

void TakeFromDocument(const PeriodScope& scope) {
  EventDraft& draft = scope.draft;
  const MeasureEntry& measure = scope.measure();
  // "OPEC pumped 26 million barrels a day last month. … Iraq cut exports by 100,000 barrels a day": rates are told
  // month by month, whatever was told of limits and plans since.
  const std::string& month = scope.c.focus->month_of_rates;
  const bool monthly = IsDaily(scope) && !month.empty() && EndsBefore(month, scope.c.published);
  const std::string& period = monthly ? month : scope.c.focus->period;
  if (measure.Is(MeasureTrait::kPrice) && !measure.set) {
    if (!TakeAverage(scope)) TakeTradingDay(scope);
    return;
  }
  if (measure.standing || draft.event.kind == EventKind::kShare || TakeOfParagraph(scope)) return;
  if (TakeOfReport(scope) || TakeOfForecast(scope) || TakeWeek(scope)) return;
  if (IsShortSpan(period) || !MayGoOnWith(scope, period)) return;
  if (measure.Is(MeasureTrait::kMoment) && GrainOf(period) == Grain::kOther) return;
  // A company's figures are of the quarter that its report is about.
  const bool report = GrainOf(period) == Grain::kQuarter && IsCompanys(scope);
  if (draft.role == CaptureRole::kBase || !(report || monthly || IsYearOnYear(scope) || SharesFocus(scope))) return;
  GoOnWith(scope, period);
}

void TakeFromSentenceBefore(const PeriodScope& scope) {
  const std::string period = PeriodOfSentenceBefore(scope);
  if (!period.empty()) GoOnWith(scope, period, kDoubtOfSentenceBefore);
}

void TakePartOfSentenceBefore(const PeriodScope& scope) {
  const std::string period = PeriodOfSentenceBefore(scope);
  if (IsPartOfYear(GrainOf(period))) GoOnWith(scope, period, kDoubtOfSentenceBefore);
}

void TakeFromTitle(const PeriodScope& scope) {
  constexpr double kDoubt = 0.9;
  const std::string& period = scope.c.focus->title_period;
  const MeasureEntry& measure = scope.measure();
  EventDraft& draft = scope.draft;
  if (period.empty() || !scope.c.focus->drafts.empty() || draft.role == CaptureRole::kBase) return;
  if (measure.Is(MeasureTrait::kPrice) || measure.standing || measure.set || measure.Is(MeasureTrait::kDuty)) return;
  if (!EndsBefore(period, scope.c.published) || !MayGoOnWith(scope, period)) return;
  draft.event.period = period;
  draft.doubt *= kDoubt;
}

void TakeFromTelling(const PeriodScope& scope) {
  constexpr double kDoubt = 0.85;
  EventDraft& draft = scope.draft;
  const MeasureEntry& measure = scope.measure();
  const DocumentFocus& focus = *scope.c.focus;
  if (scope.c.opens_paragraph() || !IsBehindFigures(scope) || draft.role == CaptureRole::kBase) return;
  if (measure.Is(MeasureTrait::kPrice) || measure.standing || measure.set || measure.Is(MeasureTrait::kDuty)) return;
  const Event* told = nullptr;
  for (const EventDraft& before : focus.drafts) {
    if (before.role == CaptureRole::kBase) continue;
    const bool price = scope.c.measure(before.measure).Is(MeasureTrait::kPrice);
    if (price || before.event.modality != Modality::kActual || IsShortSpan(before.event.period)) return;
    if (told != nullptr && told->period != before.event.period) return;
    told = &before.event;
  }
  if (told == nullptr || told->period_text.empty() || !EndsBefore(told->period, scope.c.published)) return;
  if (measure.Is(MeasureTrait::kMoment) && GrainOf(told->period) == Grain::kOther) return;
  if (IsStanding(scope) || !SpeaksOfPast(scope) || !MayGoOnWith(scope, told->period)) return;
  draft.event.period = told->period;
  draft.doubt *= kDoubt;
}

}  // namespace tallywire::extract
