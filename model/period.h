// ISO periods as events and dates carry them, and the days they span.
#pragma once

#include <optional>
#include <string_view>

#include "model/time.h"

namespace tallywire {

struct DaySpan {
  Day first;
  Day last;  // inclusive
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// First and last day of an ISO 8601 or TIMEX3 period: YYYY, YYYY-MM, YYYY-MM-DD (a time of day is ignored), YYYY-Qn,
// YYYY-Hn, YYYY-Wnn (ISO week, Monday first), YYYY-Wnn-WE, YYYY-SP|SU|FA|WI (meteorological seasons of the northern
// hemisphere; winter is the one that begins in December of that year), decades YYYX or YYY, centuries YYXX or YY, and
// intervals A/B from the first day of A to the last of B. Nullopt for durations, PAST_REF and whatever names no span of
// days.
std::optional<DaySpan> DaysOf(std::string_view period);

}  // namespace tallywire
