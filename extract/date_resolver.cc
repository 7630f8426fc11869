#include "extract/date_resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/date_pick.h"
#include "extract/date_stretch.h"
#include "extract/date_unit.h"

namespace tallywire::extract {
namespace {

using std::chrono::days;

// TIMEX3 writes decades and centuries without the X that ISO 8601-2 has: "197", "19".
std::string TimexOf(const CalendarPeriod& period) {
  std::string iso = IsoOf(period);
  while (iso.ends_with('X')) iso.pop_back();
  return iso;
}

// The run of one meaning. Every step returns false where the words name no date after all.
class Run {
 public:
  Run(const CaughtWords& caught, const DateContext& context) : caught_(caught), context_(context) {}

  std::optional<ResolvedDate> Of(std::span<const Step> steps) {
    for (const Step& step : steps) {
      if (CaughtAll(step) && !Do(step)) return std::nullopt;
    }
    return Finish();
  }

 private:
  // ---- arguments
  std::optional<CaughtWord> Argument(const Step& step, size_t i, WordKind kind) const {
    const StepArgument& argument = step.arguments[i];
    if (argument.capture) return caught_.Find(argument.text, kind);
    return CaughtWord{argument.number, argument.text};
  }

  // A step whose optional words are not there is left out.
  bool CaughtAll(const Step& step) const {
    // Of a time of day the hour suffices.
    const size_t needed = step.verb == StepVerb::kTime ? 1 : step.arguments.size();
    return std::all_of(
        step.arguments.begin(), step.arguments.begin() + static_cast<std::ptrdiff_t>(needed),
        [this](const StepArgument& argument) { return !argument.capture || caught_.Caught(argument.text); });
  }

  std::optional<int> Number(const Step& step, size_t i, WordKind kind = WordKind::kNumber) const {
    const auto word = Argument(step, i, kind);
    return word ? word->number : std::nullopt;
  }

  std::optional<UnitSize> Unit(const Step& step, size_t i) const {
    const auto word = Argument(step, i, WordKind::kUnit);
    return word ? UnitOf(word->code) : std::nullopt;
  }

  std::optional<PickDirection> DirectionArgument(const Step& step, size_t i) const {
    const auto word = Argument(step, i, WordKind::kDirection);
    if (!word) return std::nullopt;
    return DirectionOf(word->code, word->number, context_.tense);
  }

  // ---- the period
  bool Have(std::optional<CalendarPeriod> period) {
    period_ = period;
    return period.has_value();
  }

  int YearNow() const { return YearOfDay(period_->days.first); }

  bool Do(const Step& step) {
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

  bool Begin(const Step& step) {
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

  bool Anchor(const Step& step) {
    relative_ = true;
    const auto unit = Unit(step, 0);
    if (!unit || !unit->grain) return false;
    auto mention = context_.mentions == nullptr ? std::nullopt : context_.mentions->Latest(*unit->grain);
    if (!mention && context_.published) mention = PeriodAround(*context_.published, *unit->grain);
    return mention ? Have(mention) : Unresolved();
  }

  bool Mention(const Step& step) {
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

  // Without a day to count from, only what the words say by themselves remains.
  bool Unresolved() {
    unresolved_ = true;
    period_.reset();
    return true;
  }

  bool Part(const Step& step) {
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

  // Dates in figures.
  bool Written(const Step& step) {
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

  // Which of the two is the month: the one that can be, else as the language has it.
  std::pair<int, int> MonthAndDay(int first, int second) const {
    const bool day_first = first > 12 || (context_.day_first && second <= 12);
    return day_first ? std::pair(second, first) : std::pair(first, second);
  }

  bool HalfOfMonth(int half) {
    constexpr days kFirstHalf{15};
    if (unresolved_ || !period_) return unresolved_;
    const DaySpan month = period_->days;
    if (half == 1) return Have(RangeOf(month.first, month.first + kFirstHalf - days{1}));
    return half == 2 && Have(RangeOf(month.first + kFirstHalf, month.last));
  }

  bool YearPair(int first, int second) {
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

  static WordKind KindOf(StepVerb verb) {
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

  // The first or last N units of the present period, or the Nth.
  bool Stretch(const Step& step) {
    if (unresolved_) return true;
    const auto count = Number(step, 0);
    const auto unit = Unit(step, 1);
    if (!period_ || !count || !unit || !unit->grain || *count < 1) return false;
    return Have(StretchOf(*period_, step.verb, *count * unit->factor, *unit->grain));
  }

  bool NthOfMonth(const Step& step) {
    if (unresolved_) return true;
    const auto nth = Number(step, 0);
    const auto weekday = Number(step, 1, WordKind::kWeekday);
    if (!period_ || !nth || !weekday) return false;
    return Have(NthWeekday(YearNow(), MonthOfDay(period_->days.first), *nth, *weekday));
  }

  bool Move(const Step& step) {
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
      const auto found =
          Workdays(period_->days.first, Number(step, 0).value_or(0), step.verb == StepVerb::kWorkdaysBack);
      return found && Have(RangeOf(found->first, found->last));
    }
    if (step.verb == StepVerb::kThruMonth) return ThruMonth(Number(step, 0, WordKind::kMonth));
    const auto unit = Unit(step, step.arguments.size() - 1);
    if (!unit || !unit->grain) return step.verb != StepVerb::kTo && TimeOnly(step, unit);
    if (step.verb == StepVerb::kTo) return Have(PeriodAround(period_->days.first, *unit->grain));
    const auto count = Number(step, 0, WordKind::kDirection);
    const auto number = count ? count : Number(step, 0);
    if (!number) return VagueMove(step);
    return MoveBy(step.verb, *number * unit->factor, *unit->grain);
  }

  bool Over() {
    const bool open = context_.published && period_->days.last >= *context_.published;
    if (!open || period_->grain == PeriodGrain::kRange) return true;
    return Have(PeriodAround(PeriodAround(*context_.published, period_->grain).days.first - days{1}, period_->grain));
  }

  bool ThruMonth(std::optional<int> month) {
    if (!month) return false;
    const Day first = period_->days.first;
    const auto last = PartOfYear(YearNow() + (*month < MonthOfDay(first) ? 1 : 0), PeriodGrain::kMonth, *month);
    return last && Have(MonthsOf(first, last->days.last));
  }

  bool MoveBy(StepVerb verb, int count, PeriodGrain unit) {
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

  // "Several years ago", "a few years earlier": somewhere in the past.
  bool VagueMove(const Step& step) {
    const bool past = step.verb == StepVerb::kSub || step.verb == StepVerb::kBack;
    if (value_.empty()) value_ = past ? "PAST_REF" : "FUTURE_REF";
    vague_ = true;
    return true;
  }

  // Hours and minutes leave the day as it is.
  bool TimeOnly(const Step& /*step*/, const std::optional<UnitSize>& unit) { return unit.has_value(); }

  bool MoveUnresolved(const Step& step) {
    const auto count = step.arguments.empty() ? std::nullopt : Number(step, 0, WordKind::kDirection);
    const int sign = count ? *count : 1;
    const bool back = step.verb == StepVerb::kSub || step.verb == StepVerb::kBack;
    if (step.verb == StepVerb::kTo) return true;
    if (sign == 0) value_ = "PRESENT_REF";
    if (sign != 0) value_ = (sign < 0) != back ? "PAST_REF" : "FUTURE_REF";
    return true;
  }

  // ---- the one meant
  bool Pick(const Step& step) {
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

  bool DirectionIsNamed(const Step& step) const {
    const auto word = Argument(step, step.arguments.size() - 1, WordKind::kDirection);
    return word && word->number.has_value();
  }

  static PeriodGrain CycleOf(StepVerb verb) {
    if (verb == StepVerb::kPickWeekday) return PeriodGrain::kWeek;
    const bool month = verb == StepVerb::kPickDay || verb == StepVerb::kPickWeekdayDay;
    return month ? PeriodGrain::kMonth : PeriodGrain::kYear;
  }

  // ---- what the value says
  bool Say(const Step& step) {
    switch (step.verb) {
      case StepVerb::kPart:
        return SayPart(step);
      case StepVerb::kDuration:
      case StepVerb::kSpan:
      case StepVerb::kSet:
      case StepVerb::kShifted:
      case StepVerb::kBasis:
        return SayLength(step);
      case StepVerb::kDaysBack:
      case StepVerb::kDaysAhead:
        return SayDay(step);
      case StepVerb::kValue:
        value_ = Filled(step.arguments[0]);
        return !value_.empty();
      case StepVerb::kTime:
        return SayTime(step);
      case StepVerb::kSpokenOf:
        spoken_of_ = true;
        return true;
      case StepVerb::kFiscal:
      case StepVerb::kFiscalFrom:
        fiscal_year_ = true;
        named_by_begin_ = step.verb == StepVerb::kFiscalFrom;
        fiscal_ = true;
        return true;
      case StepVerb::kYearsValue: {
        const auto year = Number(step, 0);
        if (year) value_ = fmt::format("{:04}/{:04}", *year, *year + 1);
        return year.has_value();
      }
      case StepVerb::kQuarterValue: {
        const auto quarter = Number(step, 0);
        if (!quarter || *quarter > 4) return false;
        if (period_) value_ = fmt::format("{:04}-Q{}", YearOfDay(period_->days.last), *quarter);
        fiscal_ = true;
        return true;
      }
      default: {
        const auto word = Argument(step, 0, WordKind::kDaypart);
        if (word) time_ = "T" + word->code;
        return true;
      }
    }
  }

  bool SayPart(const Step& step) {
    const auto word = Argument(step, 0, WordKind::kPart);
    if (word) part_ = word->code;
    return true;
  }

  bool SayLength(const Step& step) {
    const auto unit = Unit(step, 1);
    if (!unit) return false;
    const auto number = Number(step, 0);
    if (unit->grain) unit_ = *unit->grain;
    if (number && unit->grain) count_ = *number * unit->factor;
    if (step.verb == StepVerb::kShifted) relation_ = PeriodRelation::kShifted;
    if (step.verb == StepVerb::kBasis) relation_ = PeriodRelation::kBasis;
    if (step.verb == StepVerb::kDuration || step.verb == StepVerb::kSet) {
      value_ = DurationText(number ? std::optional<int>(*number) : std::nullopt, *unit);
    }
    return true;
  }

  // The day that a count of units leads to; the value stays as coarse as the unit.
  bool SayDay(const Step& step) {
    const auto number = Number(step, 0);
    const auto unit = Unit(step, 1);
    if (!number || !unit || !unit->grain || !period_) return true;
    const int sign = step.verb == StepVerb::kDaysBack ? -1 : 1;
    const auto day = ShiftDay(period_->days.first, sign * *number * unit->factor, *unit->grain);
    if (day) days_meant_ = DaySpan{*day, *day};
    return true;
  }

  // The words of a value template with the captures filled in.
  std::string Filled(const StepArgument& argument) const {
    if (argument.capture) {
      const auto word = caught_.Find(argument.text, WordKind::kNumber);
      return word ? word->code : std::string();
    }
    std::string out;
    std::string_view rest = argument.text;
    for (size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
      const size_t close = rest.find('}', open);
      out += rest.substr(0, open);
      out += CodeOfAny(rest.substr(open + 1, close - open - 1));
      rest.remove_prefix(close + 1);
    }
    out += rest;
    return out;
  }

  std::string CodeOfAny(std::string_view capture) const {
    for (size_t kind = 1; kind < kWordKindTags.size(); ++kind) {
      if (const auto word = caught_.Find(capture, static_cast<WordKind>(kind))) return word->code;
    }
    const auto word = caught_.Find(capture, WordKind::kNumber);
    return word && word->number ? std::to_string(*word->number) : std::string();
  }

  bool SayTime(const Step& step) {
    const auto hour = Number(step, 0);
    if (!hour || *hour > 24) return false;
    const auto minute = Number(step, 1);
    if (minute && *minute > 59) return false;
    const auto half = Argument(step, 2, WordKind::kHalfOfDay);
    int h = *hour;
    if (half && half->code == "pm" && h < 12) h += 12;
    if (half && half->code == "am" && h == 12) h = 0;
    time_ = fmt::format("T{:02}:{:02}", h, minute.value_or(0));
    return true;
  }

  // The days of fiscal years and seasons by the calendar of what the text speaks of.
  std::optional<DaySpan> DaysOfOwnYear() const {
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
    const int months = grain == PeriodGrain::kQuarter ? 3 : 6;
    return DaysOfYear(calendar, YearNow(), grain, (MonthOfDay(period_->days.first) - 1) / months + 1);
  }

  std::optional<ResolvedDate> Finish() {
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
    date.meaning.announcement_day = relative_ && period_ && period_->grain == PeriodGrain::kDay;
    return date;
  }

  const CaughtWords& caught_;
  const DateContext& context_;
  std::optional<CalendarPeriod> period_;
  std::optional<CalendarPeriod> from_;
  std::string value_;
  std::string time_;
  std::string part_;
  std::optional<int> count_;
  PeriodGrain unit_ = PeriodGrain::kDay;
  PeriodRelation relation_ = PeriodRelation::kNone;
  std::optional<PeriodGrain> cycle_;
  std::optional<DaySpan> days_meant_;
  bool unresolved_ = false;
  bool relative_ = false;
  bool vague_ = false;
  bool fiscal_ = false;
  bool fiscal_year_ = false;     // by the calendar of the country
  bool named_by_begin_ = false;  // its year
  bool pair_ = false;            // two years that are one: "2022/23"
  bool spoken_of_ = false;
};

}  // namespace

std::optional<ResolvedDate> ResolveDate(std::span<const Step> steps, const CaughtWords& caught,
                                        const DateContext& context) {
  return Run(caught, context).Of(steps);
}

}  // namespace tallywire::extract
