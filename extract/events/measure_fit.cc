#include "extract/events/measure_fit.h"

#include <algorithm>
#include <span>
#include <string>

#include "extract/events/bare_sentence.h"
#include "extract/text/token.h"

namespace tallywire::extract {

bool MeasureFit::Takes(int measure) const {
  const MeasureEntry& entry = c_.measure(measure);
  // "less than half of output" is a part of something, not an amount.
  if (c_.is_part(draft_.figure) && draft_.event.kind == EventKind::kLevel) return false;
  if (kind_ == UnitKind::kTimes) return draft_.event.kind == EventKind::kChange;
  // "with 14 companies sharing the quota", "most of the 23 members pump less": who gets or makes it is none of it.
  const bool dealt = entry.Is(MeasureTrait::kDealt) && !entry.Is(MeasureTrait::kMarket);
  const bool shared = entry.Is(MeasureTrait::kLimit) || dealt;
  if (shared && CountsActors()) return false;
  if ((entry.units & MaskOf(kind_)) == 0 && !SharesUnit(measure)) return false;
  // "a share of 30%": of what was spoken of, not of a price or a duty.
  const bool never_shared = entry.Is(MeasureTrait::kPrice) || entry.Is(MeasureTrait::kDuty);
  if (draft_.event.kind == EventKind::kShare && never_shared) return false;
  const bool percent = kind_ == UnitKind::kPct || kind_ == UnitKind::kPoints;
  return !percent || draft_.event.kind != EventKind::kLevel || entry.rate;
}

// "revenue of 6.7 billion riyals, against 9.7 billion": the unit stands with the figure before it.
bool MeasureFit::SharesUnit(int measure) const {
  if (kind_ != UnitKind::kBare || draft_.event.kind != EventKind::kLevel) return false;
  return std::any_of(c_.before.begin(), c_.before.end(), [&](const EventDraft& draft) {
    return draft.measure == measure && draft.event.kind == EventKind::kLevel &&
           c_.kind_of(draft.figure) != UnitKind::kBare;
  });
}

int MeasureFit::MeasureAt(size_t cell) const {
  const int measure = cells_[cell].measure;
  const bool relative = kind_ == UnitKind::kPct || kind_ == UnitKind::kPoints;
  const bool change = relative && draft_.event.kind != EventKind::kShare;
  if (c_.measure(measure).of_limits != kAbsent && (GoesOnWithLimit(cell) || (!change && SpokeOfLimits())))
    return c_.measure(measure).of_limits;
  if (c_.measure(measure).of_told) {
    // "71% of the required volume" is of some other one.
    const bool bare = cell == 0 || cells_[cell - 1].kind != kWordCell || cells_[cell - 1].roles != 0;
    if (const int told = bare ? MeasureTold() : kAbsent; told != kAbsent) return told;
  }
  const int otherwise = c_.measure(measure).otherwise;
  return otherwise != kAbsent && !Takes(measure) ? otherwise : measure;
}

// "It exported fish worth 5 billion; the volume was down 11%": the exports', of this sentence or the one in front.
int MeasureFit::MeasureTold() const {
  const auto told = [&](std::span<const EventDraft> drafts) {
    const auto it = std::find_if(drafts.rbegin(), drafts.rend(), [&](const EventDraft& draft) {
      return c_.measure(draft.measure).Is(MeasureTrait::kDealt);
    });
    return it == drafts.rend() ? kAbsent : it->measure;
  };
  if (const int measure = told(c_.before); measure != kAbsent) return measure;
  c_.catch_up->Read();
  const DocumentFocus& focus = *c_.focus;
  if (!focus.drafts.empty() && focus.drafts_sentence + 1 == c_.sentence->number) return told(focus.drafts);
  // "Nickel exports climbed in September. The volume stood at 5 t"
  const int bare = MeasureOfBareSentence(c_);
  return bare != kAbsent && c_.measure(bare).Is(MeasureTrait::kDealt) ? bare : kAbsent;
}

// "The quota was raised by 6% from 2023, when the volume jumped 20%": the quota's.
bool MeasureFit::GoesOnWithLimit(size_t cell) const {
  if (cell == 0) return false;
  const bool goes_on = !c_.before.empty() && cells_[cell - 1].Is(WordRole::kArticle);
  if (goes_on && c_.measure(c_.before.back().measure).Is(MeasureTrait::kLimit)) return true;
  // "announced its quota for 2024, with volumes up 6%"
  if (!cells_[cell - 1].Is(WordRole::kHave)) return false;
  for (size_t at = cell - 1; at-- > 0 && cells_[at].kind != kFigureCell && cells_[at].kind != kBarrierCell;) {
    if (cells_[at].measure != kAbsent) return c_.measure(cells_[at].measure).Is(MeasureTrait::kLimit);
  }
  return false;
}

bool MeasureFit::CountsActors() const {
  if (kind_ != UnitKind::kCount) return false;
  std::string noun;
  FoldCase(c_.figure(draft_.figure).unit, noun);  // "20 Member States"
  return c_.vocabulary->actors.contains(noun);
}

bool MeasureFit::IsLot() const {
  constexpr double kLot = 1e6;
  return kind_ == UnitKind::kMoney && c_.figure(draft_.figure).value >= kLot;
}

bool MeasureFit::SpokeOfLimits() const {
  constexpr size_t kReach = 2;  // sentences
  c_.catch_up->Read();
  const size_t last = c_.focus->limits.sentence;
  return last != SpokenLimits::kNoSentence && last < c_.sentence->number && last + kReach >= c_.sentence->number;
}

}  // namespace tallywire::extract
