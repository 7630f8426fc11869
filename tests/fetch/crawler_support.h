// What the crawler's tests share: a clock and a pacer that stand still unless told, and a sink that writes down.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "fetch/crawler.h"
#include "tests/fetch/loopback_server.h"

namespace tallywire::fetch {

class FixedClock final : public Clock {
 public:
  Timestamp Now() const override { return now; }
  Timestamp now = *ParseIso("2024-03-01T12:00:00Z");
};

// Time passes only by sleeping.
class FakePacer final : public Pacer {
 public:
  Time Now() const override { return now_; }
  void Sleep(std::chrono::milliseconds duration) override {
    now_ += duration;
    slept += duration;
  }
  std::chrono::milliseconds slept{};

 private:
  Time now_{};
};

class RecordingSink final : public FetchSink {
 public:
  Status OnExchange(std::uint64_t id, Purpose purpose, const Exchange& exchange) override {
    events.push_back((purpose == Purpose::kRobots ? "robots " : "page ") + std::to_string(id) + " " +
                     std::to_string(exchange.response.status) + " " +
                     exchange.request.url.substr(exchange.request.url.find('/', 8)));
    exchanges.push_back(exchange);
    return on_exchange ? on_exchange(exchange) : Status{};
  }
  Status OnOutcome(FetchOutcome outcome) override {
    events.push_back("done " + std::to_string(outcome.id));
    const auto id = outcome.id;
    outcomes[id] = std::move(outcome);
    return on_outcome ? on_outcome(outcomes[id]) : Status{};
  }
  void OnRobots(std::string_view origin, const RobotsTxt& txt) override { robots[std::string(origin)] = txt; }

  std::vector<std::string> events;
  std::vector<Exchange> exchanges;
  std::map<std::uint64_t, FetchOutcome> outcomes;
  std::map<std::string, RobotsTxt> robots;
  std::function<Status(const Exchange&)> on_exchange;
  std::function<Status(const FetchOutcome&)> on_outcome;
};

inline FetchOptions LoopbackOptions() {
  FetchOptions options;
  options.user_agent = "tallywire/0.1 (+https://bot.example/about)";
  options.host_delay = std::chrono::milliseconds{0};
  options.first_retry_wait = std::chrono::milliseconds{0};
  options.allow_private_addresses = true;
  options.obey_robots = false;
  return options;
}

// Fetches the URLs as jobs 1, 2, … and returns what came of them.
struct Crawl {
  explicit Crawl(FetchOptions options_in = LoopbackOptions()) : options(std::move(options_in)) {}

  RecordingSink& Run(const std::vector<std::string>& urls) {
    Crawler crawler(options, clock, &pacer);
    std::uint64_t id = 0;
    for (const std::string& url : urls)
      crawler.Enqueue({.id = ++id, .request = {.method = "GET", .url = url, .headers = headers}});
    status = crawler.Run(sink, stop);
    return sink;
  }

  FetchOptions options;
  FixedClock clock;
  FakePacer pacer;
  RecordingSink sink;
  std::vector<Header> headers;
  std::atomic<bool> stop = false;
  Status status;
};

}  // namespace tallywire::fetch
