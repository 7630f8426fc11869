#include "extract/events/focus_topic.h"

#include <vector>

#include "extract/events/office.h"

namespace tallywire::extract {
namespace {

// "Planting of exotic forest would drop" in a text on carbon units: a thing of no vocabulary, named once, where the
// text is about one that is known.
bool IsPassing(const SentenceContext& context, int item) {
  constexpr size_t kOften = 2;  // sentences
  if (context.sources->items->Known(item)) return false;
  const Topic& items = context.focus->items;
  const int topic = items.Most([&](int other) { return context.sources->items->Known(other); });
  return topic != kAbsent && items.CountOf(topic) >= kOften && items.CountOf(item) < kOften;
}

// "after diversion of 4 t to ethanol": what something else is made into.
bool IsMadeInto(const SentenceContext& context, int item) {
  if (context.focus->item == kAbsent) return false;
  const auto cells = context.cells();
  bool into = false;
  for (size_t at = context.sentence->dateline; at < cells.size(); ++at) {
    if (cells[at].item != item) continue;
    if (at == 0 || !cells[at - 1].Is(WordRole::kToward)) return false;
    into = true;
  }
  return into;
}

}  // namespace

void NoteItem(const SentenceContext& context, std::span<const EventDraft> drafts, FocusNouns& focus) {
  for (const EventDraft& draft : drafts) {
    if (draft.item == kAbsent || IsPassing(context, draft.item) || IsMadeInto(context, draft.item)) continue;
    focus.item = draft.item;
    return;
  }
  const auto cells = context.cells();
  for (size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].item == kAbsent || cells[at].kind == kFigureCell || NamesOffice(context, at)) continue;
    if (IsPassing(context, cells[at].item) || IsMadeInto(context, cells[at].item)) continue;
    focus.item = cells[at].item;
    return;
  }
}

void NoteTopic(const SentenceContext& context, DocumentFocus& focus) {
  std::vector<int> items;
  std::vector<int> subjects;
  const auto cells = context.cells();
  for (size_t at = context.sentence->dateline; at < cells.size(); ++at) {
    const EventCell& cell = cells[at];
    if (cell.item != kAbsent && cell.kind != kFigureCell && !NamesOffice(context, at)) items.push_back(cell.item);
    if (cell.subject == kAbsent) continue;
    const SubjectKind kind = context.names->KindOf(cell.subject);
    const bool owner = kind == SubjectKind::kCountry || kind == SubjectKind::kRegion ||
                       kind == SubjectKind::kOrganisation || kind == SubjectKind::kCompany;
    if (owner) subjects.push_back(cell.subject);
  }
  focus.items.Note(items);
  focus.subjects.Note(subjects);
}

}  // namespace tallywire::extract
