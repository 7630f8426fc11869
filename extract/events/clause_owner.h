// The owner that the grammar of the figure's own clause tells, wherever the measure stands.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Beside the figure, of a measure told before: "against Kuwait's 3 million", "received 5 t and Hunan 4 t".
bool TakeNameBeside(const SentenceContext& context, EventDraft& draft);

// "a decrease of 34 lakh tonnes in Maharashtra, 10 lakh tonnes in Karnataka": where it is made is whose it is.
bool TakePlaceBehind(const SentenceContext& context, EventDraft& draft);

// "Germany's fell 2%, while Poland's rose 0.4%", "and PetroChina 5.6 million tons": the measure goes on, its owner is
// named anew behind the figure in front.
bool TakeClauseOwner(const SentenceContext& context, EventDraft& draft);

// "Shares of Acme were suspended, while Bexley gained 2%": the measure stands in another clause.
bool IsBehindBarrier(const SentenceContext& context, const EventDraft& draft);

// "Minmetals was granted 2,000 tons": the measure stands in an earlier sentence, the owner in this one.
void TakeOpener(const SentenceContext& context, EventDraft& draft);

// "5 t of copper were produced by Acme", "60% of it was taken by Peru": who does it stands behind "by".
bool TakeAgent(const SentenceContext& context, EventDraft& draft);

// "less than the 5 t of tin that Peru shipped": who acts in the clause behind the figure, on it alone.
bool TakeRelativeOwner(const SentenceContext& context, EventDraft& draft);

}  // namespace tallywire::extract
