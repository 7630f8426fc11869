// The database: one SQLite file. docs/database.md describes its tables, which users may query.
#pragma once

#include <filesystem>
#include <memory>

#include "model/result.h"
#include "store/article_table.h"
#include "store/capture_table.h"
#include "store/feed_table.h"
#include "store/link_table.h"
#include "store/query.h"
#include "store/robots_table.h"
#include "store/run_table.h"
#include "store/statement.h"

namespace tallywire::store {

// One thread at a time, one writing Store a data folder (hold its DataLock); readers may go on beside the writer.
// Functions that write several rows do so in one transaction: the caller's, or one of their own. Errors: kDataFolder
// where the database is damaged, full or not writable; others as each function says.
class Store {
 public:
  // `file` is created (with its folder) in kReadWrite, and brought to the current schema. In kReadOnly a missing file
  // is kDataFolder with the advice to ingest first. A database of a newer program is refused.
  static Result<Store> Open(const std::filesystem::path& file, OpenMode mode);

  // Everything until Commit is one transaction, durable once Commit returns; without it all is undone.
  Result<Transaction> Begin() { return Transaction::Begin(*database_); }

  FeedTable Feeds() { return FeedTable(*database_); }
  LinkTable Links() { return LinkTable(*database_); }
  CaptureTable Captures() { return CaptureTable(*database_); }
  ArticleTable Articles() { return ArticleTable(*database_); }
  RobotsTable Robots() { return RobotsTable(*database_); }
  RunTable Runs() { return RunTable(*database_); }
  EventQuery Query() { return EventQuery(*database_); }

  // SQLite's own check of the whole file (seconds to minutes); kDataFolder with the first findings.
  Status CheckIntegrity();

  Database& database() { return *database_; }

 private:
  explicit Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  std::unique_ptr<Database> database_;
};

}  // namespace tallywire::store
