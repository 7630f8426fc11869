// When and by whom a figure set by authority was decided: "the quota, set by the ministry in May".
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Whether the month or quarter at that cell tells when something was decided: "issued in May", "set by the council in
// October". It stands behind such a participle, or behind the one who decided.
bool TellsDecision(const SentenceContext& context, size_t date);

// The entity that decided, behind a participle in front of `end` or behind the figure: "set by the ministry".
int DeciderOf(const SentenceContext& context, size_t figure);

}  // namespace tallywire::extract
