// What a text is speaking of: carried from sentence to sentence for "its", "the company", and what is left unsaid.
// The order in which a sentence is asked for it; each of the headers below has one of the things that are noted.
#include "extract/events/focus_document.h"

#include <utility>

#include "extract/events/event_period.h"
#include "extract/events/focus_home.h"
#include "extract/events/focus_limits.h"
#include "extract/events/focus_period.h"
#include "extract/events/focus_season.h"
#include "extract/events/focus_speakers.h"
#include "extract/events/focus_subject.h"
#include "extract/events/focus_topic.h"
#include "extract/events/told_unit.h"

namespace tallywire::extract {

void NoteNouns(const SentenceContext& context, std::span<const EventDraft> drafts, FocusNouns& focus) {
  NoteSubject(context, drafts, focus);
  NoteHome(context, focus);
  NoteItem(context, drafts, focus);
  NoteSpeakers(context, focus);
}

void NoteMentions(const SentenceContext& context, std::span<const EventDraft> drafts, DocumentFocus& focus) {
  NoteSeason(context, drafts, focus);
  NoteTopic(context, focus);
  NoteLimits(context, focus);
}

namespace {

// "Seafood group Vesturey made a net profit of 27 million": a report on a firm.
void NoteAccounts(const SentenceContext& context, const EventDraft& first, DocumentFocus& focus) {
  if (focus.own_report || !focus.drafts.empty() || first.subject == kAbsent || !context.measure(first.measure).company)
    return;
  const SubjectKind kind = context.names->KindOf(first.subject);
  if (kind != SubjectKind::kCompany && kind != SubjectKind::kName) return;
  focus.accounts_of = first.subject;
  focus.accounts_period = first.event.period;
}

// "In the same quarter of 2024 it shipped 3.6 t", where the text has told of that quarter of 2025.
bool TellsPartYearEarlier(const std::vector<EventDraft>& drafts, const DocumentFocus& focus) {
  bool told = false;
  for (const EventDraft& draft : drafts) {
    const std::string& period = draft.event.period;
    if (period.empty() || draft.role == CaptureRole::kBase) continue;
    if (!IsPartOfYear(GrainOf(period))) return false;
    const std::string later = ShiftYears(period, 1);
    const auto is_later = [&](const DocumentFocus::MeasurePeriod& known) { return known.period == later; };
    if (later != focus.period && std::none_of(focus.periods.begin(), focus.periods.end(), is_later)) return false;
    told = true;
  }
  return told;
}

// Whether the sentence only tells what was so a year before the last one's figures.
bool TellsYearEarlier(const SentenceContext& context, const std::vector<EventDraft>& drafts,
                      const DocumentFocus& focus) {
  if (focus.drafts.empty()) return false;
  if (TellsPartYearEarlier(drafts, focus)) return true;
  if (context.opens_paragraph()) return false;
  const std::string& told = focus.drafts.front().event.period;
  const auto& words = context.vocabulary->year_earlier;
  return std::all_of(drafts.begin(), drafts.end(), [&](const EventDraft& draft) {
    const std::string& text = draft.event.period_text;
    const bool relative = std::any_of(words.begin(), words.end(),
                                      [&](const std::string& word) { return text.find(word) != std::string::npos; });
    return relative && !told.empty() && ShiftYears(told, -1) == draft.event.period;
  });
}

}  // namespace

void UpdateFocus(const SentenceContext& context, std::vector<EventDraft> drafts, DocumentFocus& focus) {
  NoteUnits(context, drafts, focus);
  // Lists and tables say much about many; what the text around them speaks of stays.
  if (context.sentence->statement) {
    if (!drafts.empty()) focus.drafts_sentence = context.sentence->number;
    return;
  }
  NoteAccounts(context, drafts.front(), focus);
  NoteNouns(context, drafts, focus);
  if (const std::string& actor = drafts.front().event.actor; !actor.empty()) focus.speakers.push_back(actor);
  NoteItemOfLimits(context, drafts, focus.limits);
  // "5 t in May. A year earlier they were 4 t. Imports came to 3 t": the text goes on with what it looked back from.
  const bool looks_back = TellsYearEarlier(context, drafts, focus);
  NotePeriods(context, drafts, focus);
  if (!looks_back) focus.drafts = std::move(drafts);
  focus.drafts_sentence = context.sentence->number;
}

}  // namespace tallywire::extract
