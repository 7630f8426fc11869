#include "extract/dates/date_mentions.h"

namespace tallywire::extract {

void Mentions::Note(const CalendarPeriod& period) { by_grain_[static_cast<size_t>(period.grain)] = {period, ++count_}; }

const Mentions::Mention* Mentions::Later(const Mention* a, const Mention* b) {
  if (a == nullptr || b == nullptr) return a == nullptr ? b : a;
  return a->order > b->order ? a : b;
}

const Mentions::Mention* Mentions::LatestBetween(PeriodGrain finest, PeriodGrain coarsest) const {
  const Mention* best = nullptr;
  for (const Mention& mention : by_grain_) {
    if (mention.order == 0 || mention.period.grain < finest || mention.period.grain > coarsest) continue;
    best = Later(best, &mention);
  }
  return best;
}

const Mentions::Mention* Mentions::LatestRange(int least_days, int most_days) const {
  const Mention& range = by_grain_[static_cast<size_t>(PeriodGrain::kRange)];
  if (range.order == 0) return nullptr;
  const auto length = (range.period.days.last - range.period.days.first).count() + 1;
  return length >= least_days && length <= most_days ? &range : nullptr;
}

std::optional<CalendarPeriod> Mentions::Latest(PeriodGrain grain) const {
  // "That year" may be a season named by two years, "the week" one that ended on a Thursday.
  constexpr int kTwoYears = 731;
  const Mention* range = nullptr;
  if (grain == PeriodGrain::kYear) range = LatestRange(360, kTwoYears);
  if (grain == PeriodGrain::kWeek) range = LatestRange(7, 7);
  const Mention* best = Later(LatestBetween(PeriodGrain::kDay, grain), range);
  if (best == nullptr) return std::nullopt;
  if (best->period.grain == grain || best == range) return best->period;
  return PeriodAround(best->period.days.first, grain);
}

std::optional<CalendarPeriod> Mentions::LatestOf(PeriodGrain grain) const {
  const Mention* best = LatestBetween(grain, grain);
  return best == nullptr ? std::nullopt : std::optional(best->period);
}

std::optional<CalendarPeriod> Mentions::LatestLong() const {
  constexpr int kMonth = 28;
  constexpr int kTwoYears = 731;
  const Mention* best = Later(LatestBetween(PeriodGrain::kMonth, PeriodGrain::kYear), LatestRange(kMonth, kTwoYears));
  return best == nullptr ? std::nullopt : std::optional(best->period);
}

}  // namespace tallywire::extract
