// ArticleTable::Load: finds an article by whatever the user typed, and reads it whole.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "store/article_table.h"
#include "store/derived_rows.h"
#include "store/json_list.h"

namespace tallywire::store {
namespace {

constexpr size_t kShownCandidates = 5;

bool IsNumber(std::string_view text) {
  return !text.empty() && text.size() < 18 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Candidate {
  int64_t id = 0;
  std::string url;
};

Result<std::vector<Candidate>> Candidates(Database& database, std::string_view sql, std::string_view which) {
  auto statement = database.Prepare(sql);
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(which);
  std::vector<Candidate> found;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return found;
    found.push_back({statement->Int(0), statement->Text(1)});
  }
}

tl::unexpected<Error> Ambiguous(std::string_view which, const std::vector<Candidate>& found) {
  std::string list;
  for (const Candidate& candidate : found) list += fmt::format("\n  {}  {}", candidate.id, candidate.url);
  return Fail(ErrorCode::kUsage, std::string(which), "several articles begin like this",
              "Give more of the URL, or one of these ids:" + list);
}

// Exact matches first, then without the scheme, then beginnings of canonical URLs.
Result<int64_t> FindArticle(Database& database, std::string_view which) {
  constexpr std::string_view kById = "SELECT id, url FROM articles WHERE id = CAST(? AS INTEGER)";
  constexpr std::string_view kByUrl = "SELECT id, url FROM articles WHERE url = ?";
  constexpr std::string_view kByCapture =
      "SELECT a.id, a.url FROM captures AS c JOIN revisions AS r ON r.id = c.revision_id "
      "JOIN articles AS a ON a.id = r.article_id WHERE c.url = ?1 OR c.final_url = ?1 ORDER BY c.time DESC LIMIT 1";
  constexpr std::string_view kByBareUrl =
      "SELECT id, url FROM articles WHERE substr(url, instr(url, '://') + 3) IN (?1, 'www.' || ?1) LIMIT 5";
  constexpr std::string_view kByStart =
      "SELECT id, url FROM articles WHERE substr(url, 1, length(?1)) = ?1 "
      "OR substr(url, instr(url, '://') + 3, length(?1)) = ?1 "
      "OR substr(url, instr(url, '://www.') + 7, length(?1)) = ?1 ORDER BY id DESC LIMIT 5";
  static_assert(kShownCandidates == 5, "the LIMITs above");
  if (IsNumber(which)) {
    auto found = Candidates(database, kById, which);
    if (!found) return tl::unexpected<Error>(found.error());
    if (!found->empty()) return found->front().id;
    return Fail(ErrorCode::kNotFound, std::string(which), "no article has this id",
                "See 'tallywire query' for the articles there are");
  }
  for (const std::string_view sql : {kByUrl, kByCapture, kByBareUrl, kByStart}) {
    if (which.empty()) break;
    auto found = Candidates(database, sql, which);
    if (!found) return tl::unexpected<Error>(found.error());
    if (found->size() == 1) return found->front().id;
    if (found->size() > 1) return Ambiguous(which, *found);
  }
  return Fail(ErrorCode::kNotFound, std::string(which), "no article has this URL, and none begins like this",
              "See 'tallywire query' for the articles there are");
}

Status LoadArticleRow(Database& database, int64_t id, ArticleRecord& record) {
  auto statement = database.Prepare(
      "SELECT id, url, host, first_seen, last_seen, coalesce(current_revision, 0), site FROM articles WHERE id = ?");
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Bind(id).Step();
  if (!row) return tl::unexpected<Error>(row.error());
  record.id = statement->Int(0);
  record.url = statement->Text(1);
  record.host = statement->Text(2);
  record.first_seen = statement->Time(3);
  record.last_seen = statement->Time(4);
  record.revision_id = statement->Int(5);
  record.article.canonical_url = record.url;
  record.article.site = statement->Text(6);
  return {};
}

Status LoadRevisions(Database& database, ArticleRecord& record) {
  auto statement = database.Prepare(
      "SELECT r.id, r.time, r.title, r.published, r.modified, "
      "(SELECT count(*) FROM events AS e WHERE e.revision_id = r.id) "
      "FROM revisions AS r WHERE r.article_id = ? ORDER BY r.time, r.id");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(record.id);
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return {};
    RevisionSummary revision;
    revision.id = statement->Int(0);
    revision.time = statement->Time(1);
    revision.title = statement->Text(2);
    revision.published = statement->Text(3);
    revision.modified = statement->Text(4);
    revision.events = statement->Int(5);
    revision.current = revision.id == record.revision_id;
    record.revisions.push_back(std::move(revision));
  }
}

struct ListColumns {
  std::string authors;
  std::string tags;
  std::string blocks;
  std::string warnings;
};

Status LoadLists(Database& database, const ListColumns& columns, Article& article) {
  auto authors = StringList(database, columns.authors);
  if (!authors) return tl::unexpected<Error>(authors.error());
  auto tags = StringList(database, columns.tags);
  if (!tags) return tl::unexpected<Error>(tags.error());
  auto blocks = BlockList(database, columns.blocks);
  if (!blocks) return tl::unexpected<Error>(blocks.error());
  auto warnings = StringList(database, columns.warnings);
  if (!warnings) return tl::unexpected<Error>(warnings.error());
  article.authors = std::move(*authors);
  article.tags = std::move(*tags);
  article.blocks = std::move(*blocks);
  article.warnings = std::move(*warnings);
  return {};
}

Status LoadContent(Database& database, ArticleRecord& record) {
  auto statement = database.Prepare(
      "SELECT capture_id, rules, url, title, authors, section, tags, published, published_from, modified, language, "
      "description, image, paywalled, text, blocks, charset, warnings FROM revisions WHERE id = ? AND article_id = ?");
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Bind(record.revision_id).Bind(record.id).Step();
  if (!row) return tl::unexpected<Error>(row.error());
  if (!*row) {
    return Fail(ErrorCode::kNotFound, record.url, fmt::format("has no revision {}", record.revision_id),
                "'tallywire show' without a revision lists those there are");
  }
  Article& article = record.article;
  record.capture_id = statement->Int(0);
  record.rules = statement->Text(1);
  article.url = statement->Text(2);
  article.title = statement->Text(3);
  article.section = statement->Text(5);
  article.published = statement->Text(7);
  article.published_from = statement->Text(8);
  article.modified = statement->Text(9);
  article.language = statement->Text(10);
  article.description = statement->Text(11);
  article.image = statement->Text(12);
  article.paywalled = statement->Int(13) != 0;
  article.text = statement->Text(14);
  article.charset = statement->Text(16);
  return LoadLists(database, {statement->Text(4), statement->Text(6), statement->Text(15), statement->Text(17)},
                   article);
}

}  // namespace

Result<ArticleRecord> ArticleTable::Load(std::string_view which, std::optional<int64_t> revision) {
  const auto id = FindArticle(*database_, which);
  if (!id) return tl::unexpected<Error>(id.error());
  ArticleRecord record;
  if (auto done = LoadArticleRow(*database_, *id, record); !done) return tl::unexpected<Error>(done.error());
  if (auto done = LoadRevisions(*database_, record); !done) return tl::unexpected<Error>(done.error());
  if (revision) record.revision_id = *revision;
  if (auto done = LoadContent(*database_, record); !done) return tl::unexpected<Error>(done.error());
  auto extraction = LoadDerived(*database_, record.revision_id);
  if (!extraction) return tl::unexpected<Error>(extraction.error());
  record.extraction = std::move(*extraction);
  return record;
}

}  // namespace tallywire::store
