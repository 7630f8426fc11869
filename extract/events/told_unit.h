// Units that the text has told levels in, and figures that go on in one of them.
#pragma once

#include <string_view>
#include <vector>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// How many times as much, or as little, a figure may be beside the one whose unit it takes, and a price beside another.
inline constexpr double kFarApart = 20;
inline constexpr double kPriceApart = 4;
inline constexpr double kCountApart = 50;

inline bool AreClose(double value, double other, double times) {
  return value <= other * times && other <= value * times;
}

// Whether a number without a noun may count the same things as another: a share of them, or all of them.
inline bool IsLikeCount(double value, double other) { return AreClose(value, other, kCountApart); }

// Notes those of levels that a rule of their own told.
void NoteUnits(const SentenceContext& context, const std::vector<EventDraft>& drafts, DocumentFocus& focus);

// What the text has told in the figure's own unit, or of a price in its money, where the figure can stand beside it:
// not "a 50-kg bag". Null where there is nothing.
const ToldUnit* UnitTold(const SentenceContext& context, const EventDraft& draft);

// "of the quota 30,000 t will go to mills and 20,000 t to traders": behind a comma or "and", a figure in the unit of a
// level that this sentence told; null where there is none.
const EventDraft* GoesOnHere(const SentenceContext& context, const EventDraft& draft);

// The unit told before that a large number without one goes on in: "91 million tons. Qatar shipped 78 million"; null
// where there is none.
const ToldUnit* UnitGoneOnWith(const SentenceContext& context, const EventDraft& draft);

// The price per something told before that a sum of money goes on with: "wheat rose to $247 a ton. A month ago the
// price was $237"; null where there is none of the same thing.
const ToldUnit* RateGoneOnWith(const SentenceContext& context, const EventDraft& draft);

// Whether the unit is a noun, as of what is counted one by one: "whale", no "lm" or "GB/s".
bool IsThingCounted(const SentenceContext& context, std::string_view unit);

// What was counted last, which a number of like size without a noun counts as well: "caught 414 whales. The quota was
// 1,157"; null where there is none.
const ToldUnit* CountGoneOnWith(const SentenceContext& context, const EventDraft& draft);

}  // namespace tallywire::extract
