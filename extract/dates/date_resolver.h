// Runs the meaning of a date rule: from the words caught to the period or length they name.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dates/date_meaning.h"
#include "extract/dates/date_mentions.h"
#include "extract/dates/date_steps.h"
#include "extract/dates/date_years.h"

namespace tallywire::extract {

// Whether the clause around an expression speaks of what was or of what will be.
enum class Tense : uint8_t {
  kUnknown,
  kPast,
  kReported,  // past by a verb that tells of saying only: "he said"
  kFuture
};

// Which meaning of a caught word is asked for: a table of calendar.toml, or the number that it stands for.
enum class WordKind : uint8_t {
  kNumber,
  kMonth,
  kWeekday,
  kUnit,
  kSeason,
  kHoliday,
  kDaypart,
  kDirection,
  kHalfOfDay,
  kPart
};
inline constexpr std::array<std::string_view, 10> kWordKindTags{
    "", "month", "weekday", "unit", "season", "holiday", "daypart", "direction", "half-of-day", "part"};

// What a capture stands for.
struct CaughtWord {
  std::optional<int> number;
  std::string code;  // of the word's entry in its table, or the words themselves
};

// Everything a meaning may look at.
struct DateContext {
  std::optional<Day> published;
  Tense tense = Tense::kUnknown;
  const Mentions* mentions = nullptr;
  bool day_first = false;              // 4/5 is the fourth of May
  std::optional<YearCalendar> fiscal;  // of the country that the text speaks of
  std::optional<YearCalendar> season;  // of its crop
};

struct ResolvedDate {
  std::string value;            // TIMEX3
  bool spoken_of = false;       // a length whose period later words may be counted from
  std::optional<DaySpan> days;  // the days meant: the period's, or those of the part spoken of
  DateMeaning meaning;
};

// Gives captures by their name in the pattern.
class CaughtWords {
 public:
  virtual ~CaughtWords() = default;
  virtual bool Caught(std::string_view capture) const = 0;
  // Nullopt where the capture caught nothing, or nothing of that kind.
  virtual std::optional<CaughtWord> Find(std::string_view capture, WordKind kind) const = 0;
};

// Nullopt where the words name no date after all ("February 31").
std::optional<ResolvedDate> ResolveDate(std::span<const Step> steps, const CaughtWords& caught,
                                        const DateContext& context);

}  // namespace tallywire::extract
