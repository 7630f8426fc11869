// From the roles of a sentence's figures to its events in the making.
#pragma once

#include <vector>

#include "extract/events/event_draft.h"
#include "extract/events/event_roles.h"

namespace tallywire::extract {

// The events of the sentence in the order of their figures. `context.before` is set while they are made.
std::vector<EventDraft> BuildDrafts(SentenceContext& context, const FigureRoles& roles);

}  // namespace tallywire::extract
