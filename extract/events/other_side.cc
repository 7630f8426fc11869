#include "extract/events/other_side.h"

#include <algorithm>

#include "extract/events/subject_candidate.h"
#include "extract/events/subject_slot.h"
#include "extract/events/text_home.h"

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

// "Those to Zambia fell 4%"
int OtherSideOfProForm(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  if (!context.measure(draft.measure).IsTrade() || (!draft.carried && !draft.inherited)) return kAbsent;
  for (size_t at = draft.cell; at-- > 0 && cells[at].kind != kFigureCell;) {
    if (!context.vocabulary->pro_forms.contains(context.text(cells[at])) &&
        !context.vocabulary->they.contains(context.text(cells[at])))
      continue;
    const size_t tie = at + 1;
    const bool out = context.measure(draft.measure).Is(MeasureTrait::kOutflow);
    if (!cells[tie].Is(out ? WordRole::kToward : WordRole::kFromward)) return kAbsent;
    const size_t name = tie + (tie + 1 < draft.cell && cells[tie + 1].Is(WordRole::kArticle) ? 2 : 1);
    const bool place =
        name < draft.cell && cells[name].subject != kAbsent && IsPlace(context.names->KindOf(cells[name].subject));
    return place ? static_cast<int>(name) : kAbsent;
  }
  return kAbsent;
}

// "Mills bought 5 t from Colombian farmers", in a text about Colombia: they are at home there.
bool IsAtHome(const SentenceContext& context, const EventDraft& draft, size_t cell) {
  const auto cells = context.cells();
  const EventCell& people = cells[std::min(cell + 1, cells.size() - 1)];
  if (!cells[cell].adjective || !people.Is(WordRole::kNationalNoun) || draft.subject != kAbsent) return false;
  const int entity = cells[cell].subject;
  return context.measure(draft.measure).Is(MeasureTrait::kInflow) &&
         (entity == HomeOfText(context) || entity == context.focus->country);
}

}  // namespace

void TakeOtherSide(const SentenceContext& context, EventDraft& draft) {
  int cell = draft.match.counterparty;
  if (cell == kAbsent && draft.phrase && !draft.inherited) cell = draft.phrase->counterparty;
  if (cell == kAbsent) cell = OtherSideBehind(context, draft);
  if (cell == kAbsent) cell = TaxedOwner(context, draft);
  if (cell == kAbsent) cell = OtherSideOfProForm(context, draft);
  if (cell == kAbsent || IsAtHome(context, draft, static_cast<size_t>(cell))) return;
  const int entity = context.cells()[static_cast<size_t>(cell)].subject;
  if (entity != kAbsent) draft.event.counterparty = context.names->NameOf(entity);
}

bool TakeDestination(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  const bool told = draft.carried && draft.match.counterparty != kAbsent;
  const bool again = !context.before.empty() && context.before.back().destination;
  const bool goes_on = (draft.inherited || draft.carried) && again;
  // "Acme got 5 t, up 3%": nobody's other side, where nothing flows.
  const bool flows = context.measure(draft.measure).Is(MeasureTrait::kOutflow);
  if (draft.inherited && !again && !flows && draft.match.counterparty != kAbsent) draft.event.counterparty.clear();
  if (!told && !goes_on) return false;
  if (told && (!context.measure(draft.measure).Is(MeasureTrait::kOutflow) || draft.subject == kAbsent)) {
    draft.event.counterparty.clear();
    TakeName(context, draft.match.counterparty, draft);
    return true;
  }
  draft.destination = true;
  // "China took 5 t, ahead of India, with 3 t"
  for (size_t at = draft.cell; goes_on && at-- > context.before.back().cell + 1;) {
    if (cells[at].subject == kAbsent || cells[at].adjective) continue;
    draft.event.counterparty = context.names->NameOf(cells[at].subject);
    break;
  }
  return true;
}

void LeaveOtherSide(const SentenceContext& context, EventDraft& draft) {
  const bool trade = context.measure(draft.measure).IsTrade();
  const bool itself = !draft.event.subject.empty() && draft.event.subject == draft.event.counterparty;
  if (!trade || !itself || draft.event.kind == EventKind::kShare) return;
  const int other = draft.subject;
  draft.subject = kAbsent;
  draft.event.subject.clear();
  draft.event.subject_text.clear();
  // "Peru is short of buyers. It shipped 5 t to Chile, its biggest market"
  const int home = context.focus->home != kAbsent ? context.focus->home : context.focus->subjects.Most([&](int entity) {
    return entity != other && IsPlace(context.names->KindOf(entity));
  });
  if (home != kAbsent && home != other) TakeEntity(context, home, draft);
}

}  // namespace tallywire::extract
