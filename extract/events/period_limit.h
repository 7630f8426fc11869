// Which year or quarter is meant by a limit's date that names no year: limits are set for what is to come.
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// "agreed on quotas for 2026. The cod quota drops to 5 t for the first half": that of 2026. "The quota for
// July-September amounts to 5 t", said in June: the months ahead, as of anything that is to come. `own` is the cell of
// the date; call once the period is taken from it.
void TakeTermAhead(const PeriodScope& scope, size_t own);

// "In the current six-month period, which ends on May 31, the quota is 5 t": of as many months as the sentence, else
// the term of the limits that are spoken of, tells. False where no such words stand in front of the figure.
bool TakeRunningTerm(const PeriodScope& scope);

// "may export 5 t by the end of December" of the limits that hold from October 16 to December 31: of that term. `own`
// is the cell of the date that the period is taken from.
void WidenToTerm(const PeriodScope& scope, size_t own);

// "may ship 5 t until May 31", "a duty of 20% until March 31": from the day of the news, where nothing tells of an
// earlier one; but "through March" is of March as well as of what lies before it.
void BeginNow(const PeriodScope& scope, size_t own);

// "quotas for 2026. That of cod is 5 t for the first half, hake stays at 3 t": the half is cod's, the year is to come.
void WidenToYearAhead(const PeriodScope& scope);

// "cut the limit for the year from October to 5 t. The current limit is 6 t": of the year before the one to come.
void TakeTermOfNow(const PeriodScope& scope);

// "From January 1 the quota is 5 t": of the year that begins then.
void WidenToYearBegun(const PeriodScope& scope);

}  // namespace tallywire::extract
