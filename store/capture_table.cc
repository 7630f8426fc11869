#include "store/capture_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "store/revision_links.h"

namespace tallywire::store {
namespace {

constexpr std::string_view kSelect =
    "SELECT id, url, final_url, time, status, content_type, etag, last_modified, purpose, feed_id, truncated, revisit, "
    "warc_file, warc_begin, warc_offset, warc_length, digest, revision_id, error FROM captures ";

constexpr std::string_view kWhere =
    "WHERE (?1 IS NULL OR time >= ?1) AND (?2 IS NULL OR time < ?2) "
    "AND (?3 IS NULL OR url GLOB ?3 OR final_url GLOB ?3) AND (?4 IS NULL OR feed_id = ?4) "
    "AND (?5 IS NULL OR purpose = ?5) AND (NOT ?6 OR (status BETWEEN 200 AND 299 AND NOT revisit)) "
    "AND (?7 IS NULL OR id IN (SELECT capture_id FROM revisions WHERE rules <> ?7)) ";

CaptureRecord Read(const Statement& row) {
  CaptureRecord capture;
  capture.id = row.Int(0);
  capture.url = row.Text(1);
  capture.final_url = row.Text(2);
  capture.time = row.Time(3);
  capture.status = static_cast<int>(row.Int(4));
  capture.content_type = row.Text(5);
  capture.etag = row.Text(6);
  capture.last_modified = row.Text(7);
  capture.purpose = PurposeFrom(row.Text(8)).value_or(Purpose::kArticle);
  capture.feed_id = row.OptionalInt(9);
  capture.truncated = row.Int(10) != 0;
  capture.revisit = row.Int(11) != 0;
  capture.location.file = row.Text(12);
  capture.location.begin = static_cast<uint64_t>(row.Int(13));
  capture.location.offset = static_cast<uint64_t>(row.Int(14));
  capture.location.length = static_cast<uint64_t>(row.Int(15));
  capture.location.digest = row.Text(16);
  capture.revision_id = row.OptionalInt(17);
  capture.error = row.Text(18);
  return capture;
}

void BindFilter(Statement& statement, const CaptureFilter& filter) {
  statement.Bind(filter.since).Bind(filter.until).BindOrNull(filter.url_glob).Bind(filter.feed_id);
  filter.purpose ? statement.Bind(ToText(*filter.purpose)) : statement.BindNull();
  statement.Bind(filter.with_body).BindOrNull(filter.not_read_with);
}

void BindLocation(Statement& statement, const ArchiveLocation& location) {
  if (location.file.empty()) {
    statement.BindNull().BindNull().BindNull().BindNull();
  } else {
    statement.Bind(location.file).Bind(location.begin).Bind(location.offset).Bind(location.length);
  }
  statement.BindOrNull(location.digest);
}

Result<std::optional<CaptureRecord>> One(Statement& statement) {
  auto row = statement.Step();
  if (!row) return tl::unexpected<Error>(row.error());
  return *row ? std::optional(Read(statement)) : std::nullopt;
}

}  // namespace

Result<int64_t> CaptureTable::Save(const CaptureRecord& capture) {
  auto transaction = Transaction::Begin(*database_);
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  if (!capture.location.file.empty()) {
    auto known = AtLocation(capture.location.file, capture.location.offset);
    if (!known) return tl::unexpected<Error>(known.error());
    if (*known) return (*known)->id;
  }
  auto statement = database_->Prepare(
      "INSERT INTO captures (url, final_url, time, status, content_type, etag, last_modified, purpose, feed_id, "
      "truncated, revisit, error, warc_file, warc_begin, warc_offset, warc_length, digest) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(capture.url).Bind(capture.final_url.empty() ? capture.url : capture.final_url).Bind(capture.time);
  statement->Bind(capture.status).BindOrNull(capture.content_type).BindOrNull(capture.etag);
  statement->BindOrNull(capture.last_modified).Bind(ToText(capture.purpose)).Bind(capture.feed_id);
  statement->Bind(capture.truncated).Bind(capture.revisit).BindOrNull(capture.error);
  BindLocation(*statement, capture.location);
  if (auto done = statement->Run(); !done) return tl::unexpected<Error>(done.error());
  const int64_t id = database_->LastInsertId();
  if (capture.revisit) {
    if (auto done = ConfirmRevision(*database_, id); !done) return tl::unexpected<Error>(done.error());
  }
  if (auto done = transaction->Commit(); !done) return tl::unexpected<Error>(done.error());
  return id;
}

Status CaptureTable::SetError(int64_t id, std::string_view error) {
  return database_->Run("UPDATE captures SET error = ? WHERE id = ?",
                        error.empty() ? std::nullopt : std::optional(std::string(error)), id);
}

Result<CaptureRecord> CaptureTable::Load(int64_t id) {
  auto statement = database_->Prepare(fmt::format("{}WHERE id = ?", kSelect));
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto capture = One(statement->Bind(id));
  if (!capture) return tl::unexpected<Error>(capture.error());
  if (!*capture) return Fail(ErrorCode::kNotFound, std::to_string(id), "no capture has this id");
  return std::move(**capture);
}

Result<std::optional<CaptureRecord>> CaptureTable::LatestWithBody(std::string_view final_url) {
  auto statement =
      database_->Prepare(fmt::format("{}WHERE final_url = ? AND status BETWEEN 200 AND 299 AND NOT revisit "
                                     "ORDER BY time DESC, id DESC LIMIT 1",
                                     kSelect));
  if (!statement) return tl::unexpected<Error>(statement.error());
  return One(statement->Bind(final_url));
}

Result<std::optional<CaptureRecord>> CaptureTable::AtLocation(std::string_view file, uint64_t offset) {
  auto statement = database_->Prepare(fmt::format("{}WHERE warc_file = ? AND warc_offset = ?", kSelect));
  if (!statement) return tl::unexpected<Error>(statement.error());
  return One(statement->Bind(file).Bind(offset));
}

Result<int64_t> CaptureTable::Count() { return Count(CaptureFilter{}); }

Result<int64_t> CaptureTable::Count(const CaptureFilter& filter) {
  auto statement = database_->Prepare(fmt::format("SELECT count(*) FROM captures {}", kWhere));
  if (!statement) return tl::unexpected<Error>(statement.error());
  BindFilter(*statement, filter);
  auto row = statement->Step();
  if (!row) return tl::unexpected<Error>(row.error());
  return statement->Int(0);
}

Status CaptureTable::ForEach(const CaptureFilter& filter, const std::function<Status(const CaptureRecord&)>& visit) {
  std::vector<int64_t> ids;  // eight bytes a capture, so that `visit` may change the table
  {
    auto statement = database_->Prepare(
        fmt::format("SELECT id FROM captures {}ORDER BY warc_file IS NULL, warc_file, warc_offset, id", kWhere));
    if (!statement) return tl::unexpected<Error>(statement.error());
    BindFilter(*statement, filter);
    for (;;) {
      auto row = statement->Step();
      if (!row) return tl::unexpected<Error>(row.error());
      if (!*row) break;
      ids.push_back(statement->Int(0));
    }
  }
  for (const int64_t id : ids) {
    auto capture = Load(id);
    if (!capture && capture.error().code == ErrorCode::kNotFound) continue;
    if (!capture) return tl::unexpected<Error>(capture.error());
    if (auto done = visit(*capture); !done) return done;
  }
  return {};
}

// Adjacent ranges are merged by the usual "gaps and islands": a range that does not begin where the one before ended
// starts an island, and a running sum numbers the islands.
Result<KnownArchive> CaptureTable::Known() {
  auto statement = database_->Prepare(R"sql(
    WITH files AS (SELECT DISTINCT warc_file FROM captures WHERE warc_file NOT GLOB '/*' ORDER BY 1 DESC LIMIT 2),
    ranges AS (SELECT warc_file, warc_begin AS first, warc_offset + warc_length AS last,
                      warc_begin IS NOT lag(warc_offset + warc_length)
                        OVER (PARTITION BY warc_file ORDER BY warc_begin) AS starts
               FROM captures WHERE warc_file IN (SELECT warc_file FROM files)),
    islands AS (SELECT *, sum(starts) OVER (PARTITION BY warc_file ORDER BY first) AS island FROM ranges)
    SELECT warc_file, min(first), max(last) FROM islands GROUP BY warc_file, island ORDER BY 1, 2)sql");
  if (!statement) return tl::unexpected<Error>(statement.error());
  KnownArchive known;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) break;
    known.ranges[statement->Text(0)].push_back(
        {static_cast<uint64_t>(statement->Int(1)), static_cast<uint64_t>(statement->Int(2))});
  }
  // With one file known, files before it may not have been taken up yet: all are looked at.
  if (known.ranges.size() > 1) known.complete_before = known.ranges.begin()->first;
  return known;
}

}  // namespace tallywire::store
