// Points in time and their ISO 8601 forms. The program stores and compares UTC; the zone a page states is kept in text.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tallywire {

using Timestamp = std::chrono::sys_seconds;  // UTC, seconds
using Day = std::chrono::sys_days;

// The time of day, passed in so that tests can set it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Timestamp Now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Timestamp Now() const override;
};

// "2019-11-12T05:53:00Z"
std::string ToIso(Timestamp time);
// "2019-11-12"
std::string ToIsoDate(Day day);

// Reads YYYY, YYYY-MM, YYYY-MM-DD, or a date-time with optional seconds, fraction and zone (Z, +08:00, +0800); without
// a zone UTC is taken. Missing parts are the first month or day, midnight. Nothing after the time is tolerated.
std::optional<Timestamp> ParseIso(std::string_view text);
// The calendar day as written, whatever the zone: what "published 2019-11-12T23:30:00-05:00" calls its day.
std::optional<Day> ParseIsoDay(std::string_view text);

}  // namespace tallywire
