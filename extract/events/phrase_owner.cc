#include "extract/events/phrase_owner.h"

#include <algorithm>

#include "extract/events/referent.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/subject_slot.h"
#include "extract/events/text_home.h"

namespace tallywire::extract {
namespace {

// "the loss of customs revenue": the state's, whose office it is.
int StateOf(const SentenceContext& context, const EventCell& modifier) {
  if (modifier.possessive || context.names->KindOf(modifier.subject) != SubjectKind::kAgency) return kAbsent;
  const std::string_view words = context.text(modifier);
  const bool name = std::any_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return name ? kAbsent : HomeOfText(context);
}

// Who is named or referred to in front of the phrase.
bool TakeInFront(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  const auto phrase = static_cast<size_t>(draft.phrase->subject);
  for (size_t at = phrase; at-- > 0;) {
    if (cells[at].Is(WordRole::kPronoun)) {
      const int referent = ReferentOf(context, at);
      if (referent == kAbsent) return false;
      TakeReferent(context, referent, at, draft);
      return true;
    }
    if (cells[at].subject == kAbsent || !CanBeSubject(context, at)) continue;
    const SubjectKind kind = context.names->KindOf(cells[at].subject);
    if (kind != SubjectKind::kCountry && kind != SubjectKind::kCompany) continue;
    TakeName(context, static_cast<int>(at), draft);
    return true;
  }
  return false;
}

// "Russian LNG imports to Europe", "Chinese steel imports into India": the cell of the place that they go to; what
// stands in front of them tells where they come from.
int ImporterBehind(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  const EventCell& modifier = cells[static_cast<size_t>(draft.phrase->subject)];
  if (!context.measure(draft.measure).Is(MeasureTrait::kInflow) || modifier.possessive) return kAbsent;
  size_t at = draft.phrase->head + 1;
  if (at + 1 >= cells.size() || !cells[at].Is(WordRole::kToward)) return kAbsent;
  ++at;
  if (at + 1 < cells.size() && cells[at].Is(WordRole::kArticle)) ++at;
  const EventCell& place = cells[at];
  // "Chinese coal imports to Guangdong" stay in China.
  const bool other = place.subject != kAbsent && place.subject != modifier.subject && !place.possessive &&
                     context.names->CountryOfPlace(place.subject) != modifier.subject;
  return other && IsPlace(context.names->KindOf(place.subject)) ? static_cast<int>(at) : kAbsent;
}

// "Saudi exports" have an owner; of "U.S. steel exports to Japan" the modifier is it.
// In "Ecuador has an OPEC quota" and "its OPEC quota" the body sets what another one owns.
void TakeModifier(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  const auto at = static_cast<size_t>(draft.phrase->subject);
  const EventCell& modifier = cells[at];
  if (const int importer = ImporterBehind(context, draft); importer != kAbsent) {
    draft.event.counterparty = context.names->NameOf(modifier.subject);
    return TakeName(context, importer, draft);
  }
  if (const int country = StateOf(context, modifier); country != kAbsent) return TakeEntity(context, country, draft);
  if (IsSiteOfFirm(context, at)) return TakeName(context, static_cast<int>(at) - 1, draft);
  // "BYD, whose global sales rose 8%": those of BYD.
  const bool world = context.names->KindOf(modifier.subject) == SubjectKind::kWorld;
  if (const int owner = world && at > 0 ? AntecedentOf(context, draft, at - 1) : kAbsent; owner != kAbsent)
    return TakeName(context, owner, draft);
  const bool sets = context.measure(draft.measure).set && !modifier.possessive &&
                    context.names->KindOf(modifier.subject) == SubjectKind::kOrganisation;
  if (sets && TakeInFront(context, draft)) {
    draft.event.actor = context.names->NameOf(modifier.subject);
    return;
  }
  TakeName(context, draft.phrase->subject, draft);
}

// "capacity worldwide will reach", "stocks around the world": the cell of the world, behind what is measured.
int WorldBehind(const SentenceContext& context, const MeasurePhrase& phrase) {
  const auto cells = context.cells();
  size_t at = phrase.head + 1;
  const bool around = at < cells.size() && context.vocabulary->around.contains(context.text(cells[at]));
  if (around) ++at;
  if (around && at < cells.size() && cells[at].Is(WordRole::kArticle)) ++at;
  if (at >= cells.size() || cells[at].subject == kAbsent || cells[at].possessive) return kAbsent;
  if (context.names->KindOf(cells[at].subject) != SubjectKind::kWorld || around == cells[at].adjective) return kAbsent;
  return static_cast<int>(at);
}

}  // namespace

bool TakePhraseOwner(const SentenceContext& context, EventDraft& draft) {
  if (!draft.phrase) return false;
  const bool named = draft.phrase->subject != kAbsent || draft.phrase->pronoun;
  if (const int world = named ? kAbsent : WorldBehind(context, *draft.phrase); world != kAbsent) {
    TakeName(context, world, draft);
    return true;
  }
  if (draft.phrase->subject != kAbsent) {
    TakeModifier(context, draft);
    return true;
  }
  if (draft.inherited || draft.phrase->description == kAbsent) return false;
  const auto at = static_cast<size_t>(draft.phrase->description);
  const int referent = ReferentOf(context, at);
  if (referent == kAbsent) return false;
  TakeReferent(context, referent, at, draft);
  return true;
}

}  // namespace tallywire::extract
