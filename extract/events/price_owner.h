// Whose a price is: goods are priced somewhere, shares are a firm's.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// "Shares in Acme sank 4.6 percent to close at 86 won": by another verb, of the same firm.
bool TakeOwnerOfLastPrice(const SentenceContext& context, EventDraft& draft);

// The place that the sentence says a price of goods is paid in.
bool TakePlaceOfPrice(const SentenceContext& context, EventDraft& draft);

// "Goldmilk cut its price to 30 cents": the firm that opens the sentence, of a price told to be its own.
bool TakePriceSetter(const SentenceContext& context, EventDraft& draft);

// "Brent finished at $65": what is traded has a price, nobody's.
bool IsCommodityTrade(const SentenceContext& context, const EventDraft& draft);

// "Onions sold for 72 taka a kilo": goods that are paid for in a country's own money are priced there. London's
// markets price the world's in pounds.
void TakeCountryOfMoney(const SentenceContext& context, EventDraft& draft);

}  // namespace tallywire::extract
