#include "extract/events/focus_period.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/events/event_period.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// A look back ("a year earlier it lost $2 million") leaves what the text is about as it was. A plan for next year
// is followed by the report of what was done.
bool LooksBack(const SentenceContext& context, const EventDraft& draft, const DocumentFocus& focus) {
  const bool report = draft.subject != kAbsent && context.names->IsCompany(draft.subject);
  const bool made = draft.event.modality == Modality::kActual && !context.measure(draft.measure).set;
  const bool behind_plan = (report || made) && BeginsAfter(focus.period, context.published);
  return LiesBefore(draft.event.period, focus.period) && !behind_plan;
}

// The days for which limits hold, where no figure named them.
bool IsTermOfLimits(const EventDraft& draft, const DocumentFocus& focus) {
  return draft.event.period_text.empty() && draft.event.period == focus.limits.term;
}

// A forecast of a time that has not begun, or a plan for a year, or a season, beside a report of what is over in it.
bool IsOutlook(const SentenceContext& context, const EventDraft& draft, const DocumentFocus& focus) {
  const Modality modality = draft.event.modality;
  const bool month = GrainOf(draft.event.period) == Grain::kMonth && !context.measure(draft.measure).set;
  if ((modality == Modality::kForecast || month) && BeginsAfter(draft.event.period, context.published)) return true;
  const bool open = modality == Modality::kForecast || modality == Modality::kPlanned;
  const bool year = GrainOf(draft.event.period) == Grain::kYear ||
                    (IsSeason(draft.event.period) && HoldsSpan(draft.event.period, focus.period));
  if (!open || !year || context.measure(draft.measure).set || focus.period.empty()) return false;
  return EndsBefore(focus.period, context.published) && !EndsBefore(draft.event.period, context.published);
}

// The period goes with its measure, and with the spans where it is one of several months.
void NoteOfMeasure(const EventDraft& draft, DocumentFocus& focus) {
  const Event& event = draft.event;
  if (event.period.find('/') != std::string::npos && GrainOf(event.period) == Grain::kOther)
    focus.spans.push_back(event.period);
  const auto known = std::find_if(focus.periods.begin(), focus.periods.end(),
                                  [&](const auto& entry) { return entry.measure == event.measure; });
  DocumentFocus::MeasurePeriod noted{event.measure, event.period, draft.subject};
  if (known != focus.periods.end()) {
    *known = std::move(noted);
  } else {
    focus.periods.push_back(std::move(noted));
  }
}

// "in the week ended March 21": figures behind it go on with that week.
void NoteWeek(const EventDraft& draft, DocumentFocus& focus) {
  constexpr std::chrono::days kWeek{7};
  const auto days = DaysOf(draft.event.period);
  const bool week = days && days->last - days->first + std::chrono::days(1) == kWeek;
  if (!week || GrainOf(draft.event.period) != Grain::kOther) return;
  focus.week = draft.event.period;
  focus.week_of = draft.subject;
}

// "3 billion, down from 4 billion in the same months of 2022": what the text's period is compared with.
void NoteCompared(const EventDraft& draft, DocumentFocus& focus) {
  const Event& event = draft.event;
  const bool whole = ShiftYears(event.period, 1) == focus.period && !event.period_text.empty();
  if (whole && focus.basis.empty()) focus.basis = event.period;
}

}  // namespace

void NotePeriods(const SentenceContext& context, std::span<const EventDraft> drafts, DocumentFocus& focus) {
  for (const EventDraft& draft : drafts) {
    const Event& event = draft.event;
    if (event.period.empty()) continue;
    if (draft.role == CaptureRole::kBase) {
      NoteCompared(draft, focus);
      continue;
    }
    const bool rate = event.unit.ends_with("/d") && event.kind == EventKind::kLevel && !event.period_text.empty();
    const bool told = rate && event.modality == Modality::kActual && GrainOf(event.period) == Grain::kMonth;
    if (told) focus.month_of_rates = std::max(focus.month_of_rates, event.period);
    if (LooksBack(context, draft, focus) || IsOutlook(context, draft, focus)) continue;
    NoteOfMeasure(draft, focus);
    NoteWeek(draft, focus);
    // "a duty of 20% until March 31": what holds from now on is not what reports are about.
    if (draft.from_now) focus.from_now = event.period;
    if (IsTermOfLimits(draft, focus) || event.period == focus.from_now) continue;
    if (focus.period != event.period) focus.basis.clear();
    focus.period = event.period;
    if (!event.basis.empty()) focus.basis = event.basis;
  }
}

}  // namespace tallywire::extract
