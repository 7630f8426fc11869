// Who puts up a tariff or an import quota: both hit others than the country that has them.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Makes the country that the text tells of before the subject, where nobody in front of the cell `front` acts on the
// tariff or quota. False for other measures and where no such country is known.
bool TakeBorderOwner(const SentenceContext& context, size_t front, EventDraft& draft);

}  // namespace tallywire::extract
