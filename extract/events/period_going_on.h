// Whether a figure may go on with a period that was told before, and with which.
#pragma once

#include <string_view>

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// Days and weeks, which hold for the figure they stand with.
bool IsShortSpan(std::string_view period);

// "A year earlier it earned 5 million": whether the event's time was told so.
bool IsToldYearEarlier(const PeriodScope& scope, const Event& event);

// Whether the sentence in front has figures.
bool IsBehindFigures(const PeriodScope& scope);

// Whether the figure is of a company.
bool IsCompanys(const PeriodScope& scope);

// "up to 5 t a year", "employs 400 people": so in any year.
bool IsStanding(const PeriodScope& scope);

// "the average selling price": one of a span, where most prices are of a day.
bool IsAverage(const PeriodScope& scope);

// "a ceiling of 2.9 million barrels a day": so much on each day of the month that is spoken of.
bool IsDaily(const PeriodScope& scope);

// "had asked for a limit of 5 t": no limit that was spoken of.
bool IsDemand(const PeriodScope& scope);

// Whether a period that another sentence named may be this figure's.
bool MayGoOnWith(const PeriodScope& scope, std::string_view period);

}  // namespace tallywire::extract
