// Dates as feeds write them, to UTC.
#pragma once

#include <optional>
#include <string_view>

#include "model/time.h"

namespace tallywire::fetch {

// Reads RFC 822/2822 dates with what people make of them (missing weekday, two-digit year, month before day, full or
// foreign month names, missing seconds, named or military zones, "GMT+1", comments), RFC 850 and asctime dates of HTTP,
// ISO 8601 and W3CDTF in long and short form (ordinal days, missing parts, a space for the T), dates with slashes or
// dots, and East Asian ones with units written out. Without a zone UTC is taken; missing parts are the first month or
// day, midnight. Years from 1970 to 2999 only. Safe to call from several threads at once.
std::optional<Timestamp> ParseFeedDate(std::string_view text);

}  // namespace tallywire::fetch
