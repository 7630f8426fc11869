// What bears on a figure in a statement of a list or table (extract/text/statements.h), whose parts have bars between
// them.
#pragma once

#include <functional>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// The cell that `wanted` takes, of those that bear on the figure at `figure`: those of its own part, then those of the
// parts in front that hold no figure, the nearest part first: labels, then the lead. kAbsent where there is none, and
// in sentences that are no statement.
int FindInStatement(const EventSentence& sentence, size_t figure, const std::function<bool(const EventCell&)>& wanted);

// The same without leads that are clauses ("The ministry set the quotas as follows:"): who and what they speak of is
// found as in any sentence.
int FindLabel(const EventSentence& sentence, size_t figure, const std::function<bool(const EventCell&)>& wanted);

}  // namespace tallywire::extract
