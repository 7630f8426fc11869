// robots.txt and the address policy on the way of a crawl.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/fetch/crawler_support.h"
#include "tests/fetch/loopback_server.h"

namespace tallywire::fetch {
namespace {

using std::chrono::seconds;

FetchOptions ObeyingOptions() {
  FetchOptions options = LoopbackOptions();
  options.obey_robots = true;
  return options;
}

TEST(CrawlerRobots, IsReadOnceAnOriginBeforeTheFirstPage) {
  LoopbackServer server([](const std::string& target, const auto&) {
    return target == "/robots.txt" ? Page("User-agent: *\nDisallow: /private\n") : Page("x");
  });
  Crawl crawl(ObeyingOptions());
  auto& sink = crawl.Run({server.Url("/1"), server.Url("/private/2"), server.Url("/3")});
  EXPECT_EQ(sink.events, (std::vector<std::string>{"robots 1 200 /robots.txt", "page 1 200 /1", "done 1", "done 2",
                                                   "page 3 200 /3", "done 3"}));
  ASSERT_FALSE(sink.outcomes.at(2).status.has_value());
  EXPECT_EQ(sink.outcomes.at(2).status.error().code, ErrorCode::kRefused);
  EXPECT_EQ(sink.outcomes.at(2).status.error().what, "robots.txt forbids it in line 2 (Disallow: /private)");
  EXPECT_TRUE(sink.robots.contains(server.Url("")));
}

TEST(CrawlerRobots, WhatTheAnswerMeans) {
  struct Row {
    std::string status;
    bool allowed;
  };
  for (const Row& row :
       std::vector<Row>{{"404 Not Found", true}, {"403 Forbidden", true}, {"500 Oops", false}, {"503 Busy", false}}) {
    SCOPED_TRACE(row.status);
    LoopbackServer server([&](const std::string& target, const auto&) {
      return target == "/robots.txt" ? Page("", "", row.status) : Page("x");
    });
    Crawl crawl(ObeyingOptions());
    const auto& outcome = crawl.Run({server.Url("/1")}).outcomes.at(1);
    EXPECT_EQ(outcome.status.has_value(), row.allowed);
    if (!row.allowed) {
      EXPECT_EQ(outcome.status.error().what,
                "robots.txt answered HTTP " + row.status.substr(0, 3) + ", which forbids everything");
    }
  }
}

TEST(CrawlerRobots, ASiteWhoseRobotsTxtCannotBeReadIsLeftAlone) {
  LoopbackServer server([](const std::string& target, const auto&) {
    return target == "/robots.txt" ? Reply{.bytes = "", .close = true} : Page("x");
  });
  Crawl crawl(ObeyingOptions());
  const auto& outcome = crawl.Run({server.Url("/1")}).outcomes.at(1);
  ASSERT_FALSE(outcome.status.has_value());
  EXPECT_EQ(outcome.status.error().code, ErrorCode::kNetwork);
  EXPECT_NE(outcome.status.error().what.find(", while asking for its robots.txt"), std::string::npos);
  EXPECT_EQ(server.Targets(), (std::vector<std::string>{"/robots.txt", "/robots.txt", "/robots.txt"}));
}

TEST(CrawlerRobots, RedirectsOfRobotsTxtAreFollowedFiveTimes) {
  for (const int hops : {5, 6}) {
    SCOPED_TRACE(hops);
    LoopbackServer server([&](const std::string& target, const auto&) {
      if (target == "/page") return Page("x");
      const int number = target == "/robots.txt" ? 0 : std::stoi(target.substr(1));
      return number < hops ? RedirectTo("/" + std::to_string(number + 1)) : Page("User-agent: *\nDisallow: /\n");
    });
    Crawl crawl(ObeyingOptions());
    // More than five: as if there were none.
    EXPECT_EQ(crawl.Run({server.Url("/page")}).outcomes.at(1).status.has_value(), hops > 5);
  }
}

TEST(CrawlerRobots, EachHopOfAPageIsChecked) {
  LoopbackServer other([](const std::string& target, const auto&) {
    return target == "/robots.txt" ? Page("User-agent: tallywire\nDisallow: /closed\n") : Page("x");
  });
  LoopbackServer server([&](const std::string& target, const auto&) {
    return target == "/robots.txt" ? Page("", "", "404 Not Found") : RedirectTo(other.Url("/closed"));
  });
  Crawl crawl(ObeyingOptions());
  auto& sink = crawl.Run({server.Url("/open")});
  EXPECT_EQ(sink.outcomes.at(1).status.error().code, ErrorCode::kRefused);
  EXPECT_EQ(sink.outcomes.at(1).final_url, other.Url("/closed"));
  EXPECT_EQ(other.Targets(), (std::vector<std::string>{"/robots.txt"}));
}

TEST(CrawlerRobots, ACrawlDelayIsHonouredUpToItsCap) {
  for (const auto& [asked, waited] : std::vector<std::pair<int, int>>{{5, 5}, {1, 2}, {600, 30}}) {
    LoopbackServer server([&, delay = asked](const std::string& target, const auto&) {
      return target == "/robots.txt" ? Page("User-agent: *\nCrawl-delay: " + std::to_string(delay) + "\n") : Page("x");
    });
    Crawl crawl(ObeyingOptions());
    crawl.options.host_delay = seconds{2};
    crawl.Run({server.Url("/1"), server.Url("/2")});
    EXPECT_EQ(crawl.pacer.slept, seconds{waited}) << asked;
  }
}

TEST(CrawlerRobots, ASeededFileSparesTheRequest) {
  LoopbackServer server([](const auto&, const auto&) { return Page("x"); });
  Crawl crawl(ObeyingOptions());
  Crawler crawler(crawl.options, crawl.clock, &crawl.pacer);
  crawler.SeedRobots(server.Url(""), RobotsTxt::Parse("User-agent: *\nDisallow: /a\n"));
  crawler.Enqueue({.id = 1, .request = {.method = "GET", .url = server.Url("/a"), .headers = {}}});
  crawler.Enqueue({.id = 2, .request = {.method = "GET", .url = server.Url("/b"), .headers = {}}});
  ASSERT_TRUE(crawler.Run(crawl.sink, crawl.stop).has_value());
  EXPECT_FALSE(crawl.sink.outcomes.at(1).status.has_value());
  EXPECT_TRUE(crawl.sink.outcomes.at(2).status.has_value());
  EXPECT_EQ(server.Targets(), (std::vector<std::string>{"/b"}));
}

TEST(CrawlerRobots, AHugeFileIsReadUpToItsLimit) {
  std::string robots = "User-agent: *\nDisallow: /early\n# ";
  robots.append(RobotsTxt::kMaxBytes + 100000, 'x');
  LoopbackServer server([&](const std::string& target, const auto&) {
    if (target != "/robots.txt") return Page("x");
    return Reply{.bytes = "HTTP/1.0 200 OK\r\n\r\n" + robots, .close = true};
  });
  Crawl crawl(ObeyingOptions());
  auto& sink = crawl.Run({server.Url("/early"), server.Url("/other")});
  EXPECT_FALSE(sink.outcomes.at(1).status.has_value());
  EXPECT_TRUE(sink.outcomes.at(2).status.has_value());
  EXPECT_TRUE(sink.exchanges.at(0).response.truncated);
  EXPECT_EQ(sink.exchanges.at(0).response.body.size(), RobotsTxt::kMaxBytes);
}

TEST(CrawlerAddresses, PrivateOnesAreRefusedUnlessAllowed) {
  LoopbackServer server([](const auto&, const auto&) { return Page("x"); });
  for (const bool obey : {true, false}) {
    Crawl crawl;
    crawl.options.obey_robots = obey;
    crawl.options.allow_private_addresses = false;
    const std::string port = std::to_string(server.Port());
    crawl.options.resolve = {"innocent.test:" + port + ":127.0.0.1"};
    auto& sink = crawl.Run({server.Url("/"), "http://innocent.test:" + port + "/", "http://localhost:" + port + "/",
                            "http://[::ffff:127.0.0.1]:" + port + "/"});
    for (const auto& [id, outcome] : sink.outcomes) {
      ASSERT_FALSE(outcome.status.has_value()) << id;
      EXPECT_EQ(outcome.status.error().code, ErrorCode::kRefused) << outcome.status.error().ToText();
      EXPECT_TRUE(outcome.status.error().what.starts_with("the address is private or reserved"))
          << outcome.status.error().ToText();
    }
    EXPECT_EQ(sink.outcomes.size(), 4U);
  }
  EXPECT_TRUE(server.Targets().empty());
}

}  // namespace
}  // namespace tallywire::fetch
