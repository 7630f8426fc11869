#include "cli/intake.h"

#include <algorithm>
#include <utility>

#include "cli/logging.h"
#include "cli/page_reader.h"
#include "fetch/content_coding.h"
#include "fetch/feed.h"
#include "fetch/url.h"

namespace tallywire::cli {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr std::chrono::hours kRobotsLifetime{24};  // RFC 9309 2.4
constexpr std::chrono::hours kLongestLinkWait{24 * 7};
constexpr int kPatientFeedErrors = 3;  // failures in a row before a feed is asked less often
constexpr std::string_view kRobotsPath = "/robots.txt";

Timestamp After(Timestamp now, Milliseconds wait) {
  return now + std::chrono::duration_cast<std::chrono::seconds>(wait);
}

// `first` doubled for each of `times`, up to `most`.
Milliseconds Doubled(Milliseconds first, int times, Milliseconds most) {
  for (int i = 0; i < times && first < most; ++i) first *= 2;
  return std::min(first, most);
}

bool IsGone(const Retrieval& retrieval) {
  if (retrieval.hops.empty()) return false;
  const int status = retrieval.last().exchange.response.status;
  return status == 404 || status == 410;
}

store::CaptureRecord CaptureOf(const Retrieval& retrieval, const ArchivedHop& hop, std::optional<int64_t> feed_id) {
  const auto& headers = hop.exchange.response.headers;
  store::CaptureRecord capture;
  capture.url = retrieval.requested_url;
  capture.final_url = hop.exchange.request.url;
  capture.time = hop.exchange.time;
  capture.status = hop.exchange.response.status;
  capture.content_type = FindHeader(headers, "Content-Type");
  capture.etag = FindHeader(headers, "ETag");
  capture.last_modified = FindHeader(headers, "Last-Modified");
  capture.purpose = retrieval.purpose;
  capture.feed_id = feed_id;
  capture.truncated = hop.exchange.response.truncated;
  capture.revisit = hop.revisit;
  capture.location = hop.location;
  return capture;
}

}  // namespace

Status Intake::Take(const Retrieval& retrieval) {
  auto transaction = store_.Begin();
  if (!transaction) return tl::unexpected(transaction.error());
  report_.counts.requests += static_cast<int64_t>(retrieval.hops.size());
  std::optional<store::FeedRecord> feed;
  if (retrieval.purpose == Purpose::kFeed) {
    auto found = FeedFor(retrieval.requested_url);
    if (!found) return tl::unexpected(std::move(found).error());
    feed = std::move(*found);
  }
  const auto feed_id = feed ? Result<std::optional<int64_t>>(feed->id) : FeedThatNamed(retrieval);
  if (!feed_id) return tl::unexpected(feed_id.error());
  const auto captures = SaveCaptures(retrieval, *feed_id);
  if (!captures) return tl::unexpected(captures.error());
  Status status;
  switch (retrieval.purpose) {
    case Purpose::kFeed:
      status = TakeFeed(retrieval, *std::move(feed), *captures);
      break;
    case Purpose::kArticle:
      status = TakeArticle(retrieval, *captures);
      break;
    case Purpose::kRobots:
      status = TakeRobots(retrieval);
      break;
  }
  if (!status) return status;
  return transaction->Commit();
}

Result<std::optional<int64_t>> Intake::FeedThatNamed(const Retrieval& retrieval) {
  if (retrieval.purpose != Purpose::kArticle) return std::nullopt;
  const auto link = store_.Links().Find(retrieval.requested_url);
  if (!link) return tl::unexpected(link.error());
  return *link ? (*link)->feed_id : std::nullopt;
}

Result<Intake::CaptureIds> Intake::SaveCaptures(const Retrieval& retrieval, std::optional<int64_t> feed_id) {
  CaptureIds ids;
  for (const auto& hop : retrieval.hops) {
    const auto id = store_.Captures().Save(CaptureOf(retrieval, hop, feed_id));
    if (!id) return tl::unexpected(id.error());
    ids.push_back(*id);
  }
  return ids;
}

// The subscription; made where an address given on the command line, or an archived answer, is all there is.
Result<store::FeedRecord> Intake::FeedFor(const std::string& url) {
  auto feed = store_.Feeds().Find(url);
  if (feed || feed.error().code != ErrorCode::kNotFound) return feed;
  auto added = store_.Feeds().Add(url, {}, clock_.Now());
  if (!added) return tl::unexpected(std::move(added).error());
  return std::move(added->feed);
}

Status Intake::TakeFeed(const Retrieval& retrieval, store::FeedRecord feed, const CaptureIds& captures) {
  ++report_.counts.feeds;
  feed.last_fetched = clock_.Now();
  feed.last_status = retrieval.hops.empty() ? 0 : retrieval.last().exchange.response.status;
  if (!retrieval.status) return FailFeed(std::move(feed), retrieval.status.error(), retrieval.retry_at);
  const ArchivedHop& hop = retrieval.last();
  if (hop.revisit) {
    ++report_.feeds_unchanged;
    ++report_.counts.not_modified;
  } else if (auto status = ReadFeed(hop, feed); !status) {
    if (status.error().code == ErrorCode::kDataFolder) return status;
    auto noted = store_.Captures().SetError(captures.back(), status.error().what);
    return noted ? FailFeed(std::move(feed), status.error(), {}) : noted;
  }
  feed.last_success = feed.last_fetched;
  feed.next_due = After(*feed.last_fetched, policy_.feed_interval);
  feed.errors = 0;
  feed.last_error.clear();
  return store_.Feeds().Save(feed);
}

// The links of a feed that has changed, and what it says about itself.
Status Intake::ReadFeed(const ArchivedHop& hop, store::FeedRecord& feed) {
  const auto& headers = hop.exchange.response.headers;
  const auto content = fetch::DecodeContent(headers, hop.exchange.response.body);
  if (!content) return tl::unexpected(content.error());
  const auto parsed = fetch::ParseFeed(content->bytes, hop.exchange.request.url, FindHeader(headers, "Content-Type"));
  if (!parsed) return tl::unexpected(parsed.error());
  for (const auto& warning : parsed->warnings) Log(LogLevel::kWarning, feed.url + ": " + warning);
  if (auto status = SaveLinks(parsed->entries, feed); !status) return status;
  feed.title = parsed->title;
  feed.link = parsed->link;
  feed.format = parsed->format;
  feed.language = parsed->language;
  feed.ttl_minutes = parsed->ttl_minutes;
  feed.etag = FindHeader(headers, "ETag");
  feed.last_modified = FindHeader(headers, "Last-Modified");
  feed.digest = hop.location.digest;
  feed.last_changed = feed.last_fetched;
  return {};
}

Status Intake::SaveLinks(const std::vector<FeedEntry>& entries, const store::FeedRecord& feed) {
  for (const auto& entry : entries) {
    const auto url = fetch::ParseUrl(entry.link);
    if (!url) {
      Log(LogLevel::kDebug, feed.url + ": passed over an entry without a usable link: \"" + entry.title + "\"");
      continue;
    }
    const auto change = store_.Links().Upsert(fetch::Canonical(*url), feed.id, entry, clock_.Now());
    if (!change) return tl::unexpected(change.error());
  }
  return {};
}

Status Intake::FailFeed(store::FeedRecord feed, const Error& error, std::optional<Timestamp> retry_at) {
  LogError(error);
  ++report_.feeds_failed;
  ++report_.counts.failures;
  ++feed.errors;
  feed.last_error = error.what;
  feed.next_due = retry_at;
  if (!retry_at && feed.errors >= kPatientFeedErrors) {
    const auto wait = Doubled(std::chrono::hours{1}, feed.errors - kPatientFeedErrors, policy_.max_feed_backoff);
    feed.next_due = After(*feed.last_fetched, wait);
  }
  return store_.Feeds().Save(feed);
}

Status Intake::TakeArticle(const Retrieval& retrieval, const CaptureIds& captures) {
  const auto capture = captures.empty() ? std::nullopt : std::optional(captures.back());
  if (!retrieval.status) return FailArticle(retrieval, retrieval.status.error(), capture);
  const auto link = LinkFor(retrieval.requested_url);
  if (!link) return tl::unexpected(link.error());
  store::LinkOutcome outcome{store::LinkState::kDone, {}, capture, link->article_id, {}};
  if (retrieval.last().revisit) {
    ++report_.counts.articles_unchanged;
    ++report_.counts.not_modified;
    return store_.Links().Mark(link->url, outcome);
  }
  const auto page = ReadArticle(retrieval.last().exchange, extractor_);
  if (!page) {
    auto noted = store_.Captures().SetError(*capture, page.error().what);
    return noted ? FailArticle(retrieval, page.error(), capture) : noted;
  }
  for (const auto& warning : page->article.warnings) {
    Log(LogLevel::kWarning, retrieval.last().exchange.request.url + ": " + warning);
  }
  const auto saved = store_.Articles().Save(*capture, page->article, page->extraction, rules_version_);
  if (!saved) return tl::unexpected(saved.error());
  report_.CountArticle(*saved);
  outcome.article_id = saved->article_id;
  return store_.Links().Mark(link->url, outcome);
}

// The link that asked for the page; made where an archived page is all there is.
Result<store::LinkRecord> Intake::LinkFor(const std::string& url) {
  auto link = store_.Links().Find(url);
  if (!link) return tl::unexpected(link.error());
  if (*link) return **std::move(link);
  const auto change = store_.Links().Upsert(url, std::nullopt, {}, clock_.Now());
  if (!change) return tl::unexpected(change.error());
  link = store_.Links().Find(url);
  if (!link) return tl::unexpected(link.error());
  return (*link).value();
}

Status Intake::FailArticle(const Retrieval& retrieval, const Error& error, std::optional<int64_t> capture) {
  const auto link = store_.Links().Find(retrieval.requested_url);
  if (!link) return tl::unexpected(link.error());
  // What a feed links to and its site does not want fetched is left alone; what the user named should have worked.
  if (!retrieval.named && error.code == ErrorCode::kRefused) {
    Log(LogLevel::kInfo, error.ToText());
    ++report_.pages_refused;
  } else {
    LogError(error);
    ++report_.pages_failed;
    ++report_.counts.failures;
  }
  if (!*link) return {};  // an address given once on the command line is not tried again by later runs
  return store_.Links().Mark((*link)->url, AfterFailure(**link, retrieval, error, capture));
}

store::LinkOutcome Intake::AfterFailure(const store::LinkRecord& link, const Retrieval& retrieval, const Error& error,
                                        std::optional<int64_t> capture) const {
  store::LinkOutcome outcome{store::LinkState::kFailed, {}, capture, link.article_id, error.what};
  const bool may_pass = IsTransient(error.code) || retrieval.retry_at;
  if (IsGone(retrieval)) {
    outcome.state = store::LinkState::kGone;
  } else if (may_pass && link.attempts + 1 < policy_.max_link_attempts) {
    outcome.state = store::LinkState::kPending;
    const auto wait = Doubled(policy_.link_retry_wait, link.attempts, kLongestLinkWait);
    outcome.next_attempt = retrieval.retry_at.value_or(After(clock_.Now(), wait));
  }
  return outcome;
}

Status Intake::TakeRobots(const Retrieval& retrieval) {
  if (retrieval.hops.empty()) return {};
  const Exchange& exchange = retrieval.last().exchange;
  // A server in trouble is asked again in the next run; every other answer holds for a day.
  if (exchange.response.status >= 500 || exchange.response.truncated) return {};
  const auto content = fetch::DecodeContent(exchange.response.headers, exchange.response.body);
  store::RobotsRecord robots;
  robots.origin = retrieval.requested_url.substr(0, retrieval.requested_url.size() - kRobotsPath.size());
  robots.fetched = exchange.time;
  robots.expires = exchange.time + kRobotsLifetime;
  robots.status = exchange.response.status;
  if (content) robots.body = content->bytes;
  return store_.Robots().Save(robots);
}

}  // namespace tallywire::cli
