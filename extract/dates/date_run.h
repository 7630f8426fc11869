// One run of the meaning of a date rule, step by step.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "extract/dates/date_pick.h"
#include "extract/dates/date_resolver.h"
#include "extract/dates/date_unit.h"

namespace tallywire::extract {

// Every step returns false where the words name no date after all.
class DateRun {
 public:
  DateRun(const CaughtWords& caught, const DateContext& context) : caught_(caught), context_(context) {}

  std::optional<ResolvedDate> Of(std::span<const Step> steps);

 private:
  // ---- date_resolver.cc: the words of a step
  std::optional<CaughtWord> Argument(const Step& step, size_t i, WordKind kind) const;
  // A step whose optional words are not there is left out.
  bool CaughtAll(const Step& step) const;
  std::optional<int> Number(const Step& step, size_t i, WordKind kind = WordKind::kNumber) const;
  std::optional<UnitSize> Unit(const Step& step, size_t i) const;
  std::optional<PickDirection> DirectionArgument(const Step& step, size_t i) const;
  static WordKind KindOf(StepVerb verb);

  // ---- date_resolver.cc: which step does what, and what comes of it
  bool Have(std::optional<CalendarPeriod> period);
  int YearNow() const { return YearOfDay(period_->days.first); }
  bool Do(const Step& step);
  // The days of fiscal years and seasons by the calendar of what the text speaks of.
  std::optional<DaySpan> DaysOfOwnYear() const;
  std::optional<ResolvedDate> Finish();

  // ---- date_run_begin.cc: the period that the words name
  bool Begin(const Step& step);
  bool Anchor(const Step& step);
  bool Mention(const Step& step);
  // Without a day to count from, only what the words say by themselves remains.
  bool Unresolved();
  bool Part(const Step& step);
  // Dates in figures.
  bool Written(const Step& step);
  // Which of the two is the month: the one that can be, else as the language has it.
  std::pair<int, int> MonthAndDay(int first, int second) const;
  bool HalfOfMonth(int half);
  bool YearPair(int first, int second);
  // The first or last N units of the present period, or the Nth.
  bool Stretch(const Step& step);
  bool NthOfMonth(const Step& step);

  // ---- date_run_move.cc: from one period to another
  bool Move(const Step& step);
  bool Over();
  bool ThruMonth(std::optional<int> month);
  bool ReportsTooEarly() const;
  bool MoveBy(StepVerb verb, int count, PeriodGrain unit);
  // "Several years ago", "a few years earlier": somewhere in the past.
  bool VagueMove(const Step& step);
  bool MoveUnresolved(const Step& step);
  bool Pick(const Step& step);
  bool DirectionIsNamed(const Step& step) const;
  static PeriodGrain CycleOf(StepVerb verb);

  // ---- date_run_say.cc: what the value says
  bool Say(const Step& step);
  bool SayPart(const Step& step);
  bool SayLength(const Step& step);
  bool SayReporting(const Step& step);
  // The day that a count of units leads to; the value stays as coarse as the unit.
  bool SayDay(const Step& step);
  // The words of a value template with the captures filled in.
  std::string Filled(const StepArgument& argument) const;
  std::string CodeOfAny(std::string_view capture) const;
  bool SayTime(const Step& step);

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
  std::optional<int> reporting_begins_;
  bool part_named_ = false;
  bool unresolved_ = false;
  bool relative_ = false;
  bool vague_ = false;
  bool fiscal_ = false;
  bool fiscal_year_ = false;     // by the calendar of the country
  bool named_by_begin_ = false;  // its year
  bool pair_ = false;            // two years that are one: "2022/23"
  bool spoken_of_ = false;
};

}  // namespace tallywire::extract
