// The months that a length of time means where it stands: "the first nine months", "12 months from March 1", "each of
// the following two years".
#pragma once

#include <string>

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// Of a cell with a length of time, "P12M": the months that are meant; empty where that cannot be told.
std::string SpanOfLength(const PeriodScope& scope, size_t cell, const std::string& length);
// "over the coming year", said in May: the twelve months that begin then. Empty for any other date.
std::string SpanOfComingYear(const PeriodScope& scope, size_t cell);
// Whether a length in front begins on the date at that cell: "12 months from March 1".
bool StartsSpan(const PeriodScope& scope, size_t cell);
// … or ends on it: "the 12 months to March 1".
bool EndsSpan(const PeriodScope& scope, size_t cell);

}  // namespace tallywire::extract
