#include "store/article_table.h"

#include <algorithm>
#include <utility>

#include "store/derived_rows.h"
#include "store/digest.h"
#include "store/json_list.h"
#include "store/revision_links.h"
#include "store/span_check.h"

namespace tallywire::store {
namespace {

struct CaptureRef {
  int64_t id = 0;
  std::string url;
  std::string time;
  std::optional<int64_t> revision_id;
};

Result<CaptureRef> FindCapture(Database& database, int64_t id) {
  auto statement = database.Prepare("SELECT final_url, time, revision_id FROM captures WHERE id = ?");
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Bind(id).Step();
  if (!row) return tl::unexpected<Error>(row.error());
  if (!*row) return Fail(ErrorCode::kNotFound, std::to_string(id), "no capture has this id");
  return CaptureRef{id, statement->Text(0), statement->Text(1), statement->OptionalInt(2)};
}

std::string ContentDigest(const Article& article) {
  FieldDigest digest;
  for (const std::string* field : {&article.title, &article.text, &article.site, &article.section, &article.published,
                                   &article.modified, &article.language, &article.description, &article.image}) {
    digest.Add(*field);
  }
  digest.Add(article.paywalled ? size_t{1} : size_t{0});
  digest.Add(article.authors.size());
  for (const std::string& author : article.authors) digest.Add(author);
  for (const std::string& tag : article.tags) digest.Add(tag);
  return digest.Finish();
}

// Everything else that is derived from the page.
std::string DerivedDigest(const Article& article, const Extraction& extraction) {
  FieldDigest digest;
  digest.Add(ExtractionDigest(extraction)).Add(BlockListJson(article.blocks)).Add(article.url);
  digest.Add(article.published_from).Add(article.charset).Add(StringListJson(article.warnings));
  return digest.Finish();
}

// "https://user@WWW.Example.org:8080/x" is of "example.org": without port and "www.", in lower case.
std::string HostOf(std::string_view url) {
  const size_t scheme = url.find("://");
  std::string_view host = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const size_t at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  const size_t colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) host = host.substr(0, colon);
  std::string lower(host);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower.starts_with("www.") ? lower.substr(4) : lower;
}

// One call of ArticleTable::Save, step by step.
class Saving {
 public:
  Saving(Database& database, const Article& article, const Extraction& extraction, std::string_view rules)
      : database_(&database), article_(&article), extraction_(&extraction), rules_(rules) {}

  Result<SavedArticle> Run(const CaptureRef& capture) {
    capture_ = capture;
    content_digest_ = ContentDigest(*article_);
    extraction_digest_ = DerivedDigest(*article_, *extraction_);
    if (auto done = FindArticle(); !done) return tl::unexpected<Error>(done.error());
    if (auto done = ChooseRevision(); !done) return tl::unexpected<Error>(done.error());
    if (auto done = AssignRevision(*database_, capture_.id, saved_.revision_id); !done) {
      return tl::unexpected<Error>(done.error());
    }
    if (auto done = RefreshArticle(*database_, saved_.article_id); !done) return tl::unexpected<Error>(done.error());
    return saved_;
  }

 private:
  // By its canonical URL; made where it is not there.
  Status FindArticle() {
    const std::string& page = article_->url.empty() ? capture_.url : article_->url;
    const std::string& url = article_->canonical_url.empty() ? page : article_->canonical_url;
    auto found = database_->Prepare("SELECT id FROM articles WHERE url = ?");
    if (!found) return tl::unexpected<Error>(found.error());
    auto row = found->Bind(url).Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (*row) {
      saved_.article_id = found->Int(0);
      return {};
    }
    auto done = database_->Run("INSERT INTO articles (url, host, first_seen, last_seen) VALUES (?1, ?2, ?3, ?3)", url,
                               HostOf(url), capture_.time);
    saved_.article_id = database_->LastInsertId();
    saved_.outcome = SaveOutcome::kNewArticle;
    return done;
  }

  Status ChooseRevision() {
    auto before = RevisionBefore(*database_, saved_.article_id, capture_.id);
    if (!before) return tl::unexpected<Error>(before.error());
    if (*before && (*before)->content_digest == content_digest_) return Rederive(**before, {});
    auto after = RevisionAfter(*database_, saved_.article_id, capture_.id);
    if (!after) return tl::unexpected<Error>(after.error());
    const bool earlier = *after && (*after)->content_digest == content_digest_ && (*after)->id != capture_.revision_id;
    if (earlier) return Rederive(**after, capture_.id);
    if (capture_.revision_id) {
      auto own = FindRevision(*database_, *capture_.revision_id);
      if (!own) return tl::unexpected<Error>(own.error());
      if (*own && (*own)->article_id == saved_.article_id && (*own)->capture_id == capture_.id)
        return Rederive(**own, {});
    }
    return AddRevision(*before);
  }

  // `first_capture` is set where this capture is earlier than the one that said the revision first.
  Status Rederive(const RevisionRef& revision, std::optional<int64_t> first_capture) {
    saved_.revision_id = revision.id;
    if (first_capture) {
      auto done = database_->Run("UPDATE revisions SET capture_id = ?, time = ? WHERE id = ?", *first_capture,
                                 capture_.time, revision.id);
      if (!done) return done;
    }
    const bool same_content = revision.content_digest == content_digest_;
    if (same_content && revision.extraction_digest == extraction_digest_) {
      saved_.outcome = SaveOutcome::kUnchanged;
      return database_->Run("UPDATE revisions SET rules = ?1 WHERE id = ?2 AND rules <> ?1", rules_, revision.id);
    }
    saved_.outcome = SaveOutcome::kRederived;
    auto events = LoadEvents(*database_, revision.id);
    if (!events) return tl::unexpected<Error>(events.error());
    saved_.events = Compare(*events, Worded(*article_, *extraction_));
    if (auto done = DeleteDerived(*database_, revision.id); !done) return done;
    if (auto done = UpdateRevision(revision.id); !done) return done;
    return InsertDerived(*database_, revision.id, *article_, *extraction_);
  }

  Status AddRevision(const std::optional<RevisionRef>& before) {
    if (saved_.outcome != SaveOutcome::kNewArticle) saved_.outcome = SaveOutcome::kNewRevision;
    std::vector<WordedEvent> events;
    if (before) {
      auto loaded = LoadEvents(*database_, before->id);
      if (!loaded) return tl::unexpected<Error>(loaded.error());
      events = std::move(*loaded);
    }
    saved_.events = Compare(events, Worded(*article_, *extraction_));
    auto done = database_->Run(
        "INSERT INTO revisions (article_id, capture_id, time, content_digest, extraction_digest, rules, url, title, "
        "authors, "
        "tags, text, blocks, warnings) VALUES (?, ?, ?, '', '', '', '', ?, '[]', '[]', ?, '[]', '[]')",
        saved_.article_id, capture_.id, capture_.time, article_->title, article_->text);
    if (!done) return done;
    saved_.revision_id = database_->LastInsertId();
    if (auto updated = UpdateRevision(saved_.revision_id); !updated) return updated;
    return InsertDerived(*database_, saved_.revision_id, *article_, *extraction_);
  }

  // Title and text are only written where they differ, which spares the search index the work.
  Status UpdateRevision(int64_t id) {
    const Article& article = *article_;
    auto text =
        database_->Run("UPDATE revisions SET title = ?1, text = ?2 WHERE id = ?3 AND (title <> ?1 OR text <> ?2)",
                       article.title, article.text, id);
    if (!text) return text;
    auto statement = database_->Prepare(
        "UPDATE revisions SET content_digest = ?, extraction_digest = ?, rules = ?, url = ?, authors = ?, section = ?, "
        "tags = ?, published = ?, published_from = ?, published_day = ?, published_utc = ?, modified = ?, language = "
        "?, "
        "description = ?, image = ?, paywalled = ?, blocks = ?, charset = ?, warnings = ? WHERE id = ?");
    if (!statement) return tl::unexpected<Error>(statement.error());
    const auto day = ParseIsoDay(article.published);
    statement->Bind(content_digest_).Bind(extraction_digest_).Bind(rules_);
    statement->Bind(article.url.empty() ? capture_.url : article.url).Bind(StringListJson(article.authors));
    statement->BindOrNull(article.section).Bind(StringListJson(article.tags)).BindOrNull(article.published);
    statement->BindOrNull(article.published_from).BindOrNull(day ? ToIsoDate(*day) : std::string{});
    statement->Bind(ParseIso(article.published)).BindOrNull(article.modified).BindOrNull(article.language);
    statement->BindOrNull(article.description).BindOrNull(article.image).Bind(article.paywalled);
    statement->Bind(BlockListJson(article.blocks)).BindOrNull(article.charset).Bind(StringListJson(article.warnings));
    if (auto done = statement->Bind(id).Run(); !done) return done;
    return database_->Run("UPDATE articles SET site = ? WHERE id = ?",
                          article.site.empty() ? std::nullopt : std::optional(article.site), saved_.article_id);
  }

  Database* database_;
  const Article* article_;
  const Extraction* extraction_;
  std::string rules_;
  CaptureRef capture_;
  std::string content_digest_;
  std::string extraction_digest_;
  SavedArticle saved_;
};

}  // namespace

Result<SavedArticle> ArticleTable::Save(int64_t capture_id, const Article& article, const Extraction& extraction,
                                        std::string_view rules) {
  auto transaction = Transaction::Begin(*database_);
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  auto capture = FindCapture(*database_, capture_id);
  if (!capture) return tl::unexpected<Error>(capture.error());
  if (auto good = CheckSpans(capture->url, article, extraction); !good) return tl::unexpected<Error>(good.error());
  auto saved = Saving(*database_, article, extraction, rules).Run(*capture);
  if (!saved) return saved;
  if (auto done = transaction->Commit(); !done) return tl::unexpected<Error>(done.error());
  return saved;
}

Result<EventChanges> ArticleTable::Forget(int64_t capture_id) {
  auto transaction = Transaction::Begin(*database_);
  if (!transaction) return tl::unexpected<Error>(transaction.error());
  auto capture = FindCapture(*database_, capture_id);
  if (!capture) return tl::unexpected<Error>(capture.error());
  EventChanges changes;
  if (capture->revision_id) {
    auto events = LoadEvents(*database_, *capture->revision_id);
    if (!events) return tl::unexpected<Error>(events.error());
    if (auto done = AssignRevision(*database_, capture_id, std::nullopt); !done)
      return tl::unexpected<Error>(done.error());
    auto left = FindRevision(*database_, *capture->revision_id);
    if (!left) return tl::unexpected<Error>(left.error());
    if (!*left) changes.removed = events->size();
  }
  if (auto done = transaction->Commit(); !done) return tl::unexpected<Error>(done.error());
  return changes;
}

Result<int64_t> ArticleTable::Count() {
  auto statement = database_->Prepare("SELECT count(*) FROM articles");
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Step();
  if (!row) return tl::unexpected<Error>(row.error());
  return statement->Int(0);
}

}  // namespace tallywire::store
