#include "extract/events/period_limit.h"

#include <algorithm>
#include <cmath>

#include "extract/events/period_saying.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// The year that limits are spoken of for.
bool TakeYearOfLimits(const PeriodScope& scope) {
  Event& event = scope.draft.event;
  const Grain grain = GrainOf(event.period);
  const bool part = grain == Grain::kHalf || grain == Grain::kQuarter;
  const std::string& spoken = scope.c.focus->limits.period;
  if (!part || !scope.measure().Is(MeasureTrait::kLimit) || scope.draft.role != CaptureRole::kLevel) return false;
  if (GrainOf(spoken) != Grain::kYear && !IsSeason(spoken)) return false;
  const auto limits = YearOf(spoken);
  const auto year = YearOf(event.period);
  if (!limits || !year || *limits != *year + 1 || !EndsBefore(event.period, scope.c.published)) return false;
  event.period = ShiftYears(event.period, 1);
  return true;
}

// "The quota for July-September amounts to 5 t" in June, "October's allowance is 5 t" in September.
void TakeMonthsAhead(const PeriodScope& scope, size_t own) {
  constexpr auto kLongest = std::chrono::days(92);  // limits are set a quarter ahead
  Event& event = scope.draft.event;
  const Grain grain = GrainOf(event.period);
  const bool months = grain == Grain::kMonth || grain == Grain::kQuarter || grain == Grain::kHalf ||
                      (grain == Grain::kOther && !IsSeason(event.period));
  if (!months || !scope.c.published || !EndsBefore(event.period, scope.c.published)) return;
  const std::string ahead = ShiftYears(event.period, 1);
  const auto days = DaysOf(ahead);
  if (!days || days->first <= *scope.c.published || days->first - *scope.c.published > kLongest) return;
  const bool named = scope.follows(own, scope.c.vocabulary->what_for);  // "the quota for October"
  if (named || SpeaksOfFuture(scope) || !SpeaksOfPast(scope)) event.period = ahead;
}

// "period, which expires on": in front of the date at that cell.
bool EndsTerm(const PeriodScope& scope, size_t date) {
  constexpr uint32_t kReach = 6;  // tokens
  const Reading& reading = *scope.c.sources->reading;
  const ClauseWords& words = *scope.c.vocabulary;
  const uint32_t first = scope.cells[date].first;
  bool ends = false;
  for (uint32_t token = first; token-- > scope.c.sentence->first && first - token <= kReach;) {
    ends = ends || words.term_closes.contains(reading.TextOf(token));
    if (ends && words.terms.contains(reading.TextOf(token))) return true;
  }
  return false;
}

// The months of the term: "six-month period", else as long as the term that follows or the one that is spoken of.
std::string LengthOfTerm(const PeriodScope& scope, size_t date) {
  constexpr double kMonth = 30.4;  // days
  const auto& dates = scope.c.sources->dates;
  const uint32_t end = scope.cells[date].first;
  auto span = std::lower_bound(dates.begin(), dates.end(), scope.c.sentence->first,
                               [](const DateSpan& told, uint32_t token) { return told.first < token; });
  for (; span != dates.end() && span->first < end; ++span) {
    if (MonthsOf(span->date.value)) return span->date.value;
  }
  const auto days = DaysOf(scope.c.focus->limits.term);
  if (!days) return {};
  return "P" + std::to_string(std::lround(static_cast<double>((days->last - days->first).count() + 1) / kMonth)) + "M";
}

}  // namespace

bool TakeRunningTerm(const PeriodScope& scope) {
  if (!scope.measure().Is(MeasureTrait::kLimit) || scope.draft.role != CaptureRole::kLevel) return false;
  for (size_t at = scope.draft.cell; at-- > scope.c.sentence->dateline;) {
    if (scope.cells[at].kind == kFigureCell) break;
    if (!scope.is_date(at) || !EndsTerm(scope, at)) continue;
    const std::string& end = scope.date_at(at);
    const std::string length = LengthOfTerm(scope, at);
    const std::string term = length.empty() ? std::string() : SpanUntil(length, end);
    if (term.empty()) return false;
    scope.draft.event.period = term;
    scope.draft.event.period_text = std::string(scope.c.text(scope.cells[at]));
    return true;
  }
  return false;
}

void TakeTermAhead(const PeriodScope& scope, size_t own) {
  // "the first nine months of 2022"
  const bool year_behind = scope.is_date(own + 1) && GrainOf(scope.date_at(own + 1)) == Grain::kYear;
  if (scope.is_written_in_digits() || year_behind || scope.draft.role == CaptureRole::kBase) return;
  const bool limit = scope.measure().Is(MeasureTrait::kLimit) && scope.draft.role == CaptureRole::kLevel;
  if (limit && TakeYearOfLimits(scope)) return;
  // "had been due to raise output by 5 t in October", said in September
  if (limit || SpeaksOfFuture(scope)) TakeMonthsAhead(scope, own);
}

void WidenToTerm(const PeriodScope& scope, size_t own) {
  std::string& period = scope.draft.event.period;
  const bool limit = scope.measure().Is(MeasureTrait::kLimit) && scope.draft.role == CaptureRole::kLevel;
  if (!limit || !scope.follows(own, scope.c.vocabulary->up_to)) return;
  const std::string& spoken = scope.c.focus->limits.term;
  const auto term = DaysOf(spoken);
  const auto end = DaysOf(period);
  const bool closes = term && end && IsFine(GrainOf(period)) && end->first <= term->last && term->last <= end->last;
  if (closes && term->first < end->first) period = spoken;
}

void BeginNow(const PeriodScope& scope, size_t own) {
  const auto& published = scope.c.published;
  std::string& period = scope.draft.event.period;
  const MeasureEntry& measure = scope.measure();
  const bool holds = measure.Is(MeasureTrait::kLimit) || measure.Is(MeasureTrait::kDuty);
  const Grain grain = GrainOf(period);
  if (!holds || !published || scope.draft.role == CaptureRole::kBase) return;
  if ((grain != Grain::kDay && grain != Grain::kMonth) || !BeginsAfter(period, published)) return;
  const ClauseWords& words = *scope.c.vocabulary;
  if (!scope.follows(own, words.term_ends) || scope.follows(own, words.through)) return;
  period = ToIsoDate(*published).substr(0, period.size()) + "/" + period;
  scope.draft.from_now = true;
}

void TakeTermOfNow(const PeriodScope& scope) {
  const EventDraft& draft = scope.draft;
  std::string& period = scope.draft.event.period;
  if (!scope.measure().Is(MeasureTrait::kLimit) || draft.role != CaptureRole::kLevel || !draft.phrase) return;
  if (!draft.event.period_text.empty() || draft.inherited || !BeginsAfter(period, scope.c.published)) return;
  const std::string now = ShiftYears(period, -1);
  if (BeginsAfter(now, scope.c.published) || EndsBefore(now, scope.c.published)) return;
  for (size_t at = draft.phrase->first; at < draft.phrase->head; ++at) {
    if (scope.c.vocabulary->running.contains(scope.c.text(scope.cells[at]))) period = now;
  }
}

void WidenToYearBegun(const PeriodScope& scope) {
  std::string& period = scope.draft.event.period;
  const bool limit = scope.measure().Is(MeasureTrait::kLimit) && scope.draft.role != CaptureRole::kBase;
  constexpr size_t kYear = 4;
  if (limit && GrainOf(period) == Grain::kDay && period.ends_with("-01-01")) period.resize(kYear);
}

void WidenToYearAhead(const PeriodScope& scope) {
  Event& event = scope.draft.event;
  const Grain grain = GrainOf(event.period);
  const bool part = grain == Grain::kHalf || grain == Grain::kQuarter;
  if (!part || !event.period_text.empty() || !scope.measure().Is(MeasureTrait::kLimit)) return;
  const std::string& spoken = scope.c.focus->limits.period;
  const auto days = DaysOf(spoken);
  const bool ahead = days && scope.c.published && days->first > *scope.c.published;
  if (ahead && YearOf(spoken) == YearOf(event.period)) event.period = spoken;
}

}  // namespace tallywire::extract
