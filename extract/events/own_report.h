// A firm's own text: "Acme announces its results for the quarter ended March 31", 'Acme plc ("Acme" or the "Company")'.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Looks in the text's first sentences for a firm that announces its results or calls itself the Company, and notes the
// firm and the period that the sentence names. Call it before any sentence is read; the context needs no sentence.
void NoteOwnReport(const SentenceContext& context, DocumentFocus& focus);

}  // namespace tallywire::extract
