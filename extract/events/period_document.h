// The period of a figure whose own clause names none, and no figure like it: what the text speaks of.
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// "Indonesia's October nickel exports fall": the first figures of a text are of the title's time.
void TakeFromTitle(const PeriodScope& scope);

// Prices without a day are those of the day of the news; what the text speaks of throughout (a season, a year) holds
// for figures of the same owner or thing.
void TakeFromDocument(const PeriodScope& scope);
// "India was a net importer in 2024-25. Imports went up 15%.": the one year, season or the like that a sentence without
// figures in front names.
void TakeFromSentenceBefore(const PeriodScope& scope);
// "February brought no slowdown. Output was 5 t": the same of parts of a year, which go before what other figures of
// the measure were told of.
void TakePartOfSentenceBefore(const PeriodScope& scope);
// "It sold 70% of its cobalt abroad last year. Stocks came to 5 t": the paragraph goes on to tell of that time,
// whatever it tells.
void TakeFromTelling(const PeriodScope& scope);

}  // namespace tallywire::extract
