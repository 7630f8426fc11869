#include "extract/date_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace tallywire::extract {
namespace {

struct VerbEntry {
  std::string_view name;
  StepVerb verb;
  size_t arguments;
};

constexpr std::array kVerbs = std::to_array<VerbEntry>({
    {"dct", StepVerb::kDct, 0},
    {"anchor", StepVerb::kAnchor, 1},
    {"mention", StepVerb::kMention, 1},
    {"year", StepVerb::kYear, 1},
    {"decade", StepVerb::kDecade, 1},
    {"century", StepVerb::kCentury, 1},
    {"month", StepVerb::kMonth, 1},
    {"quarter", StepVerb::kQuarter, 1},
    {"half", StepVerb::kHalf, 1},
    {"season", StepVerb::kSeason, 1},
    {"week", StepVerb::kWeek, 1},
    {"day", StepVerb::kDay, 1},
    {"weekday", StepVerb::kWeekday, 1},
    {"holiday", StepVerb::kHoliday, 1},
    {"first", StepVerb::kFirst, 2},
    {"last", StepVerb::kLast, 2},
    {"nth", StepVerb::kNth, 2},
    {"nth-weekday", StepVerb::kNthWeekday, 2},
    {"eight-digits", StepVerb::kEightDigits, 1},
    {"numeric", StepVerb::kNumeric, 2},
    {"half-of-month", StepVerb::kHalfOfMonth, 1},
    {"year-pair", StepVerb::kYearPair, 2},
    {"back-to-end", StepVerb::kBackToEnd, 2},
    {"pick-numeric", StepVerb::kPickNumeric, 3},
    {"pick-weekday-day", StepVerb::kPickWeekdayDay, 3},
    {"fiscal", StepVerb::kFiscal, 0},
    {"fiscal-from", StepVerb::kFiscalFrom, 0},
    {"spoken-of", StepVerb::kSpokenOf, 0},
    {"value-of-quarter", StepVerb::kQuarterValue, 1},
    {"in-year", StepVerb::kInYear, 1},
    {"begins", StepVerb::kMonthBegin, 1},
    {"to", StepVerb::kTo, 1},
    {"add", StepVerb::kAdd, 2},
    {"sub", StepVerb::kSub, 2},
    {"back", StepVerb::kBack, 2},
    {"ahead", StepVerb::kAhead, 2},
    {"onward", StepVerb::kOnward, 2},
    {"workdays", StepVerb::kWorkdays, 1},
    {"workdays-back", StepVerb::kWorkdaysBack, 1},
    {"days-back", StepVerb::kDaysBack, 2},
    {"days-ahead", StepVerb::kDaysAhead, 2},
    {"long-weekend", StepVerb::kLongWeekend, 0},
    {"since", StepVerb::kSince, 0},
    {"thru", StepVerb::kThru, 0},
    {"thru-month", StepVerb::kThruMonth, 1},
    {"over", StepVerb::kOver, 0},
    {"value-of-years", StepVerb::kYearsValue, 1},
    {"pick-month", StepVerb::kPickMonth, 2},
    {"pick-date", StepVerb::kPickDate, 3},
    {"pick-day", StepVerb::kPickDay, 2},
    {"pick-weekday", StepVerb::kPickWeekday, 2},
    {"pick-quarter", StepVerb::kPickQuarter, 2},
    {"pick-half", StepVerb::kPickHalf, 2},
    {"pick-season", StepVerb::kPickSeason, 2},
    {"pick-holiday", StepVerb::kPickHoliday, 2},
    {"part", StepVerb::kPart, 1},
    {"duration", StepVerb::kDuration, 2},
    {"span", StepVerb::kSpan, 2},
    {"set", StepVerb::kSet, 2},
    {"shifted", StepVerb::kShifted, 2},
    {"basis", StepVerb::kBasis, 2},
    {"value", StepVerb::kValue, 1},
    {"time", StepVerb::kTime, 3},
    {"daypart", StepVerb::kDaypart, 1},
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
    if (entry == kVerbs.end()) return mistake(fmt::format("there is no step '{}'", words[i]));
    if (words.size() - i - 1 < entry->arguments) {
      return mistake(fmt::format("the step '{}' needs {} arguments", entry->name, entry->arguments));
    }
    Step step{entry->verb, {}};
    for (size_t k = 1; k <= entry->arguments; ++k) {
      step.arguments.push_back(ArgumentOf(words[i + k]));
      if (const auto unknown = UnknownCapture(step.arguments.back(), captures)) {
        return mistake(fmt::format("the pattern has no capture '{}'", *unknown));
      }
    }
    steps.push_back(std::move(step));
    i += entry->arguments + 1;
  }
  if (steps.empty()) return mistake("the meaning is empty");
  return steps;
}

}  // namespace tallywire::extract
