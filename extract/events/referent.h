// Whom words without a name stand for: "its", "the country", "the company", "which".
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// The entity that "its", "the country" or "the company" at that cell stands for: the nearest in front of it in the
// sentence that agrees, else the last one the text spoke of; kAbsent where the cell is no such word or nothing agrees.
int ReferentOf(const SentenceContext& context, size_t cell);

// Whether it may find one.
inline bool MayRefer(const EventCell& cell) {
  constexpr uint64_t kReferring = BitOf(WordRole::kPronoun) | BitOf(WordRole::kDefinite) |
                                  BitOf(WordRole::kDefiniteCountry) | BitOf(WordRole::kDefiniteCompany) |
                                  BitOf(WordRole::kCompanyNoun);
  return (cell.roles & kReferring) != 0;
}

// "is refined in China, which imported 5 t": the cell of the name in front of the comma that the relative pronoun
// at `at` stands for, where it can own the draft's figure; kAbsent elsewhere.
int AntecedentOf(const SentenceContext& context, const EventDraft& draft, size_t at);

}  // namespace tallywire::extract
