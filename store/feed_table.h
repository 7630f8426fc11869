// Subscriptions and what the last visits to them taught.
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

// Empty strings are NULL in the database.
struct FeedRecord {
  int64_t id = 0;
  std::string url;
  std::string title;
  std::string link;  // the site's page
  std::string format;
  std::string language;
  bool enabled = true;  // false: kept, but not fetched
  Timestamp added;
  std::optional<Timestamp> last_fetched;  // the last attempt
  std::optional<Timestamp> last_success;  // 200 that could be read, or 304
  std::optional<Timestamp> last_changed;  // content that differed from the one before
  std::optional<Timestamp> next_due;      // not to be fetched before; none: due now
  std::string etag;                       // for If-None-Match, as the server wrote it
  std::string last_modified;              // for If-Modified-Since, likewise
  std::string digest;                     // payload digest of the last content
  std::optional<int> ttl_minutes;
  int last_status = 0;  // HTTP status; 0 where no server answered
  int errors = 0;       // failures in a row
  std::string last_error;
};

class FeedTable {
 public:
  explicit FeedTable(Database& database) : database_(&database) {}

  struct Added {
    FeedRecord feed;
    bool is_new = false;  // false: it was there, and is enabled again if it was not
  };
  Result<Added> Add(std::string_view url, std::string_view title, Timestamp now);
  // Its links that are still waiting go with it; articles and captures stay. kNotFound.
  Status Remove(int64_t id);
  // By id ("12") or URL. kNotFound names the feeds that come closest.
  Result<FeedRecord> Find(std::string_view id_or_url);
  Result<std::vector<FeedRecord>> List();
  // Enabled feeds whose next_due has come, longest waiting first.
  Result<std::vector<FeedRecord>> Due(Timestamp now);
  // Writes every field of `feed` (found by its id).
  Status Save(const FeedRecord& feed);

 private:
  Database* database_;
};

}  // namespace tallywire::store
