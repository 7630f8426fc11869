#include "extract/events/price_owner.h"

#include <algorithm>

#include "extract/events/place_of_price.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/subject_slot.h"
#include "extract/events/text_home.h"

namespace tallywire::extract {
namespace {

// "prices rose 7% to 31,500 rupees": by so much, in the money of what follows.
std::string_view MoneyOfPrice(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  if (context.kind_of(draft.figure) != UnitKind::kPct) return context.figure(draft.figure).unit;
  constexpr size_t kReach = 5;
  for (size_t at = draft.cell + 1; at < std::min(cells.size(), draft.cell + kReach); ++at) {
    if (cells[at].kind == kBarrierCell) break;
    if (cells[at].kind == kFigureCell) return context.figure(cells[at].figure).unit;
  }
  return {};
}

}  // namespace

bool TakeOwnerOfLastPrice(const SentenceContext& context, EventDraft& draft) {
  const auto cells = context.cells();
  const bool traded = context.measure(draft.measure).traded && !draft.phrase && !context.before.empty();
  if (!traded || !context.measure(context.before.back().measure).Is(MeasureTrait::kPrice)) return false;
  const int owner = context.before.back().subject;
  if (owner == kAbsent || IsPlace(context.names->KindOf(owner))) return false;
  for (size_t at = context.before.back().cell; at < draft.cell; ++at) {
    if (cells[at].subject != kAbsent) return false;
  }
  TakeEntity(context, owner, draft);
  return true;
}

bool TakePlaceOfPrice(const SentenceContext& context, EventDraft& draft) {
  const MeasureEntry& measure = context.measure(draft.measure);
  if (!measure.Is(MeasureTrait::kPrice) || measure.company) return false;
  const int place = PlaceOfPrice(context, draft);
  if (place == kAbsent) return false;
  const size_t at = static_cast<size_t>(place);
  const int entity = context.cells()[at].subject;
  if (const int country = context.names->CountryOfPlace(entity);
      !IsPlace(context.names->KindOf(entity)) && country != kAbsent) {
    TakeReferent(context, country, at, draft);  // "fob Novorossiysk"
  } else {
    TakeName(context, place, draft);
  }
  return true;
}

bool TakePriceSetter(const SentenceContext& context, EventDraft& draft) {
  const bool own = draft.phrase && draft.phrase->pronoun && !draft.inherited;
  if (!own || !context.measure(draft.measure).Is(MeasureTrait::kPrice)) return false;
  const size_t first = context.sentence->dateline;
  if (draft.phrase->first <= first || draft.phrase->first > context.cells().size()) return false;
  const EventCell& name = context.cells()[first];
  if (name.subject == kAbsent || name.adjective || name.possessive || !CanBeSubject(context, first)) return false;
  const SubjectKind kind = context.names->KindOf(name.subject);
  if (kind != SubjectKind::kCompany && kind != SubjectKind::kName) return false;
  TakeName(context, static_cast<int>(first), draft);
  return true;
}

bool IsCommodityTrade(const SentenceContext& context, const EventDraft& draft) {
  return context.measure(draft.measure).traded && draft.item != kAbsent && context.item(draft.item).priced;
}

void TakeCountryOfMoney(const SentenceContext& context, EventDraft& draft) {
  const MeasureEntry& measure = context.measure(draft.measure);
  if (!measure.Is(MeasureTrait::kPrice) || measure.company || draft.item == kAbsent) return;
  const std::string_view unit = MoneyOfPrice(context, draft);
  const int country = CountryOfMoney(*context.vocabulary, unit);
  if (country == kAbsent || unit.starts_with("GBP")) return;
  TakeFromFocus(context, country, draft);
}

}  // namespace tallywire::extract
