// The country that a text is at home in, whose figures are those without an owner.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Where no owner was spoken of: the country of the dateline or of an agency so far, else the one that most in the whole
// text tells of, else the only place that was named. kAbsent where nothing tells.
int HomeOfText(const SentenceContext& context);

// Whom a text speaks of that begins a paragraph and names nobody, where it spoke of `last` before: its home where that
// is a country, else what more of the text is about.
int ResumedSubject(const SentenceContext& context, int last);

// The country or region that the subject of that entry is, or is a part or a body of; kAbsent for others.
int PlaceOf(const EventVocabulary& vocabulary, size_t entry);

// The country whose money the unit is in ("BDT/kg"); kAbsent for the dollar and the euro, which the whole world reckons
// in, and where no money is meant.
int CountryOfMoney(const EventVocabulary& vocabulary, std::string_view unit);

struct PlacesOfText {
  int main = kAbsent;     // the country or region that most tells of; kAbsent where nearly as much tells of another one
  std::vector<int> told;  // all that anything surely tells of, in the order they come in
};

// The countries and regions that the readings and the figures of the body tell of: by their names and adjectives, their
// parts and agencies, and sums in their money. What stands behind "to" and "from" does not count: it is where things go
// and come from.
PlacesOfText FindPlaces(const EventVocabulary& vocabulary, std::span<const Reading* const> readings,
                        std::span<const FigureSpan> figures, const Lexicon& lexicon);

}  // namespace tallywire::extract
