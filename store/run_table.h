// A log of runs: a crawler that nobody watches must be able to say what it did.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "model/time.h"
#include "store/statement.h"

namespace tallywire::store {

struct RunCounts {
  int64_t feeds = 0;
  int64_t requests = 0;
  int64_t not_modified = 0;
  int64_t articles_new = 0;
  int64_t articles_changed = 0;
  int64_t articles_unchanged = 0;
  int64_t events_added = 0;
  int64_t events_removed = 0;
  int64_t events_altered = 0;
  int64_t failures = 0;
  int64_t recovered = 0;  // exchanges taken up after a crash
};

struct RunRecord {
  int64_t id = 0;
  std::string command;
  std::string version;  // the program's
  std::string rules;    // the rule set's
  Timestamp started;
  std::optional<Timestamp> ended;  // none: still going, or killed
  std::optional<int> exit_status;
  RunCounts counts;
};

class RunTable {
 public:
  explicit RunTable(Database& database) : database_(&database) {}

  Result<int64_t> Start(std::string_view command, std::string_view version, std::string_view rules, Timestamp now);
  Status Finish(int64_t id, const RunCounts& counts, int exit_status, Timestamp now);
  // Newest first.
  Result<std::vector<RunRecord>> Latest(size_t limit);

 private:
  Database* database_;
};

}  // namespace tallywire::store
