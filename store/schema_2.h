// The second schema: values in base units beside the written ones. Never edited once released.
#pragma once

namespace tallywire::store {

inline constexpr const char* kSchema2 = R"sql(
ALTER TABLE figures ADD COLUMN value_si REAL;
ALTER TABLE figures ADD COLUMN value_high_si REAL;
ALTER TABLE figures ADD COLUMN unit_si TEXT;
ALTER TABLE events ADD COLUMN value_si REAL;
ALTER TABLE events ADD COLUMN value_high_si REAL;
ALTER TABLE events ADD COLUMN unit_si TEXT;
CREATE INDEX events_base ON events (unit_si, value_si);
)sql";

}  // namespace tallywire::store
