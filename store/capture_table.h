// One row a fetched response, with its place in the archive.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/capture.h"
#include "model/result.h"
#include "model/time.h"
#include "store/statement.h"

namespace tallywire::store {

struct CaptureRecord {
  int64_t id = 0;
  std::string url;        // as asked for
  std::string final_url;  // of this very response: differs from `url` behind a redirect
  Timestamp time;         // when the response began
  int status = 0;
  std::string content_type;
  std::string etag;
  std::string last_modified;
  Purpose purpose = Purpose::kArticle;
  std::optional<int64_t> feed_id;
  bool truncated = false;
  bool revisit = false;                // a 304, or a 200 with the bytes of an earlier capture
  ArchiveLocation location;            // `file` is empty for a page that was never archived (a folder of pages)
  std::optional<int64_t> revision_id;  // what it says as an article; set by ArticleTable::Save
  std::string error;                   // why no article came of it
};

// All that are set must hold.
struct CaptureFilter {
  std::optional<Timestamp> since;  // inclusive
  std::optional<Timestamp> until;  // exclusive
  std::string url_glob;            // SQLite GLOB over url and final_url: * ? [...]; case matters
  std::optional<int64_t> feed_id;
  std::optional<Purpose> purpose;
  // Only captures that an article's revision stands on which was read with other rules than these.
  std::string not_read_with;
  bool with_body = false;  // only whole answers: status 200-299 and no revisit
};

class CaptureTable {
 public:
  explicit CaptureTable(Database& database) : database_(&database) {}

  // Returns the row's id. A capture of the same archive record (file and offset) is there once: saving it again
  // returns the first row's id and changes nothing.
  Result<int64_t> Save(const CaptureRecord& capture);
  Status SetError(int64_t id, std::string_view error);  // empty: none
  Result<CaptureRecord> Load(int64_t id);
  // The latest capture of the URL with a body, or the latest of any kind: for conditional requests and revisits.
  Result<std::optional<CaptureRecord>> LatestWithBody(std::string_view final_url);
  Result<std::optional<CaptureRecord>> AtLocation(std::string_view file, uint64_t offset);
  Result<int64_t> Count();

  // In archive order (file, offset), captures without an archive place last. `visit` may write to the database, for
  // rows are read in pages beforehand; an error of it ends the iteration with that error.
  Status ForEach(const CaptureFilter& filter, const std::function<Status(const CaptureRecord&)>& visit);
  Result<int64_t> Count(const CaptureFilter& filter);

  // What of the archive the database knows, for archive recovery: the newest two files by their ranges, older ones in
  // full.
  Result<KnownArchive> Known();

 private:
  Database* database_;
};

}  // namespace tallywire::store
