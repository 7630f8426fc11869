#include "extract/dates/date_run.h"

#include <fmt/format.h>

namespace tallywire::extract {

bool DateRun::Say(const Step& step) {
  switch (step.verb) {
    case StepVerb::kPart:
      return SayPart(step);
    case StepVerb::kDuration:
    case StepVerb::kDurationHalf:
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
    case StepVerb::kReporting:
      return SayReporting(step);
    default: {
      const auto word = Argument(step, 0, WordKind::kDaypart);
      if (word) time_ = "T" + word->code;
      return true;
    }
  }
}

bool DateRun::SayPart(const Step& step) {
  const auto word = Argument(step, 0, WordKind::kPart);
  if (word) part_ = word->code;
  return true;
}

bool DateRun::SayLength(const Step& step) {
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
  if (step.verb == StepVerb::kDurationHalf) value_ = DurationAndHalf(number.value_or(0), *unit);
  return true;
}

bool DateRun::SayReporting(const Step& step) {
  const auto number = Number(step, 0);
  const auto unit = Unit(step, 1);
  if (!number || !unit || !unit->grain) return false;
  const int months = MonthsIn(*unit->grain);
  const int parts = months == 0 ? 0 : kMonthsOfYear / months;
  if (*number < 1 || *number > parts) return false;
  if (!period_) return true;
  const int begin = MonthOfDay(period_->days.first) - months * (*number - 1);
  reporting_begins_ = (begin - 1 + kMonthsOfYear) % kMonthsOfYear + 1;
  fiscal_ = true;
  if (parts > 1) value_ = fmt::format("{:04}-{}{}", YearOfDay(period_->days.last), parts == 4 ? 'Q' : 'H', *number);
  return true;
}

bool DateRun::SayDay(const Step& step) {
  const auto number = Number(step, 0);
  const auto unit = Unit(step, 1);
  if (!number || !unit || !unit->grain || !period_) return true;
  const int sign = step.verb == StepVerb::kDaysBack ? -1 : 1;
  const auto day = ShiftDay(period_->days.first, sign * *number * unit->factor, *unit->grain);
  if (day) days_meant_ = DaySpan{*day, *day};
  return true;
}

std::string DateRun::Filled(const StepArgument& argument) const {
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

std::string DateRun::CodeOfAny(std::string_view capture) const {
  for (size_t kind = 1; kind < kWordKindTags.size(); ++kind) {
    if (const auto word = caught_.Find(capture, static_cast<WordKind>(kind))) return word->code;
  }
  const auto word = caught_.Find(capture, WordKind::kNumber);
  return word && word->number ? std::to_string(*word->number) : std::string();
}

bool DateRun::SayTime(const Step& step) {
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

}  // namespace tallywire::extract
