// The country that a text is at home in, whose figures are those without an owner.
#pragma once

#include <span>
#include <string_view>

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Where no owner was spoken of: the country of the dateline or of an agency, else the only place that is named, else
// the one whose money the text reckons in, else the one that the whole text names most. kAbsent where nothing tells.
int HomeOfText(const SentenceContext& context);

// The country whose money the unit is in ("BDT/kg"); kAbsent for the dollar and the euro, which the whole world reckons
// in, and where no money is meant.
int CountryOfMoney(const EventVocabulary& vocabulary, std::string_view unit);

// The country or region that the readings name most, and more than once: by itself, its adjective, its parts and its
// agencies. Of two that are named as often the one that comes first; kAbsent where there is none.
int MainCountry(const EventVocabulary& vocabulary, std::span<const Reading* const> readings, const Lexicon& lexicon);

}  // namespace tallywire::extract
