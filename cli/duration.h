// Durations and points in time as people write them on the command line and in the configuration.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "model/time.h"

namespace tallywire::cli {

// "500ms", "2s", "15m", "12h", "7d", "2w"; a bare number is seconds. Fractions are not understood, nor negative values.
std::optional<std::chrono::milliseconds> ParseDuration(std::string_view text);

// An ISO 8601 date or date-time, or a duration back from `now`.
std::optional<Timestamp> ParseTime(std::string_view text, Timestamp now);

}  // namespace tallywire::cli
