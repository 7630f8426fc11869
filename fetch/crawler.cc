#include "fetch/crawler.h"

#include <algorithm>
#include <deque>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "fetch/address_policy.h"
#include "fetch/content_coding.h"
#include "fetch/curl_error.h"
#include "fetch/host_queues.h"
#include "fetch/http_status.h"
#include "fetch/transport.h"
#include "fetch/url.h"

namespace tallywire::fetch {
namespace {

using std::chrono::milliseconds;

// How long at most nobody looks at the stop flag.
constexpr milliseconds kHeartbeat{100};
constexpr int kMaxRobotsRedirects = 5;  // RFC 9309 2.3.1.2

// One job on its way, or the reading of one origin's robots.txt.
struct Task {
  std::uint64_t id = 0;
  Purpose purpose = Purpose::kDocument;
  Url url;                      // of the next request
  std::vector<Header> headers;  // the caller's
  std::vector<Exchange> hops;   // documents only
  std::unordered_set<std::string> visited;
  int redirects = 0;
  int attempts = 0;  // of the present hop
  bool moved_only_for_good = true;
  std::string permanent_url;
  std::optional<Timestamp> retry_at;
  std::string robots_origin;  // of a robots task
};

struct Origin {
  std::optional<RobotsTxt> robots;
  std::optional<Error> unreachable;  // why robots.txt could not be read at all
  bool asked = false;
  std::vector<std::uint64_t> waiting;  // tickets that need it
};

struct HostHealth {
  int failures_in_a_row = 0;
  std::string last_failure;
  std::optional<Timestamp> leave_alone_until;
};

std::string HostKey(const Url& url) { return url.host + ":" + std::to_string(url.EffectivePort()); }

bool IsOk(int status) { return (status >= 200 && status < 300) || status == 304; }

// Secrets meant for one origin must not follow a redirect to another (RFC 9110 15.4).
void DropSecrets(std::vector<Header>& headers) {
  std::erase_if(headers, [](const Header& header) {
    return !FindHeader({header}, "authorization").empty() || !FindHeader({header}, "cookie").empty();
  });
}

}  // namespace

Pacer::Time Pacer::Now() const { return std::chrono::steady_clock::now(); }
void Pacer::Sleep(milliseconds duration) { std::this_thread::sleep_for(duration); }

void FetchSink::OnRobots(std::string_view, const RobotsTxt&) {}

class Crawler::Impl {
 public:
  Impl(FetchOptions options, const Clock& clock, Pacer* pacer)
      : options_(std::move(options)),
        clock_(clock),
        pacer_(pacer != nullptr ? *pacer : real_time_),
        transport_(options_, clock),
        queues_(options_.host_delay) {}

  void Enqueue(FetchJob job) {
    auto task = std::make_unique<Task>();
    task->id = job.id;
    task->headers = std::move(job.request.headers);
    auto url = ParseUrl(job.request.url);
    if (!url) {
      FetchOutcome outcome;
      outcome.id = job.id;
      outcome.status = tl::unexpected(url.error());
      outcome.final_url = outcome.permanent_url = job.request.url;
      outcomes_.push_back(std::move(outcome));
      return;
    }
    task->url = std::move(*url);
    task->url.fragment.reset();
    task->permanent_url = task->url.ToText();
    const std::string host = HostKey(task->url);  // before the task moves away: arguments are evaluated in any order
    queues_.PushBack(host, {.ticket = Keep(std::move(task)), .not_before = {}, .urgent = false});
  }

  void SeedRobots(std::string_view origin, RobotsTxt robots) {
    Origin& known = origins_[std::string(origin)];
    known.asked = true;
    known.robots = std::move(robots);
    if (const auto url = ParseUrl(origin)) ApplyCrawlDelay(*url, *known.robots);
  }

  Status Run(FetchSink& sink, const std::atomic<bool>& stop) {
    sink_ = &sink;
    while (true) {
      if (stop) return Stop();
      StartWhatIsDue();
      if (auto status = DeliverOutcomes(); !status) return Abort(status);
      if (!outcomes_.empty()) continue;
      const auto due = queues_.NextDue();
      if (transport_.InFlight() == 0 && !due) return {};
      const milliseconds wait = WaitFor(due);
      if (transport_.InFlight() == 0) {
        if (wait > milliseconds{0}) pacer_.Sleep(wait);
        continue;
      }
      for (TransferResult& result : transport_.Poll(wait)) {
        if (auto status = Handle(std::move(result)); !status) return Abort(status);
      }
    }
  }

 private:
  std::uint64_t Keep(std::unique_ptr<Task> task) {
    const std::uint64_t ticket = next_ticket_++;
    tasks_.emplace(ticket, std::move(task));
    return ticket;
  }

  Status Stop() {
    transport_.AbortAll();
    return Fail(ErrorCode::kInterrupted, "", "stopped before everything was fetched", "Run again to fetch the rest");
  }

  Status Abort(Status status) {
    transport_.AbortAll();
    return status;
  }

  milliseconds WaitFor(std::optional<Pacer::Time> due) const {
    if (!due || transport_.InFlight() >= options_.max_hosts_at_once) return kHeartbeat;
    const auto left = std::chrono::ceil<milliseconds>(*due - pacer_.Now());
    return std::clamp(left, milliseconds{0}, kHeartbeat);
  }

  Status DeliverOutcomes() {
    while (!outcomes_.empty()) {
      FetchOutcome outcome = std::move(outcomes_.front());
      outcomes_.pop_front();
      if (auto status = sink_->OnOutcome(std::move(outcome)); !status) return status;
    }
    return {};
  }

  void StartWhatIsDue() {
    while (transport_.InFlight() < std::max<std::size_t>(options_.max_hosts_at_once, 1)) {
      const auto ready = queues_.Pop(pacer_.Now());
      if (!ready) return;
      if (!Start(ready->ticket)) queues_.Unused(ready->host);
    }
  }

  // False where the task did not use the host: it waits for robots.txt elsewhere, or has come to its end.
  bool Start(std::uint64_t ticket) {
    Task& task = *tasks_.at(ticket);
    if (auto refusal = RefusalBeforeAsking(task)) {
      Conclude(ticket, tl::unexpected(std::move(*refusal)));
      return false;
    }
    if (task.purpose == Purpose::kDocument && options_.obey_robots) {
      Origin& origin = origins_[task.url.Origin()];
      if (!origin.robots && !origin.unreachable) return WaitForRobots(ticket, origin);
      if (auto refusal = RefusalOfRobots(task, origin)) {
        Conclude(ticket, tl::unexpected(std::move(*refusal)));
        return false;
      }
    }
    Send(ticket);
    return true;
  }

  void Send(std::uint64_t ticket) {
    Task& task = *tasks_.at(ticket);
    ++task.attempts;
    task.visited.insert(task.url.ToText());
    // Of a robots.txt no more counts than this; what is longer is cut, not refused.
    const std::size_t limit = task.purpose == Purpose::kRobots ? RobotsTxt::kMaxBytes : options_.max_body_bytes;
    transport_.Start({.ticket = ticket, .url = task.url, .headers = task.headers, .max_body_bytes = limit});
  }

  // Parks the task; true where the request for robots.txt goes out at once, on the same host.
  bool WaitForRobots(std::uint64_t ticket, Origin& origin) {
    origin.waiting.push_back(ticket);
    if (origin.asked) return false;
    origin.asked = true;
    const Task& task = *tasks_.at(ticket);
    auto robots = std::make_unique<Task>();
    robots->id = task.id;
    robots->purpose = Purpose::kRobots;
    robots->url = task.url;
    robots->url.path = "/robots.txt";
    robots->url.query.reset();
    robots->robots_origin = task.url.Origin();
    Send(Keep(std::move(robots)));
    return true;
  }

  std::optional<Error> RefusalBeforeAsking(const Task& task) const {
    const std::string url = task.url.ToText();
    if (!options_.allow_private_addresses && !IsPublicHost(task.url.host)) return PrivateAddressError(url);
    const auto found = health_.find(HostKey(task.url));
    if (found == health_.end()) return std::nullopt;
    const HostHealth& health = found->second;
    if (health.leave_alone_until && *health.leave_alone_until > clock_.Now()) {
      return Error{ErrorCode::kHttpStatus, url,
                   "the server asked to be left alone until " + ToIso(*health.leave_alone_until),
                   "Try again after that"};
    }
    if (health.failures_in_a_row >= options_.host_failures_before_giving_up) {
      return Error{ErrorCode::kNetwork, url,
                   "not tried, since its server failed " + std::to_string(health.failures_in_a_row) +
                       " times in a row: " + health.last_failure,
                   "Try again later"};
    }
    return std::nullopt;
  }

  std::optional<Error> RefusalOfRobots(const Task& task, const Origin& origin) const {
    const std::string url = task.url.ToText();
    if (origin.unreachable) {
      Error error = *origin.unreachable;
      error.what += ", while asking for its robots.txt";
      error.where = url;
      return error;
    }
    const RobotsVerdict verdict = origin.robots->Check(options_.user_agent, url);
    if (verdict.allowed) return std::nullopt;
    if (verdict.line == 0) return Error{ErrorCode::kHttpStatus, url, verdict.line_text, "Try again later"};
    return Error{ErrorCode::kRefused, url,
                 "robots.txt forbids it in line " + std::to_string(verdict.line) + " (" + verdict.line_text + ")",
                 "Leave the page out, or ask the site's owner"};
  }

  Status Handle(TransferResult result) {
    Task& task = *tasks_.at(result.ticket);
    const std::string host = HostKey(task.url);
    queues_.Answered(host, pacer_.Now());
    HostHealth& health = health_[host];
    if (result.connected) {
      health.failures_in_a_row = 0;
    } else if (!result.status && result.status.error().code == ErrorCode::kNetwork) {
      ++health.failures_in_a_row;
      health.last_failure = result.status.error().what;
    }
    if (result.answered) {
      if (auto status = sink_->OnExchange(task.id, task.purpose, result.exchange); !status) return status;
    }
    if (WillTryAgain(result, task, health)) {
      if (result.answered && task.purpose == Purpose::kDocument) task.hops.push_back(std::move(result.exchange));
      return {};
    }
    if (task.purpose == Purpose::kRobots) return HandleRobots(std::move(result));
    HandleDocument(std::move(result));
    return {};
  }

  // Queues another attempt where the failure may pass and the wait is bearable. Notes what the server asks for.
  bool WillTryAgain(const TransferResult& result, Task& task, HostHealth& health) {
    const int status = result.answered ? result.exchange.response.status : 0;
    const bool busy = result.status && IsWorthRetrying(status);
    if (!result.retryable && !busy) return false;
    const Timestamp now = clock_.Now();
    const auto asked = busy ? RetryAfter(result.exchange.response.headers, now) : std::nullopt;
    if (asked) task.retry_at = now + *asked;
    if (asked && *asked > options_.max_retry_wait) {
      health.leave_alone_until = now + *asked;
      return false;
    }
    const bool given_up = health.failures_in_a_row >= options_.host_failures_before_giving_up;
    if (task.attempts >= options_.max_attempts || given_up) return false;
    const milliseconds backoff = options_.first_retry_wait * (1LL << std::min(task.attempts - 1, 20));
    const milliseconds wait =
        std::min(std::max<milliseconds>(backoff, asked.value_or(std::chrono::seconds{0})), options_.max_retry_wait);
    queues_.PushFront(
        HostKey(task.url),
        {.ticket = result.ticket, .not_before = pacer_.Now() + wait, .urgent = task.purpose == Purpose::kRobots});
    return true;
  }

  void HandleDocument(TransferResult result) {
    Task& task = *tasks_.at(result.ticket);
    const int status = result.exchange.response.status;
    const std::string location(FindHeader(result.exchange.response.headers, "location"));
    const std::string reason = result.exchange.response.reason;
    if (result.answered) task.hops.push_back(std::move(result.exchange));
    if (!result.status) return Conclude(result.ticket, result.status);
    if (IsRedirect(status) && !location.empty()) {
      auto moved = Redirect(result.ticket, status, location);
      if (!moved) Conclude(result.ticket, std::move(moved));
      return;
    }
    if (IsOk(status)) return Conclude(result.ticket, {});
    Conclude(result.ticket, tl::unexpected(ErrorOfStatus(status, reason, task.url.ToText())));
  }

  // Sends the task after `location`; an error where it leads nowhere.
  Status Redirect(std::uint64_t ticket, int status, const std::string& location) {
    Task& task = *tasks_.at(ticket);
    const std::string from = task.url.ToText();
    const int allowed = task.purpose == Purpose::kRobots ? kMaxRobotsRedirects : options_.max_redirects;
    if (++task.redirects > allowed) {
      return Fail(ErrorCode::kHttpStatus, from, "more than " + std::to_string(allowed) + " redirects",
                  "Leave the page out");
    }
    auto next = ResolveUrl(location, task.url);
    if (!next) {
      return Fail(next.error().code, from, "it redirects to \"" + location.substr(0, 200) + "\": " + next.error().what,
                  "Open the page in a browser and look");
    }
    next->fragment.reset();
    if (next->Origin() != task.url.Origin()) {
      DropSecrets(task.headers);
    } else if (next->username.empty() && next->password.empty()) {
      next->username = task.url.username;
      next->password = task.url.password;
    }
    const std::string to = next->ToText();
    if (task.visited.contains(to)) {
      return Fail(ErrorCode::kHttpStatus, from, "its redirects go round in a circle, back to " + to,
                  "Leave the page out");
    }
    task.moved_only_for_good = task.moved_only_for_good && IsPermanentRedirect(status);
    if (task.moved_only_for_good) task.permanent_url = to;
    task.url = std::move(*next);
    task.attempts = 0;
    queues_.PushFront(HostKey(task.url), {.ticket = ticket, .not_before = {}, .urgent = true});
    return {};
  }

  Status HandleRobots(TransferResult result) {
    const Response& response = result.exchange.response;
    const std::string location(FindHeader(response.headers, "location"));
    // A file over the limit is cut there, which is what RFC 9309 2.5 asks for.
    const bool cut = !result.status && result.status.error().code == ErrorCode::kTooLarge && result.answered;
    if (!result.status && !cut) {
      Conclude(result.ticket, result.status);
      return {};
    }
    if (IsRedirect(response.status) && !location.empty() && Redirect(result.ticket, response.status, location))
      return {};
    const auto content = DecodeContent(response.headers, response.body, RobotsTxt::kMaxBytes);
    LearnRobots(result.ticket, RobotsTxt::FromResponse(response.status, content ? content->bytes : std::string{}));
    return {};
  }

  void LearnRobots(std::uint64_t ticket, RobotsTxt robots) {
    const std::string name = tasks_.at(ticket)->robots_origin;
    tasks_.erase(ticket);
    Origin& origin = origins_[name];
    origin.robots = std::move(robots);
    if (const auto url = ParseUrl(name)) ApplyCrawlDelay(*url, *origin.robots);
    Release(origin);
    sink_->OnRobots(name, *origin.robots);
  }

  void ApplyCrawlDelay(const Url& origin, const RobotsTxt& robots) {
    const auto asked = robots.CrawlDelay(options_.user_agent);
    if (!asked) return;
    queues_.SetDelay(HostKey(origin), std::max(options_.host_delay, std::min(*asked, options_.max_crawl_delay)));
  }

  // The tasks that waited for robots.txt go back to the front of their queue, in their old order.
  void Release(Origin& origin) {
    for (auto ticket = origin.waiting.rbegin(); ticket != origin.waiting.rend(); ++ticket) {
      const bool first = std::next(ticket) == origin.waiting.rend();
      queues_.PushFront(HostKey(tasks_.at(*ticket)->url), {.ticket = *ticket, .not_before = {}, .urgent = first});
    }
    origin.waiting.clear();
  }

  // The task's end. Of a robots task only failures come here.
  void Conclude(std::uint64_t ticket, Status status) {
    const std::unique_ptr<Task> task = std::move(tasks_.at(ticket));
    tasks_.erase(ticket);
    if (task->purpose == Purpose::kRobots) {
      Origin& origin = origins_[task->robots_origin];
      if (!status) origin.unreachable = status.error();
      Release(origin);
      return;
    }
    FetchOutcome outcome;
    outcome.id = task->id;
    outcome.status = std::move(status);
    outcome.hops = std::move(task->hops);
    outcome.final_url = task->url.ToText();
    outcome.permanent_url = task->permanent_url;
    if (!outcome.status) outcome.retry_at = task->retry_at;
    const auto health = health_.find(HostKey(task->url));
    if (!outcome.status && health != health_.end() && health->second.leave_alone_until && !outcome.retry_at) {
      outcome.retry_at = health->second.leave_alone_until;
    }
    outcomes_.push_back(std::move(outcome));
  }

  const FetchOptions options_;
  const Clock& clock_;
  Pacer real_time_;
  Pacer& pacer_;

  Transport transport_;
  HostQueues queues_;
  std::unordered_map<std::uint64_t, std::unique_ptr<Task>> tasks_;  // by ticket
  std::uint64_t next_ticket_ = 1;
  std::unordered_map<std::string, Origin> origins_;
  std::unordered_map<std::string, HostHealth> health_;  // by host and port
  std::deque<FetchOutcome> outcomes_;                   // not delivered yet
  FetchSink* sink_ = nullptr;
};

Crawler::Crawler(FetchOptions options, const Clock& clock, Pacer* pacer)
    : impl_(std::make_unique<Impl>(std::move(options), clock, pacer)) {}
Crawler::~Crawler() = default;
void Crawler::Enqueue(FetchJob job) { impl_->Enqueue(std::move(job)); }
void Crawler::SeedRobots(std::string_view origin, RobotsTxt robots) { impl_->SeedRobots(origin, std::move(robots)); }
Status Crawler::Run(FetchSink& sink, const std::atomic<bool>& stop) { return impl_->Run(sink, stop); }

}  // namespace tallywire::fetch
