// The third schema: which event of the text an event of the title repeats. Never edited once released.
#pragma once

namespace tallywire::store {

inline constexpr const char* kSchema3 = R"sql(
ALTER TABLE events ADD COLUMN body_start INTEGER;
ALTER TABLE events ADD COLUMN body_end INTEGER;
)sql";

}  // namespace tallywire::store
