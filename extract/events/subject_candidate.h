// Which of the names in a sentence can own a figure.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

inline constexpr size_t kLongestDescription = 7;  // cells of "the St. Louis brewing company"

// "of Japan" is no subject, but for "the island state of Japan".
bool IsGoverned(std::span<const EventCell> cells, size_t cell);
// "Jane Doe, president of the association, expects"
bool IsPerson(const SentenceContext& context, size_t cell);
// "the world's largest producer" and "the New York auction house" are descriptions of something else.
bool Describes(const DocumentNames& names, std::span<const EventCell> cells, size_t cell);
// "Peru, Chile and Bolivia agreed": the first of the names of the list that ends at that cell; the cell itself where
// there is none.
size_t FirstOfList(const SentenceContext& context, size_t cell);
// "Acme's Lima plant produced", "Acme's Hong Kong shares": of the cell of the place; both are the firm's, which stands
// in the cell in front.
bool IsSiteOfFirm(const SentenceContext& context, size_t cell);
// "Acme told Undercurrent it expects 5 t": whether who stands there only listens.
bool IsAddressed(const SentenceContext& context, size_t cell);

bool IsPlace(SubjectKind kind);

}  // namespace tallywire::extract
