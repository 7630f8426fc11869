#include "extract/events/focus_subject.h"

#include <algorithm>

#include "extract/events/focus_home.h"
#include "extract/events/opening_place.h"
#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

// The country that most in the text tells of, else the one that it said it is at home in.
int CountryOfWholeText(const SentenceContext& context) {
  return context.focus->main_country != kAbsent ? context.focus->main_country : context.focus->home;
}

// "China alone took 41% of it", "South Africa took most of the rest": a buyer of what another country sells.
bool TakesPart(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const int home = CountryOfWholeText(context);
  if (home == kAbsent || cells[cell].subject == home || !IsPlace(context.names->KindOf(cells[cell].subject)))
    return false;
  size_t verb = cell + 1;
  if (verb < cells.size() && context.vocabulary->adverbs.contains(context.text(cells[verb]))) ++verb;
  return verb < cells.size() && context.vocabulary->takers.contains(context.text(cells[verb]));
}

// Whether a text goes on with it: the world and names of unknown kind change nothing.
bool CanGoOnWith(const SentenceContext& context, int entity) {
  if (entity == kAbsent) return false;
  const SubjectKind kind = context.names->KindOf(entity);
  // Ministries, offices and central banks speak of their country's figures; the groups of the vocabulary have their
  // own.
  if (kind == SubjectKind::kOrganisation) return static_cast<size_t>(entity) < context.vocabulary->subjects.size();
  return kind != SubjectKind::kWorld && kind != SubjectKind::kName && kind != SubjectKind::kAgency;
}

// The first noun that can own figures; `spoken_of` where that is only a buyer.
int FirstOwner(const SentenceContext& context, int spoken_of) {
  const auto cells = context.cells();
  if (const int label = PlaceLabel(context); label != kAbsent) return cells[static_cast<size_t>(label)].subject;
  for (size_t at = 0; at < cells.size(); ++at) {
    // "the country could not order Acme to cut": the text goes on with the country.
    if (cells[at].kind == kFigureCell || cells[at].Is(WordRole::kDefiniteCountry)) break;
    if (!CanGoOnWith(context, cells[at].subject) || !CanBeSubject(context, at)) continue;
    return TakesPart(context, at) ? spoken_of : cells[at].subject;
  }
  return kAbsent;
}

// Whether the draft tells who has a part of what the text speaks of, which goes on with the whole.
bool IsPartOfWhole(const SentenceContext& context, const EventDraft& draft, int spoken_of) {
  if (draft.event.kind != EventKind::kShare) return false;
  // "Chevron holds 50% of the venture": who owns it is told in passing.
  if (spoken_of != kAbsent && context.measure(draft.measure).Is(MeasureTrait::kHolding)) return true;
  // "Russia's share of EU imports fell"
  if (spoken_of != kAbsent && draft.event.counterparty == context.names->NameOf(spoken_of)) return true;
  // "Beef exports reached 5 t. China bought 68% of it", "with the U.S. supplying 42% of imports"
  const int home = CountryOfWholeText(context);
  return draft.subject != kAbsent && home != kAbsent && draft.subject != home &&
         IsPlace(context.names->KindOf(draft.subject));
}

// What the sentence speaks of: the owner of its first figure, else its first noun that can own figures.
int SpokenOf(const SentenceContext& context, std::span<const EventDraft> drafts, int spoken_of) {
  for (const EventDraft& draft : drafts) {
    if (draft.subject != kAbsent && context.measure(draft.measure).company) return draft.subject;
  }
  for (const EventDraft& draft : drafts) {
    if (IsPartOfWhole(context, draft, spoken_of)) return spoken_of;
    if (CanGoOnWith(context, draft.subject)) return draft.subject;
  }
  return FirstOwner(context, spoken_of);
}

// "Norway receives 8 t and Greenland 2 t": a list of owners leaves what the text speaks of as it was.
bool OwnersDiffer(std::span<const EventDraft> drafts) {
  int owner = kAbsent;
  for (const EventDraft& draft : drafts) {
    if (draft.subject == kAbsent) continue;
    if (owner != kAbsent && draft.subject != owner) return true;
    owner = draft.subject;
  }
  return false;
}

// "South Jeolla 15,831 hectares, Gyeonggi 8,108 hectares": the country that all of them are parts of.
int WholeOfOwners(const SentenceContext& context, std::span<const EventDraft> drafts) {
  int whole = kAbsent;
  for (const EventDraft& draft : drafts) {
    if (draft.subject == kAbsent) continue;
    const int country = context.names->CountryOfPlace(draft.subject);
    if (country == kAbsent || (whole != kAbsent && country != whole)) return kAbsent;
    whole = country;
  }
  return whole;
}

// "Thailand's rice was offered at $500": prices are nobody's, and the text goes on with what it spoke of.
bool TellsPricesOnly(const SentenceContext& context, std::span<const EventDraft> drafts) {
  return !drafts.empty() && std::all_of(drafts.begin(), drafts.end(), [&](const EventDraft& draft) {
    const bool firm = draft.subject != kAbsent && !IsPlace(context.names->KindOf(draft.subject));
    return context.measure(draft.measure).Is(MeasureTrait::kPrice) && !firm;
  });
}

// "Prices rose 2%, the Kenya National Bureau of Statistics reported": the text is back in Kenya.
void ComeHome(const SentenceContext& context, FocusNouns& focus) {
  const int home = HomeOf(context);
  if (home == kAbsent || home != focus.home) return;
  focus.subject = focus.country = home;
  focus.subject_in = context.sentence->number;
}

// By its kind the entity is also what "the country", "the bloc", "the company" or "the group" stands for.
void NoteByKind(const SentenceContext& context, int entity, FocusNouns& focus) {
  switch (context.names->KindOf(entity)) {
    case SubjectKind::kRegion:
      focus.region = entity;
      focus.country = entity;
      break;
    case SubjectKind::kCountry:
      focus.country = entity;
      break;
    case SubjectKind::kCompany:
    case SubjectKind::kName:
      focus.company = entity;
      break;
    default:
      focus.organisation = entity;
  }
}

}  // namespace

namespace {

// "The cut falls hardest on Jiangxi. The province may produce 5 t": the first part that a sentence names, in whatever
// role.
void NotePart(const SentenceContext& context, FocusNouns& focus) {
  for (const size_t at : context.sentence->named) {
    const EventCell& cell = context.cells()[at];
    const bool part = at >= context.sentence->dateline && context.names->KindOf(cell.subject) == SubjectKind::kRegion &&
                      context.names->CountryOfPlace(cell.subject) != kAbsent;
    if (!part) continue;
    focus.part = cell.subject;
    return;
  }
}

}  // namespace

void NoteSubject(const SentenceContext& context, std::span<const EventDraft> drafts, FocusNouns& focus) {
  NotePart(context, focus);
  for (const EventDraft& draft : drafts) {
    const bool named = draft.subject != kAbsent && context.names->KindOf(draft.subject) == SubjectKind::kName;
    if (named) focus.company = draft.subject;
  }
  if (focus.subject != kAbsent && TellsPricesOnly(context, drafts)) return ComeHome(context, focus);
  int entity = SpokenOf(context, drafts, focus.subject);
  if (const int whole = OwnersDiffer(drafts) ? WholeOfOwners(context, drafts) : kAbsent; whole != kAbsent)
    entity = whole;
  if (entity == kAbsent || (focus.subject != kAbsent && OwnersDiffer(drafts))) return;
  focus.subject = entity;
  focus.subject_in = context.sentence->number;
  NoteByKind(context, entity, focus);
}

}  // namespace tallywire::extract
