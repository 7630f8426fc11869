#include "extract/dates/reporting_year.h"

#include <algorithm>

#include "extract/dates/calendar.h"
#include "extract/dates/date_years.h"

namespace tallywire::extract {
namespace {

bool IsPart(PeriodGrain grain) { return grain == PeriodGrain::kQuarter || grain == PeriodGrain::kHalf; }

// The year, by the calendar's names, of the latest such quarter or half that is over, unless the next ends much nearer
// or the clause speaks of what will be: reports tell of what is over.
std::optional<int> LikeliestYear(const YearCalendar& calendar, const CalendarPeriod& part, Day day, bool future) {
  constexpr int kMuchNearer = 5;
  std::optional<DaySpan> over;
  for (int year = YearOfDay(day) - 1; year <= YearOfDay(day) + 2; ++year) {
    const auto days = DaysOfYear(calendar, year, part.grain, PartNumber(part));
    if (!days) return std::nullopt;
    if (days->last >= day) {
      const bool nearer = future || !over || day - over->last > kMuchNearer * (days->last - day);
      return nearer ? year : year - 1;
    }
    over = days;
  }
  return std::nullopt;
}

// How many years from the likeliest one: "last year's first half", "the year-ago third quarter".
int YearsAway(const DateMeaning& meaning, Day reference) {
  if (meaning.relation == PeriodRelation::kShifted) return meaning.count.value_or(0);
  return meaning.cycle ? 0 : YearOfDay(meaning.period->days.first) - YearOfDay(reference);
}

std::optional<DaySpan> DaysOfRelative(const YearCalendar& calendar, const DateMeaning& meaning, Day reference) {
  const CalendarPeriod& part = *meaning.period;
  const auto year = LikeliestYear(calendar, part, reference, meaning.future);
  if (!year) return std::nullopt;
  return DaysOfYear(calendar, *year + YearsAway(meaning, reference), part.grain, PartNumber(part));
}

std::optional<DaySpan> DaysIn(const YearCalendar& calendar, const DateSpan& date, std::optional<Day> reference) {
  const DateMeaning& meaning = date.meaning;
  if (!meaning.period || meaning.reporting_begins || !meaning.part.empty() || date.date.type != "date")
    return std::nullopt;
  const CalendarPeriod& period = *meaning.period;
  if (meaning.relative && meaning.part_named && IsPart(period.grain) && reference)
    return DaysOfRelative(calendar, meaning, *reference);
  const bool named = meaning.fiscal && !meaning.relative;
  if (!named || !(IsPart(period.grain) || period.grain == PeriodGrain::kYear)) return std::nullopt;
  return DaysOfYear({calendar.begins, !meaning.named_by_begin}, YearOfDay(period.days.first), period.grain,
                    PartNumber(period));
}

}  // namespace

void ApplyReportingYear(std::optional<Day> reference, std::vector<DateSpan>& dates) {
  const auto telling = std::find_if(dates.begin(), dates.end(),
                                    [](const DateSpan& date) { return date.meaning.reporting_begins.has_value(); });
  if (telling == dates.end() || *telling->meaning.reporting_begins == 1) return;
  const YearCalendar calendar{*telling->meaning.reporting_begins, true};
  for (DateSpan& date : dates) {
    const auto days = DaysIn(calendar, date, reference);
    // What the country's calendar says as well is no firm's own.
    if (!days || date.days == *days) continue;
    date.days = *days;
    date.meaning.of_firm = true;
    date.date.start_date = ToIsoDate(days->first);
    date.date.end_date = ToIsoDate(days->last);
  }
}

}  // namespace tallywire::extract
