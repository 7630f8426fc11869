// Crop years and the like that are spoken of as "this season" and "last season".
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// Twelve months that do not begin in January.
bool IsSeasonByMonths(const std::string& period);

// "10 lakh tonnes last season": the season that was spoken of, or the one before it. False where none is meant.
bool TakeSeason(const PeriodScope& scope);
// The same, by the words behind the figure only and where they name a season.
bool TakeSeasonBehind(const PeriodScope& scope);
// "clamped down in December, restricting exports in the current season to 5 t": the same, by the words between the date
// at that cell and the figure.
bool TakeSeasonSince(const PeriodScope& scope, size_t date);
// "more than last season", as what the figure is compared with.
bool TakeSeasonBasis(const PeriodScope& scope);

// "the 2025/26 supply year, which runs from November to October", "the 2025-26 cycle (July-June)", "the 2025-26 year
// starting November 1": the months that the words behind the season give it; empty where they give none.
std::string MonthsOfSeason(const SentenceContext& context, const DateSpan& season);

// The season that the words at that cell name, as WithMonthsTold; of "so far in the 2023/24 season" the months that the
// text told of it last, "between July 1 and August 13", else those from its beginning to the day of the news where the
// text tells its months.
std::string SeasonMeant(const PeriodScope& scope, size_t at, const std::string& season);

// Behind "the 2022-23 marketing year (October-September)" all seasons of that thing have those months. Anything else
// stays as it is.
std::string WithMonthsTold(const PeriodScope& scope, const std::string& season);

}  // namespace tallywire::extract
