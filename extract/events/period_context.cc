#include "extract/events/period_context.h"

#include <algorithm>

#include "extract/events/event_period.h"
#include "extract/events/limit_term.h"
#include "extract/events/period_part.h"
#include "extract/events/period_saying.h"
#include "extract/events/period_season.h"
#include "extract/events/period_span.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// Days and weeks, which hold for the figure they stand with.
bool IsShortSpan(std::string_view period) {
  constexpr auto kShortest = std::chrono::days(26);
  const auto days = DaysOf(period);
  return !days || days->last - days->first < kShortest;
}

bool IsBehindFigures(const PeriodScope& scope) {
  const DocumentFocus& focus = *scope.c.focus;
  return !focus.drafts.empty() && focus.drafts_sentence + 1 == scope.c.sentence->number;
}

bool IsCompanys(const PeriodScope& scope) {
  return scope.draft.subject != kAbsent && scope.c.names->IsCompany(scope.draft.subject);
}

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

// "up to 5 t a year", "employs 400 people": so in any year.
bool IsStanding(const PeriodScope& scope) {
  const EventDraft& draft = scope.draft;
  if (draft.event.kind == EventKind::kShare) return false;
  if (scope.c.vocabulary->standing_verbs.contains(draft.event.measure_text)) return true;
  return IsYearly(scope.c, draft.cell);
}

// "a ceiling of 2.9 million barrels a day": so much on each day of the month that is spoken of.
bool IsDaily(const PeriodScope& scope) { return scope.draft.event.unit.ends_with("/d"); }

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

// "had asked for a limit of 5 t": no limit that was spoken of.
bool IsDemand(const PeriodScope& scope) {
  if (!scope.measure().Is(MeasureTrait::kLimit)) return false;
  for (size_t at = StartOfSaying(scope); at < scope.draft.cell; ++at) {
    if (scope.cells[at].Is(WordRole::kProposed)) return true;
  }
  return false;
}

// Whether a period that another sentence named may be this figure's.
bool MayGoOnWith(const PeriodScope& scope, std::string_view period) {
  if (IsStanding(scope)) return false;
  if (scope.measure().Is(MeasureTrait::kDuty)) return false;  // holds from when it was set
  if (BeginsAfter(period, scope.c.published) && !scope.measure().set && SpeaksOfPast(scope)) return false;
  return !EndsBefore(period, scope.c.published) || (!SpeaksOfNow(scope) && !SpeaksOfFuture(scope) && !IsDemand(scope));
}

// "Output rose 5% in May while sales fell 2%": the month holds for both.
bool TakeOfSentence(const PeriodScope& scope) {
  for (size_t i = scope.c.before.size(); i-- > 0;) {
    const EventDraft& before = scope.c.before[i];
    const Grain grain = GrainOf(before.event.period);
    const bool fine = grain == Grain::kDay || grain == Grain::kWeek || grain == Grain::kNone;
    if (before.role == CaptureRole::kBase || fine || before.event.period_text.empty()) continue;
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

// The last sentence's figures of that measure, or of the same company's accounts.
bool TakeOfLastSentence(const PeriodScope& scope) {
  for (const EventDraft& before : scope.c.focus->drafts) {
    const bool same = before.measure == scope.draft.measure || before.event.measure == scope.measure().name;
    const bool accounts = before.subject == scope.draft.subject && IsCompanys(scope);
    // A day's share price is no account.
    const bool price = scope.c.measure(before.measure).Is(MeasureTrait::kPrice);
    if (before.role == CaptureRole::kBase || price || !(same || accounts)) continue;
    if (IsShortSpan(before.event.period) || !MayGoOnWith(scope, before.event.period)) continue;
    if (IsLookBack(scope, before.event.period) || IsPartOfLimits(scope, before.event.period)) continue;
    scope.draft.event.period = before.event.period;
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
  const auto& dates = scope.c.sources->dates;
  auto date = std::lower_bound(dates.begin(), dates.end(), sentence.first,
                               [](const DateSpan& span, uint32_t token) { return span.first < token; });
  for (; date != dates.end() && date->first < sentence.last; ++date) {
    const std::string& value = date->date.value;
    if (GrainOf(value) == Grain::kYear || IsSeason(value)) return value;
  }
  return {};
}

// The text spoke of that measure before and has named no other period since. Targets are told apart by their own years.
void TakeOfMeasure(const PeriodScope& scope) {
  const MeasureEntry& measure = scope.measure();
  std::string& period = scope.draft.event.period;
  if (measure.standing || IsStanding(scope)) return;
  for (const auto& spoken : scope.c.focus->periods) {
    if (spoken.measure != measure.name || IsShortSpan(spoken.period) || IsPartOfLimits(scope, spoken.period)) continue;
    // "China's quota grows to 5 t in 2028.\n\nUnder the pact 4 t may enter the EU": one limit's year is not another's.
    const int owner = scope.draft.subject;
    const bool others = measure.Is(MeasureTrait::kLimit) && scope.c.opens_paragraph() && owner != kAbsent &&
                        spoken.subject != kAbsent && owner != spoken.subject;
    if (!others && MayGoOnWith(scope, spoken.period)) period = spoken.period;
  }
  if (measure.Is(MeasureTrait::kLimit) && period.empty() && scope.draft.role != CaptureRole::kBase)
    period = LimitsSpokenOf(scope);
  if (measure.Is(MeasureTrait::kLimit) && period.empty()) period = YearOfThem(scope);
}

bool SharesFocus(const PeriodScope& scope) {
  const Event& event = scope.draft.event;
  const auto& drafts = scope.c.focus->drafts;
  return std::any_of(drafts.begin(), drafts.end(), [&](const EventDraft& before) {
    const bool same = before.event.item == event.item || before.event.item.empty() || event.item.empty();
    return before.event.subject == event.subject && same;
  });
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
    if (before.event.modality != Modality::kActual) return false;
    if (before.event.period_text.empty() || IsShortSpan(before.event.period)) return false;
    if (told != nullptr && told->period != before.event.period) return false;
    told = &before.event;
  }
  if (told == nullptr || !MayGoOnWith(scope, told->period)) return false;
  if (scope.measure().Is(MeasureTrait::kMoment) && GrainOf(told->period) == Grain::kOther) return false;
  draft.event.period = told->period;
  draft.doubt *= kDoubtOfDocument;
  return true;
}

// "Peru sold 9 t in 2023. China took 60% of the total": of what the sentence in front told.
void TakeOfWhole(const PeriodScope& scope) {
  EventDraft& draft = scope.draft;
  const DocumentFocus& focus = *scope.c.focus;
  if (scope.c.opens_paragraph() || focus.drafts.empty() || focus.drafts_sentence + 1 != scope.c.sentence->number)
    return;
  const auto told = std::find_if(focus.drafts.rbegin(), focus.drafts.rend(), [&](const EventDraft& before) {
    const bool same = before.measure == draft.measure || before.event.measure == draft.event.measure;
    return before.role != CaptureRole::kBase && same && before.event.modality == Modality::kActual;
  });
  if (told == focus.drafts.rend() || IsShortSpan(told->event.period) || IsStanding(scope)) return;
  if (!MayGoOnWith(scope, told->event.period)) return;
  draft.event.period = told->event.period;
  draft.doubt *= kDoubtOfDocument;
}

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
bool SpeaksOfMarket(const PeriodScope& scope) {
  if (!scope.measure().item.empty()) return true;  // a firm's shares
  const Reading& reading = *scope.c.sources->reading;
  for (uint32_t token = scope.c.sentence->first; token < scope.c.sentence->last; ++token) {
    if (scope.c.vocabulary->markets.contains(reading.TextOf(token))) return true;
  }
  return false;
}

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
  const std::string day = DaySpokenOf(scope);
  if (!week && day.empty() && !SpeaksOfMarket(scope)) return;
  draft.event.period = week ? IsoWeekOf(*published) : !day.empty() ? day : ToIsoDate(*published);
  draft.assumed_day = true;
  draft.doubt *= kDoubtOfDocument;
}

}  // namespace

bool IsYearly(const SentenceContext& context, size_t figure_cell) {
  const EventCell& cell = context.cells()[figure_cell];
  if (cell.figure != kAbsent && context.figure(cell.figure).unit.ends_with("/a")) return true;
  const uint32_t behind = cell.last();
  const uint32_t end = context.sentence->last;
  // "5 t a year", "5 t annually", "5 t sold annually"
  for (uint32_t first = behind; first < std::min(end, behind + 2); ++first) {
    for (uint32_t last = first + 1; last <= std::min(end, first + 2); ++last) {
      if (context.vocabulary->yearly.contains(context.sources->reading->TextOf(first, last))) return true;
    }
  }
  return false;
}

namespace {

// "The ministry also announced limits for 2024. That for hake falls to 5 t": of that year, whatever was told before.
bool TakeAnnounced(const PeriodScope& scope) {
  const SpokenLimits& limits = scope.c.focus->limits;
  const bool limit = scope.measure().Is(MeasureTrait::kLimit) && scope.draft.role != CaptureRole::kBase;
  if (!limit || limits.announced.empty() || limits.announced_in + 1 != scope.c.sentence->number) return false;
  if (scope.c.opens_paragraph() || IsStanding(scope)) return false;
  scope.draft.event.period = WithMonthsTold(scope, limits.announced);
  return true;
}

}  // namespace

void TakeFromFigures(const PeriodScope& scope) {
  const MeasureEntry& measure = scope.measure();
  const bool price = measure.Is(MeasureTrait::kPrice);
  if (TakeYearOfLimit(scope) || TakeOfSameMeasure(scope)) return;
  const bool duty = measure.Is(MeasureTrait::kDuty);  // holds from when it was set
  if (!price && !duty && !measure.standing && TakeOfSentence(scope)) return;
  const bool share = scope.draft.event.kind == EventKind::kShare;
  // "hybrids get 60% of the quota": of the one that the text is about.
  if (share && measure.Is(MeasureTrait::kLimit)) scope.draft.event.period = LimitsSpokenOf(scope);
  if (share && scope.draft.event.period.empty() && !price && !duty && !measure.standing) TakeOfWhole(scope);
  if (share || price || duty || TakeAnnounced(scope) || TakeOfLastSentence(scope) || TakeOfPlanBefore(scope)) return;
  TakeOfMeasure(scope);
}

void TakeFromDocument(const PeriodScope& scope) {
  EventDraft& draft = scope.draft;
  const MeasureEntry& measure = scope.measure();
  const std::string& period = scope.c.focus->period;
  if (measure.Is(MeasureTrait::kPrice) && !measure.set) return TakeTradingDay(scope);
  if (measure.standing || draft.event.kind == EventKind::kShare || TakeOfParagraph(scope)) return;
  if (IsShortSpan(period) || !MayGoOnWith(scope, period)) return;
  if (measure.Is(MeasureTrait::kMoment) && GrainOf(period) == Grain::kOther) return;
  // A company's figures are of the quarter that its report is about.
  const bool report = GrainOf(period) == Grain::kQuarter && IsCompanys(scope);
  // "OPEC pumped 26 million barrels a day last month. … Iraq cut exports by 100,000 barrels a day": rates are told
  // month by month.
  const bool monthly = IsDaily(scope) && GrainOf(period) == Grain::kMonth && EndsBefore(period, scope.c.published);
  if (draft.role == CaptureRole::kBase || !(report || monthly || SharesFocus(scope))) return;
  draft.event.period = period;
  draft.doubt *= kDoubtOfDocument;
}

void TakeFromSentenceBefore(const PeriodScope& scope) {
  constexpr double kDoubt = 0.9;
  EventDraft& draft = scope.draft;
  const size_t number = scope.c.sentence->number;
  const MeasureEntry& measure = scope.measure();
  if (number == 0 || scope.c.opens_paragraph() || IsBehindFigures(scope)) return;
  if (measure.Is(MeasureTrait::kPrice) || measure.standing || measure.set || draft.event.kind == EventKind::kShare)
    return;
  const Sentence& before = scope.c.sources->reading->sentences[number - 1];
  const auto& dates = scope.c.sources->dates;
  auto date = std::lower_bound(dates.begin(), dates.end(), before.first,
                               [](const DateSpan& span, uint32_t token) { return span.first < token; });
  std::string found;
  for (; date != dates.end() && date->first < before.last; ++date) {
    const std::string& value = date->date.value;
    if (!DaysOf(value) || IsShortSpan(value) || value == found) continue;
    if (!found.empty()) return;
    found = value;
  }
  if (found.empty()) return;
  draft.event.period = found;
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
