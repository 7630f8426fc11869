// What a text is speaking of: carried from sentence to sentence for "its", "the company", and what is left unsaid.
#include <utility>

#include "extract/event_draft.h"

namespace tallywire::extract {
namespace {

void NoteSubject(const SentenceContext& context, DocumentFocus& focus) {
  const auto cells = context.cells();
  for (size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].kind == kFigureCell) break;
    if (cells[at].subject == kAbsent || !CanBeSubject(context, at)) continue;
    focus.subject = cells[at].subject;
    if (context.names->IsCompany(focus.subject)) focus.company = focus.subject;
    if (focus.main_subject == kAbsent) focus.main_subject = focus.subject;
    return;
  }
}

void NoteItem(const SentenceContext& context, DocumentFocus& focus) {
  for (const EventCell& cell : context.cells()) {
    if (cell.item == kAbsent || cell.kind == kFigureCell) continue;
    focus.item = cell.item;
    if (focus.main_item == kAbsent) focus.main_item = cell.item;
    return;
  }
}

void NoteSpeakers(const SentenceContext& context, DocumentFocus& focus) {
  for (const EventCell& cell : context.cells()) {
    if (cell.subject == kAbsent) continue;
    const SubjectKind kind = context.names->KindOf(cell.subject);
    if (kind == SubjectKind::kPerson || kind == SubjectKind::kName) focus.person = cell.subject;
    if (kind == SubjectKind::kOrganisation) focus.body = cell.subject;
  }
}

}  // namespace

void UpdateFocus(const SentenceContext& context, std::vector<EventDraft> drafts, DocumentFocus& focus) {
  NoteSubject(context, focus);
  NoteItem(context, focus);
  NoteSpeakers(context, focus);
  if (drafts.empty()) return;
  for (const EventDraft& draft : drafts) {
    if (draft.role == CaptureRole::kBase || draft.event.period.empty()) continue;
    if (focus.period != draft.event.period) focus.basis.clear();
    focus.period = draft.event.period;
    if (!draft.event.basis.empty()) focus.basis = draft.event.basis;
  }
  focus.drafts = std::move(drafts);
  focus.drafts_sentence = context.sentence->number;
}

}  // namespace tallywire::extract
