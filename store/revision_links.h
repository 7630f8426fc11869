// Which capture says which revision, and what follows from it for revisions and articles.
//
// Captures of an article in order of time (then id) form its history. Each capture with a body names the revision whose
// content it has; a revision is first said by `revisions.capture_id`. Revisits (304, same bytes) confirm the revision
// of the capture before them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/result.h"
#include "store/statement.h"

namespace tallywire::store {

struct RevisionRef {
  int64_t id = 0;
  int64_t article_id = 0;
  int64_t capture_id = 0;  // the first capture that says it
  std::string content_digest;
  std::string extraction_digest;
};

Result<std::optional<RevisionRef>> FindRevision(Database& database, int64_t id);

// The revision that the article's capture directly before (or after) `capture_id` says, that capture itself left out.
Result<std::optional<RevisionRef>> RevisionBefore(Database& database, int64_t article_id, int64_t capture_id);
Result<std::optional<RevisionRef>> RevisionAfter(Database& database, int64_t article_id, int64_t capture_id);

// Gives a revisit the revision of the last capture of the same URL before it, and moves the article's last_seen on.
Status ConfirmRevision(Database& database, int64_t capture_id);

// `capture_id` says `revision_id` from now on (none: nothing). The revision it said before is deleted where no other
// capture with a body says it, and its article where that was the last one; revisits follow the capture.
Status AssignRevision(Database& database, int64_t capture_id, std::optional<int64_t> revision_id);

// Brings current_revision, site, first_seen and last_seen in line with the article's captures; deletes an article
// without revisions.
Status RefreshArticle(Database& database, int64_t article_id);

}  // namespace tallywire::store
