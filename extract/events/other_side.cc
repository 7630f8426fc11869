#include "extract/events/other_side.h"

#include <algorithm>

#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

// "imported 15 million tons from the Philippines", "exported 2 t of it to Japan"
int OtherSideBehind(const SentenceContext& context, const EventDraft& draft) {
  constexpr size_t kReach = 7;
  const auto cells = context.cells();
  const MeasureEntry& measure = context.measure(draft.measure);
  if (draft.event.kind != EventKind::kLevel || draft.role == CaptureRole::kBase) return kAbsent;
  const bool out = measure.Is(MeasureTrait::kOutflow);
  if (!out && !measure.Is(MeasureTrait::kInflow)) return kAbsent;
  const WordRole tie = out ? WordRole::kToward : WordRole::kFromward;
  for (size_t at = draft.cell + 1; at < std::min(cells.size(), draft.cell + kReach); ++at) {
    if (cells[at].kind != kWordCell) return kAbsent;
    if (!cells[at].Is(tie)) continue;
    size_t name = at + 1;
    if (name < cells.size() && cells[name].Is(WordRole::kArticle)) ++name;
    const bool named = name < cells.size() && cells[name].subject != kAbsent && !cells[name].possessive;
    return named && IsPlace(context.names->KindOf(cells[name].subject)) ? static_cast<int>(name) : kAbsent;
  }
  return kAbsent;
}

// "a duty of 5% on Chinese garlic", "a tariff of 5% on Peru's tin": whose goods pay it.
int TaxedOwner(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  const size_t at = draft.cell + 2;
  if (!context.measure(draft.measure).Is(MeasureTrait::kDuty) || at >= cells.size()) return kAbsent;
  if (!cells[at - 1].Is(WordRole::kUpon) || cells[at].subject == kAbsent) return kAbsent;
  return IsPlace(context.names->KindOf(cells[at].subject)) ? static_cast<int>(at) : kAbsent;
}

}  // namespace

void TakeOtherSide(const SentenceContext& context, EventDraft& draft) {
  int cell = draft.match.counterparty;
  if (cell == kAbsent && draft.phrase && !draft.inherited) cell = draft.phrase->counterparty;
  if (cell == kAbsent) cell = OtherSideBehind(context, draft);
  if (cell == kAbsent) cell = TaxedOwner(context, draft);
  if (cell == kAbsent) return;
  const int entity = context.cells()[static_cast<size_t>(cell)].subject;
  if (entity != kAbsent) draft.event.counterparty = context.names->NameOf(entity);
}

}  // namespace tallywire::extract
