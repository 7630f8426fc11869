// `tallywire ingest`: one scheduled run, from the feeds that are due to the events of their new articles.
//
// Feeds and articles share the fetcher's queues. Each answer is appended to the archive first; then everything it means
// goes into the database in one transaction, and the links a feed brought are queued.
#include "cli/ingest.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "cli/archiving.h"
#include "cli/commands.h"
#include "cli/fetch_queue.h"
#include "cli/logging.h"
#include "cli/stop_signal.h"
#include "fetch/content_coding.h"
#include "fetch/crawler.h"
#include "fetch/feed.h"
#include "fetch/url.h"

namespace tallywire::cli {
namespace {

// Whether an address of which nothing was known turned out to be a feed.
bool IsFeed(const fetch::FetchOutcome& outcome) {
  if (!outcome.status || outcome.hops.empty()) return false;
  const Response& response = outcome.hops.back().response;
  const auto content = fetch::DecodeContent(response.headers, response.body);
  return content && fetch::ParseFeed(content->bytes, outcome.final_url, FindHeader(response.headers, "Content-Type"));
}

// Receives the fetcher's answers: archive, then database, then the links that came to light.
class IngestSink final : public fetch::FetchSink {
 public:
  IngestSink(Workspace& workspace, Intake& intake, archive::WarcWriter& writer, FetchQueue& queue)
      : workspace_(workspace), intake_(intake), writer_(writer), queue_(queue) {}

  // Pages and feeds are archived with their redirects in OnOutcome; robots.txt has no outcome of its own.
  Status OnExchange(std::uint64_t id, fetch::Purpose purpose, const Exchange& exchange) override {
    if (purpose == fetch::Purpose::kRobots) robots_hops_[id].push_back(exchange);
    return std::exchange(robots_status_, {});
  }

  void OnRobots(std::string_view origin, const fetch::RobotsTxt&) override {
    const std::string url = std::string(origin) + "/robots.txt";
    for (auto found = robots_hops_.begin(); found != robots_hops_.end(); ++found) {
      if (found->second.front().request.url != url) continue;
      const Status status = StatusOf(found->second.back());
      robots_status_ = Store({Purpose::kRobots, url, std::move(found->second), status, {}, false});
      robots_hops_.erase(found);
      return;
    }
  }

  Status OnOutcome(fetch::FetchOutcome outcome) override {
    if (!robots_status_) return std::exchange(robots_status_, {});
    const QueuedJob& job = queue_.Job(outcome.id);
    const bool is_feed = job.kind == JobKind::kFeed || (job.kind == JobKind::kUnknown && IsFeed(outcome));
    const Purpose purpose = is_feed ? Purpose::kFeed : Purpose::kArticle;
    ++answered_;
    ShowProgress(fmt::format("{} of {} fetched, {}", answered_, queue_.size(), outcome.final_url));
    auto status = Store({purpose, job.url, std::move(outcome.hops), std::move(outcome.status), outcome.retry_at,
                         job.kind == JobKind::kUnknown});
    if (!status || !is_feed) return status;
    return queue_.AddPendingLinks();
  }

 private:
  Status Store(Fetched fetched) {
    const auto retrieval = Archive(std::move(fetched), writer_, workspace_.store);
    if (!retrieval) return tl::unexpected(retrieval.error());
    return intake_.Take(*retrieval);
  }

  Workspace& workspace_;
  Intake& intake_;
  archive::WarcWriter& writer_;
  FetchQueue& queue_;
  size_t answered_ = 0;
  std::map<std::uint64_t, std::vector<Exchange>> robots_hops_;  // by the job that first needed them
  Status robots_status_;  // what OnRobots could not return; ends the run at the next call that can
};

// A feed that a killed run had read is not asked again by the run that continues it: both together leave what one
// run would have left.
bool WasReadByInterruptedRun(const store::FeedRecord& feed, const Workspace& workspace) {
  return workspace.interrupted_since && feed.last_success && *feed.last_success >= *workspace.interrupted_since;
}

Status QueueDueFeeds(Workspace& workspace, const Clock& clock, FetchQueue& queue) {
  const auto subscribed = workspace.store.Feeds().List();
  if (!subscribed) return tl::unexpected(subscribed.error());
  if (subscribed->empty()) {
    Log(LogLevel::kInfo,
        "There are no feeds yet: subscribe with \"tallywire feeds add URL\", or name a feed or a page");
  }
  const auto feeds = workspace.store.Feeds().Due(clock.Now());
  if (!feeds) return tl::unexpected(feeds.error());
  for (const auto& feed : *feeds) {
    if (WasReadByInterruptedRun(feed, workspace)) continue;
    if (auto status = queue.AddFeed(feed); !status) return status;
  }
  return queue.AddPendingLinks();
}

// A feed by its id or URL, or any other URL.
Status QueueTarget(const std::string& target, Workspace& workspace, FetchQueue& queue) {
  const auto feed = workspace.store.Feeds().Find(target);
  if (feed) return WasReadByInterruptedRun(*feed, workspace) ? queue.AddPendingLinks() : queue.AddFeed(*feed);
  if (feed.error().code != ErrorCode::kNotFound) return tl::unexpected(feed.error());
  const auto url = fetch::ParseUrl(target);
  if (url) return queue.AddUnknown(fetch::Canonical(*url));
  return Fail(ErrorCode::kUsage, target, "is neither a feed of yours nor a URL",
              "\"tallywire feeds list\" shows your feeds");
}

}  // namespace

Status Ingest(const IngestOptions& options, const Environment& environment, Workspace& workspace,
              archive::WarcWriter& writer, fetch::Fetcher& fetcher) {
  FetchQueue queue(workspace.store, fetcher, *environment.clock);
  if (options.targets.empty()) {
    if (auto status = QueueDueFeeds(workspace, *environment.clock, queue); !status) return status;
  }
  for (const auto& target : options.targets) {
    if (auto status = QueueTarget(target, workspace, queue); !status) return status;
  }
  Intake intake = workspace.IntakeFor(environment);
  IngestSink sink(workspace, intake, writer, queue);
  auto status = fetcher.Run(sink, StopFlag());
  ClearProgress();
  return status;
}

ExitCode RunCommand(const IngestOptions& options, const Environment& environment) {
  auto workspace = OpenWorkspace(environment, "ingest");
  if (!workspace) {
    LogError(workspace.error());
    return ExitCodeOf(workspace.error().code);
  }
  auto archive_options = environment.config.archive;
  archive_options.continue_newest = (*workspace)->continue_newest_archive;
  archive_options.software = "tallywire/" TALLYWIRE_VERSION;
  archive_options.user_agent = environment.config.fetch.user_agent;
  archive_options.obeys_robots = environment.config.fetch.obey_robots;
  auto writer = archive::WarcWriter::Open((*workspace)->archive_folder, *environment.clock, archive_options);
  fetch::Crawler crawler(environment.config.fetch, *environment.clock);
  auto status =
      writer ? Ingest(options, environment, **workspace, *writer, crawler) : tl::unexpected(std::move(writer).error());
  return FinishRun(**workspace, environment, status, IngestSummary((*workspace)->report));
}

}  // namespace tallywire::cli
