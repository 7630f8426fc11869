#include "extract/events/borrowed_unit.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/events/told_unit.h"

namespace tallywire::extract {
namespace {

constexpr const char* kPercent = "%";
constexpr double kLarge = 1e3;     // a bare number that is certainly no share
constexpr double kFarthest = 1e4;  // times as large: nothing that is told in one unit

bool IsLevel(const EventDraft& draft) { return draft.event.kind == EventKind::kLevel; }

class UnitBorrower {
 public:
  UnitBorrower(const SentenceContext& context, std::vector<EventDraft>& drafts) : c_(context), drafts_(drafts) {}

  void Run() {
    for (size_t i = 0; i < drafts_.size(); ++i) {
      EventDraft& draft = drafts_[i];
      draft.event.unit = c_.is_part(draft.figure) ? kPercent : c_.figure(draft.figure).unit;
      if (IsLevel(draft)) {
        BorrowRate(i);
        if (draft.event.unit.empty()) BorrowOfMeasure(i);
        if (draft.event.unit.empty()) BorrowBeside(i);
        if (draft.event.unit.empty()) BorrowMoney(i);
        if (draft.event.unit.empty()) BorrowTold(draft);
      } else if (draft.event.kind == EventKind::kChange && draft.event.unit.empty()) {
        BorrowBeside(i);
        if (draft.event.unit.empty()) BorrowMoney(i);
      }
      if (draft.event.unit.empty() && draft.event.kind != EventKind::kShare) TakeOfItem(draft);
      if (draft.event.unit.empty() && draft.event.kind != EventKind::kShare) BorrowCount(i);
      TakeWhatIsCounted(draft);
      // "Norway will get 26.4% of the total, the Faroes 12.6"
      if (draft.event.unit.empty() && draft.event.kind == EventKind::kShare) draft.event.unit = kPercent;
    }
    DropCounts();
  }

 private:
  // What is left without a unit is no event, unless the measure is told in bare numbers.
  void DropCounts() {
    std::vector<bool> told(drafts_.size());
    std::transform(drafts_.begin(), drafts_.end(), told.begin(), [this](const EventDraft& draft) {
      const bool bare = (c_.measure(draft.measure).units & MaskOf(UnitKind::kBare)) != 0;
      // "Revenue | 4.9": accounts are told in money.
      if (draft.event.unit.empty() && c_.measure(draft.measure).company && ValueOf(draft) < kLarge) return false;
      // "the ceiling was cut to zero": of what is not known
      return !draft.event.unit.empty() || (bare && ValueOf(draft) != 0 && !CountsReceivers(draft));
    });
    std::vector<EventDraft> kept;
    kept.reserve(drafts_.size());
    for (size_t i = 0; i < drafts_.size(); ++i) {
      if (told[i]) kept.push_back(std::move(drafts_[i]));
    }
    drafts_ = std::move(kept);
  }

  // "388,700 tons will be divided among the five": somebody who is counted.
  bool CountsReceivers(const EventDraft& draft) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const EventDraft& other) {
      return other.measure == draft.measure && ValueOf(draft) * kFarthest < ValueOf(other);
    });
  }

  double ValueOf(const EventDraft& draft) const { return c_.figure(draft.figure).value; }

  static bool IsAmount(UnitKind kind) { return kind == UnitKind::kAmount || kind == UnitKind::kRate; }

  // A unit given once serves its neighbours of the same measure.
  void BorrowOfMeasure(size_t at) {
    for (const size_t k : {at + 1, at - 1, at + 2, at - 2}) {
      if (k >= drafts_.size() || !IsLevel(drafts_[k]) || drafts_[k].measure != drafts_[at].measure) continue;
      const std::string& unit = c_.figure(drafts_[k].figure).unit;
      if (ValueOf(drafts_[at]) == 0) return;  // "a bill of $5 million; imports will be almost nil"
      // "388,700 tons will be divided among the five"
      if (ValueOf(drafts_[at]) * kFarthest < ValueOf(drafts_[k])) continue;
      // "36 cents a share, on sales of 134 million": of the money alone
      if (c_.kind_of(drafts_[k].figure) == UnitKind::kPerUnit &&
          !AreClose(ValueOf(drafts_[at]), ValueOf(drafts_[k]), kPriceApart))
        continue;
      // "down 10% from this year's target of 485,000"
      if (unit == kPercent && ValueOf(drafts_[at]) >= kLarge) continue;
      drafts_[at].event.unit = unit;
      if (!unit.empty()) return;
    }
  }

  // "pumped 4.3 million bpd, 5% more than in May, against a quota of 4.1 million", "pumped 4.3 million bpd and was
  // 20,000 above its quota": two measures in one unit.
  void BorrowBeside(size_t at) {
    EventDraft& draft = drafts_[at];
    const double value = ValueOf(draft);
    if (value < kLarge) return;
    for (size_t k = at; k-- > 0;) {
      const EventDraft& before = drafts_[k];
      if (!IsLevel(before) || !IsAmount(c_.kind_of(before.figure))) continue;
      const bool fits = IsLevel(draft) ? AreClose(value, ValueOf(before), kFarApart) : value < ValueOf(before);
      if (!fits || (c_.measure(draft.measure).units & MaskOf(c_.kind_of(before.figure))) == 0) return;
      draft.event.unit = before.event.unit;
      if (draft.event.item.empty()) draft.event.item = before.event.item;
      return;
    }
  }

  // "earned $9 million on sales of 134 million", "export earnings of 60.4 million dollars, up 7.2 million": money
  // beside money, the last told.
  void BorrowMoney(size_t at) {
    EventDraft& draft = drafts_[at];
    if (ValueOf(draft) < kLarge || (c_.measure(draft.measure).units & MaskOf(UnitKind::kMoney)) == 0) return;
    for (size_t k = at; k-- > 0;) {
      const EventDraft& before = drafts_[k];
      // "172 billion crowns ($15.7 billion), with cod bringing in 12.1 billion": not what restates it
      const bool restates = k > 0 && drafts_[k - 1].cell == before.cell;
      const bool alike = !restates && (IsLevel(draft) || before.measure == draft.measure);
      if (!IsLevel(before) || !alike || c_.vocabulary->KindOf(before.event.unit) != UnitKind::kMoney) continue;
      // "earned $2 billion on sales of 400,000": cars, say
      const bool counted = (c_.measure(draft.measure).units & MaskOf(UnitKind::kCount)) != 0;
      if (counted && !AreClose(ValueOf(draft), ValueOf(before), kFarApart)) return;
      draft.event.unit = before.event.unit;
      return;
    }
  }

  // "shipments of 91 million tons. Qatar shipped 78 million": large bare numbers go on in a unit that was told.
  void BorrowTold(EventDraft& draft) const {
    const ToldUnit* told = UnitGoneOnWith(c_, draft);
    if (told != nullptr) draft.event.unit = told->unit;
  }

  // "caught 414 whales of a quota of 1,157, and the year before 507"
  void BorrowCount(size_t at) {
    EventDraft& draft = drafts_[at];
    if (IsPrice(draft)) return;
    const bool change = draft.event.kind == EventKind::kChange;
    for (size_t k = at; k-- > 0;) {
      const EventDraft& before = drafts_[k];
      if (!IsLevel(before) || !IsThingCounted(c_, before.event.unit)) continue;
      const bool fits = change ? ValueOf(draft) < ValueOf(before) : IsLikeCount(ValueOf(draft), ValueOf(before));
      if (!fits) continue;
      draft.event.unit = before.event.unit;
      return;
    }
    const ToldUnit* told = CountGoneOnWith(c_, draft);
    if (told != nullptr) draft.event.unit = told->unit;
  }

  // "the population shrank by 37,000": of people, whatever was counted before, unless it is that of whales.
  void TakeWhatIsCounted(EventDraft& draft) const {
    const std::string& counts = c_.measure(draft.measure).counts;
    const bool bare = c_.kind_of(draft.figure) == UnitKind::kBare && draft.event.kind != EventKind::kShare;
    if (bare && !counts.empty() && draft.event.item.empty() && draft.subject != kAbsent) draft.event.unit = counts;
  }

  // "sales of electric cars reached 5,000": so many vehicles.
  void TakeOfItem(EventDraft& draft) const {
    constexpr double kLeast = 10;
    constexpr double kMost = 1e8;  // "spent 3 billion on vehicles"
    const double value = ValueOf(draft);
    if (value < kLeast || value > kMost || draft.event.item_text.empty() || IsPrice(draft)) return;
    if (draft.item != kAbsent) draft.event.unit = c_.item(draft.item).unit;
  }

  bool IsPrice(const EventDraft& draft) const { return c_.measure(draft.measure).Is(MeasureTrait::kPrice); }
  bool IsDuty(const EventDraft& draft) const { return c_.measure(draft.measure).Is(MeasureTrait::kDuty); }

  // "$17.50 a barrel, against an official price of $17.72": per what is said once.
  void BorrowRate(size_t at) {
    std::string& unit = drafts_[at].event.unit;
    // "raised the dividend to 32 cents a share from 28"
    const bool earlier = drafts_[at].match.role == CaptureRole::kBase;
    const bool priced = earlier || IsPrice(drafts_[at]) || IsDuty(drafts_[at]);
    if (c_.kind_of(drafts_[at].figure) != UnitKind::kMoney || !priced) return;
    const auto borrow = [&](size_t from) {
      const EventDraft& other = drafts_[from];
      const std::string& whole = from < at ? other.event.unit : c_.figure(other.figure).unit;
      const bool rate = c_.vocabulary->KindOf(whole) == UnitKind::kPerUnit && whole.starts_with(unit + "/");
      const bool alike = AreAlike(drafts_[at], other);
      if (!rate || (!(earlier && alike) && !IsPrice(other) && !IsDuty(other))) return;
      const bool goes_on = drafts_[at].match.role == CaptureRole::kSame;  // "20 a ton for wheat and 17 for barley"
      const bool same = other.event.item == drafts_[at].event.item || alike;
      // "$29 a share, or $638 million"
      const bool whole_sum = !AreClose(ValueOf(drafts_[at]), ValueOf(other), kFarthest);
      if ((goes_on || same) && !whole_sum) unit = whole;
    };
    for (size_t k = at; k-- > 0 && c_.kind_of(drafts_[at].figure) == c_.vocabulary->KindOf(unit);) borrow(k);
    // "$60 or $70 a barrel"
    if (at + 1 < drafts_.size() && drafts_[at + 1].cell <= drafts_[at].cell + 2) borrow(at + 1);
    const bool lone = c_.kind_of(drafts_[at].figure) == c_.vocabulary->KindOf(unit) && IsLevel(drafts_[at]);
    const ToldUnit* told = lone ? RateGoneOnWith(c_, drafts_[at]) : nullptr;
    if (told != nullptr) unit = told->unit;
  }

  // "sugar futures slipped to 27.85 cents a pound, whereas the world contract ended at 13.92 cents"
  bool AreAlike(const EventDraft& draft, const EventDraft& other) const {
    return draft.measure == other.measure && AreClose(ValueOf(draft), ValueOf(other), kPriceApart);
  }

  const SentenceContext& c_;
  std::vector<EventDraft>& drafts_;
};

}  // namespace

void BorrowUnits(const SentenceContext& context, std::vector<EventDraft>& drafts) {
  UnitBorrower(context, drafts).Run();
}

}  // namespace tallywire::extract
