// The span of time that a date means where it stands: "the nine months" of company results, "the week to May 19",
// "since 1 October".
#pragma once

#include <string>

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// The ISO period of the date at that cell; empty where it names none.
std::string SpanOf(const PeriodScope& scope, size_t cell);
// "5 t in 2026 and 2027": both years, where the date at that cell and the next follow on each other and the figure
// stands in no list; empty otherwise.
std::string SpanOfPair(const PeriodScope& scope, size_t cell);
// Whether the cell is a date that names a period.
bool IsPeriod(const PeriodScope& scope, size_t cell);
// "since October", "since the ban began in October": whether the date at that cell is the beginning of a span.
bool IsSince(const PeriodScope& scope, size_t cell);
// The date at that cell begins behind the day of the news.
bool LiesAhead(const PeriodScope& scope, size_t cell);

// "a year earlier" beside a quarter or month, the `current` one, means that quarter or month of the year before.
std::string FitToGrain(const std::string& year, const std::string& current);

// "in the same months of 2018", "in the corresponding stretch of October": as much of what the date at that cell names
// as the `current` period is of its own; empty where no such words stand there.
std::string SameSpanIn(const PeriodScope& scope, size_t cell, const std::string& current);

}  // namespace tallywire::extract
