#include "extract/dates/date_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/dates/date_pick.h"
#include "extract/dates/date_unit.h"
#include "extract/files/near_name.h"

namespace tallywire::extract {
namespace {

// Arguments: n a number, u a unit, m a unit or "any", d a direction, t any text.
struct VerbEntry {
  std::string_view name;
  StepVerb verb;
  std::string_view arguments;
};

constexpr std::array kVerbs = std::to_array<VerbEntry>({
    {"dct", StepVerb::kDct, ""},
    {"anchor", StepVerb::kAnchor, "u"},
    {"mention", StepVerb::kMention, "m"},
    {"year", StepVerb::kYear, "n"},
    {"decade", StepVerb::kDecade, "n"},
    {"century", StepVerb::kCentury, "n"},
    {"month", StepVerb::kMonth, "n"},
    {"quarter", StepVerb::kQuarter, "n"},
    {"half", StepVerb::kHalf, "n"},
    {"season", StepVerb::kSeason, "n"},
    {"week", StepVerb::kWeek, "n"},
    {"day", StepVerb::kDay, "n"},
    {"weekday", StepVerb::kWeekday, "n"},
    {"holiday", StepVerb::kHoliday, "t"},
    {"first", StepVerb::kFirst, "nu"},
    {"last", StepVerb::kLast, "nu"},
    {"nth", StepVerb::kNth, "nu"},
    {"nth-weekday", StepVerb::kNthWeekday, "nn"},
    {"eight-digits", StepVerb::kEightDigits, "n"},
    {"numeric", StepVerb::kNumeric, "nn"},
    {"half-of-month", StepVerb::kHalfOfMonth, "n"},
    {"year-pair", StepVerb::kYearPair, "nn"},
    {"back-to-end", StepVerb::kBackToEnd, "nu"},
    {"pick-numeric", StepVerb::kPickNumeric, "nnd"},
    {"pick-weekday-day", StepVerb::kPickWeekdayDay, "nnd"},
    {"fiscal", StepVerb::kFiscal, ""},
    {"fiscal-from", StepVerb::kFiscalFrom, ""},
    {"spoken-of", StepVerb::kSpokenOf, ""},
    {"reporting", StepVerb::kReporting, "nu"},
    {"in-year", StepVerb::kInYear, "n"},
    {"begins", StepVerb::kMonthBegin, "n"},
    {"to", StepVerb::kTo, "u"},
    {"add", StepVerb::kAdd, "nu"},
    {"sub", StepVerb::kSub, "nu"},
    {"back", StepVerb::kBack, "nu"},
    {"ahead", StepVerb::kAhead, "nu"},
    {"onward", StepVerb::kOnward, "nu"},
    {"workdays", StepVerb::kWorkdays, "n"},
    {"workdays-back", StepVerb::kWorkdaysBack, "n"},
    {"days-back", StepVerb::kDaysBack, "nu"},
    {"days-ahead", StepVerb::kDaysAhead, "nu"},
    {"long-weekend", StepVerb::kLongWeekend, ""},
    {"since", StepVerb::kSince, ""},
    {"thru", StepVerb::kThru, ""},
    {"thru-month", StepVerb::kThruMonth, "n"},
    {"over", StepVerb::kOver, ""},
    {"value-of-years", StepVerb::kYearsValue, "n"},
    {"pick-month", StepVerb::kPickMonth, "nd"},
    {"pick-date", StepVerb::kPickDate, "nnd"},
    {"pick-day", StepVerb::kPickDay, "nd"},
    {"pick-weekday", StepVerb::kPickWeekday, "nd"},
    {"pick-quarter", StepVerb::kPickQuarter, "nd"},
    {"pick-half", StepVerb::kPickHalf, "nd"},
    {"pick-season", StepVerb::kPickSeason, "nd"},
    {"pick-holiday", StepVerb::kPickHoliday, "td"},
    {"part", StepVerb::kPart, "t"},
    {"duration", StepVerb::kDuration, "nu"},
    {"duration-half", StepVerb::kDurationHalf, "nu"},
    {"span", StepVerb::kSpan, "nu"},
    {"set", StepVerb::kSet, "nu"},
    {"shifted", StepVerb::kShifted, "nu"},
    {"basis", StepVerb::kBasis, "nu"},
    {"value", StepVerb::kValue, "t"},
    {"time", StepVerb::kTime, "nnt"},
    {"daypart", StepVerb::kDaypart, "t"},
});

std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  size_t at = 0;
  while ((at = text.find_first_not_of(" \t\n", at)) != std::string_view::npos) {
    const size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

StepArgument ArgumentOf(std::string_view word) {
  StepArgument argument;
  argument.capture = word.size() > 2 && word.front() == '{' && word.find('}') == word.size() - 1;
  argument.text = argument.capture ? word.substr(1, word.size() - 2) : word;
  int number = 0;
  const char* end = word.data() + word.size();
  const auto read = std::from_chars(word.data(), end, number);
  if (read.ec == std::errc{} && read.ptr == end) argument.number = number;
  return argument;
}

bool Contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The capture in a text that is not one, nullopt where all are known.
std::optional<std::string> UnknownCapture(const StepArgument& argument, const std::vector<std::string>& captures) {
  if (argument.capture) {
    if (Contains(captures, argument.text)) return std::nullopt;
    return argument.text;
  }
  std::string_view rest = argument.text;
  for (size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const size_t close = rest.find('}', open);
    if (close == std::string_view::npos) return std::string(rest.substr(open));
    const auto name = rest.substr(open + 1, close - open - 1);
    if (!Contains(captures, name)) return std::string(name);
    rest.remove_prefix(close + 1);
  }
  return std::nullopt;
}

std::vector<std::string> VerbNames() {
  std::vector<std::string> names;
  names.reserve(kVerbs.size());
  for (const VerbEntry& entry : kVerbs) names.emplace_back(entry.name);
  return names;
}

// What the argument must be and is not; nullopt where it is. What captures stand for is known when they catch it.
std::optional<std::string_view> WrongArgument(const StepArgument& argument, char kind) {
  if (argument.text.find('{') != std::string::npos || argument.capture) return std::nullopt;
  if (kind == 'n' && !argument.number && argument.text != "X") return "a number";
  if ((kind == 'u' || kind == 'm') && !UnitOf(argument.text) && (kind == 'u' || argument.text != "any"))
    return "a unit such as D, W, M, Q or Y";
  if (kind == 'd' && !DirectionOf(argument.text, argument.number, Tense::kUnknown))
    return "a direction such as last, next, past, future, nearest or tense";
  return std::nullopt;
}

}  // namespace

Result<std::vector<Step>> ParseSteps(std::string_view meaning, const std::vector<std::string>& captures,
                                     std::string_view where) {
  constexpr std::string_view kRemedy = "See docs/rules.md for the meanings of date rules";
  const auto mistake = [&](std::string what) {
    return Fail(ErrorCode::kUsage, std::string(where), std::move(what), std::string(kRemedy));
  };
  const auto words = WordsOf(meaning);
  std::vector<Step> steps;
  for (size_t i = 0; i < words.size();) {
    const auto* entry =
        std::find_if(kVerbs.begin(), kVerbs.end(), [&](const VerbEntry& verb) { return verb.name == words[i]; });
    if (entry == kVerbs.end())
      return mistake(fmt::format("there is no step '{}'{}", words[i], Suggestion(words[i], VerbNames())));
    const size_t arguments = entry->arguments.size();
    if (words.size() - i - 1 < arguments) {
      return mistake(
          fmt::format("the step '{}' needs {} argument{}", entry->name, arguments, arguments == 1 ? "" : "s"));
    }
    Step step{entry->verb, {}};
    for (size_t k = 1; k <= arguments; ++k) {
      step.arguments.push_back(ArgumentOf(words[i + k]));
      if (const auto unknown = UnknownCapture(step.arguments.back(), captures)) {
        return mistake(fmt::format("the pattern has no capture '{}'", *unknown));
      }
      if (const auto wanted = WrongArgument(step.arguments.back(), entry->arguments[k - 1])) {
        return mistake(fmt::format("the step '{}' needs {}, not '{}'", entry->name, *wanted, words[i + k]));
      }
    }
    steps.push_back(std::move(step));
    i += arguments + 1;
  }
  if (steps.empty()) return mistake("the meaning is empty");
  return steps;
}

}  // namespace tallywire::extract
