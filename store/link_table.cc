#include "store/link_table.h"

#include <fmt/format.h>

namespace tallywire::store {
namespace {

constexpr std::string_view kSelect =
    "SELECT id, url, feed_id, state, attempts, next_attempt, discovered, entry_id, entry_title, entry_published, "
    "entry_updated, capture_id, article_id, last_error FROM links ";

LinkState StateFrom(std::string_view text) {
  for (const LinkState state : {LinkState::kPending, LinkState::kDone, LinkState::kFailed, LinkState::kGone}) {
    if (ToText(state) == text) return state;
  }
  return LinkState::kFailed;  // the table's CHECK admits no other
}

LinkRecord Read(const Statement& row) {
  LinkRecord link;
  link.id = row.Int(0);
  link.url = row.Text(1);
  link.feed_id = row.OptionalInt(2);
  link.state = StateFrom(row.Text(3));
  link.attempts = static_cast<int>(row.Int(4));
  link.next_attempt = row.OptionalTime(5);
  link.discovered = row.Time(6);
  link.entry_id = row.Text(7);
  link.entry_title = row.Text(8);
  link.entry_published = row.OptionalTime(9);
  link.entry_updated = row.OptionalTime(10);
  link.capture_id = row.OptionalInt(11);
  link.article_id = row.OptionalInt(12);
  link.last_error = row.Text(13);
  return link;
}

}  // namespace

std::string_view ToText(LinkState state) {
  switch (state) {
    case LinkState::kPending:
      return "pending";
    case LinkState::kDone:
      return "done";
    case LinkState::kFailed:
      return "failed";
    case LinkState::kGone:
      return "gone";
  }
  return {};
}

Result<LinkChange> LinkTable::Upsert(std::string_view url, std::optional<int64_t> feed_id, const FeedEntry& entry,
                                     Timestamp now) {
  auto known = Find(url);
  if (!known) return tl::unexpected<Error>(known.error());
  if (!*known) {
    auto statement = database_->Prepare(
        "INSERT INTO links (url, feed_id, discovered, entry_id, entry_title, entry_published, entry_updated) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!statement) return tl::unexpected<Error>(statement.error());
    statement->Bind(url).Bind(feed_id).Bind(now).BindOrNull(entry.id).BindOrNull(entry.title);
    auto done = statement->Bind(entry.published).Bind(entry.updated).Run();
    if (!done) return tl::unexpected<Error>(done.error());
    return LinkChange::kNew;
  }
  const LinkRecord& link = **known;
  const bool updated = entry.updated && link.entry_updated && *entry.updated > *link.entry_updated;
  if (!updated && (link.entry_updated || !entry.updated)) return LinkChange::kKnown;
  auto done = database_->Run(
      "UPDATE links SET entry_updated = ?2, entry_title = coalesce(?3, entry_title), "
      "next_attempt = iif(?4 AND state = 'done', NULL, next_attempt), "
      "attempts = iif(?4 AND state = 'done', 0, attempts), state = iif(?4 AND state = 'done', 'pending', state) "
      "WHERE id = ?1",
      link.id, entry.updated, entry.title.empty() ? std::nullopt : std::optional(entry.title), updated);
  if (!done) return tl::unexpected<Error>(done.error());
  return updated ? LinkChange::kUpdated : LinkChange::kKnown;
}

Result<std::vector<LinkRecord>> LinkTable::Pending(Timestamp now, size_t limit, std::optional<int64_t> feed_id) {
  auto statement =
      database_->Prepare(fmt::format("{}WHERE state = 'pending' AND (next_attempt IS NULL OR next_attempt <= ?1) "
                                     "AND (?2 IS NULL OR feed_id = ?2) ORDER BY discovered, id LIMIT ?3",
                                     kSelect));
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(now).Bind(feed_id).Bind(limit);
  std::vector<LinkRecord> links;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return links;
    links.push_back(Read(*statement));
  }
}

Result<std::optional<LinkRecord>> LinkTable::Find(std::string_view url) {
  auto statement = database_->Prepare(fmt::format("{}WHERE url = ?", kSelect));
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Bind(url).Step();
  if (!row) return tl::unexpected<Error>(row.error());
  return *row ? std::optional(Read(*statement)) : std::nullopt;
}

Status LinkTable::Mark(std::string_view url, const LinkOutcome& outcome) {
  auto done = database_->Run(
      "UPDATE links SET state = ?2, next_attempt = ?3, capture_id = coalesce(?4, capture_id), "
      "article_id = coalesce(?5, article_id), last_error = ?6, attempts = attempts + 1 WHERE url = ?1",
      url, ToText(outcome.state), outcome.next_attempt, outcome.capture_id, outcome.article_id,
      outcome.error.empty() ? std::nullopt : std::optional(outcome.error));
  if (!done) return done;
  if (database_->Changes() > 0) return {};
  return Fail(ErrorCode::kNotFound, std::string(url), "no feed has named this link");
}

Result<LinkCounts> LinkTable::Count(std::optional<int64_t> feed_id) {
  auto statement = database_->Prepare(
      "SELECT count(*) FILTER (WHERE state = 'pending'), count(*) FILTER (WHERE state = 'done'), "
      "count(*) FILTER (WHERE state = 'failed'), count(*) FILTER (WHERE state = 'gone') "
      "FROM links WHERE ?1 IS NULL OR feed_id = ?1");
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Bind(feed_id).Step();
  if (!row) return tl::unexpected<Error>(row.error());
  return LinkCounts{statement->Int(0), statement->Int(1), statement->Int(2), statement->Int(3)};
}

}  // namespace tallywire::store
