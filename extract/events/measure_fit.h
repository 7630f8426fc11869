// Which measures a figure can be of: by its unit, by its kind, by what the text speaks of.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Of one draft while its measure is looked for. The context and the draft must outlive it.
class MeasureFit {
 public:
  MeasureFit(const SentenceContext& context, const EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()), kind_(context.kind_of(draft.figure)) {}

  const SentenceContext& context() const { return c_; }
  const EventDraft& draft() const { return draft_; }
  UnitKind kind() const { return kind_; }  // of the figure's unit

  // Whether the measure can be the figure's. A per cent can be the level only of what is counted in per cent.
  bool Takes(int measure) const;
  // The measure that the noun at that cell names beside this figure: "a deficit of 5 million tons" is one of supply.
  int MeasureAt(size_t cell) const;
  // "14 companies", "three batches": who or what shares in an amount, and is none.
  bool CountsActors() const;
  // Money for all of it: "rice worth $5 million".
  bool IsLot() const;
  // "It set quotas for exports. The volume was raised to 5 t.": whether a sentence just in front named a limit.
  bool SpokeOfLimits() const;

 private:
  bool SharesUnit(int measure) const;
  bool GoesOnWithLimit(size_t cell) const;
  int MeasureTold() const;

  const SentenceContext& c_;
  const EventDraft& draft_;
  const std::span<const EventCell> cells_;
  const UnitKind kind_;
};

}  // namespace tallywire::extract
