// What part a date plays beside a figure: the period it is about, the one it is compared with, or neither.
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// May be what the figure is about.
// "compared with a year-earlier net loss of $6 million", "the 1985/86 projected revenue of": the date in front of the
// words for what a level measures.
bool NamesOwnPhrase(const PeriodScope& scope, size_t at);
bool IsUsable(const PeriodScope& scope, size_t cell);
// A date beside "said" or "announced" tells when it was said; a day or week beside a quota when it was decided.
bool IsAnnouncement(const PeriodScope& scope, size_t cell);
// What the figure is compared with: "up from 2019".
bool IsBasis(const PeriodScope& scope, size_t cell);
// "on 2005 levels", "over 2018": a basis where it lies before what the figure is about.
bool IsWeakBasis(const PeriodScope& scope, size_t cell);
// "March soybeans lost 12 cents": the month of delivery, not of the trade.
bool IsContractMonth(const PeriodScope& scope, size_t cell);
// "the month before", "the previous year"
bool IsPreceding(const PeriodScope& scope, size_t cell);

}  // namespace tallywire::extract
