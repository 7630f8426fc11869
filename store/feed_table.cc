#include "store/feed_table.h"

#include <algorithm>

#include <fmt/format.h>

namespace tallywire::store {
namespace {

constexpr std::string_view kSelect =
    "SELECT id, url, title, link, format, language, enabled, added, last_fetched, last_success, last_changed, "
    "next_due, etag, last_modified, digest, ttl_minutes, last_status, errors, last_error FROM feeds ";

FeedRecord Read(const Statement& row) {
  FeedRecord feed;
  feed.id = row.Int(0);
  feed.url = row.Text(1);
  feed.title = row.Text(2);
  feed.link = row.Text(3);
  feed.format = row.Text(4);
  feed.language = row.Text(5);
  feed.enabled = row.Int(6) != 0;
  feed.added = row.Time(7);
  feed.last_fetched = row.OptionalTime(8);
  feed.last_success = row.OptionalTime(9);
  feed.last_changed = row.OptionalTime(10);
  feed.next_due = row.OptionalTime(11);
  feed.etag = row.Text(12);
  feed.last_modified = row.Text(13);
  feed.digest = row.Text(14);
  if (const auto ttl = row.OptionalInt(15)) feed.ttl_minutes = static_cast<int>(*ttl);
  feed.last_status = static_cast<int>(row.Int(16));
  feed.errors = static_cast<int>(row.Int(17));
  feed.last_error = row.Text(18);
  return feed;
}

Result<std::vector<FeedRecord>> ReadAll(Statement& statement) {
  std::vector<FeedRecord> feeds;
  for (;;) {
    auto row = statement.Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return feeds;
    feeds.push_back(Read(statement));
  }
}

bool IsNumber(std::string_view text) {
  return !text.empty() && text.size() < 18 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<FeedTable::Added> FeedTable::Add(std::string_view url, std::string_view title, Timestamp now) {
  auto inserted = database_->Prepare(
      "INSERT INTO feeds (url, title, added) VALUES (?, ?, ?) ON CONFLICT (url) DO UPDATE SET enabled = 1 WHERE "
      "enabled = 0");
  if (!inserted) return tl::unexpected<Error>(inserted.error());
  auto known = database_->Prepare("SELECT 1 FROM feeds WHERE url = ?");
  if (!known) return tl::unexpected<Error>(known.error());
  auto before = known->Bind(url).Step();
  if (!before) return tl::unexpected<Error>(before.error());
  const bool is_new = !*before;
  known->Reset();
  if (auto done = inserted->Bind(url).BindOrNull(title).Bind(now).Run(); !done)
    return tl::unexpected<Error>(done.error());
  auto feed = Find(url);
  if (!feed) return tl::unexpected<Error>(feed.error());
  return Added{std::move(*feed), is_new};
}

Status FeedTable::Remove(int64_t id) {
  auto transaction = Transaction::Begin(*database_);
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  if (auto done = database_->Run("DELETE FROM links WHERE feed_id = ? AND state = 'pending'", id); !done) return done;
  if (auto done = database_->Run("DELETE FROM feeds WHERE id = ?", id); !done) return done;
  if (database_->Changes() == 0) {
    return Fail(ErrorCode::kNotFound, std::to_string(id), "no feed has this id", "See 'tallywire feeds list'");
  }
  return transaction->Commit();
}

Result<FeedRecord> FeedTable::Find(std::string_view id_or_url) {
  const bool by_id = IsNumber(id_or_url);
  auto statement =
      database_->Prepare(fmt::format("{}{}", kSelect, by_id ? "WHERE id = CAST(? AS INTEGER)" : "WHERE url = ?"));
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Bind(id_or_url).Step();
  if (!row) return tl::unexpected<Error>(row.error());
  if (*row) return Read(*statement);
  return Fail(ErrorCode::kNotFound, std::string(id_or_url), by_id ? "no feed has this id" : "no feed has this URL",
              "See 'tallywire feeds list'");
}

Result<std::vector<FeedRecord>> FeedTable::List() {
  auto statement = database_->Prepare(fmt::format("{}ORDER BY id", kSelect));
  if (!statement) return tl::unexpected<Error>(statement.error());
  return ReadAll(*statement);
}

Result<std::vector<FeedRecord>> FeedTable::Due(Timestamp now) {
  auto statement = database_->Prepare(fmt::format(
      "{}WHERE enabled = 1 AND (next_due IS NULL OR next_due <= ?) ORDER BY next_due IS NOT NULL, next_due, id",
      kSelect));
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(now);
  return ReadAll(*statement);
}

Status FeedTable::Save(const FeedRecord& feed) {
  auto statement = database_->Prepare(
      "UPDATE feeds SET url = ?, title = ?, link = ?, format = ?, language = ?, enabled = ?, added = ?, last_fetched = "
      "?, "
      "last_success = ?, last_changed = ?, next_due = ?, etag = ?, last_modified = ?, digest = ?, ttl_minutes = ?, "
      "last_status = ?, errors = ?, last_error = ? WHERE id = ?");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(feed.url).BindOrNull(feed.title).BindOrNull(feed.link).BindOrNull(feed.format);
  statement->BindOrNull(feed.language).Bind(feed.enabled).Bind(feed.added).Bind(feed.last_fetched);
  statement->Bind(feed.last_success).Bind(feed.last_changed).Bind(feed.next_due).BindOrNull(feed.etag);
  statement->BindOrNull(feed.last_modified).BindOrNull(feed.digest).Bind(feed.ttl_minutes).Bind(feed.last_status);
  statement->Bind(feed.errors).BindOrNull(feed.last_error).Bind(feed.id);
  if (auto done = statement->Run(); !done) return done;
  if (database_->Changes() > 0) return {};
  return Fail(ErrorCode::kNotFound, feed.url, "this feed is no longer in the database");
}

}  // namespace tallywire::store
