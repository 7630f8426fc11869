#include "extract/events/period_figures.h"

#include <algorithm>
#include <string>

#include "extract/events/event_period.h"
#include "extract/events/limit_term.h"
#include "extract/events/period_going_on.h"
#include "extract/events/period_part.h"
#include "extract/events/period_saying.h"
#include "extract/events/period_season.h"
#include "extract/events/period_span.h"
#include "extract/events/sentence_dates.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// "Brent finished at $65, which left the benchmark 4% lower": said by a verb, then by a noun.
bool IsSamePrice(const PeriodScope& scope, const EventDraft& before) {
  return scope.c.measure(before.measure).Is(MeasureTrait::kPrice) && scope.measure().Is(MeasureTrait::kPrice) &&
         before.event.item == scope.draft.event.item;
}

// "slumped 40% since January to $61": a price is one of a moment, however long it has been falling.
bool IsSpanOfMove(const PeriodScope& scope, const EventDraft& before) {
  return scope.measure().Is(MeasureTrait::kPrice) && scope.draft.event.kind == EventKind::kLevel &&
         before.event.kind == EventKind::kChange && before.event.period.find('/') != std::string::npos;
}

bool TakeOfSameMeasure(const PeriodScope& scope) {
  EventDraft& draft = scope.draft;
  for (size_t i = scope.c.before.size(); i-- > 0;) {
    const EventDraft& before = scope.c.before[i];
    const bool same = before.measure == draft.measure || IsSamePrice(scope, before);
    if (before.role == CaptureRole::kBase || !same || IsSpanOfMove(scope, before)) continue;
    // "Prices, which peaked at $60 in July, have eased to $34": by now.
    const bool level = scope.measure().Is(MeasureTrait::kPrice) || scope.draft.event.kind == EventKind::kLevel;
    const bool now = level && EndsBefore(before.event.period, scope.c.published) && SpeaksOfNow(scope);
    // "12 million tons by January and 25 million tons annually"
    const Grain grain = GrainOf(before.event.period);
    if (now || (IsStanding(scope) && (grain == Grain::kMonth || grain == Grain::kQuarter))) continue;
    draft.event.period = before.event.period;
    draft.event.period_text = before.event.period_text;
    return true;
  }
  return false;
}

// "had caught 4 t by October 27 and used 80% of the annual limit of 5 t": the year's.
bool TakeYearOfLimit(const PeriodScope& scope) {
  const EventDraft& draft = scope.draft;
  if (!scope.measure().Is(MeasureTrait::kLimit) || !draft.phrase || draft.phrase->head == 0) return false;
  if (!scope.c.vocabulary->annual.contains(scope.c.text(scope.cells[draft.phrase->head - 1]))) return false;
  for (const EventDraft& before : scope.c.before) {
    const auto year = YearOf(before.event.period);
    if (!year || IsSeason(before.event.period)) continue;
    scope.draft.event.period = before.event.period.substr(0, 4);
    return true;
  }
  return false;
}

// "Imports from Kuwait fell 5%, while America shipped 4 t": two sides of one trade, of the same time.
bool AreTrade(const PeriodScope& scope, const EventDraft& before) {
  const auto trade = [](const MeasureEntry& measure) {
    return measure.Is(MeasureTrait::kOutflow) || measure.Is(MeasureTrait::kInflow);
  };
  return trade(scope.measure()) && trade(scope.c.measure(before.measure)) &&
         EndsBefore(before.event.period, scope.c.published);
}

// "5 t from April to October. In 2012/13 it should make 9 t. Acme made 4 t": what is over is of the months told, and
// none of a year that is still looked ahead to. Empty where the figure goes on with the one before.
std::string MonthsOfOutlook(const PeriodScope& scope, const EventDraft& before) {
  const Modality modality = before.event.modality;
  const bool ahead = modality == Modality::kForecast || modality == Modality::kPlanned;
  if (!ahead || EndsBefore(before.event.period, scope.c.published) || scope.measure().set || !SpeaksOfPast(scope))
    return {};
  const auto& spans = scope.c.focus->spans;
  const auto told = std::find_if(spans.rbegin(), spans.rend(), [&](const std::string& span) {
    return HoldsSpan(before.event.period, span) && EndsBefore(span, scope.c.published);
  });
  return told == spans.rend() ? std::string() : *told;
}

// "Output rose 5% in May while sales fell 2%": the month holds for both.
bool TakeOfSentence(const PeriodScope& scope) {
  for (size_t i = scope.c.before.size(); i-- > 0;) {
    const EventDraft& before = scope.c.before[i];
    const Grain grain = GrainOf(before.event.period);
    const bool fine = grain == Grain::kDay || grain == Grain::kWeek || grain == Grain::kNone;
    if (before.role == CaptureRole::kBase || fine) continue;
    if (before.event.period_text.empty() && !AreTrade(scope, before)) continue;
    // "which supplied 70% in 2023, will charge a royalty": not then.
    const auto between = scope.cells.subspan(before.cell, scope.draft.cell - before.cell);
    const bool to_come =
        std::any_of(between.begin(), between.end(), [](const EventCell& cell) { return cell.Is(WordRole::kFuture); });
    if (to_come && EndsBefore(before.event.period, scope.c.published)) continue;
    // "sales fell 5% in May after the fee went up to $9": not in May.
    const bool other_time = std::any_of(between.begin(), between.end(), [&](const EventCell& cell) {
      return scope.c.vocabulary->after.contains(scope.c.text(cell));
    });
    if (other_time) continue;
    // "output rose to 4 t in May, which leaves little room under the cap of 45 t": the cap is none of May's; nor is
    // what a mine "can produce a year".
    const bool part = grain == Grain::kMonth || grain == Grain::kQuarter;
    const bool limit =
        scope.measure().Is(MeasureTrait::kLimit) && !scope.c.measure(before.measure).set && !IsDaily(scope);
    if (part && (limit || IsStanding(scope))) continue;
    if (!MayGoOnWith(scope, before.event.period)) continue;
    scope.draft.event.period = before.event.period;
    return true;
  }
  return false;
}

// The year or season that the limits of the text are for, else the days between which they hold.
std::string LimitsSpokenOf(const PeriodScope& scope) {
  const SpokenLimits& limits = scope.c.focus->limits;
  if (!limits.period.empty()) return WithMonthsTold(scope, limits.period);
  if (std::string term = TermOfLimits(scope.c, scope.c.sentence->number); !term.empty()) return term;
  return limits.term;
}

// "issued quotas for 2024. Those of 2023 came to 5 t.\n\nA firm won 4 t": the limits that the text is about are meant,
// not the ones it looked back on.
bool IsLookBack(const PeriodScope& scope, std::string_view period) {
  // "limits from June 1. In the current period, which ends on May 31, the limit is 5 t.\n\nA firm won 4 t": likewise.
  const auto term = DaysOf(scope.c.focus->limits.term);
  const auto told = DaysOf(period);
  const bool before = term && told && told->last < term->first;
  if (before && scope.c.opens_paragraph() && scope.measure().Is(MeasureTrait::kLimit)) return true;
  const std::string& limits = scope.c.focus->limits.period;
  if (!scope.measure().Is(MeasureTrait::kLimit) || limits.empty() || !(YearOf(period) < YearOf(limits))) return false;
  // "5 t this year. Scientists had advised 4 t": nor those that still run, in a text on the next ones.
  return EndsBefore(period, scope.c.published) || (BeginsAfter(limits, scope.c.published) && IsDemand(scope));
}

// "issued quotas for 2024. The first batch, handed out in January, came to 5 t.\n\nAcme got 1 t": the month or day was
// that of the batch, not of what the text is about.
bool IsPartOfLimits(const PeriodScope& scope, std::string_view period) {
  if (!scope.measure().Is(MeasureTrait::kLimit)) return false;
  const Grain grain = GrainOf(period);
  if (grain != Grain::kMonth && grain != Grain::kDay && grain != Grain::kWeek) return false;
  const std::string limits = LimitsSpokenOf(scope);
  const Grain whole = GrainOf(limits);
  return whole == Grain::kYear || whole == Grain::kOther;
}

// "agreed on a target of 40 million barrels a day for 2024. Iraq's quota was cut to 4 million": that year's.
bool IsTargetAhead(const PeriodScope& scope, const EventDraft& before) {
  const MeasureEntry& measure = scope.c.measure(before.measure);
  const bool alike = scope.c.kind_of(before.figure) == scope.c.kind_of(scope.draft.figure);
  return measure.set && measure.standing && alike && BeginsAfter(before.event.period, scope.c.published);
}

// "A draft would hold exports at 150 t this year. Chinalco would be limited to 14 t": what is meant to hold is meant so
// for the same time.
bool TakeOfPlanBefore(const PeriodScope& scope) {
  const DocumentFocus& focus = *scope.c.focus;
  if (!scope.measure().Is(MeasureTrait::kLimit) || !IsBehindFigures(scope) || IsStanding(scope)) return false;
  for (const EventDraft& before : focus.drafts) {
    const Event& event = before.event;
    const bool meant = event.modality == Modality::kProposed || event.modality == Modality::kPlanned;
    const bool open = !event.period_text.empty() && !EndsBefore(event.period, scope.c.published);
    if (before.role == CaptureRole::kBase || event.kind != EventKind::kLevel || !meant || !open) continue;
    if (IsShortSpan(event.period) || before.event.item != scope.draft.event.item) continue;
    const bool plan = SpeaksOfFuture(scope) && !scope.c.measure(before.measure).standing;
    if (!plan && !IsTargetAhead(scope, before)) continue;
    scope.draft.event.period = event.period;
    return true;
  }
  return false;
}

// "A year earlier it made 4 t.\n\nAcme made 2 t": the next paragraph goes on with the time that the text is about.
bool LooksYearBack(const PeriodScope& scope, const EventDraft& before) {
  return scope.c.opens_paragraph() && LiesBefore(before.event.period, scope.c.focus->period) &&
         IsToldYearEarlier(scope, before.event);
}

// The last sentence's figures of that measure, or of the same company's accounts.
bool TakeOfLastSentence(const PeriodScope& scope) {
  for (const EventDraft& before : scope.c.focus->drafts) {
    const bool same = before.measure == scope.draft.measure || before.event.measure == scope.measure().name;
    const bool accounts = before.subject == scope.draft.subject && IsCompanys(scope);
    // A day's share price is no account.
    const bool price = scope.c.measure(before.measure).Is(MeasureTrait::kPrice);
    if (before.role == CaptureRole::kBase || price || !(same || accounts)) continue;
    if (IsShortSpan(before.event.period) || !MayGoOnWith(scope, before.event.period)) continue;
    if (LooksYearBack(scope, before)) continue;
    if (IsLookBack(scope, before.event.period) || IsPartOfLimits(scope, before.event.period)) continue;
    const std::string months = MonthsOfOutlook(scope, before);
    scope.draft.event.period = months.empty() ? before.event.period : months;
    return true;
  }
  return false;
}

// "The minister has approved the limits below. They apply to the calendar year 2025."
std::string YearOfThem(const PeriodScope& scope) {
  const Reading& reading = *scope.c.sources->reading;
  const size_t number = scope.c.focus->limits.sentence + 1;
  if (scope.c.focus->limits.sentence == SpokenLimits::kNoSentence || number > scope.c.sentence->number) return {};
  const Sentence& sentence = reading.sentences[number];
  if (!scope.c.vocabulary->they.contains(reading.TextOf(sentence.first))) return {};
  for (const DateSpan& date : DatesIn(scope.c, sentence)) {
    const std::string& value = date.date.value;
    if (GrainOf(value) == Grain::kYear || IsSeason(value)) return value;
  }
  return {};
}

// "China's quota grows to 5 t in 2028.\n\nUnder the pact 4 t may enter the EU": one limit's year is not another's. A
// province is given its part of the country's.
bool IsOfOtherOwner(const PeriodScope& scope, int spoken_of) {
  const int owner = scope.draft.subject;
  if (!scope.measure().Is(MeasureTrait::kLimit) || !scope.c.opens_paragraph()) return false;
  if (owner == kAbsent || spoken_of == kAbsent || owner == spoken_of) return false;
  return scope.c.names->CountryOfPlace(owner) != spoken_of;
}

// "a quota of 6,000 t a year … The changes take effect on January 1, 2024", "Under the phase that runs from 2021 to
// 2025, firms are given 600 million t a year": of the years in which they hold.
std::string TermOfYearly(const PeriodScope& scope) {
  if (!scope.measure().Is(MeasureTrait::kLimit) || scope.draft.role == CaptureRole::kBase) return {};
  std::string term = TermOfLimits(scope.c, scope.c.sentence->number);
  constexpr auto kYear = std::chrono::days(365);
  const auto days = DaysOf(term);
  return days && days->last - days->first >= kYear - std::chrono::days(1) ? term : std::string{};
}

// The text spoke of that measure before and has named no other period since. Targets are told apart by their own years.
void TakeOfMeasure(const PeriodScope& scope) {
  const MeasureEntry& measure = scope.measure();
  std::string& period = scope.draft.event.period;
  if (measure.standing) return;
  if (IsStanding(scope)) {
    period = TermOfYearly(scope);
    return;
  }
  for (const auto& spoken : scope.c.focus->periods) {
    if (spoken.measure != measure.name || IsShortSpan(spoken.period) || IsPartOfLimits(scope, spoken.period)) continue;
    if (!IsOfOtherOwner(scope, spoken.subject) && MayGoOnWith(scope, spoken.period)) period = spoken.period;
  }
  if (measure.Is(MeasureTrait::kLimit) && period.empty() && scope.draft.role != CaptureRole::kBase)
    period = LimitsSpokenOf(scope);
  if (measure.Is(MeasureTrait::kLimit) && period.empty()) period = YearOfThem(scope);
}

// "Peru sold 9 t in 2023. China took 60% of the total": of what the sentence in front told.
void TakeOfWhole(const PeriodScope& scope) {
  EventDraft& draft = scope.draft;
  const DocumentFocus& focus = *scope.c.focus;
  if (scope.c.opens_paragraph() || focus.drafts.empty() || focus.drafts_sentence + 1 != scope.c.sentence->number)
    return;
  const EventDraft* told = nullptr;
  for (const EventDraft& before : focus.drafts) {
    const bool same = before.measure == draft.measure || before.event.measure == draft.event.measure;
    if (before.role == CaptureRole::kBase || !same || before.event.modality != Modality::kActual) continue;
    // "9 t in 2023, twice the 4 t sold the year before": not of the year it looks back on.
    if (told == nullptr || !LiesBefore(before.event.period, told->event.period)) told = &before;
  }
  if (told == nullptr || IsShortSpan(told->event.period) || IsStanding(scope)) return;
  if (!MayGoOnWith(scope, told->event.period)) return;
  draft.event.period = told->event.period;
  draft.doubt *= kDoubtOfDocument;
}

// "The ministry also announced limits for 2024. That for hake falls to 5 t": of that year, whatever was told before.
bool TakeAnnounced(const PeriodScope& scope) {
  const SpokenLimits& limits = scope.c.focus->limits;
  const bool limit = scope.measure().Is(MeasureTrait::kLimit) && scope.draft.role != CaptureRole::kBase;
  if (!limit || limits.announced.empty() || limits.announced_in + 1 != scope.c.sentence->number) return false;
  if (scope.c.opens_paragraph() || IsStanding(scope)) return false;
  scope.draft.event.period = WithMonthsTold(scope, limits.announced);
  return true;
}

// "Feed cost 18% more in the year to June. Diesel rose 30% and seed 41%": what changed in the same time.
bool TakeOfChangesBefore(const PeriodScope& scope) {
  const DocumentFocus& focus = *scope.c.focus;
  if (scope.draft.role != CaptureRole::kChange || scope.c.opens_paragraph() || !IsBehindFigures(scope)) return false;
  if (scope.c.kind_of(scope.draft.figure) != UnitKind::kPct) return false;
  const std::string& period = focus.drafts.front().event.period;
  const bool alike = std::all_of(focus.drafts.begin(), focus.drafts.end(), [&](const EventDraft& before) {
    return before.role == CaptureRole::kChange && before.event.period == period &&
           scope.c.kind_of(before.figure) == UnitKind::kPct;
  });
  if (!alike || IsShortSpan(period) || !EndsBefore(period, scope.c.published) || !MayGoOnWith(scope, period))
    return false;
  scope.draft.event.period = period;
  return true;
}

// "set the reference price at $2,400 for December. That puts the duty at $130": what follows from it is of its time.
bool TakeOfCause(const PeriodScope& scope) {
  const size_t first = scope.c.sentence->dateline;
  if (first + 1 >= scope.draft.cell || !IsBehindFigures(scope) || scope.c.opens_paragraph()) return false;
  const bool that = scope.c.vocabulary->causes.contains(scope.c.text(scope.cells[first]));
  // "That is equivalent to 3 barrels a day"
  const bool restated = scope.cells[scope.draft.cell - 1].Is(WordRole::kRestatement);
  if (!that || !(restated || scope.cells[first + 1].Is(WordRole::kSet))) return false;
  const auto& drafts = scope.c.focus->drafts;
  const auto told = std::find_if(drafts.begin(), drafts.end(), [](const EventDraft& before) {
    return before.role == CaptureRole::kLevel && !before.event.period.empty();
  });
  if (told == drafts.end()) return false;
  scope.draft.event.period = told->event.period;
  return true;
}

}  // namespace

void TakeFromFigures(const PeriodScope& scope) {
  const MeasureEntry& measure = scope.measure();
  const bool price = measure.Is(MeasureTrait::kPrice);
  if (TakeYearOfLimit(scope) || TakeOfSameMeasure(scope) || TakeOfCause(scope) || TakeOfChangesBefore(scope)) return;
  const bool duty = measure.Is(MeasureTrait::kDuty);  // holds from when it was set
  // "sees output of 5 t in 2018 and an average price of $3": the year's as well.
  const bool moment = price && !IsAverage(scope);
  if (!moment && !duty && !measure.standing && TakeOfSentence(scope)) return;
  const bool share = scope.draft.event.kind == EventKind::kShare;
  // "hybrids get 60% of the quota": of the one that the text is about.
  if (share && measure.Is(MeasureTrait::kLimit)) scope.draft.event.period = LimitsSpokenOf(scope);
  if (share && scope.draft.event.period.empty() && !price && !duty && !measure.standing) TakeOfWhole(scope);
  if (share || price || duty || TakeAnnounced(scope) || TakeOfLastSentence(scope) || TakeOfPlanBefore(scope)) return;
  TakeOfMeasure(scope);
}

}  // namespace tallywire::extract
