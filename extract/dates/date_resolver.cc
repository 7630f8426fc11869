#include "extract/dates/date_resolver.h"

#include <algorithm>
#include <cstddef>

#include "extract/dates/date_run.h"
#include "extract/dates/date_stretch.h"

namespace tallywire::extract {
namespace {

// TIMEX3 writes decades and centuries without the X that ISO 8601-2 has: "197", "19".
std::string TimexOf(const CalendarPeriod& period) {
  std::string iso = IsoOf(period);
  while (iso.ends_with('X')) iso.pop_back();
  return iso;
}

}  // namespace

std::optional<ResolvedDate> DateRun::Of(std::span<const Step> steps) {
  for (const Step& step : steps) {
    if (CaughtAll(step) && !Do(step)) return std::nullopt;
  }
  return Finish();
}

std::optional<CaughtWord> DateRun::Argument(const Step& step, size_t i, WordKind kind) const {
  const StepArgument& argument = step.arguments[i];
  if (argument.capture) return caught_.Find(argument.text, kind);
  return CaughtWord{argument.number, argument.text};
}

bool DateRun::CaughtAll(const Step& step) const {
  // Of a time of day the hour suffices.
  const size_t needed = step.verb == StepVerb::kTime ? 1 : step.arguments.size();
  return std::all_of(
      step.arguments.begin(), step.arguments.begin() + static_cast<std::ptrdiff_t>(needed),
      [this](const StepArgument& argument) { return !argument.capture || caught_.Caught(argument.text); });
}

std::optional<int> DateRun::Number(const Step& step, size_t i, WordKind kind) const {
  const auto word = Argument(step, i, kind);
  return word ? word->number : std::nullopt;
}

std::optional<UnitSize> DateRun::Unit(const Step& step, size_t i) const {
  const auto word = Argument(step, i, WordKind::kUnit);
  return word ? UnitOf(word->code) : std::nullopt;
}

std::optional<PickDirection> DateRun::DirectionArgument(const Step& step, size_t i) const {
  const auto word = Argument(step, i, WordKind::kDirection);
  if (!word) return std::nullopt;
  return DirectionOf(word->code, word->number, context_.tense);
}

bool DateRun::Have(std::optional<CalendarPeriod> period) {
  period_ = period;
  return period.has_value();
}

bool DateRun::Do(const Step& step) {
  part_named_ = part_named_ || step.verb == StepVerb::kQuarter || step.verb == StepVerb::kHalf ||
                step.verb == StepVerb::kPickQuarter || step.verb == StepVerb::kPickHalf;
  switch (step.verb) {
    case StepVerb::kDct:
    case StepVerb::kAnchor:
    case StepVerb::kMention:
    case StepVerb::kYear:
    case StepVerb::kDecade:
    case StepVerb::kCentury:
      return Begin(step);
    case StepVerb::kMonth:
    case StepVerb::kQuarter:
    case StepVerb::kHalf:
    case StepVerb::kSeason:
    case StepVerb::kWeek:
    case StepVerb::kDay:
    case StepVerb::kWeekday:
    case StepVerb::kHoliday:
    case StepVerb::kInYear:
    case StepVerb::kMonthBegin:
      return Part(step);
    case StepVerb::kEightDigits:
    case StepVerb::kNumeric:
    case StepVerb::kHalfOfMonth:
    case StepVerb::kYearPair:
      return Written(step);
    case StepVerb::kNthWeekday:
      return NthOfMonth(step);
    case StepVerb::kFirst:
    case StepVerb::kLast:
    case StepVerb::kNth:
      return Stretch(step);
    case StepVerb::kTo:
    case StepVerb::kAdd:
    case StepVerb::kSub:
    case StepVerb::kBack:
    case StepVerb::kAhead:
    case StepVerb::kOnward:
    case StepVerb::kWorkdays:
    case StepVerb::kWorkdaysBack:
    case StepVerb::kBackToEnd:
    case StepVerb::kThruMonth:
    case StepVerb::kOver:
    case StepVerb::kSince:
    case StepVerb::kThru:
    case StepVerb::kLongWeekend:
      return Move(step);
    case StepVerb::kPickMonth:
    case StepVerb::kPickDate:
    case StepVerb::kPickNumeric:
    case StepVerb::kPickWeekdayDay:
    case StepVerb::kPickDay:
    case StepVerb::kPickWeekday:
    case StepVerb::kPickQuarter:
    case StepVerb::kPickHalf:
    case StepVerb::kPickSeason:
    case StepVerb::kPickHoliday:
      return Pick(step);
    default:
      return Say(step);
  }
}

std::optional<DaySpan> DateRun::DaysOfOwnYear() const {
  if (pair_) {
    const auto& calendar = fiscal_year_ || !context_.season ? context_.fiscal : context_.season;
    if (!calendar) return std::nullopt;
    return DaysOfYear({calendar->begins, false}, YearNow(), PeriodGrain::kYear, 0);
  }
  if (!fiscal_year_ || !context_.fiscal) return std::nullopt;
  YearCalendar calendar = *context_.fiscal;
  if (named_by_begin_) calendar.named_by_end = false;
  const PeriodGrain grain = period_->grain;
  if (relative_) {
    if (grain != PeriodGrain::kYear || !context_.published) return std::nullopt;
    const auto day = ShiftDay(*context_.published, YearNow() - YearOfDay(*context_.published), PeriodGrain::kYear);
    return day ? std::optional(YearAround(calendar, *day)) : std::nullopt;
  }
  return DaysOfYear(calendar, YearNow(), grain, PartNumber(*period_));
}

std::optional<ResolvedDate> DateRun::Finish() {
  if (from_) {
    // "November to April 2015" begins in the year before.
    if (period_ && period_->days.last < from_->days.first &&
        MonthOfDay(from_->days.first) > MonthOfDay(period_->days.first)) {
      from_ = Shift(*from_, -1, PeriodGrain::kYear);
    }
    if (!from_ || !period_ || period_->days.last < from_->days.first) return std::nullopt;
    period_ = RangeOf(from_->days.first, period_->days.last);
  }
  ResolvedDate date;
  if (vague_) period_.reset();
  if (value_.empty() && period_) value_ = TimexOf(*period_);
  if (value_.empty() && unresolved_) value_ = "PAST_REF";
  date.value = value_ + (value_.ends_with("_REF") ? std::string() : time_);
  date.spoken_of = spoken_of_;
  date.meaning.period = period_;
  if (period_) date.days = days_meant_ ? *days_meant_ : DaysOfPart(*period_, part_, context_.published);
  if (period_ && part_.empty()) date.days = DaysOfOwnYear().value_or(*date.days);
  date.meaning.count = count_;
  date.meaning.unit = unit_;
  date.meaning.relation = relation_;
  date.meaning.relative = relative_;
  date.meaning.cycle = cycle_;
  date.meaning.part = part_;
  date.meaning.fiscal = fiscal_;
  date.meaning.part_named = part_named_;
  date.meaning.future = context_.tense == Tense::kFuture;
  date.meaning.named_by_begin = named_by_begin_;
  date.meaning.reporting_begins = reporting_begins_;
  date.meaning.announcement_day = relative_ && period_ && period_->grain == PeriodGrain::kDay;
  return date;
}

std::optional<ResolvedDate> ResolveDate(std::span<const Step> steps, const CaughtWords& caught,
                                        const DateContext& context) {
  return DateRun(caught, context).Of(steps);
}

}  // namespace tallywire::extract
