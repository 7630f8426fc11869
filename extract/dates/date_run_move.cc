#include "extract/dates/date_run.h"

#include <utility>

#include "extract/dates/date_stretch.h"

namespace tallywire::extract {

using std::chrono::days;

bool DateRun::Move(const Step& step) {
  if (step.verb == StepVerb::kThru) {
    from_ = std::exchange(period_, std::nullopt);
    return unresolved_ || from_.has_value();
  }
  if (unresolved_) return MoveUnresolved(step);
  if (!period_) return false;
  if (step.verb == StepVerb::kSince) {
    if (!context_.published || *context_.published < period_->days.first) return false;
    return Have(RangeOf(period_->days.first, *context_.published));
  }
  if (step.verb == StepVerb::kOver) return Over();
  if (step.verb == StepVerb::kLongWeekend) return Have(LongWeekend(period_->days.first));
  if (step.verb == StepVerb::kWorkdays || step.verb == StepVerb::kWorkdaysBack) {
    const auto found = Workdays(period_->days.first, Number(step, 0).value_or(0), step.verb == StepVerb::kWorkdaysBack);
    return found && Have(RangeOf(found->first, found->last));
  }
  if (step.verb == StepVerb::kThruMonth) return ThruMonth(Number(step, 0, WordKind::kMonth));
  const auto unit = Unit(step, step.arguments.size() - 1);
  // Hours and minutes leave the day as it is.
  if (!unit || !unit->grain) return step.verb != StepVerb::kTo && unit.has_value();
  if (step.verb == StepVerb::kTo) return Have(PeriodAround(period_->days.first, *unit->grain));
  const auto count = Number(step, 0, WordKind::kDirection);
  const auto number = count ? count : Number(step, 0);
  if (!number) return VagueMove(step);
  return MoveBy(step.verb, *number * unit->factor, *unit->grain);
}

bool DateRun::Over() {
  const bool open = context_.published && period_->days.last >= *context_.published;
  if (!open || period_->grain == PeriodGrain::kRange) return true;
  return Have(PeriodAround(PeriodAround(*context_.published, period_->grain).days.first - days{1}, period_->grain));
}

bool DateRun::ThruMonth(std::optional<int> month) {
  if (!month) return false;
  const Day first = period_->days.first;
  const auto last = PartOfYear(YearNow() + (*month < MonthOfDay(first) ? 1 : 0), PeriodGrain::kMonth, *month);
  if (!last || !Have(MonthsOf(first, last->days.last))) return false;
  return !ReportsTooEarly() || Have(Shift(*period_, -1, PeriodGrain::kYear));
}

// "Exports fell 5% in January-November", written in January: what fell in so many months is over, so they were last
// year's.
bool DateRun::ReportsTooEarly() const {
  constexpr auto kManyMonths = days{8 * 30};
  const auto& [first, last] = period_->days;
  if (!cycle_ || context_.tense != Tense::kPast || !context_.published || last - first < kManyMonths) return false;
  return *context_.published < first + (last - first) / 2;
}

bool DateRun::MoveBy(StepVerb verb, int count, PeriodGrain unit) {
  if (verb == StepVerb::kAdd) return Have(Shift(*period_, count, unit));
  if (verb == StepVerb::kSub) return Have(Shift(*period_, -count, unit));
  if (verb == StepVerb::kBackToEnd) {
    const Day behind = period_->days.last + days{1};
    const auto begin = ShiftDay(behind, -count, unit);
    return begin && count >= 1 && Have(MonthsOf(*begin, behind - days{1}));
  }
  if (verb == StepVerb::kOnward) {
    const auto end = ShiftDay(period_->days.first, count, unit);
    return end && count >= 1 && Have(RangeOf(period_->days.first, *end - days{1}));
  }
  // Quarters are those of the calendar; other units are counted from the day.
  const bool quarters = unit == PeriodGrain::kQuarter;
  const DaySpan present = quarters ? PeriodAround(period_->days.first, unit).days : period_->days;
  // "The past three months" end on the day before; "the next three days" begin on the day after.
  const bool back = verb == StepVerb::kBack;
  const Day from = back ? present.first : present.last + days{1};
  const auto to = ShiftDay(from, back ? -count : count, unit);
  if (!to || count < 1) return false;
  return Have(back ? RangeOf(*to, from - days{1}) : RangeOf(from, *to - days{1}));
}

bool DateRun::VagueMove(const Step& step) {
  const bool past = step.verb == StepVerb::kSub || step.verb == StepVerb::kBack;
  if (value_.empty()) value_ = past ? "PAST_REF" : "FUTURE_REF";
  vague_ = true;
  return true;
}

bool DateRun::MoveUnresolved(const Step& step) {
  const auto count = step.arguments.empty() ? std::nullopt : Number(step, 0, WordKind::kDirection);
  const int sign = count ? *count : 1;
  const bool back = step.verb == StepVerb::kSub || step.verb == StepVerb::kBack;
  if (step.verb == StepVerb::kTo) return true;
  if (sign == 0) value_ = "PRESENT_REF";
  if (sign != 0) value_ = (sign < 0) != back ? "PAST_REF" : "FUTURE_REF";
  return true;
}

bool DateRun::Pick(const Step& step) {
  const auto direction = DirectionArgument(step, step.arguments.size() - 1);
  if (!direction) return false;
  const auto first = step.verb == StepVerb::kPickHoliday ? Argument(step, 0, WordKind::kHoliday)
                                                         : Argument(step, 0, KindOf(step.verb));
  if (!first || (step.verb != StepVerb::kPickHoliday && !first->number)) return false;
  const bool two = step.arguments.size() == 3;
  const auto second = two ? Number(step, 1) : std::optional<int>(0);
  if (!second) return false;
  PickRequest request{step.verb, first->number.value_or(0), *second, first->code};
  if (step.verb == StepVerb::kPickNumeric) {
    const auto [month, day] = MonthAndDay(request.first, request.second);
    request = {StepVerb::kPickDate, month, day, {}};
  }
  if (unresolved_ || !period_) {
    value_ = UnresolvedPick(request);
    return !value_.empty();
  }
  if (!Have(PickPeriod(request, period_->days.first, *direction))) return false;
  // "Last" and "next" name the one meant; a tense is a guess.
  if (!DirectionIsNamed(step)) cycle_ = CycleOf(step.verb);
  return true;
}

bool DateRun::DirectionIsNamed(const Step& step) const {
  const auto word = Argument(step, step.arguments.size() - 1, WordKind::kDirection);
  return word && word->number.has_value();
}

PeriodGrain DateRun::CycleOf(StepVerb verb) {
  if (verb == StepVerb::kPickWeekday) return PeriodGrain::kWeek;
  const bool month = verb == StepVerb::kPickDay || verb == StepVerb::kPickWeekdayDay;
  return month ? PeriodGrain::kMonth : PeriodGrain::kYear;
}

}  // namespace tallywire::extract
