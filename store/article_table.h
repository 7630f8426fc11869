// Articles, their revisions, and the figures, dates and events of each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/event.h"
#include "model/result.h"
#include "model/time.h"
#include "store/event_changes.h"
#include "store/statement.h"

namespace tallywire::store {

enum class SaveOutcome {
  kNewArticle,   // its first revision
  kNewRevision,  // an article that was known says something else now
  kRederived,    // the same capture again, with other text, figures, dates or events than before
  kUnchanged,    // nothing but the rules' version and the time last seen was written
};

struct SavedArticle {
  int64_t article_id = 0;
  int64_t revision_id = 0;
  SaveOutcome outcome = SaveOutcome::kUnchanged;
  EventChanges events;  // against the revision before (kNewRevision) or this one's earlier state (kRederived)
};

struct RevisionSummary {
  int64_t id = 0;
  Timestamp time;  // of its first capture
  std::string title;
  std::string published;
  std::string modified;
  int64_t events = 0;
  bool current = false;
};

// Everything `show` needs.
struct ArticleRecord {
  int64_t id = 0;
  std::string url;
  std::string host;
  Timestamp first_seen;
  Timestamp last_seen;
  int64_t revision_id = 0;
  int64_t capture_id = 0;
  std::string rules;
  Article article;
  Extraction extraction;
  std::vector<RevisionSummary> revisions;  // oldest first
};

class ArticleTable {
 public:
  explicit ArticleTable(Database& database) : database_(&database) {}

  // Stores what a capture says, under the article's canonical URL (else its URL, else the capture's). `rules` is the
  // rule set's version. A revision of its own is made only where the content (title, text, metadata) differs from that
  // of the article's capture before; saving the same capture again replaces what was derived from it. Every span is
  // checked first: kBadInput, and nothing written, where one lies outside the text (or title), or cuts a character.
  // Runs in the caller's transaction, or in one of its own.
  Result<SavedArticle> Save(int64_t capture_id, const Article& article, const Extraction& extraction,
                            std::string_view rules);

  // The capture says nothing any more (a page that new rules take for no article): drops the revision that only it
  // stands for, and the article with its last one. The events that went are returned.
  Result<EventChanges> Forget(int64_t capture_id);

  // `which` is an id ("12"), a canonical URL, any URL a capture of it had, or the beginning of one (with or without
  // scheme). kNotFound; kUsage with the candidates where a beginning fits several. `revision` is an id of its
  // revisions; none: the current one.
  Result<ArticleRecord> Load(std::string_view which, std::optional<int64_t> revision = std::nullopt);

  Result<int64_t> Count();

 private:
  Database* database_;
};

}  // namespace tallywire::store
