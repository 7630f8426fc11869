// The time of day and zone behind a date.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "parse/date_token.h"

namespace tallywire::parse {

struct TimeOfDay {
  std::string iso;  // "T05:53:00", with "Z" or "+08:00" where a zone is written; empty where there is no time
  size_t next = 0;  // token behind it
};

// Reads "T05:53:00.123+08:00", ", 5:53 pm EST", " um 17.53 Uhr", " à 17h53", " 17:53 GMT+1" from the tokens at `at`.
// Where no time stands there, `iso` is empty and `next` is `at`.
TimeOfDay ReadTimeOfDay(std::span<const DateToken> tokens, size_t at);

}  // namespace tallywire::parse
