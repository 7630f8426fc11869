#include "cli/fetch_queue.h"

#include <utility>
#include <vector>

#include "fetch/url.h"

namespace tallywire::cli {
namespace {

constexpr size_t kMaxLinksAtOnce = 100000;  // some 50 MB of queue; what is beyond comes with the next feed or run

std::vector<Header> Conditions(const std::string& etag, const std::string& last_modified) {
  std::vector<Header> headers;
  if (!etag.empty()) headers.push_back({"If-None-Match", etag});
  if (!last_modified.empty()) headers.push_back({"If-Modified-Since", last_modified});
  return headers;
}

}  // namespace

Status FetchQueue::AddFeed(const store::FeedRecord& feed) {
  return Add({JobKind::kFeed, feed.url}, Conditions(feed.etag, feed.last_modified));
}

Status FetchQueue::AddLink(const std::string& url) {
  auto conditions = ConditionsFor(url);
  if (!conditions) return tl::unexpected(std::move(conditions).error());
  return Add({JobKind::kArticle, url}, std::move(*conditions));
}

Status FetchQueue::AddUnknown(const std::string& url) {
  auto conditions = ConditionsFor(url);
  if (!conditions) return tl::unexpected(std::move(conditions).error());
  return Add({JobKind::kUnknown, url}, std::move(*conditions));
}

Status FetchQueue::AddPendingLinks() {
  const auto links = store_.Links().Pending(clock_.Now(), kMaxLinksAtOnce);
  if (!links) return tl::unexpected(links.error());
  for (const auto& link : *links) {
    if (auto status = AddLink(link.url); !status) return status;
  }
  return {};
}

Result<std::vector<Header>> FetchQueue::ConditionsFor(const std::string& url) {
  const auto before = store_.Captures().LatestWithBody(url);
  if (!before) return tl::unexpected(before.error());
  // A page that could not be read is asked for again as a whole.
  if (!*before || !(*before)->error.empty()) return std::vector<Header>{};
  return Conditions((*before)->etag, (*before)->last_modified);
}

Status FetchQueue::Add(QueuedJob job, std::vector<Header> conditions) {
  if (!urls_.insert(job.url).second) return {};
  if (auto status = SeedRobots(job.url); !status) return status;
  fetch::FetchJob fetch_job;
  fetch_job.id = jobs_.size() + 1;
  fetch_job.request.url = job.url;
  fetch_job.request.headers = std::move(conditions);
  jobs_.emplace(fetch_job.id, std::move(job));
  fetcher_.Enqueue(std::move(fetch_job));
  return {};
}

Status FetchQueue::SeedRobots(const std::string& url) {
  const auto parsed = fetch::ParseUrl(url);
  if (!parsed || !origins_.insert(parsed->Origin()).second) return {};
  const auto robots = store_.Robots().Find(parsed->Origin(), clock_.Now());
  if (!robots) return tl::unexpected(robots.error());
  if (*robots) {
    fetcher_.SeedRobots(parsed->Origin(), fetch::RobotsTxt::FromResponse((*robots)->status, (*robots)->body));
  }
  return {};
}

}  // namespace tallywire::cli
