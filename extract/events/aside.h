// What a sentence tells in passing, between commas.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// "Acme, created in May from three firms, was given", "Acme, owned by Bexley and Orrin, has been told", "imports,
// spurred by demand for gold, jumped": the comma that opens what is told of the name or measure in front, which ends at
// that one; else that one.
size_t BeforeParticiple(const SentenceContext& context, size_t comma);

// "Wa State, which supplied China's mills in 2023, will charge": what stands between the commas is said in passing. The
// comma in front of it, where `cell` is the one behind it; else `cell`.
size_t BeforeAside(const SentenceContext& context, size_t cell);

}  // namespace tallywire::extract
