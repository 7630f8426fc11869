// Servers that misbehave: each fault gives one clear error and the run goes on.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/fetch/crawler_support.h"
#include "tests/fetch/loopback_server.h"

namespace tallywire::fetch {
namespace {

using std::chrono::milliseconds;

TEST(CrawlerFaults, ABodyThatEndsEarlyIsKeptMarkedAndTriedAgain) {
  for (const char* answer : {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart",
                             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n"}) {
    SCOPED_TRACE(answer);
    LoopbackServer server([&](const auto&, const auto&) { return Reply{.bytes = answer, .close = true}; });
    Crawl crawl;
    const auto& outcome = crawl.Run({server.Url("/")}).outcomes.at(1);
    ASSERT_FALSE(outcome.status.has_value());
    EXPECT_EQ(outcome.status.error().code, ErrorCode::kNetwork);
    EXPECT_EQ(outcome.hops.size(), 3U);
    EXPECT_EQ(outcome.hops.back().response.body, "part");
    EXPECT_TRUE(outcome.hops.back().response.truncated);
  }
}

TEST(CrawlerFaults, TheErrorNamesWhatHappened) {
  struct Row {
    std::string answer;
    std::string what;
  };
  const std::vector<Row> rows = {
      {"", "the server closed the connection without an answer"},
      {"HTTP/1.1 200 OK\r\nContent-Le", "the answer ends within its header"},
      {"SSH-2.0-OpenSSH_9.2\r\n", "the server does not answer in HTTP"},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot hex\r\n", ""},
      {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart", "the connection ended before the whole page had come"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.answer);
    LoopbackServer server([&](const auto&, const auto&) { return Reply{.bytes = row.answer, .close = true}; });
    Crawl crawl;
    const auto& outcome = crawl.Run({server.Url("/x")}).outcomes.at(1);
    ASSERT_FALSE(outcome.status.has_value());
    EXPECT_EQ(outcome.status.error().code, ErrorCode::kNetwork);
    EXPECT_EQ(outcome.status.error().where, server.Url("/x"));
    EXPECT_TRUE(outcome.status.error().what.starts_with(row.what)) << outcome.status.error().what;
    EXPECT_FALSE(outcome.status.error().remedy.empty());
  }
}

TEST(CrawlerFaults, AServerThatFallsSilentIsGivenUp) {
  for (const char* answer : {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart"}) {
    SCOPED_TRACE(answer);
    LoopbackServer server([&](const auto&, const auto&) { return Reply{.bytes = answer, .hold = true}; });
    Crawl crawl;
    crawl.options.total_timeout = milliseconds{50};
    crawl.options.max_attempts = 1;
    const auto& outcome = crawl.Run({server.Url("/")}).outcomes.at(1);
    ASSERT_FALSE(outcome.status.has_value());
    EXPECT_EQ(outcome.status.error().code, ErrorCode::kNetwork);
    EXPECT_TRUE(outcome.status.error().what.starts_with("the server takes too long")) << outcome.status.error().what;
  }
}

TEST(CrawlerFaults, ABodyOverTheLimitIsCutAndMarked) {
  const std::string body(2000, 'x');
  for (const bool with_length : {true, false}) {
    SCOPED_TRACE(with_length);
    LoopbackServer server([&](const auto&, const auto&) {
      return with_length ? Page(body) : Reply{.bytes = "HTTP/1.0 200 OK\r\n\r\n" + body, .close = true};
    });
    Crawl crawl;
    crawl.options.max_body_bytes = 1024;
    const auto& outcome = crawl.Run({server.Url("/")}).outcomes.at(1);
    ASSERT_FALSE(outcome.status.has_value());
    EXPECT_EQ(outcome.status.error().code, ErrorCode::kTooLarge);
    EXPECT_EQ(outcome.status.error().what, "the page is larger than 1 KiB");
    ASSERT_EQ(outcome.hops.size(), 1U);
    EXPECT_TRUE(outcome.hops[0].response.truncated);
    EXPECT_EQ(outcome.hops[0].response.body.size(), with_length ? 0U : 1024U);
  }
}

TEST(CrawlerFaults, ABodyLongerThanItSaysEndsWhereItSays) {
  LoopbackServer server([&](const auto&, const auto&) {
    return Reply{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef", .close = true};
  });
  Crawl crawl;
  const auto& outcome = crawl.Run({server.Url("/")}).outcomes.at(1);
  EXPECT_TRUE(outcome.status.has_value());
  EXPECT_EQ(outcome.hops.at(0).response.body, "abc");
}

TEST(CrawlerFaults, AnEndlessHeaderIsRefused) {
  LoopbackServer server([&](const auto&, const auto&) {
    std::string bytes = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 100; ++i) bytes += "X-Filler-" + std::to_string(i) + ": " + std::string(100, 'x') + "\r\n";
    return Reply{.bytes = bytes + "\r\nbody", .close = true};
  });
  Crawl crawl;
  crawl.options.max_header_bytes = 4096;
  const auto& outcome = crawl.Run({server.Url("/")}).outcomes.at(1);
  ASSERT_FALSE(outcome.status.has_value());
  EXPECT_EQ(outcome.status.error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(outcome.status.error().what, "the HTTP header is larger than 4 KiB");
}

TEST(CrawlerFaults, AHostThatCannotBeReachedCostsOnlyAFewTries) {
  int port = 0;
  {
    // A port that was free a moment ago refuses connections.
    const LoopbackServer gone([](const auto&, const auto&) { return Page("x"); });
    port = gone.Port();
  }
  Crawl crawl;
  const std::string base = "http://127.0.0.1:" + std::to_string(port);
  auto& sink = crawl.Run({base + "/1", base + "/2", base + "/3"});
  ASSERT_EQ(sink.outcomes.size(), 3U);
  EXPECT_TRUE(sink.outcomes.at(1).status.error().what.starts_with("no connection to the server"))
      << sink.outcomes.at(1).status.error().what;
  EXPECT_TRUE(
      sink.outcomes.at(3).status.error().what.starts_with("not tried, since its server failed 3 times in a row"))
      << sink.outcomes.at(3).status.error().what;
  EXPECT_EQ(sink.outcomes.at(3).status.error().code, ErrorCode::kNetwork);
}

TEST(CrawlerFaults, OneBadPageDoesNotEndTheRun) {
  LoopbackServer server([&](const std::string& target, const auto&) {
    return target == "/bad" ? Reply{.bytes = "garbage\r\n\r\n", .close = true} : Page("x");
  });
  Crawl crawl;
  auto& sink = crawl.Run({server.Url("/1"), server.Url("/bad"), server.Url("/2")});
  EXPECT_TRUE(crawl.status.has_value());
  EXPECT_TRUE(sink.outcomes.at(1).status.has_value());
  EXPECT_FALSE(sink.outcomes.at(2).status.has_value());
  EXPECT_TRUE(sink.outcomes.at(3).status.has_value());
}

}  // namespace
}  // namespace tallywire::fetch
