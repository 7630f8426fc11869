#include "extract/events/clause_owner.h"

#include <algorithm>

#include "extract/events/acting_name.h"
#include "extract/events/aside.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/subject_slot.h"

namespace tallywire::extract {
namespace {

// "Jiangxi received 5 t of the quota and Hunan 4 t"
bool IsListed(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  if (draft.cell < 2 || context.before.empty() || draft.role == CaptureRole::kBase) return false;
  const EventCell& name = cells[draft.cell - 1];
  const EventCell& joint = cells[draft.cell - 2];
  const bool plain = name.kind == kWordCell && name.subject != kAbsent && !name.adjective && name.item == kAbsent;
  if (!plain || !joint.Is(WordRole::kConjunction) || context.before.back().subject == kAbsent) return false;
  const SubjectKind kind = context.names->KindOf(name.subject);
  return (IsPlace(kind) || kind == SubjectKind::kCompany) && !context.before.back().destination;
}

// "China, once a leading supplier, was given": between two commas, the verb behind.
bool IsInAside(const SentenceContext& context, const EventDraft& draft, size_t barrier) {
  const auto cells = context.cells();
  if (barrier < 2 || cells[barrier - 1].kind != kCommaCell || cells[barrier - 2].subject == kAbsent) return false;
  for (size_t at = barrier + 1; at + 1 < draft.cell; ++at) {
    if (cells[at].kind != kCommaCell) continue;
    return cells[at + 1].kind == kVerbCell || cells[at + 1].Is(WordRole::kHave) || cells[at + 1].Is(WordRole::kFuture);
  }
  return false;
}

// "BYD sold 5 vehicles in Brazil": the firm did.
bool FirmActs(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  for (size_t at = draft.cell; at-- > context.sentence->dateline && cells[at].kind != kFigureCell;) {
    if (cells[at].kind == kBarrierCell) return false;
    if (cells[at].subject == kAbsent || !CanBeSubject(context, at)) continue;
    const SubjectKind kind = context.names->KindOf(cells[at].subject);
    return kind == SubjectKind::kCompany || kind == SubjectKind::kName;
  }
  return false;
}

}  // namespace

bool TakeNameBeside(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  if (draft.cell == 0) return false;
  const EventCell& beside = cells[draft.cell - 1];
  const bool owns = beside.possessive && beside.subject != kAbsent;
  if (!owns && !IsListed(context, draft)) return false;
  TakeName(context, static_cast<int>(draft.cell) - 1, draft);
  return true;
}

bool TakePlaceBehind(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  // "a duty of 5% in Peru and 6% in Chile"
  const bool local = context.measure(draft.measure).Is(MeasureTrait::kLocal) ||
                     (context.measure(draft.measure).Is(MeasureTrait::kDuty) && draft.event.kind == EventKind::kLevel);
  const bool leaves = context.measure(draft.measure).Is(MeasureTrait::kOutflow);  // "exports were 5 t from Peru"
  if (!(local || leaves) || (draft.phrase && !draft.inherited && draft.phrase->subject != kAbsent)) return false;
  // "5 tonnes of fishmeal in Peru": the thing may stand between.
  const size_t behind = draft.cell + 1;
  const bool of_item =
      behind + 1 < cells.size() && cells[behind].Is(WordRole::kNounPreposition) && cells[behind + 1].item != kAbsent;
  const size_t tie = behind + (of_item ? 2 : 0);
  const size_t at = tie + 1 + (tie + 1 < cells.size() && cells[tie + 1].Is(WordRole::kArticle) ? 1 : 0);
  if (at >= cells.size() || cells[at].subject == kAbsent) return false;
  const bool inside = local && context.vocabulary->within.contains(context.text(cells[tie]));
  if (!inside && !(leaves && cells[tie].Is(WordRole::kFromward))) return false;
  if (cells[at].possessive || cells[at].adjective || !IsPlace(context.names->KindOf(cells[at].subject))) return false;
  if (FirmActs(context, draft)) return false;
  TakeName(context, static_cast<int>(at), draft);
  return true;
}

bool TakeClauseOwner(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  bool joined = false;
  size_t from = draft.cell;
  while (from > 0 && cells[from - 1].kind != kFigureCell) {
    from = Acts(cells, from) ? BeforeAside(context, from - 1) : from - 1;
    joined = joined || cells[from].Is(WordRole::kConjunction) || cells[from].kind == kBarrierCell ||
             cells[from].kind == kCommaCell;
    // "Quotas for Peru were scrapped, while Chile's remained at 5 t"
    if (cells[from].kind == kBarrierCell && !draft.inherited && draft.anchor < static_cast<int>(from)) break;
  }
  if (from == 0 || !joined) return false;
  for (size_t at = draft.cell; at-- > from;) {
    if (Acts(cells, at + 1)) at = BeforeAside(context, at);
    if (cells[at].subject == kAbsent || cells[at].adjective) continue;
    const SubjectKind kind = context.names->KindOf(cells[at].subject);
    if (kind == SubjectKind::kPerson || kind == SubjectKind::kArea || kind == SubjectKind::kAgency) continue;
    // "rises to 5 t and that for Peru to 6 t", "and that of Chile was 6 t"
    constexpr uint64_t kTies = BitOf(WordRole::kOwner) | BitOf(WordRole::kNounPreposition);
    const bool tied = at > 1 && ((cells[at - 1].roles & kTies) != 0 ||
                                 context.vocabulary->handed_to.contains(context.text(cells[at - 1])));
    const bool stands_for = tied && context.vocabulary->pro_forms.contains(context.text(cells[at - 2]));
    if (stands_for) {
      TakeName(context, static_cast<int>(at), draft);
      return true;
    }
    const bool gapped = at + 1 == draft.cell && !IsGoverned(cells, at) && kind != SubjectKind::kWorld;
    if (!gapped && !CanBeSubject(context, at)) continue;
    TakeName(context, static_cast<int>(at), draft);
    return true;
  }
  return false;
}

bool IsBehindBarrier(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  if (draft.anchor == kAbsent || draft.inherited) return false;
  for (size_t at = draft.cell; at-- > static_cast<size_t>(draft.anchor);) {
    if (cells[at].kind == kBarrierCell) return true;
  }
  return false;
}

void TakeOpener(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  for (size_t at = draft.cell; at-- > context.sentence->dateline;) {
    at = BeforeAside(context, at);  // "Acme, in which Bexley holds 5%, got"
    if (cells[at].kind == kFigureCell && !context.before.empty()) return;
    if (cells[at].kind == kBarrierCell && !IsInAside(context, draft, at)) return;
    if (cells[at].subject == kAbsent || cells[at].adjective || !CanBeSubject(context, at)) continue;
    return TakeName(context, static_cast<int>(at), draft);
  }
}

bool TakeAgent(const SentenceContext& context, EventDraft& draft) {
  constexpr size_t kReach = 10;
  const auto cells = context.cells();
  for (size_t by = draft.cell + 1; by + 1 < std::min(cells.size(), draft.cell + kReach); ++by) {
    const EventCell& at = cells[by];
    if (at.kind == kFigureCell || at.kind == kCommaCell || at.kind == kBarrierCell) return false;
    if (by < draft.cell + 2 || !context.vocabulary->agent_by.contains(context.text(cells[by]))) continue;
    const std::string_view word = context.text(cells[by - 1]);
    const bool done =
        cells[by - 1].verb != kAbsent || context.vocabulary->takers.contains(word) || word.ends_with("ed");
    const size_t name = by + (cells[by + 1].Is(WordRole::kArticle) ? 2 : 1);
    if (!done || name >= cells.size()) return false;
    const EventCell& agent = cells[name];
    if (agent.subject == kAbsent || agent.adjective || agent.possessive) return false;
    const SubjectKind kind = context.names->KindOf(agent.subject);
    if (kind == SubjectKind::kPerson || kind == SubjectKind::kArea || kind == SubjectKind::kAgency) return false;
    TakeName(context, static_cast<int>(name), draft);
    return true;
  }
  return false;
}

bool TakeRelativeOwner(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  if (draft.inherited || draft.anchor <= static_cast<int>(draft.cell) + 1) return false;
  const auto verb = static_cast<size_t>(draft.anchor);
  if (cells[verb].kind != kVerbCell) return false;
  const size_t owner = verb - 1 - (cells[verb - 1].Is(WordRole::kHave) && verb > draft.cell + 2 ? 1 : 0);
  const EventCell& name = cells[owner];
  if (name.subject == kAbsent || name.adjective || name.possessive || IsGoverned(cells, owner)) return false;
  const SubjectKind kind = context.names->KindOf(name.subject);
  if (!IsPlace(kind) && kind != SubjectKind::kCompany && kind != SubjectKind::kName) return false;
  const auto between = cells.subspan(draft.cell + 1, owner - draft.cell - 1);
  constexpr size_t kLongestThing = 5;  // cells: "of hot-rolled coil that"
  const bool open = between.size() <= kLongestThing && std::none_of(between.begin(), between.end(), [](const auto& at) {
                      return at.kind == kCommaCell || at.kind == kFigureCell || at.kind == kVerbCell ||
                             at.subject != kAbsent || at.Is(WordRole::kConjunction);
                    });
  if (open) TakeName(context, static_cast<int>(owner), draft);
  return open;
}

}  // namespace tallywire::extract
