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

// Whether a verb begins at that cell that somebody can be the subject of.
bool Acts(std::span<const EventCell> cells, size_t at);

// "Acme, created in May from three firms, was given", "Acme, owned by Bexley and Orrin, has been told": the comma that
// opens what is told of the name in front, which ends at that one; else that one.
size_t BeforeParticiple(const SentenceContext& context, size_t comma);

// "Wa State, which supplied China's mills in 2023, will charge": what stands between the commas is said in passing. The
// comma in front of it, where `cell` is the one behind it; else `cell`.
size_t BeforeAside(const SentenceContext& context, size_t cell);

// "In the U.S., where herds are small, stocks fell": the cell of the place that the sentence is set in; kAbsent where
// none is.
int OpeningPlace(const SentenceContext& context);

// "India: stocks fell": the cell of the place that the sentence opens with and a colon follows; kAbsent where none
// does.
int PlaceLabel(const SentenceContext& context);

}  // namespace tallywire::extract
