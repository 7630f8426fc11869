#include "extract/events/text_home.h"

#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

int SolePlace(const SentenceContext& context) {
  const auto cells = context.cells();
  const Topic& subjects = context.focus->subjects;
  const auto place = [&](int entity) { return IsPlace(context.names->KindOf(entity)); };
  int found = subjects.Only(place);
  for (size_t at = context.sentence->dateline; at < cells.size(); ++at) {
    const EventCell& cell = cells[at];
    if (cell.subject == kAbsent || !place(cell.subject) || cell.subject == found) continue;
    if (at > 0 && cells[at - 1].Is(WordRole::kToward)) continue;  // "to Bangladesh": where it goes
    if (found != kAbsent || subjects.Names(place)) return kAbsent;
    found = cell.subject;
  }
  return found;
}

}  // namespace

int HomeOfText(const SentenceContext& context) {
  if (context.focus->home != kAbsent) return context.focus->home;
  if (const int home = HomeOf(context); home != kAbsent) return home;
  const int place = SolePlace(context);
  return place != kAbsent ? place : context.focus->money_home;
}

}  // namespace tallywire::extract
