// What a figure measures: the measure its rule caught, else the nearest one that takes such a unit, in the order that
// AnchorFinder::Run tries them.
#include <algorithm>

#include "extract/events/event_draft.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/told_unit.h"

namespace tallywire::extract {
namespace {

constexpr double kDoubtOfCount = 0.7;    // things counted that stand in no vocabulary
constexpr double kDoubtOfUnit = 0.8;     // only the unit says what is measured
constexpr double kDoubtOfCarried = 0.6;  // the measure stands in an earlier sentence
constexpr size_t kWeakReach = 6;         // cells between a weak measure and its figure
constexpr size_t kBehindReach = 9;       // cells between a figure and a measure behind it

class AnchorFinder {
 public:
  AnchorFinder(const SentenceContext& context, EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()), kind_(context.kind_of(draft.figure)) {}

  bool Run() {
    if (draft_.match.rule->measure != kAbsent) return TakeRule();
    if (draft_.match.rule->goes_on && UnitTold(c_, draft_) == nullptr) return false;
    // "Farms will take 16,000 of the total, fisheries 10,000": of the total told.
    if (draft_.match.rule->goes_on && kind_ == UnitKind::kBare) return TakeTold();
    const auto captured = static_cast<size_t>(draft_.match.measure);
    const bool meant = draft_.match.measure != kAbsent && !IsOfNextClause(captured) && !StandsAside(captured);
    if (meant && TakeCaptured(captured)) return true;
    if (meant && CountsActors()) return false;  // "quotas for four stocks"
    if (draft_.match.rule->measure_behind && LookBehind()) return true;
    if (draft_.match.rule->of_limits && TakeLimit()) return true;
    // "must sell 20% of their output, up from 15%": of the same.
    const bool old_share = draft_.role == CaptureRole::kBase && draft_.event.kind == EventKind::kShare;
    if (old_share && draft_.match.measure == kAbsent && Inherit()) return true;
    if (IsAfterthought() && Inherit()) return true;
    if (TakeShares()) return true;
    if (LookBack(draft_.cell, Floor())) return true;
    if (TakeUnit()) return true;
    if (Inherit()) return true;
    if (LookBack(Floor(), 0)) return true;
    if (draft_.match.rule->needs_measure) return TakeTold();
    if (!draft_.match.rule->measure_behind && LookBehind()) return true;
    return CarryOver() || TakeSpokenLimit() || TakeByUnit() || TakePriceByUnit() || TakeTold();
  }

 private:
  // The cell behind the figure in front of this one: what stands there or before belongs to that figure first.
  size_t Floor() const {
    for (size_t at = draft_.cell; at-- > 0;) {
      // "Shares of Acme, which sells 5 tons, fell 3%": what an aside tells is none of it.
      if (!c_.before.empty()) at = BeforeAside(c_, at);
      // "imports doubled to 5 tons"
      const bool multiple = cells_[at].kind == kFigureCell && c_.kind_of(cells_[at].figure) == UnitKind::kTimes;
      if (cells_[at].kind == kFigureCell && !multiple) return at + 1;
    }
    return 0;
  }

  // "by 60% from July and charge a duty": behind a date and a conjunction something new begins.
  bool IsOfNextClause(size_t measure) const {
    bool dated = false;
    for (size_t at = draft_.cell + 1; at < measure; ++at) {
      if (dated && cells_[at].Is(WordRole::kConjunction)) return true;
      dated = dated || cells_[at].kind == kDateCell;
    }
    return false;
  }

  // "Within the quota the duty is 10%": what opens the clause with a preposition is not what the figure measures, where
  // another noun phrase with a measure follows at once.
  bool StandsAside(size_t measure) const {
    size_t opening = measure;
    while (opening > 0 && cells_[opening - 1].kind == kWordCell && !cells_[opening].Is(WordRole::kNounPreposition) &&
           !cells_[opening].Is(WordRole::kBasisPreposition))
      --opening;
    constexpr uint64_t kPrepositions = BitOf(WordRole::kNounPreposition) | BitOf(WordRole::kBasisPreposition);
    if ((cells_[opening].roles & kPrepositions) == 0) return false;
    size_t next = measure + 1;
    if (next < draft_.cell && cells_[next].kind == kCommaCell) ++next;
    if (next >= draft_.cell || !cells_[next].Is(WordRole::kArticle)) return false;
    return std::any_of(cells_.begin() + static_cast<std::ptrdiff_t>(next),
                       cells_.begin() + static_cast<std::ptrdiff_t>(draft_.cell),
                       [this](const EventCell& cell) { return cell.measure != kAbsent && Takes(cell.measure); });
  }

  // "The ministry has set a quota for garlic. It is 5 tons": the limit stands in the sentence before.
  bool TakeSpokenLimit() {
    const size_t first = c_.sentence->dateline;
    const bool level = draft_.event.kind == EventKind::kLevel && c_.before.empty();
    if (!level || first >= draft_.cell || !c_.vocabulary->it.contains(c_.text(cells_[first])) || !SpokeOfLimits())
      return false;
    if (c_.focus->limits.sentence + 1 != c_.sentence->number) return false;
    const int quota = c_.vocabulary->MeasureById("quota");
    if (kind_ == UnitKind::kMoney || quota == kAbsent || !Takes(quota)) return false;
    draft_.measure = quota;
    draft_.doubt *= kDoubtOfCarried;
    return true;
  }

  // "sold $772 million worth of rice in 2021, 13% more": how the figure in front has moved, not what it is of.
  bool IsAfterthought() const {
    const int moved = draft_.match.direction;
    const bool behind = moved == static_cast<int>(draft_.cell) + 1 && draft_.event.kind == EventKind::kChange;
    if (!behind || c_.before.empty() || draft_.cell == 0 || cells_[draft_.cell - 1].kind != kCommaCell) return false;
    const EventDraft& before = c_.before.back();
    if (before.event.kind != EventKind::kLevel || before.role == CaptureRole::kBase) return false;
    // "held 9 million tonnes before the harvest, 1 million more than": of the same kind, whatever stands between.
    const bool alike = kind_ != UnitKind::kPct && kind_ == c_.kind_of(before.figure);
    const auto between = cells_.subspan(before.cell + 1, draft_.cell - before.cell - 2);
    return std::none_of(between.begin(), between.end(), [alike](const EventCell& cell) {
      return cell.kind == kVerbCell || cell.kind == kBarrierCell || cell.kind == kCommaCell ||
             (cell.measure != kAbsent && !alike);
    });
  }

  // "14 companies", "three batches": who or what shares in an amount, and is none.
  bool CountsActors() const {
    return kind_ == UnitKind::kCount && c_.vocabulary->actors.contains(c_.figure(draft_.figure).unit);
  }

  // A per cent can be the level only of what is counted in per cent.
  bool Takes(int measure) const {
    const MeasureEntry& entry = c_.measure(measure);
    // "less than half of output" is a part of something, not an amount.
    if (c_.is_part(draft_.figure) && draft_.event.kind == EventKind::kLevel) return false;
    if (kind_ == UnitKind::kTimes) return draft_.event.kind == EventKind::kChange;
    // "with 14 companies sharing the quota": who gets it is none of it.
    const bool shared =
        entry.Is(MeasureTrait::kLimit) || entry.Is(MeasureTrait::kOutflow) || entry.Is(MeasureTrait::kInflow);
    if (shared && CountsActors()) return false;
    if ((entry.units & MaskOf(kind_)) == 0 && !SharesUnit(measure)) return false;
    // "a share of 30%": of what was spoken of, not of a price or a duty.
    const bool never_shared = entry.Is(MeasureTrait::kPrice) || entry.Is(MeasureTrait::kDuty);
    if (draft_.event.kind == EventKind::kShare && never_shared) return false;
    const bool percent = kind_ == UnitKind::kPct || kind_ == UnitKind::kPoints;
    return !percent || draft_.event.kind != EventKind::kLevel || entry.rate;
  }

  // "revenue of 6.7 billion riyals, against 9.7 billion": the unit stands with the figure before it.
  bool SharesUnit(int measure) const {
    if (kind_ != UnitKind::kBare || draft_.event.kind != EventKind::kLevel) return false;
    return std::any_of(c_.before.begin(), c_.before.end(), [&](const EventDraft& draft) {
      return draft.measure == measure && draft.event.kind == EventKind::kLevel &&
             c_.kind_of(draft.figure) != UnitKind::kBare;
    });
  }

  // "It set quotas for exports. The volume was raised to 5 t."
  bool SpokeOfLimits() const {
    constexpr size_t kReach = 2;  // sentences
    c_.catch_up->Read();
    const size_t last = c_.focus->limits.sentence;
    return last != SpokenLimits::kNoSentence && last < c_.sentence->number && last + kReach >= c_.sentence->number;
  }

  // "The quota was raised by 6% from 2023, when the volume jumped 20%": the quota's.
  bool GoesOnWithLimit(size_t cell) const {
    return !c_.before.empty() && cell > 0 && cells_[cell - 1].Is(WordRole::kArticle) &&
           c_.measure(c_.before.back().measure).Is(MeasureTrait::kLimit);
  }

  // "a deficit of 5 million tons" is one of supply.
  int MeasureAt(size_t cell) const {
    const int measure = cells_[cell].measure;
    const bool relative = kind_ == UnitKind::kPct || kind_ == UnitKind::kPoints;
    if (c_.measure(measure).of_limits != kAbsent &&
        (relative && draft_.event.kind != EventKind::kShare ? GoesOnWithLimit(cell) : SpokeOfLimits()))
      return c_.measure(measure).of_limits;
    const int otherwise = c_.measure(measure).otherwise;
    return otherwise != kAbsent && !Takes(measure) ? otherwise : measure;
  }

  bool TakeMeasure(size_t cell) {
    // "quota volumes": a weak word says less than the measure in front of it.
    const bool weak = cell > 0 && c_.measure(cells_[cell].measure).weak && cells_[cell - 1].measure != kAbsent;
    if (weak && cells_[cell - 1].kind == kWordCell && Takes(MeasureAt(cell - 1))) return TakeAt(cell - 1);
    const size_t head = HeadOf(cells_, cell);
    for (size_t at = head + 1; at-- > cell;) {
      if (Takes(MeasureAt(at))) return TakeAt(at);
    }
    return false;
  }

  bool TakeAt(size_t at) {
    draft_.measure = MeasureAt(at);
    draft_.anchor = static_cast<int>(at);
    draft_.phrase = ReadMeasurePhrase(*c_.vocabulary, *c_.names, cells_, at);
    draft_.phrase->measure = draft_.measure;
    return true;
  }

  bool TakeVerb(size_t cell) {
    int measure = cells_[cell].verb;
    if (measure == kAbsent) return false;
    if (!Takes(measure) && c_.measure(measure).otherwise != kAbsent) measure = c_.measure(measure).otherwise;
    if (!Takes(measure)) return false;
    draft_.measure = measure;
    draft_.anchor = static_cast<int>(cell);
    return true;
  }

  // Money for all of it: "rice worth $5 million".
  bool IsLot() const {
    constexpr double kLot = 1e6;
    return kind_ == UnitKind::kMoney && c_.figure(draft_.figure).value >= kLot;
  }

  bool TakeItem(size_t cell) {
    const int price = c_.vocabulary->price_of_things;
    if (price == kAbsent || !Takes(price)) return false;
    if (IsLot()) return false;
    draft_.measure = price;
    draft_.anchor = static_cast<int>(cell);
    draft_.item = cells_[cell].item;
    draft_.doubt *= 0.92;
    return true;
  }

  bool TakeRule() {
    draft_.measure = draft_.match.rule->measure;
    // "had been shipped, fetching Rs114 billion": the value of what was told.
    const bool price = c_.measure(draft_.measure).Is(MeasureTrait::kPrice) && !c_.measure(draft_.measure).company;
    if (price && IsLot() && draft_.event.activity.empty() && c_.measure(draft_.measure).activity.empty())
      return Inherit();
    return Takes(draft_.measure);
  }

  // "Minmetals won 5,000 tons", in a text about quotas
  bool TakeLimit() {
    c_.catch_up->Read();
    if (kind_ == UnitKind::kMoney || !c_.before.empty()) return false;
    if (!c_.focus->limits.spoken) return TakeLimitBehind();
    for (const EventDraft& draft : c_.focus->drafts) {
      if (!c_.measure(draft.measure).Is(MeasureTrait::kLimit) || !Takes(draft.measure)) continue;
      Carry(draft);
      return true;
    }
    // Items of a list are of limits that were set for something, or for some year: "a speed limit" is none.
    const SpokenLimits& limits = c_.focus->limits;
    const bool set = limits.several || !limits.activity.empty() || !limits.period.empty();
    if (c_.sentence->statement && !set) return false;
    draft_.measure = c_.vocabulary->MeasureById("quota");
    return draft_.measure != kAbsent && Takes(draft_.measure);
  }

  // "Minmetals won 5,000 tons and Jiangxi Copper 4,500 tons of the quota"
  bool TakeLimitBehind() {
    for (size_t at = draft_.cell + 1; at < cells_.size() && cells_[at].kind != kBarrierCell; ++at) {
      const int measure = cells_[at].kind == kWordCell ? cells_[at].measure : kAbsent;
      if (measure != kAbsent && c_.measure(measure).Is(MeasureTrait::kLimit)) return TakeMeasure(at);
    }
    return false;
  }

  // "a voluntary cut of 1 million barrels per day": such a unit has one measure unless another is named.
  bool TakeByUnit() {
    const int measure = c_.vocabulary->MeasureByUnit(c_.figure(draft_.figure).unit);
    if (measure == kAbsent || draft_.event.kind == EventKind::kShare) return false;
    draft_.measure = measure;
    draft_.doubt *= kDoubtOfUnit;
    return true;
  }

  // "Ingot slipped to 178,000 yuan a ton": money for an amount is a price.
  bool TakePriceByUnit() {
    const std::string& unit = c_.figure(draft_.figure).unit;
    const size_t per = unit.rfind('/');
    if (kind_ != UnitKind::kPerUnit || draft_.event.kind != EventKind::kLevel || per == std::string::npos) return false;
    const int price = c_.vocabulary->price_of_things;
    if (price == kAbsent || c_.vocabulary->KindOf(unit.substr(per + 1)) != UnitKind::kAmount) return false;
    draft_.measure = price;
    draft_.doubt *= kDoubtOfUnit;
    return true;
  }

  bool TakeTold() {
    const bool told_so = draft_.event.kind == EventKind::kLevel ||
                         (draft_.event.kind == EventKind::kShare && draft_.match.rule->goes_on);
    const ToldUnit* told = told_so ? UnitTold(c_, draft_) : nullptr;
    if (told == nullptr) return false;
    // "produced 114,000 tons, and another 61,000 tons": with what this sentence has told in the unit, if it has.
    const auto here = std::find_if(c_.before.rbegin(), c_.before.rend(), [&](const EventDraft& before) {
      return before.event.kind == draft_.event.kind && c_.figure(before.figure).unit == c_.figure(draft_.figure).unit;
    });
    const int measure = here != c_.before.rend() ? here->measure : told->measure;
    if (!Takes(measure)) return false;
    draft_.measure = measure;
    draft_.doubt *= kDoubtOfCarried;
    return true;
  }

  // "shed 600 jobs": the counted thing is the measure.
  bool TakeUnit() {
    const int measure = cells_[draft_.cell].measure;
    if (measure == kAbsent || (kind_ != UnitKind::kCount && kind_ != UnitKind::kPerson)) return false;
    if (!Takes(measure)) return false;
    draft_.measure = measure;
    draft_.anchor = static_cast<int>(draft_.cell);
    return true;
  }

  // "beyond the quota pay a duty of 5%": the measure of the noun phrase that begins nearer to the figure.
  size_t NearerThan(size_t cell) const {
    for (size_t at = draft_.cell; at-- > cell + 2;) {
      const EventCell& noun = cells_[at];
      if (noun.kind != kWordCell || noun.measure == kAbsent || !Takes(noun.measure)) continue;
      size_t first = at;
      while (first > cell + 1 && cells_[first - 1].kind == kWordCell && cells_[first - 1].roles == 0) --first;
      // "a 2026 quota": the article is part of the date's cell.
      const EventCell& front = cells_[first - 1];
      const bool dated = front.kind == kDateCell && (front.date_roles & BitOf(WordRole::kArticle)) != 0;
      const bool begins = first > cell + 1 && (front.Is(WordRole::kArticle) || dated) &&
                          !cells_[first - 2].Is(WordRole::kNounPreposition);
      return begins ? at : cell;
    }
    return cell;
  }

  bool TakeCaptured(size_t cell) {
    cell = NearerThan(cell);
    const bool as_noun = cells_[cell].measure != kAbsent && cells_[cell].kind == kWordCell;
    return as_noun ? TakeMeasure(cell) : TakeVerb(cell);
  }

  bool LookBehind() {
    const size_t end = std::min(cells_.size(), draft_.cell + 1 + kBehindReach);
    for (size_t at = draft_.cell + 1; at < end; ++at) {
      const EventCell& cell = cells_[at];
      if (cell.kind == kFigureCell || cell.kind == kBarrierCell || cell.kind == kCommaCell) return false;
      constexpr size_t kWeakBehind = 3;
      const bool far = cell.measure != kAbsent && c_.measure(cell.measure).weak && at - draft_.cell > kWeakBehind;
      // "increases of 20% in volume and 40% in value": only how it is counted.
      const bool manner = cell.measure != kAbsent && c_.measure(cell.measure).weak && at == draft_.cell + 2 &&
                          cells_[at - 1].Is(WordRole::kNounPreposition);
      if (cell.measure != kAbsent && !far && !manner && TakeMeasure(at)) return true;
    }
    return false;
  }

  // "1.1 million tonnes of cocoa": what the figure in front is of.
  bool IsOfFigure(size_t at) const {
    return at > 1 && cells_[at - 1].Is(WordRole::kNounPreposition) && cells_[at - 2].kind == kFigureCell;
  }

  // "the one for cod drops 14%"
  bool IsOfProForm(size_t at) const {
    return at > 1 && cells_[at - 1].Is(WordRole::kNounPreposition) &&
           c_.vocabulary->pro_forms.contains(c_.text(cells_[at - 2]));
  }

  // "20 francs within the quota and 1,600 francs beyond it": where a duty holds.
  bool IsBound(size_t at) const {
    const bool money = kind_ == UnitKind::kMoney || kind_ == UnitKind::kPerUnit || kind_ == UnitKind::kPct;
    if (!money || c_.before.empty() || !c_.measure(cells_[at].measure).Is(MeasureTrait::kLimit)) return false;
    if (!c_.measure(c_.before.back().measure).Is(MeasureTrait::kDuty)) return false;
    constexpr size_t kReach = 3;  // "within the butter quota"
    for (size_t k = at, steps = 0; k-- > 0 && steps < kReach && cells_[k].kind == kWordCell; ++steps) {
      if (cells_[k].Is(WordRole::kNounPreposition)) return true;
    }
    return false;
  }

  // "enough for 4.3 months of imports"
  bool IsOfDuration(size_t at) const {
    return at > 1 && cells_[at - 1].Is(WordRole::kOwner) && cells_[at - 2].kind == kDurationCell;
  }

  // "a ceiling of 5 tons for hake in 2025, 3% lower": what the figure in front told of that thing goes on.
  bool GoesOnWith(int item) const {
    if (kind_ != UnitKind::kPct || c_.before.empty()) return false;
    const EventDraft& before = c_.before.back();
    // "shipped 5 t of the meat, up 3%": of the beef that is meant.
    const bool same = before.item == item || (before.item != kAbsent && c_.vocabulary->IsKindOf(before.item, item));
    return same && !c_.measure(before.measure).Is(MeasureTrait::kPrice) && Takes(before.measure);
  }

  // "For sole it proposes a cut of 3%": of what was spoken of.
  bool IsOpening(size_t at) const {
    constexpr size_t kReach = 3;  // "For western sole"
    const size_t first = c_.sentence->dateline;
    if (kind_ != UnitKind::kPct || at <= first || at - first > kReach || c_.focus->drafts.empty()) return false;
    return cells_[first].Is(WordRole::kNounPreposition) && !cells_[first].Is(WordRole::kOwner);
  }

  // "hake drops 3% to 5 tons": no price.
  bool MovesToAmount() const {
    const size_t level = draft_.cell + 2;
    if (kind_ != UnitKind::kPct || level >= cells_.size()) return false;
    if (!cells_[level - 1].Is(WordRole::kToward) || cells_[level].kind != kFigureCell) return false;
    const UnitKind other = c_.kind_of(cells_[level].figure);
    return other == UnitKind::kAmount || other == UnitKind::kRate || other == UnitKind::kCount;
  }

  // "Catch limits change: cod is cut by 5%, hake drops 3% and sole is lowered by 2%": those of each are meant.
  bool IsLimited(size_t at) const {
    if (kind_ != UnitKind::kPct) return false;
    const bool listed = !c_.before.empty() && c_.measure(c_.before.back().measure).Is(MeasureTrait::kLimit) &&
                        c_.before.back().item != kAbsent && c_.before.back().item != cells_[at].item;
    const bool moved = at + 2 < cells_.size() && cells_[at + 1].Is(WordRole::kBe);
    constexpr uint64_t kMoves = BitOf(WordRole::kUp) | BitOf(WordRole::kDown);
    const bool passive = moved && (cells_[at + 2].roles & kMoves) != 0 && at + 2 < draft_.cell;
    return listed || (passive && SpeaksOfLimits());
  }

  // In this sentence, or lately.
  bool SpeaksOfLimits() const {
    const auto front = cells_.first(draft_.cell);
    const bool here = std::any_of(front.begin(), front.end(), [&](const EventCell& cell) {
      return cell.measure != kAbsent && c_.measure(cell.measure).Is(MeasureTrait::kLimit);
    });
    return here || SpokeOfLimits();
  }

  bool IsPriced(size_t at) const {
    if (cells_[at].item == kAbsent || cells_[at].kind == kFigureCell || IsOfFigure(at) || IsOfProForm(at)) return false;
    // "gasoil margins against Dubai crude averaged $5": what they are measured against.
    const bool against = at > 1 && cells_[at - 1].Is(WordRole::kCompare) && cells_[at - 2].measure != kAbsent;
    if (against) return false;
    const bool of_limit = at + 1 < cells_.size() && cells_[at + 1].measure != kAbsent && IsBound(at + 1);
    if (of_limit) return false;
    if (GoesOnWith(cells_[at].item) || MovesToAmount() || IsOpening(at) || IsLimited(at)) return false;
    const bool priced = c_.vocabulary->items[static_cast<size_t>(cells_[at].item)].priced;
    const bool unit = kind_ == UnitKind::kMoney || kind_ == UnitKind::kPerUnit || kind_ == UnitKind::kPct;
    return priced && unit && draft_.event.kind != EventKind::kShare;
  }

  // From the cell in front of `from` back to `stop`: the nearest measure, verb or priced item that takes the unit.
  bool LookBack(size_t from, size_t stop) {
    for (size_t at = from; at-- > stop;) {
      at = std::max(BeforeAside(c_, at), stop);
      const EventCell& cell = cells_[at];
      // "above the ceiling, and those from Australia surged": what was spoken of goes on.
      if (!c_.before.empty() && IsOfProForm(at + 1)) return false;
      if (cell.measure != kAbsent && cell.kind == kWordCell && !IsOfDuration(at)) {
        // "exports fell 9% in volume": only how the exports are counted.
        const bool manner = at > 0 && cells_[at - 1].Is(WordRole::kNounPreposition);
        if (c_.measure(cell.measure).weak && (from - at > kWeakReach || manner)) continue;
        if (IsBound(at)) continue;
        const size_t owner = OwnerOf(at, stop);
        if (owner != at && TakeMeasure(owner)) return true;
        if (TakeMeasure(at)) return true;
      }
      if (IsPriced(at)) {
        const size_t owner = OwnerOf(at, stop);
        if (owner != at && TakeMeasure(owner)) return true;
        if (TakeItem(at)) return true;
      }
      // "It will grow to 5 t": says how it moves, not what it does.
      if (static_cast<int>(at) == draft_.match.direction) continue;
      const bool told =
          draft_.event.kind == EventKind::kLevel ||
          (draft_.event.kind == EventKind::kShare && cell.verb != kAbsent && c_.measure(cell.verb).takes_item);
      if (cell.verb != kAbsent && cell.kind == kVerbCell && told && from - at <= kWeakReach && TakeVerb(at))
        return true;
    }
    return false;
  }

  // "exports of steel", "share of exports in sales": the measure in front of the preposition, where the word at `at` is
  // its complement; else `at`.
  size_t OwnerOf(size_t at, size_t stop) const {
    size_t k = at;
    for (size_t steps = 0; k-- > stop && steps < 5; ++steps) {
      if (cells_[k].Is(WordRole::kNounPreposition) && cells_[k].kind == kWordCell) {
        if (k == stop || cells_[k - 1].measure == kAbsent) return at;
        return Takes(cells_[k - 1].measure) ? k - 1 : at;
      }
      if (cells_[k].kind != kWordCell && cells_[k].kind != kDateCell) return at;
    }
    return at;
  }

  // The figure continues the one before it in the sentence: "rose 5% to 3 million tonnes".
  bool Inherit() {
    for (size_t i = c_.before.size(); i-- > 0;) {
      // "bought 1.5 billion liters, 17% less": whatever is told in amounts may change by a share.
      const bool changed = kind_ == UnitKind::kPct && draft_.event.kind == EventKind::kChange;
      if (!changed && !Takes(c_.before[i].measure)) continue;
      CopyAnchor(c_.before[i]);
      draft_.inherited = true;
      return true;
    }
    return false;
  }

  void CopyAnchor(const EventDraft& from) {
    draft_.measure = from.measure;
    draft_.phrase = from.phrase;
    draft_.anchor = from.anchor;
    draft_.item = from.item;
    draft_.subject = from.subject;
    draft_.received = from.received;
    draft_.event.activity = from.event.activity;
    draft_.event.item = from.event.item;
    // The whole that a part was of is no other side of an amount.
    const bool part = from.event.kind == EventKind::kShare && draft_.event.kind != EventKind::kShare;
    if (!part) draft_.event.counterparty = from.event.counterparty;
    draft_.event.subject = from.event.subject;
    draft_.event.item_text = from.event.item_text;
    draft_.event.subject_text = from.event.subject_text;
    draft_.event.measure_text = from.event.measure_text;
  }

  // "Acme Inc., a maker of wafers, sank 11% to $2.14": a firm that moves, and nothing of it is named, is its shares.
  bool TakeShares() {
    const int move = draft_.match.direction;
    const size_t first = c_.sentence->dateline;
    const bool moved = kind_ == UnitKind::kPct && draft_.event.kind == EventKind::kChange;
    if (!moved || move <= static_cast<int>(first) || draft_.cell <= first || !c_.before.empty()) return false;
    const EventCell& firm = cells_[first];
    if (firm.subject == kAbsent || !c_.names->IsCompany(firm.subject) || firm.possessive) return false;
    const size_t verb = static_cast<size_t>(move) < draft_.cell ? static_cast<size_t>(move) : draft_.cell;
    const auto between = cells_.subspan(first + 1, verb - first - 1);
    const bool opens = between.empty() || (between.front().kind == kCommaCell && between.back().kind == kCommaCell);
    // "Acme raised its output by 3%"
    const bool object = std::any_of(
        cells_.begin() + static_cast<std::ptrdiff_t>(verb), cells_.begin() + static_cast<std::ptrdiff_t>(draft_.cell),
        [](const EventCell& cell) { return cell.measure != kAbsent || cell.item != kAbsent; });
    const int shares = c_.vocabulary->MeasureById("shares");
    if (!opens || object || shares == kAbsent || !Takes(shares)) return false;
    draft_.measure = shares;
    draft_.subject = firm.subject;
    draft_.doubt *= kDoubtOfUnit;
    return true;
  }

  // "Small boats have a share of 26%": of what was spoken of.
  bool IsShare(const EventCell& cell) const {
    return draft_.event.kind == EventKind::kShare && c_.measure(cell.measure).Is(MeasureTrait::kPart);
  }

  // "It rose to 50,000 tonnes." The sentence names no measure: the last one did, and its figure had the same kind of
  // unit.
  bool CarryOver() {
    const DocumentFocus& focus = *c_.focus;
    if (focus.drafts.empty() || c_.sentence->number > focus.drafts_sentence + 2) return false;
    // A measure in front, or behind in the same clause, is spoken of here.
    size_t end = draft_.cell;
    while (end < cells_.size() && cells_[end].kind != kCommaCell && cells_[end].kind != kBarrierCell) ++end;
    const bool speaks =
        std::any_of(cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(end),
                    [this](const EventCell& cell) { return cell.measure != kAbsent && !IsShare(cell); });
    if (speaks || HasOtherSubject()) return false;
    for (const EventDraft& draft : focus.drafts) {
      if (!Takes(draft.measure)) continue;
      const UnitKind other = c_.kind_of(draft.figure);
      // "Exports fell 9%. They totalled 24,000 tons": behind a per cent any amount may follow.
      const bool amount = other == UnitKind::kPct && (kind_ == UnitKind::kAmount || kind_ == UnitKind::kRate);
      const bool priced = c_.measure(draft.measure).Is(MeasureTrait::kPrice);
      const bool money = kind_ == UnitKind::kMoney || kind_ == UnitKind::kPerUnit;
      const bool price = money && (other == UnitKind::kPerUnit || (priced && other == UnitKind::kPct));
      const bool points = other == UnitKind::kPct && kind_ == UnitKind::kPoints;
      if (kind_ != other && kind_ != UnitKind::kPct && !amount && !price && !points) continue;
      Carry(draft);
      return true;
    }
    return false;
  }

  // "Carbon intensity fell 3%": a bare noun that the vocabulary does not know opens the sentence, and is not what was
  // spoken of.
  bool HasOtherSubject() const {
    const int verb = draft_.match.direction;
    const size_t first = c_.sentence->dateline;
    if (verb <= static_cast<int>(first) || verb >= static_cast<int>(draft_.cell)) return false;
    const auto noun = cells_.subspan(first, static_cast<size_t>(verb) - first);
    const bool plain = std::all_of(noun.begin(), noun.end(), [](const EventCell& cell) {
      return cell.kind == kWordCell && cell.roles == 0 && cell.subject == kAbsent && cell.activity == kAbsent &&
             cell.verb == kAbsent && !cell.possessive;
    });
    return plain && noun.back().item == kAbsent && !c_.vocabulary->stand_ins.contains(c_.text(noun.back()));
  }

  void Carry(const EventDraft& from) {
    CopyAnchor(from);
    draft_.phrase.reset();
    draft_.anchor = kAbsent;
    draft_.carried = true;
    draft_.doubt *= kDoubtOfCarried;
  }

  const SentenceContext& c_;
  EventDraft& draft_;
  const std::span<const EventCell> cells_;
  const UnitKind kind_;
};

// "will admit no more than 7,500": a limit.
bool IsToBeAtMost(const SentenceContext& context, const EventDraft& draft) {
  if (draft.event.kind != EventKind::kLevel || context.figure(draft.figure).bound != Bound::kAtMost) return false;
  const auto front = context.cells().first(draft.cell);
  return std::any_of(front.begin(), front.end(),
                     [](const EventCell& cell) { return cell.Is(WordRole::kFuture) || cell.Is(WordRole::kPlanned); });
}

}  // namespace

bool ResolveMeasure(const SentenceContext& context, EventDraft& draft) {
  if (!AnchorFinder(context, draft).Run()) return false;
  if (const int limit = context.measure(draft.measure).at_most; limit != kAbsent && IsToBeAtMost(context, draft))
    draft.measure = limit;
  const MeasureEntry& measure = context.measure(draft.measure);
  draft.event.measure = measure.name;
  if (draft.anchor != kAbsent && !draft.inherited) {
    draft.event.measure_text = std::string(context.text(context.cells()[static_cast<size_t>(draft.anchor)]));
  }
  // "8,000 calls" may be output of a kind; things that the vocabulary knows are safer.
  const EventCell& figure = context.cells()[draft.cell];
  const bool unknown_count = context.kind_of(draft.figure) == UnitKind::kCount && figure.item == kAbsent;
  if (unknown_count && figure.measure == kAbsent) draft.doubt *= kDoubtOfCount;
  if (measure.Is(MeasureTrait::kPart) && draft.event.kind == EventKind::kLevel) draft.event.kind = EventKind::kShare;
  return true;
}

}  // namespace tallywire::extract
