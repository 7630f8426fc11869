#include "extract/events/told_unit.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

// "t" of "t/a".
std::string_view WithoutYear(std::string_view unit) {
  constexpr std::string_view kYearly = "/a";
  return unit.ends_with(kYearly) ? unit.substr(0, unit.size() - kYearly.size()) : unit;
}

bool IsPerAmount(const SentenceContext& context, const ToldUnit& told) {
  return context.vocabulary->KindOf(told.unit.substr(told.unit.rfind('/') + 1)) == UnitKind::kAmount;
}

// What is told of trades and countries, not of a recipe or a shop: in base units, that is from ten tonnes or ten
// kilowatts on.
bool IsNews(const SentenceContext& context, const ToldUnit& told, UnitKind kind) {
  constexpr double kLeast = 1e4;
  constexpr double kLeastMoney = 1e6;
  switch (kind) {
    case UnitKind::kMoney:
      return told.largest_si >= kLeastMoney;
    case UnitKind::kRate:
      return true;
    case UnitKind::kPerUnit:
      return IsPerAmount(context, told);
    default:
      return told.largest_si >= kLeast;
  }
}

template <typename Fits>
const ToldUnit* FirstTold(const SentenceContext& context, Fits fits) {
  const auto& told = context.focus->told;
  const auto it = std::find_if(told.begin(), told.end(), fits);
  return it == told.end() ? nullptr : &*it;
}

// "sold at 68 yuan a tonne. In May they had touched 106 yuan"
const ToldUnit* PriceTold(const SentenceContext& context, const Figure& figure) {
  return FirstTold(context, [&](const ToldUnit& at) {
    return context.measure(at.measure).Is(MeasureTrait::kPrice) && at.unit.starts_with(figure.unit + "/") &&
           IsPerAmount(context, at) && AreClose(figure.value, at.last, kPriceApart);
  });
}

}  // namespace

const ToldUnit* RateGoneOnWith(const SentenceContext& context, const EventDraft& draft) {
  const ToldUnit* told = PriceTold(context, context.figure(draft.figure));
  return told != nullptr && told->item == draft.event.item ? told : nullptr;
}

void NoteUnits(const SentenceContext& context, const std::vector<EventDraft>& drafts, DocumentFocus& focus) {
  for (const EventDraft& draft : drafts) {
    if (draft.event.kind != EventKind::kLevel || draft.match.rule->goes_on) continue;
    const std::string_view unit = WithoutYear(draft.event.unit);
    auto told = std::find_if(focus.told.begin(), focus.told.end(), [&](const ToldUnit& at) { return at.unit == unit; });
    if (told == focus.told.end()) {
      told = focus.told.emplace(told);
      told->unit = unit;
    }
    std::rotate(focus.told.begin(), told, told + 1);
    told = focus.told.begin();
    const Figure& figure = context.figure(draft.figure);
    told->last = figure.value;
    told->largest = std::max(told->largest, figure.value);
    told->largest_si = std::max(told->largest_si, figure.value_si);
    told->measure = draft.measure;
    told->item = draft.event.item;
  }
}

const ToldUnit* UnitTold(const SentenceContext& context, const EventDraft& draft) {
  constexpr double kLeastPart = 1e-3;  // of the largest one
  if (context.kind_of(draft.figure) == UnitKind::kBare) {
    // "a quota of 165,000 workers. Farms will take 16,000, fisheries 10,000"
    constexpr double kLeastCount = 10;
    if (context.figure(draft.figure).value < kLeastCount) return nullptr;
    const ToldUnit* counted = CountGoneOnWith(context, draft);
    const bool limit = counted != nullptr && context.measure(counted->measure).Is(MeasureTrait::kLimit);
    return limit ? counted : nullptr;
  }
  // "sold 90,000 tonnes. The six largest account for 80%": of what was told last.
  if (draft.event.kind == EventKind::kShare) {
    return FirstTold(context, [&](const ToldUnit& at) {
      const UnitKind whole = context.vocabulary->KindOf(at.unit);
      return (whole == UnitKind::kAmount || whole == UnitKind::kRate) && IsNews(context, at, whole);
    });
  }
  const Figure& figure = context.figure(draft.figure);
  const UnitKind kind = context.kind_of(draft.figure);
  if (context.text(context.cells()[draft.cell]).find('-') != std::string_view::npos) return nullptr;
  const ToldUnit* told = FirstTold(context, [&](const ToldUnit& at) { return at.unit == WithoutYear(figure.unit); });
  const bool beside = told != nullptr && figure.value >= told->largest * kLeastPart && IsNews(context, *told, kind);
  if (beside) return told;
  return kind == UnitKind::kMoney ? PriceTold(context, figure) : nullptr;
}

const EventDraft* GoesOnHere(const SentenceContext& context, const EventDraft& draft) {
  if (draft.cell == 0 || draft.event.kind != EventKind::kLevel) return nullptr;
  const EventCell& front = context.cells()[draft.cell - 1];
  if (front.kind != kCommaCell && !front.Is(WordRole::kConjunction)) return nullptr;
  const auto told = std::find_if(context.before.rbegin(), context.before.rend(), [&](const EventDraft& before) {
    return before.event.kind == EventKind::kLevel && before.role != CaptureRole::kBase &&
           context.figure(before.figure).unit == context.figure(draft.figure).unit;
  });
  return told == context.before.rend() ? nullptr : &*told;
}

const ToldUnit* UnitGoneOnWith(const SentenceContext& context, const EventDraft& draft) {
  constexpr double kLarge = 1e5;
  const double value = context.figure(draft.figure).value;
  if (value < kLarge || context.kind_of(draft.figure) != UnitKind::kBare) return nullptr;
  return FirstTold(context, [&](const ToldUnit& at) {
    const UnitKind kind = context.vocabulary->KindOf(at.unit);
    return (kind == UnitKind::kAmount || kind == UnitKind::kRate) && AreClose(value, at.last, kFarApart);
  });
}

bool IsThingCounted(const SentenceContext& context, std::string_view unit) {
  constexpr size_t kShortestNoun = 3;
  const auto in_noun = [](char c) { return c == ' ' || c == '-' || (c >= 'a' && c <= 'z'); };
  const UnitKind kind = context.vocabulary->KindOf(unit);
  return (kind == UnitKind::kCount || kind == UnitKind::kPerson) && unit.size() >= kShortestNoun &&
         std::all_of(unit.begin(), unit.end(), in_noun);
}

const ToldUnit* CountGoneOnWith(const SentenceContext& context, const EventDraft& draft) {
  if (context.kind_of(draft.figure) != UnitKind::kBare) return nullptr;
  const double value = context.figure(draft.figure).value;
  const bool change = draft.event.kind == EventKind::kChange;
  return FirstTold(context, [&](const ToldUnit& at) {
    if (!IsThingCounted(context, at.unit)) return false;
    return change ? value < at.largest : IsLikeCount(value, at.last);
  });
}

}  // namespace tallywire::extract
