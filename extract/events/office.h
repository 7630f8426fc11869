// Things that only name an office or a trade: "the coal minister", "tin traders".
#pragma once

#include <cstddef>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// "the Food Minister": whether the thing named at that cell only says whose office it is.
bool NamesOffice(const SentenceContext& context, size_t cell);

}  // namespace tallywire::extract
