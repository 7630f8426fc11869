#include "extract/dates/date_run.h"

#include "extract/dates/date_stretch.h"

namespace tallywire::extract {

using std::chrono::days;

bool DateRun::Begin(const Step& step) {
  if (step.verb == StepVerb::kDct) {
    relative_ = true;
    if (!context_.published) return Unresolved();
    return Have(PeriodAround(*context_.published, PeriodGrain::kDay));
  }
  if (step.verb == StepVerb::kAnchor) return Anchor(step);
  if (step.verb == StepVerb::kMention) return Mention(step);
  const auto number = Number(step, 0);
  if (!number) return false;
  const Day pivot = context_.published.value_or(Day{});
  if (step.verb == StepVerb::kYear) return Have(YearOf(*number < 100 ? YearNear(*number, pivot) : *number));
  if (step.verb == StepVerb::kCentury) {
    const auto first = YearOf((*number - 1) * 100 + (*number == 1 ? 1 : 0));
    return first && Have(PeriodAround(first->days.first, PeriodGrain::kCentury));
  }
  const auto first = YearOf(*number < 100 ? 1900 + *number : *number);
  return first && Have(PeriodAround(first->days.first, PeriodGrain::kDecade));
}

bool DateRun::Anchor(const Step& step) {
  relative_ = true;
  const auto unit = Unit(step, 0);
  if (!unit || !unit->grain) return false;
  auto mention = context_.mentions == nullptr ? std::nullopt : context_.mentions->Latest(*unit->grain);
  if (!mention && context_.published) mention = PeriodAround(*context_.published, *unit->grain);
  return mention ? Have(mention) : Unresolved();
}

bool DateRun::Mention(const Step& step) {
  relative_ = true;
  const bool any = step.arguments[0].text == "any";
  const auto unit = any ? std::nullopt : Unit(step, 0);
  if (!any && (!unit || !unit->grain)) return false;
  std::optional<CalendarPeriod> mention;
  if (context_.mentions != nullptr) {
    mention = any ? context_.mentions->LatestLong() : context_.mentions->LatestOf(*unit->grain);
  }
  if (!mention && context_.published) {
    mention = PeriodAround(*context_.published, any ? PeriodGrain::kYear : *unit->grain);
    // Nothing was named: of a quarter or month that figures are about, the last one that is over is meant.
    if (!any) mention = Shift(*mention, -1, *unit->grain);
  }
  return mention ? Have(mention) : Unresolved();
}

bool DateRun::Unresolved() {
  unresolved_ = true;
  period_.reset();
  return true;
}

bool DateRun::Part(const Step& step) {
  if (unresolved_) return true;
  if (!period_) return false;
  if (step.verb == StepVerb::kHoliday) {
    const auto word = Argument(step, 0, WordKind::kHoliday);
    return word && Have(HolidayIn(YearNow(), word->code));
  }
  const auto number = Number(step, 0, KindOf(step.verb));
  if (!number) return false;
  const Day first = period_->days.first;
  switch (step.verb) {
    case StepVerb::kMonth:
      return Have(PartOfYear(YearNow(), PeriodGrain::kMonth, *number));
    case StepVerb::kQuarter:
      return Have(PartOfYear(YearNow(), PeriodGrain::kQuarter, *number));
    case StepVerb::kHalf:
      return Have(PartOfYear(YearNow(), PeriodGrain::kHalf, *number));
    case StepVerb::kSeason:
      return Have(PartOfYear(YearNow(), PeriodGrain::kSeason, *number));
    case StepVerb::kWeek:
      return Have(PartOfYear(YearNow(), PeriodGrain::kWeek, *number));
    case StepVerb::kDay:
      return Have(DayOf(YearNow(), MonthOfDay(first), *number));
    case StepVerb::kInYear:
      cycle_.reset();
      return Have(Shift(*period_, *number - YearNow(), PeriodGrain::kYear));
    case StepVerb::kMonthBegin: {
      const auto month = PartOfYear(YearNow(), PeriodGrain::kMonth, *number);
      if (!month) return false;
      return Have(RangeOf(month->days.first, *ShiftDay(month->days.first, 1, PeriodGrain::kYear) - days{1}));
    }
    default:
      return Have(
          PeriodAround(PeriodAround(first, PeriodGrain::kWeek).days.first + days{*number - 1}, PeriodGrain::kDay));
  }
}

bool DateRun::Written(const Step& step) {
  const auto first = Number(step, 0);
  if (!first) return false;
  if (step.verb == StepVerb::kEightDigits) return Have(DayOf(*first / 10000, *first / 100 % 100, *first % 100));
  if (step.verb == StepVerb::kHalfOfMonth) return HalfOfMonth(*first);
  const auto second = Number(step, 1);
  if (!second) return false;
  if (step.verb == StepVerb::kYearPair) return YearPair(*first, *second);
  if (unresolved_ || !period_) return unresolved_;
  const auto [month, day] = MonthAndDay(*first, *second);
  return Have(DayOf(YearNow(), month, day));
}

std::pair<int, int> DateRun::MonthAndDay(int first, int second) const {
  const bool day_first = first > 12 || (context_.day_first && second <= 12);
  return day_first ? std::pair(second, first) : std::pair(first, second);
}

bool DateRun::HalfOfMonth(int half) {
  constexpr days kFirstHalf{15};
  if (unresolved_ || !period_) return unresolved_;
  const DaySpan month = period_->days;
  if (half == 1) return Have(RangeOf(month.first, month.first + kFirstHalf - days{1}));
  return half == 2 && Have(RangeOf(month.first + kFirstHalf, month.last));
}

bool DateRun::YearPair(int first, int second) {
  int from = first;
  if (from < 100) from = YearNear(from, context_.published.value_or(Day{}));
  int to = second < 100 ? from / 100 * 100 + second : second;
  if (to <= from && second < 100 && second >= 1 && second <= 12 && to + 100 != from + 1) {
    return Have(PartOfYear(from, PeriodGrain::kMonth, second));
  }
  if (to < from) to += 100;
  constexpr int kMostYears = 15;  // "1625-20" is the number of a part
  if (second < 100 && to - from > kMostYears) return false;
  const auto begin = YearOf(from);
  const auto end = YearOf(to);
  pair_ = to == from + 1;
  return begin && end && end->days.last > begin->days.last && Have(RangeOf(begin->days.first, end->days.last));
}

WordKind DateRun::KindOf(StepVerb verb) {
  switch (verb) {
    case StepVerb::kMonth:
    case StepVerb::kPickMonth:
    case StepVerb::kPickDate:
    case StepVerb::kMonthBegin:
      return WordKind::kMonth;
    case StepVerb::kWeekday:
    case StepVerb::kPickWeekday:
    case StepVerb::kPickWeekdayDay:
      return WordKind::kWeekday;
    case StepVerb::kSeason:
    case StepVerb::kPickSeason:
      return WordKind::kSeason;
    default:
      return WordKind::kNumber;
  }
}

bool DateRun::Stretch(const Step& step) {
  if (unresolved_) return true;
  const auto count = Number(step, 0);
  const auto unit = Unit(step, 1);
  if (!period_ || !count || !unit || !unit->grain || *count < 1) return false;
  return Have(StretchOf(*period_, step.verb, *count * unit->factor, *unit->grain));
}

bool DateRun::NthOfMonth(const Step& step) {
  if (unresolved_) return true;
  const auto nth = Number(step, 0);
  const auto weekday = Number(step, 1, WordKind::kWeekday);
  if (!period_ || !nth || !weekday) return false;
  return Have(NthWeekday(YearNow(), MonthOfDay(period_->days.first), *nth, *weekday));
}

}  // namespace tallywire::extract
