// The years that do not begin in January: which fiscal year or season a text means by "fiscal 2022" or "2022/23".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/dates/calendar.h"
#include "extract/dates/date_words.h"
#include "extract/text/lexicon.h"
#include "extract/text/reading.h"

namespace tallywire::extract {

struct YearCalendar {
  int begins = 1;             // the month
  bool named_by_end = false;  // "fiscal 2022" ends in 2022
};

// The year of that name, or its part: the quarter or half with that number, the whole year for any other grain.
std::optional<DaySpan> DaysOfYear(const YearCalendar& calendar, int name, PeriodGrain part, int number);

// The year that holds the day.
DaySpan YearAround(const YearCalendar& calendar, Day day);

// Finds the calendar that the words around an expression speak of: those of its sentence, for countries also those
// before it. Reads the tables "fiscal-calendar" and "season-calendar". Const; safe to share between threads.
class YearCalendars {
 public:
  YearCalendars(TagNames& tags, const DateWords& words);

  // The last word of a table found so far in a text, so that every token is looked at once.
  struct Found {
    uint32_t scanned = 0;  // tokens before it were looked at
    uint32_t token = 0;
    std::string_view code;  // "" where there was none yet
  };
  struct Memory {
    Found country;
    Found crop;
  };
  struct Place {
    const Reading& reading;
    const Lexicon& lexicon;
    std::string_view language;
    uint32_t token;  // where the expression begins; places of one memory come in order
    Sentence sentence;
  };
  std::optional<YearCalendar> Fiscal(const Place& place, Memory& memory) const;
  // By the crop named in the sentence; nullopt where there is none.
  std::optional<YearCalendar> Season(const Place& place, Memory& memory) const;

 private:
  // The code of the nearest word of the table: in the sentence, else (where `further`) before it.
  std::string_view Nearest(const Place& place, Tag table, bool further, Found& found) const;
  std::string_view CodeAt(const Place& place, uint32_t token, Tag table) const;

  const DateWords& words_;
  Tag fiscal_;
  Tag season_;
};

}  // namespace tallywire::extract
