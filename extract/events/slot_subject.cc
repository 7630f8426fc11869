// Whose figure it is. FindOwner tells who is asked, and in which order; each of the headers below has one of those.
#include <algorithm>

#include "extract/events/border_owner.h"
#include "extract/events/clause_owner.h"
#include "extract/events/event_draft.h"
#include "extract/events/nearest_owner.h"
#include "extract/events/other_side.h"
#include "extract/events/phrase_owner.h"
#include "extract/events/price_owner.h"
#include "extract/events/receiver.h"
#include "extract/events/share_owner.h"
#include "extract/events/share_whole.h"
#include "extract/events/slot_statement.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/subject_slot.h"

namespace tallywire::extract {
namespace {

// "Vietnam | 2025 quota: 95,000 tonnes": who stands beside the figure or is its label.
bool TakeLabel(const SentenceContext& context, EventDraft& draft) {
  const int owner = FindLabel(*context.sentence, draft.cell, [&](const EventCell& cell) {
    return cell.subject != kAbsent && context.names->KindOf(cell.subject) != SubjectKind::kAgency;
  });
  if (owner != kAbsent) TakeName(context, owner, draft);
  return owner != kAbsent;
}

// The cell that owners are looked for in front of. A pronoun that opens the phrase is looked at as well.
size_t FrontOf(const EventDraft& draft) {
  if (draft.phrase && !draft.inherited)
    return std::min(draft.phrase->first + (draft.phrase->pronoun ? 1U : 0U), draft.cell);
  return draft.anchor != kAbsent && !draft.inherited ? std::min(static_cast<size_t>(draft.anchor), draft.cell)
                                                     : draft.cell;
}

// "Purchases from Poland are limited to 5 t, from Colombia to 2 t": where they come from, no owner.
bool ComesFromThere(const SentenceContext& context, const EventDraft& draft) {
  const auto name = static_cast<size_t>(draft.match.subject);
  const auto cells = context.cells();
  const bool from =
      name > 0 && (cells[name - 1].Is(WordRole::kFromward) ||
                   (name > 1 && cells[name - 1].Is(WordRole::kArticle) && cells[name - 2].Is(WordRole::kFromward)));
  return from && context.measure(draft.measure).Is(MeasureTrait::kLimit);
}

// Whom the rule caught beside the figure.
bool TakeCaptured(const SentenceContext& context, EventDraft& draft) {
  if (draft.match.subject == kAbsent) return false;
  if (ComesFromThere(context, draft)) {
    draft.event.counterparty = context.names->NameOf(context.cells()[static_cast<size_t>(draft.match.subject)].subject);
    return false;
  }
  const bool held = draft.event.kind == EventKind::kShare && context.measure(draft.measure).Is(MeasureTrait::kHolding);
  if (held) {
    TakeHolder(context, draft);
  } else {
    TakeName(context, draft.match.subject, draft);
  }
  return true;
}

// "114,000 tons, compared with 35,100 tons for Glencore": whose the other one is.
bool TakeCompared(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  const size_t name = draft.cell + 2;
  if (draft.role != CaptureRole::kBase || name >= cells.size() || cells[name].subject == kAbsent) return false;
  if (!context.vocabulary->what_for.contains(context.text(cells[name - 1]))) return false;
  if (cells[name].adjective || cells[name].possessive || cells[name].item != kAbsent) return false;
  const SubjectKind kind = context.names->KindOf(cells[name].subject);
  if (!IsPlace(kind) && kind != SubjectKind::kCompany) return false;
  TakeName(context, static_cast<int>(name), draft);
  return true;
}

// What was told before goes on, of the same owner unless another one is named here.
bool TakeGoingOn(const SentenceContext& context, EventDraft& draft) {
  if (draft.inherited && (TakePlaceBehind(context, draft) || TakeClauseOwner(context, draft))) return true;
  if (draft.subject == kAbsent || (!draft.inherited && !draft.carried)) return false;
  if (!draft.inherited) TakeOpener(context, draft);
  return true;
}

// The order in which the owner is asked for. Whoever answers first, or knows that there is none, ends it.
void FindOwner(const SentenceContext& context, EventDraft& draft) {
  if (TakeCaptured(context, draft) || TakeLabel(context, draft) || TakeCompared(context, draft)) return;
  if (draft.event.kind == EventKind::kShare) return TakePartOwner(context, draft);
  if (TakeDestination(context, draft) || TakeNameBeside(context, draft) || TakeGoingOn(context, draft)) return;
  if (TakeAgent(context, draft) || TakeRelativeOwner(context, draft) || TakePlaceBehind(context, draft)) return;
  if (TakeOwnerOfLastPrice(context, draft)) return;
  if (IsBehindBarrier(context, draft) && TakeClauseOwner(context, draft)) return;
  if (TakePhraseOwner(context, draft) || TakePriceSetter(context, draft) || TakePlaceOfPrice(context, draft)) return;
  const bool unowned = !context.measure(draft.measure).takes_subject || IsCommodityTrade(context, draft);
  if (unowned) return TakeCountryOfMoney(context, draft);
  const size_t front = FrontOf(draft);
  if (!TakeBorderOwner(context, front, draft)) TakeNearestOwner(context, front, draft);
}

}  // namespace

void ResolveSubject(const SentenceContext& context, EventDraft& draft) {
  TakeOtherSide(context, draft);
  FindOwner(context, draft);
  LeaveOtherSide(context, draft);
  TakeWhole(context, draft);
  TakeReceiver(context, draft);
}

}  // namespace tallywire::extract
