#include "extract/events/receiver.h"

#include <algorithm>

#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

struct Tie {
  size_t cell = 0;      // "to"
  bool handed = false;  // whether a verb says so
};

// Behind what may stand between the figure and "to": "5 tons, will go to Peru", "5 tons has been allocated to Peru".
Tie BehindVerb(const SentenceContext& context, size_t figure) {
  constexpr size_t kReach = 5;
  const auto cells = context.cells();
  bool handed = false;
  size_t at = figure + 1;
  for (; at < std::min(cells.size(), figure + kReach); ++at) {
    const EventCell& cell = cells[at];
    if (context.vocabulary->goes_to.contains(context.text(cell))) return {at, true};
    if (context.vocabulary->handed_to.contains(context.text(cell))) break;
    const bool verb = context.vocabulary->goes.contains(context.text(cell));
    constexpr uint64_t kAuxiliaries = BitOf(WordRole::kBe) | BitOf(WordRole::kHave) | BitOf(WordRole::kFuture);
    if (!verb && cell.kind != kCommaCell && (cell.roles & kAuxiliaries) == 0) return {figure + 1, false};
    handed = handed || verb;
  }
  return handed ? Tie{at, true} : Tie{figure + 1, false};
}

// The cell of who stands behind "for" or "to", which may follow on what the figure is of: "5 tons of tin for Peru".
int ReceiverBehind(const SentenceContext& context, size_t figure) {
  const auto cells = context.cells();
  const auto [behind, handed] = BehindVerb(context, figure);
  size_t tie = behind;
  const auto plain = [&](size_t at) { return at < cells.size() && cells[at].kind == kWordCell; };
  if (plain(tie) && plain(tie + 1) && cells[tie].Is(WordRole::kNounPreposition) && cells[tie + 1].item != kAbsent)
    tie += 2;
  if (tie + 1 >= cells.size()) return kAbsent;
  const std::string_view word = context.text(cells[tie]);
  if (!context.vocabulary->handed_to.contains(word) && !context.vocabulary->goes_to.contains(word)) return kAbsent;
  // "5 tons of onions to Dubai" are shipped there; only a verb makes "to" hand over.
  if (!handed && cells[tie].Is(WordRole::kToward)) return kAbsent;
  const EventCell& name = cells[tie + 1];
  if (!plain(tie + 1) || name.subject == kAbsent || name.adjective || name.possessive || name.item != kAbsent)
    return kAbsent;
  const SubjectKind kind = context.names->KindOf(name.subject);
  // Of a name that is in no vocabulary only a verb tells that somebody bears it: "went to Orrin", but "5 t for Lent".
  const bool bearer = handed && kind == SubjectKind::kName;
  return IsPlace(kind) || kind == SubjectKind::kCompany || bearer ? static_cast<int>(tie + 1) : kAbsent;
}

// "5 tons for Ukrainian sugar": whose goods they are.
int OriginBehind(const SentenceContext& context, size_t figure) {
  const auto cells = context.cells();
  const size_t tie = figure + 1;
  if (tie + 2 >= cells.size() || !context.vocabulary->handed_to.contains(context.text(cells[tie]))) return kAbsent;
  const EventCell& name = cells[tie + 1];
  const bool origin = name.adjective && name.subject != kAbsent && cells[tie + 2].item != kAbsent;
  return origin && IsPlace(context.names->KindOf(name.subject)) ? name.subject : kAbsent;
}

// "The EU set a quota of 5 tons for Turkey": the bloc's quota, at its border.
bool IsKeptByAnother(const SentenceContext& context, const EventDraft& draft, int receiver) {
  if (draft.subject == kAbsent || draft.subject == receiver || draft.received) return false;
  const DocumentNames& names = *context.names;
  // "U.S. allotments of 5 tons for Florida": a part of it.
  if (names.CountryOfPlace(receiver) == draft.subject) return false;
  return IsPlace(names.KindOf(draft.subject)) && IsPlace(names.KindOf(receiver));
}

}  // namespace

void TakeReceiver(const SentenceContext& context, EventDraft& draft) {
  if (draft.event.kind != EventKind::kLevel || !context.measure(draft.measure).Is(MeasureTrait::kLimit)) return;
  const int origin = OriginBehind(context, draft.cell);
  if (origin != kAbsent && IsKeptByAnother(context, draft, origin)) {
    draft.event.counterparty = context.names->NameOf(origin);
    return;
  }
  const int cell = ReceiverBehind(context, draft.cell);
  if (cell == kAbsent) return;
  const EventCell& at = context.cells()[static_cast<size_t>(cell)];
  if (IsKeptByAnother(context, draft, at.subject)) {
    draft.event.counterparty = context.names->NameOf(at.subject);
    return;
  }
  draft.subject = at.subject;
  draft.received = true;
  draft.event.subject = context.names->NameOf(at.subject);
  draft.event.subject_text = std::string(context.text(at));
}

}  // namespace tallywire::extract
