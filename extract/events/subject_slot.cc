#include "extract/events/subject_slot.h"

#include "extract/events/text_home.h"

namespace tallywire::extract {
namespace {

// "the West African nation's shipments": a country of that part of the world, the one that is spoken of.
int NationMeant(const SentenceContext& context, size_t at) {
  const auto cells = context.cells();
  const EventCell& part = cells[at];
  const bool nation = part.adjective && at > 0 && cells[at - 1].Is(WordRole::kArticle) && at + 1 < cells.size() &&
                      cells[at + 1].Is(WordRole::kPlaceNoun);
  if (!nation || context.names->KindOf(part.subject) == SubjectKind::kCountry) return kAbsent;
  const int spoken_of = context.focus->country;
  const int topic = spoken_of == kAbsent ? kAbsent : context.focus->subjects.Resume(spoken_of);
  const bool country = topic != kAbsent && context.names->KindOf(topic) == SubjectKind::kCountry;
  return country ? topic : spoken_of != kAbsent ? spoken_of : HomeOfText(context);
}

}  // namespace

void TakeEntity(const SentenceContext& context, int entity, EventDraft& draft) {
  draft.subject = entity;
  draft.event.subject = context.names->NameOf(entity);
}

void TakeFromFocus(const SentenceContext& context, int entity, EventDraft& draft) {
  TakeEntity(context, entity, draft);
  draft.doubt *= kDoubtOfFocus;
}

void TakeReferent(const SentenceContext& context, int entity, size_t cell, EventDraft& draft) {
  TakeFromFocus(context, entity, draft);
  draft.event.subject_text = std::string(context.text(context.cells()[cell]));
}

void TakeName(const SentenceContext& context, int cell, EventDraft& draft) {
  const EventCell& at = context.cells()[static_cast<size_t>(cell)];
  if (at.subject == kAbsent) return;
  if (const int nation = NationMeant(context, static_cast<size_t>(cell)); nation != kAbsent)
    return TakeReferent(context, nation, static_cast<size_t>(cell), draft);
  TakeEntity(context, at.subject, draft);
  draft.event.subject_text = std::string(context.text(at));
}

}  // namespace tallywire::extract
