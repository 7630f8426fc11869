// robots.txt of each origin, kept for a day (RFC 9309 2.4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/result.h"
#include "model/time.h"
#include "store/statement.h"

namespace tallywire::store {

struct RobotsRecord {
  std::string origin;  // "https://host[:port]"
  Timestamp fetched;
  Timestamp expires;
  int status = 0;    // HTTP status; 0 where no server answered
  std::string body;  // bytes after content coding, as they came
};

class RobotsTable {
 public:
  explicit RobotsTable(Database& database) : database_(&database) {}

  // Nullopt where there is none, or it has expired by `now`.
  Result<std::optional<RobotsRecord>> Find(std::string_view origin, Timestamp now);
  Status Save(const RobotsRecord& robots);

 private:
  Database* database_;
};

}  // namespace tallywire::store
