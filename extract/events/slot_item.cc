// The thing measured.
#include <algorithm>
#include <string>

#include "extract/events/event_draft.h"
#include "extract/events/item_list.h"
#include "extract/events/item_meant.h"
#include "extract/events/nearest_item.h"
#include "extract/events/slot_statement.h"
#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

class ItemFinder {
 public:
  ItemFinder(const SentenceContext& context, EventDraft& draft) : c_(context), draft_(draft), cells_(context.cells()) {}

  void Run() {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    if (draft_.match.item != kAbsent) return Take(static_cast<size_t>(draft_.match.item));
    if (TakeOfStatement()) return;
    if (measure.Is(MeasureTrait::kDuty) && TakeTaxed()) return;
    if (draft_.inherited && (TakeBehind() || TakeOfClause())) return;
    if (draft_.carried && (TakeOfOpening() || TakeOwnComplement())) return;
    if (draft_.carried && draft_.item != kAbsent && c_.opens_paragraph())
      return TakeEntry(WholeOfItem(c_, draft_.item), kAbsent);
    if (draft_.inherited && draft_.item != kAbsent) return;  // of the figure in front
    if (TakeKindOfFigure()) return;
    if (draft_.phrase && draft_.phrase->item != kAbsent && Fits(cells_[static_cast<size_t>(draft_.phrase->item)].item))
      return Take(static_cast<size_t>(draft_.phrase->item));
    if (draft_.item != kAbsent && !draft_.inherited && !draft_.carried) return TakeEntry(draft_.item, draft_.anchor);
    if (!measure.item.empty()) {
      draft_.event.item = measure.item;
      draft_.event.item_text = draft_.event.measure_text;
      return;
    }
    if ((draft_.inherited || draft_.carried) && !draft_.event.item.empty()) return;
    if (TakeOfFigure()) return;
    if (!measure.takes_item && !measure.traded && !IsMarket(measure)) {
      TakeOfSameMeasure();
      if (draft_.event.item.empty()) TakeByUnit();
      // "known reserves, put at 5 t": so much of something.
      const bool weighed = c_.kind_of(draft_.figure) == UnitKind::kAmount && draft_.event.kind == EventKind::kLevel;
      if (draft_.event.item.empty() && weighed) TakeFromFocus(measure);
      if (draft_.event.item.empty()) TakeOfTrade(measure);
      return;
    }
    if (TakeNearest()) return;
    TakeFromFocus(measure);
  }

 private:
  bool Fits(int entry) const { return IsMeasuredSo(c_, draft_, entry); }

  void TakeEntry(int entry, int cell) {
    entry = ItemMeant(c_, draft_, entry, cell);
    draft_.item = entry;
    draft_.event.item = c_.item(entry).name;
    if (cell != kAbsent) draft_.event.item_text = std::string(c_.text(cells_[static_cast<size_t>(cell)]));
  }
  void Take(size_t cell) {
    if (cells_[cell].item == kAbsent) return;
    const bool pairs = draft_.match.rule->pairs;  // each of a list has its own figure
    const ItemList list = pairs ? ItemList{cell, kAbsent} : ItemListAt(c_, cell);
    TakeEntry(list.whole != kAbsent ? list.whole : cells_[list.first].item, static_cast<int>(list.first));
  }

  // "and that for barley 2 million tonnes": the measure goes on, its thing is named anew behind the figure in front.
  bool TakeOfClause() {
    int found = kAbsent;
    bool joined = false;
    for (size_t at = draft_.cell; at-- > 0 && cells_[at].kind != kFigureCell;) {
      if (cells_[at].item != kAbsent && found == kAbsent) found = static_cast<int>(at);
      // "wheat is set at 5 t, barley at 4 t and maize at 3 t"
      joined =
          joined || (found != kAbsent && cells_[at].kind == kCommaCell && IsListed(static_cast<size_t>(found), at));
      joined = joined || cells_[at].Is(WordRole::kConjunction) || cells_[at].kind == kBarrierCell;
    }
    if (found == kAbsent || !joined) return false;
    // "Sales of petrol cars fell 3% and diesel cars slumped 5%": what acts, where the measure needs no thing.
    const bool acts = cells_[static_cast<size_t>(found) + 1].kind == kVerbCell;
    if (!acts && !c_.measure(draft_.measure).takes_item) return false;
    Take(static_cast<size_t>(found));
    return true;
  }

  // Nothing but its own name stands between the comma, the thing and its figure.
  bool IsListed(size_t thing, size_t comma) const {
    constexpr size_t kLongestName = 2;  // cells in front of the thing: "golden redfish"
    const size_t behind = thing + 1;
    const bool told =
        behind == draft_.cell || (behind + 1 == draft_.cell &&
                                  (cells_[behind].Is(WordRole::kNounPreposition) || cells_[behind].kind == kVerbCell));
    return told && comma + 1 + kLongestName >= thing;
  }

  // "quotas of 5 t for tin and 6 t for zinc": each figure has its own thing behind it.
  bool TakeBehind() {
    const size_t tie = draft_.cell + 1;
    if (!c_.measure(draft_.measure).takes_item || tie >= cells_.size()) return false;
    if (!cells_[tie].Is(WordRole::kNounPreposition) || cells_[tie].kind == kDateCell) return false;
    constexpr size_t kReach = 3;
    for (size_t at = tie + 1; at < std::min(cells_.size(), tie + 1 + kReach) && cells_[at].kind == kWordCell; ++at) {
      if (cells_[at].Is(WordRole::kNounPreposition) || cells_[at].Is(WordRole::kConjunction)) return false;
      if (cells_[at].item == kAbsent) continue;
      Take(at);
      return true;
    }
    return IsOfUnknown(tie) && Forget();
  }

  // "9,000 tonnes of widgets": of something that the vocabulary does not know, and not of what stood in front.
  bool IsOfUnknown(size_t tie) const {
    if (!cells_[tie].Is(WordRole::kOwner) || tie + 1 >= cells_.size() || c_.kind_of(draft_.figure) != UnitKind::kAmount)
      return false;
    const EventCell& noun = cells_[tie + 1];
    const bool plain = noun.kind == kWordCell && noun.roles == 0 && noun.subject == kAbsent;
    return plain && noun.measure == kAbsent && noun.activity == kAbsent;
  }

  bool Forget() {
    const int of_measure = draft_.phrase ? draft_.phrase->item : kAbsent;
    draft_.item = kAbsent;
    draft_.event.item.clear();
    draft_.event.item_text.clear();
    if (of_measure != kAbsent) Take(static_cast<size_t>(of_measure));
    return true;
  }

  // "a duty of 5% on wheat and 10 percent on barley": what stands behind the figure pays it.
  bool TakeTaxed() {
    const size_t upon = draft_.cell + 1;
    if (upon >= cells_.size() || !cells_[upon].Is(WordRole::kUpon)) return false;
    for (size_t at = upon + 1; at < cells_.size() && cells_[at].kind == kWordCell; ++at) {
      if (cells_[at].Is(WordRole::kNounPreposition) || cells_[at].Is(WordRole::kConjunction)) return false;
      if (cells_[at].item == kAbsent) continue;
      Take(at);
      return true;
    }
    return false;
  }

  // "For rice the figure is 5 million": the measure stands in an earlier sentence, the thing in this one.
  bool TakeOfOpening() {
    for (size_t at = draft_.cell; at-- > c_.sentence->dateline;) {
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) return false;
      if (cells_[at].item == kAbsent || cells_[at].kind != kWordCell || DescribesFirm(c_, at)) continue;
      Take(at);
      return true;
    }
    return false;
  }

  // "Diesel | 2024: 13.8 million tonnes": a label names the thing anew.
  bool TakeOfStatement() {
    const bool named = draft_.phrase && !draft_.inherited && draft_.phrase->item != kAbsent;
    if (named || !c_.measure(draft_.measure).takes_item) return false;
    const int at = FindLabel(*c_.sentence, draft_.cell, [](const EventCell& cell) { return cell.item != kAbsent; });
    if (at != kAbsent) Take(static_cast<size_t>(at));
    return at != kAbsent;
  }

  // "The quota is 16 t. It includes 9 t of wheat": the measure goes on, the figure has a thing of its own.
  bool TakeOwnComplement() {
    const size_t tie = draft_.cell + 1;
    if (tie >= cells_.size() || !cells_[tie].Is(WordRole::kOwner) || cells_[tie].kind == kDateCell) return false;
    return c_.kind_of(draft_.figure) == UnitKind::kAmount && TakeOfFigure();
  }

  // "a grain quota of 11 million tonnes of wheat": the figure counts a kind of what the measure names.
  bool TakeKindOfFigure() {
    const size_t thing = draft_.cell + 2;
    if (!draft_.phrase || draft_.phrase->item == kAbsent || thing >= cells_.size()) return false;
    const int whole = cells_[static_cast<size_t>(draft_.phrase->item)].item;
    const int kind = cells_[thing].item;
    const bool told = cells_[thing - 1].Is(WordRole::kOwner) && kind != kAbsent && kind != whole &&
                      c_.kind_of(draft_.figure) == UnitKind::kAmount;
    if (!told || whole == kAbsent || !c_.is_kind_of(kind, whole)) return false;
    Take(thing);
    return true;
  }

  // "25,876 cars", "1,900 tonnes of tin".
  bool TakeOfFigure() {
    if (cells_[draft_.cell].item != kAbsent) {
      Take(draft_.cell);
      return true;
    }
    if (c_.kind_of(draft_.figure) == UnitKind::kPct) return false;
    // "61.7 million 60-kg bags of coffee"
    const bool sized = draft_.cell + 2 < cells_.size() && cells_[draft_.cell + 1].kind == kFigureCell;
    size_t tie = draft_.cell + (sized ? 3 : 1);
    // "$5 million worth of rice"
    const bool worth =
        tie + 1 < cells_.size() && cells_[tie].Is(WordRole::kReach) && cells_[tie + 1].Is(WordRole::kOwner);
    if (worth) ++tie;
    const size_t end = std::min(cells_.size(), tie + 5);
    if (tie >= end || !cells_[tie].Is(WordRole::kNounPreposition)) return false;
    // "a premium of 85 cents a barrel to Brent": what it is compared with
    const UnitKind kind = c_.kind_of(draft_.figure);
    const bool money = kind == UnitKind::kMoney || kind == UnitKind::kPerUnit;
    if (money && c_.measure(draft_.measure).Is(MeasureTrait::kPrice) && cells_[tie].Is(WordRole::kToward)) return false;
    for (size_t at = tie + 1; at < end && (cells_[at].kind == kWordCell || cells_[at].kind == kDateCell); ++at) {
      if (cells_[at].item == kAbsent) continue;
      if (at + 1 < cells_.size() && c_.vocabulary->makers.contains(c_.text(cells_[at + 1]))) return false;
      Take(at);
      return true;
    }
    return false;
  }

  // "Domestic sales were down" behind "Car sales fell" is about cars as well.
  void TakeOfSameMeasure() {
    const UnitKind kind = c_.kind_of(draft_.figure);
    if (kind == UnitKind::kMoney || kind == UnitKind::kPerUnit) return;
    for (const EventDraft& before : c_.focus->drafts) {
      if (before.measure == draft_.measure && !before.event.item.empty()) draft_.event.item = before.event.item;
    }
  }

  // "Brazil stands to lose $3 billion in export revenue": a country's money is made with what the text speaks of.
  void TakeOfTrade(const MeasureEntry& measure) {
    const bool money = c_.kind_of(draft_.figure) == UnitKind::kMoney;
    if (!(measure.Is(MeasureTrait::kTakings) || measure.of_places != kAbsent) || !money || HasFirm() ||
        c_.focus->company != kAbsent)
      return;
    for (const EventDraft& before : c_.before) {
      if (!c_.measure(before.measure).takes_item || before.item == kAbsent) continue;
      return TakeEntry(before.item, kAbsent);
    }
    const bool of_goods = measure.of_places != kAbsent || (draft_.phrase && draft_.phrase->activity != kAbsent);
    if (!TakeNearest() && of_goods) TakeFromFocus(measure);
  }

  // "Registrations grew 12%" is about cars where the text speaks of no company.
  bool IsMarket(const MeasureEntry& measure) const {
    const UnitKind kind = c_.kind_of(draft_.figure);
    if (!measure.Is(MeasureTrait::kMarket)) return false;
    // "It sold 26,602 tonnes": of what the text speaks of.
    return kind == UnitKind::kAmount || (c_.focus->company == kAbsent && kind != UnitKind::kMoney);
  }

  bool TakeNearest() {
    const int at = NearestItem(c_, draft_);
    if (at != kAbsent) Take(static_cast<size_t>(at));
    return at != kAbsent;
  }

  // "Brent fell 2%. Analysts expect an increase of 0.4 million bpd": a benchmark has a price; what is made is crude
  // oil.
  int TradedBy(int entry) const {
    const ItemEntry& item = c_.item(entry);
    return item.kind_of >= 0 && item.benchmark ? item.kind_of : entry;
  }

  bool HasFirm() const {
    return std::any_of(cells_.begin(), cells_.end(), [this](const EventCell& cell) {
      if (cell.subject == kAbsent) return false;
      const SubjectKind kind = c_.names->KindOf(cell.subject);
      return kind == SubjectKind::kCompany || kind == SubjectKind::kName;
    });
  }

  // "a cap of 5 t on greenhouse gas emissions for 2025. It will be 4 t in 2026": of what has its thing in its name.
  void TakeOfMeasured() {
    for (const EventCell& cell : cells_) {
      if (cell.measure == kAbsent || cell.measure == draft_.measure) continue;
      const MeasureEntry& other = c_.measure(cell.measure);
      if (other.item.empty() || other.Is(MeasureTrait::kPrice)) continue;
      draft_.event.item = other.item;
      draft_.event.item_text = std::string(c_.text(cell));
      return;
    }
    for (const EventDraft& before : c_.focus->drafts) {
      if (before.measure == draft_.measure && before.item == kAbsent && !before.event.item.empty())
        draft_.event.item = before.event.item;
    }
  }

  void TakeByUnit() {
    const int entry = c_.vocabulary->ItemByUnit(c_.figure(draft_.figure).unit);
    if (entry != kAbsent) TakeEntry(entry, kAbsent);
  }

  // "The state buys parboiled rice. Stocks at granaries stood at 5 t": what is measured anew is the whole, where the
  // text is about it and the last thing only a kind of it.
  int ItemGoingOn() const {
    const int last = c_.focus->item;
    const auto& drafts = c_.focus->drafts;
    const int topic = c_.focus->items.Most([](int) { return true; });
    if (last == kAbsent || topic == kAbsent || topic == last || !c_.is_kind_of(last, topic)) return last;
    const bool told = std::any_of(drafts.begin(), drafts.end(),
                                  [this](const EventDraft& before) { return before.measure == draft_.measure; });
    return told || !c_.before.empty() ? last : topic;
  }

  // "1.7 million barrels a day, against a ceiling of 1.4 million barrels"
  bool AreCountedAlike(int figure, int other) const {
    const auto goods = [](UnitKind kind) { return kind == UnitKind::kAmount || kind == UnitKind::kRate; };
    const UnitKind a = c_.kind_of(figure);
    const UnitKind b = c_.kind_of(other);
    return a == b || (goods(a) && goods(b));
  }

  void TakeFromFocus(const MeasureEntry& measure) {
    if (measure.traded && c_.kind_of(draft_.figure) != UnitKind::kPerUnit) {
      // "beef cost $14 a kilo and the best cuts changed hands at $17": no shares.
      for (const EventDraft& before : c_.before) {
        if (c_.measure(before.measure).Is(MeasureTrait::kPrice) && before.item != kAbsent)
          return TakeEntry(before.item, kAbsent);
      }
      // "Cocoa fell to 5,437 pounds. In New York the contract ended at $8,170": where no firm is spoken of.
      for (const EventDraft& before : c_.focus->drafts) {
        const bool goods = c_.measure(before.measure).Is(MeasureTrait::kPrice) && before.item != kAbsent;
        if (goods && !HasFirm()) return TakeEntry(before.item, kAbsent);
      }
      if (HasFirm() || c_.focus->company != kAbsent) draft_.event.item = measure.item_else;
      return;
    }
    // "Peru, which exported 5 t of tin in 2022, expects to ship 6 t": of what this sentence told.
    for (size_t i = c_.before.size(); i-- > 0;) {
      const int told = c_.before[i].item;
      if (told != kAbsent && Fits(told) && AreCountedAlike(c_.before[i].figure, draft_.figure))
        return TakeEntry(told, kAbsent);
    }
    // "Acme received 14% of the quota": the one that was spoken of, whatever else was since.
    const bool part = draft_.role == CaptureRole::kShare && measure.Is(MeasureTrait::kLimit);
    const int limited = part ? c_.focus->limits.item : kAbsent;
    int entry = limited != kAbsent     ? limited
                : c_.opens_paragraph() ? WholeOfItem(c_, c_.focus->items.Resume(c_.focus->item))
                                       : ItemGoingOn();
    entry = TopicMeant(c_, entry);
    if (entry != kAbsent && !Fits(entry)) entry = c_.focus->items.Most([this](int item) { return Fits(item); });
    if (entry == kAbsent) {
      TakeByUnit();
      if (draft_.event.item.empty() && measure.Is(MeasureTrait::kLimit)) TakeOfMeasured();
      return;
    }
    TakeEntry(measure.Is(MeasureTrait::kPrice) ? entry : TradedBy(entry), kAbsent);
    draft_.doubt *= 0.97;
  }

  const SentenceContext& c_;
  EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

}  // namespace

void ResolveItem(const SentenceContext& context, EventDraft& draft) { ItemFinder(context, draft).Run(); }

}  // namespace tallywire::extract
