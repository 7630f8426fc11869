// The country that a text is at home in by its dateline or the bodies it names.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// The one that the sentence tells: "MANILA, June 21 (Newswire) -", "the Philippine Statistics Authority". kAbsent where
// it tells none.
int HomeOf(const SentenceContext& context);

// Notes it, unless an earlier sentence told one.
void NoteHome(const SentenceContext& context, FocusNouns& focus);

}  // namespace tallywire::extract
