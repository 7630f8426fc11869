#include "store/revision_links.h"

#include <fmt/format.h>

namespace tallywire::store {
namespace {

constexpr std::string_view kSelect =
    "SELECT r.id, r.article_id, r.capture_id, r.content_digest, r.extraction_digest FROM revisions AS r ";

Result<std::optional<RevisionRef>> One(Statement& statement) {
  auto row = statement.Step();
  if (!row) return tl::unexpected<Error>(row.error());
  if (!*row) return std::optional<RevisionRef>{};
  return std::optional(
      RevisionRef{statement.Int(0), statement.Int(1), statement.Int(2), statement.Text(3), statement.Text(4)});
}

Result<std::optional<RevisionRef>> Neighbour(Database& database, int64_t article_id, int64_t capture_id,
                                             std::string_view condition_and_order) {
  auto statement = database.Prepare(
      fmt::format("{}JOIN captures AS c ON c.revision_id = r.id, (SELECT time, id FROM captures WHERE id = ?2) AS self "
                  "WHERE r.article_id = ?1 AND {} LIMIT 1",
                  kSelect, condition_and_order));
  if (!statement) return tl::unexpected<Error>(statement.error());
  return One(statement->Bind(article_id).Bind(capture_id));
}

Result<std::optional<int64_t>> OneInt(Database& database, std::string_view sql, int64_t parameter) {
  auto statement = database.Prepare(sql);
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Bind(parameter).Step();
  if (!row) return tl::unexpected<Error>(row.error());
  return *row ? statement->OptionalInt(0) : std::nullopt;
}

// The capture that said it has gone elsewhere: the revision passes to the next capture that says it, or goes too, and
// the revisits that confirmed it follow to `successor`.
Status Release(Database& database, int64_t revision_id, std::optional<int64_t> successor) {
  const auto first = OneInt(
      database, "SELECT id FROM captures WHERE revision_id = ? AND NOT revisit ORDER BY time, id LIMIT 1", revision_id);
  if (!first) return tl::unexpected<Error>(first.error());
  if (*first) {
    return database.Run(
        "UPDATE revisions SET capture_id = ?2, time = (SELECT time FROM captures WHERE id = ?2) WHERE id = ?1",
        revision_id, **first);
  }
  if (auto done = database.Run("UPDATE captures SET revision_id = ? WHERE revision_id = ?", successor, revision_id);
      !done) {
    return done;
  }
  return database.Run("DELETE FROM revisions WHERE id = ?", revision_id);
}

}  // namespace

Result<std::optional<RevisionRef>> FindRevision(Database& database, int64_t id) {
  auto statement = database.Prepare(fmt::format("{}WHERE r.id = ?", kSelect));
  if (!statement) return tl::unexpected<Error>(statement.error());
  return One(statement->Bind(id));
}

Result<std::optional<RevisionRef>> RevisionBefore(Database& database, int64_t article_id, int64_t capture_id) {
  return Neighbour(database, article_id, capture_id,
                   "(c.time, c.id) < (self.time, self.id) ORDER BY c.time DESC, c.id DESC");
}

Result<std::optional<RevisionRef>> RevisionAfter(Database& database, int64_t article_id, int64_t capture_id) {
  return Neighbour(database, article_id, capture_id, "(c.time, c.id) > (self.time, self.id) ORDER BY c.time, c.id");
}

Status ConfirmRevision(Database& database, int64_t capture_id) {
  auto done = database.Run(
      "UPDATE captures SET revision_id = (SELECT c.revision_id FROM captures AS c "
      "WHERE c.final_url = captures.final_url AND (c.time, c.id) < (captures.time, captures.id) "
      "AND (c.revision_id IS NOT NULL OR NOT c.revisit) ORDER BY c.time DESC, c.id DESC LIMIT 1) WHERE id = ?",
      capture_id);
  if (!done) return done;
  const auto article = OneInt(database,
                              "SELECT r.article_id FROM captures AS c JOIN revisions AS r ON r.id = c.revision_id "
                              "WHERE c.id = ?",
                              capture_id);
  if (!article) return tl::unexpected<Error>(article.error());
  return *article ? RefreshArticle(database, **article) : Status{};
}

Status AssignRevision(Database& database, int64_t capture_id, std::optional<int64_t> revision_id) {
  const auto before = OneInt(database, "SELECT revision_id FROM captures WHERE id = ?", capture_id);
  if (!before) return tl::unexpected<Error>(before.error());
  if (*before == revision_id) return {};
  if (auto done = database.Run("UPDATE captures SET revision_id = ? WHERE id = ?", revision_id, capture_id); !done) {
    return done;
  }
  if (!*before) return {};
  const auto left = FindRevision(database, **before);
  if (!left) return tl::unexpected<Error>(left.error());
  if (!*left) return {};
  if (auto done = Release(database, (*left)->id, revision_id); !done) return done;
  return RefreshArticle(database, (*left)->article_id);
}

Status RefreshArticle(Database& database, int64_t article_id) {
  auto gone = database.Run(
      "DELETE FROM articles WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM revisions WHERE article_id = ?1)", article_id);
  if (!gone) return gone;
  return database.Run(
      "WITH history AS (SELECT c.time, c.id, c.revision_id FROM revisions AS r JOIN captures AS c ON c.revision_id = "
      "r.id "
      "                 WHERE r.article_id = ?1), "
      "latest AS (SELECT revision_id FROM history ORDER BY time DESC, id DESC LIMIT 1) "
      "UPDATE articles SET current_revision = (SELECT revision_id FROM latest), "
      "first_seen = (SELECT min(time) FROM history), last_seen = (SELECT max(time) FROM history) WHERE id = ?1",
      article_id);
}

}  // namespace tallywire::store
