// Who a sentence's words are said by.
#pragma once

#include <string>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

struct Speaker {
  int entity = kAbsent;
  std::string name;  // where it is no entity: "industry sources"
};

// Beside a verb of saying, or behind "according to"; empty where nobody is named.
Speaker FindSpeaker(const SentenceContext& context);

}  // namespace tallywire::extract
