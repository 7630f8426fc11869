#include "extract/events/share_owner.h"

#include <algorithm>

#include "extract/events/clause_owner.h"
#include "extract/events/nearest_owner.h"
#include "extract/events/phrase_owner.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/subject_slot.h"

namespace tallywire::extract {
namespace {

// "Hartwell raised its stake to 20% of Orrin": what is held stands behind the figure; behind a comma ("20% of the mine,
// Acme 5%") it is another owner. What others hold is the same.
void TakeOwnedFirm(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  const size_t end = std::min(cells.size(), draft.cell + 9);
  for (size_t at = draft.cell + 1; at < end; ++at) {
    const EventCell& cell = cells[at];
    const bool ends = cell.kind == kCommaCell || cell.kind == kFigureCell || cell.kind == kBarrierCell ||
                      cell.Is(WordRole::kConjunction);
    if (ends) break;
    if (cell.subject == kAbsent || cell.adjective) continue;
    draft.event.counterparty = context.names->NameOf(cell.subject);
    return;
  }
  const EventDraft* before = context.before.empty() ? nullptr : &context.before.back();
  const bool list = before != nullptr && before->measure == draft.measure && draft.event.counterparty.empty();
  if (list) draft.event.counterparty = before->event.counterparty;
}

// "Crude makes up 85% of Nigeria's export earnings": where the sentence names nobody else, the share is Nigeria's.
void TakeOwnedWhole(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  size_t at = draft.cell + 1;
  if (at >= cells.size() || !cells[at].Is(WordRole::kOwner) || !draft.event.subject_text.empty()) return;
  if (++at < cells.size() && cells[at].Is(WordRole::kArticle)) ++at;
  if (at >= cells.size() || cells[at].subject == kAbsent || !cells[at].possessive) return;
  if (!IsPlace(context.names->KindOf(cells[at].subject))) return;
  TakeName(context, static_cast<int>(at), draft);
  draft.event.counterparty.clear();
}

// "the share of Vietnam decreased to 14%": the cell of whose share it is, in front of the figure. "The share of EU
// imports" names a whole.
int OwnerOfShare(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  for (size_t at = std::min(draft.match.first, draft.cell); at + 2 < draft.cell; ++at) {
    if (!context.vocabulary->shares.contains(context.text(cells[at])) || !cells[at + 1].Is(WordRole::kOwner)) continue;
    const size_t name = at + (cells[at + 2].Is(WordRole::kArticle) ? 3 : 2);
    const EventCell& owner = cells[name];
    if (name + 1 >= draft.cell || owner.subject == kAbsent || owner.adjective || owner.possessive) return kAbsent;
    const EventCell& next = cells[name + 1];
    return next.kind == kVerbCell || (next.roles & (BitOf(WordRole::kUp) | BitOf(WordRole::kDown))) != 0
               ? static_cast<int>(name)
               : kAbsent;
  }
  return kAbsent;
}

}  // namespace

void TakeHolder(const SentenceContext& context, EventDraft& draft) {
  // "Hartwell holds 20% of Orrin, while Acme owns 75%"
  const EventDraft* before = context.before.empty() ? nullptr : &context.before.back();
  if (before != nullptr && before->measure == draft.measure) {
    draft.event.counterparty = before->event.counterparty;
    return TakeName(context, draft.match.subject, draft);
  }
  TakeNearestOwner(context, std::min(draft.match.first, draft.cell), draft);
  const std::string firm = draft.subject != kAbsent ? context.names->NameOf(draft.subject) : std::string();
  TakeName(context, draft.match.subject, draft);
  if (draft.event.counterparty.empty() && firm != draft.event.subject) draft.event.counterparty = firm;
}

void TakePartOwner(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  if (draft.phrase && draft.phrase->subject != kAbsent && draft.phrase->subject > static_cast<int>(draft.cell)) {
    const EventCell& whole = cells[static_cast<size_t>(draft.phrase->subject)];
    draft.event.counterparty = context.names->NameOf(whole.subject);
  }
  // "Norway takes 45% of the quota, Russia 40%"
  const size_t front = draft.cell - (draft.cell > 1 && cells[draft.cell - 1].Is(WordRole::kNounPreposition) ? 2 : 1);
  const bool gapped = draft.match.role == CaptureRole::kSame && cells[front].subject != kAbsent;
  if (TakeAgent(context, draft)) return;
  const int owner = OwnerOfShare(context, draft);
  if (gapped || owner != kAbsent) {
    TakeName(context, gapped ? static_cast<int>(front) : owner, draft);
  } else {
    TakeNearestOwner(context, std::min(draft.match.first, draft.cell), draft);
  }
  TakeOwnedWhole(context, draft);
  // "Russia's share of EU imports fell to 19%"
  if (!gapped && draft.phrase && draft.phrase->subject > static_cast<int>(draft.match.first)) {
    const int whole = cells[static_cast<size_t>(draft.phrase->subject)].subject;
    if (draft.subject != kAbsent && whole != draft.subject) draft.event.counterparty = context.names->NameOf(whole);
  }
  if (draft.subject == kAbsent && draft.phrase && draft.phrase->subject != kAbsent && draft.event.counterparty.empty())
    TakePhraseOwner(context, draft);
  if (context.measure(draft.measure).Is(MeasureTrait::kHolding)) TakeOwnedFirm(context, draft);
  if (draft.event.counterparty == draft.event.subject) draft.event.counterparty.clear();
}

}  // namespace tallywire::extract
