// Article URLs that feeds named: which were fetched, which are to be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/feed.h"
#include "model/result.h"
#include "model/time.h"
#include "store/statement.h"

namespace tallywire::store {

// kPending: to be fetched, or tried again, once next_attempt has come. kDone: fetched and stored. kFailed: given up.
// kGone: the server says it is no more (404, 410).
enum class LinkState { kPending, kDone, kFailed, kGone };

std::string_view ToText(LinkState state);

struct LinkRecord {
  int64_t id = 0;
  std::string url;
  std::optional<int64_t> feed_id;  // the feed that named it first
  LinkState state = LinkState::kPending;
  int attempts = 0;
  std::optional<Timestamp> next_attempt;  // none: at once
  Timestamp discovered;
  std::string entry_id;
  std::string entry_title;
  std::optional<Timestamp> entry_published;
  std::optional<Timestamp> entry_updated;
  std::optional<int64_t> capture_id;  // the last capture
  std::optional<int64_t> article_id;
  std::string last_error;
};

enum class LinkChange { kNew, kKnown, kUpdated };

// What came of an attempt.
struct LinkOutcome {
  LinkState state = LinkState::kDone;
  std::optional<Timestamp> next_attempt;  // with kPending
  std::optional<int64_t> capture_id;
  std::optional<int64_t> article_id;
  std::string error;
};

struct LinkCounts {
  int64_t pending = 0;
  int64_t done = 0;
  int64_t failed = 0;
  int64_t gone = 0;
};

class LinkTable {
 public:
  explicit LinkTable(Database& database) : database_(&database) {}

  // `url` in its canonical form: one row each. kUpdated where the entry's update time is later than the one known: a
  // link that was done is then pending again.
  Result<LinkChange> Upsert(std::string_view url, std::optional<int64_t> feed_id, const FeedEntry& entry,
                            Timestamp now);
  // Whose time has come, oldest discovery first. Without a feed: of all.
  Result<std::vector<LinkRecord>> Pending(Timestamp now, size_t limit, std::optional<int64_t> feed_id = std::nullopt);
  Result<std::optional<LinkRecord>> Find(std::string_view url);
  // Counts an attempt. kNotFound where the URL was never upserted.
  Status Mark(std::string_view url, const LinkOutcome& outcome);
  Result<LinkCounts> Count(std::optional<int64_t> feed_id = std::nullopt);

 private:
  Database* database_;
};

}  // namespace tallywire::store
