// What a text has spoken of so far: the ground for "the same day", "a year earlier", "the following week".
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "extract/dates/calendar.h"

namespace tallywire::extract {

// The periods a text has mentioned so far; the ground for "the same day", "a year earlier".
class Mentions {
 public:
  void Note(const CalendarPeriod& period);
  // The latest mention as coarse as `grain` or finer, widened to it.
  std::optional<CalendarPeriod> Latest(PeriodGrain grain) const;
  // The latest of just that grain.
  std::optional<CalendarPeriod> LatestOf(PeriodGrain grain) const;
  // The latest from a month to a year: what figures are about.
  std::optional<CalendarPeriod> LatestLong() const;

 private:
  struct Mention {
    CalendarPeriod period;
    uint64_t order = 0;
  };
  static const Mention* Later(const Mention* a, const Mention* b);
  const Mention* LatestRange(int least_days, int most_days) const;
  const Mention* LatestBetween(PeriodGrain finest, PeriodGrain coarsest) const;

  std::array<Mention, 11> by_grain_{};
  uint64_t count_ = 0;
};

}  // namespace tallywire::extract
