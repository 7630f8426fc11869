#include "fetch/crawler.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include <string>
#include <vector>

#include "tests/fetch/crawler_support.h"
#include "tests/fetch/loopback_server.h"

namespace tallywire::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(Crawler, DeliversTheExchangeBeforeTheOutcome) {
  LoopbackServer server(
      [](const auto&, const auto&) { return Page("hello", "Content-Type: text/plain\r\nX-Odd:   1\r\nx-odd: 2\r\n"); });
  Crawl crawl;
  auto& sink = crawl.Run({server.Url("/a?b=1#part")});
  ASSERT_TRUE(crawl.status.has_value()) << crawl.status.error().ToText();
  EXPECT_EQ(sink.events, (std::vector<std::string>{"page 1 200 /a?b=1", "done 1"}));
  const Exchange& exchange = sink.exchanges.at(0);
  EXPECT_EQ(exchange.request.url, server.Url("/a?b=1"));
  EXPECT_EQ(exchange.response.body, "hello");
  EXPECT_EQ(exchange.response.protocol, "http/1.1");
  EXPECT_EQ(exchange.response.reason, "OK");
  EXPECT_FALSE(exchange.response.truncated);
  EXPECT_EQ(exchange.remote_ip, "127.0.0.1");
  EXPECT_EQ(exchange.time, crawl.clock.now);
  EXPECT_EQ(
      exchange.response.headers,
      (std::vector<Header>{{"Content-Length", "5"}, {"Content-Type", "text/plain"}, {"X-Odd", "1"}, {"x-odd", "2"}}));
  EXPECT_TRUE(sink.outcomes.at(1).status.has_value());
  EXPECT_EQ(sink.outcomes.at(1).hops.size(), 1U);
}

TEST(Crawler, RecordsTheRequestAsItWasSent) {
  LoopbackServer server([](const auto&, const auto&) { return Page("x"); });
  Crawl crawl;
  crawl.headers = {{"If-None-Match", "\"abc\""}, {"Evil", "a\r\nInjected: 1"}, {"Empty", ""}};
  auto& sink = crawl.Run({server.Url("/")});
  std::string recorded = "GET / HTTP/1.1\r\n";
  for (const Header& header : sink.exchanges.at(0).request.headers) {
    recorded += header.name + ":" + (header.value.empty() ? "" : " " + header.value) + "\r\n";
  }
  EXPECT_EQ(recorded + "\r\n", server.Requests().at(0));
  EXPECT_NE(recorded.find("User-Agent: tallywire/0.1 (+https://bot.example/about)\r\n"), std::string::npos);
  EXPECT_NE(recorded.find("Accept-Encoding: gzip, deflate, br\r\n"), std::string::npos);
  EXPECT_EQ(recorded.find("Injected"), std::string::npos);
}

TEST(Crawler, LeavesTheContentCodingAlone) {
  const std::string coded("\x1f\x8b not really gzip \0 bytes", 26);
  LoopbackServer server([&](const auto&, const auto&) { return Page(coded, "Content-Encoding: gzip\r\n"); });
  Crawl crawl;
  auto& sink = crawl.Run({server.Url("/")});
  EXPECT_TRUE(sink.outcomes.at(1).status.has_value());
  EXPECT_EQ(sink.exchanges.at(0).response.body, coded);
}

TEST(Crawler, UndoesChunks) {
  LoopbackServer server([&](const auto&, const auto&) {
    return Reply{.bytes =
                     "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Trailer: "
                     "1\r\n\r\n"};
  });
  Crawl crawl;
  auto& sink = crawl.Run({server.Url("/")});
  EXPECT_EQ(sink.exchanges.at(0).response.body, "abcde");
  EXPECT_EQ(sink.exchanges.at(0).response.headers, (std::vector<Header>{{"Transfer-Encoding", "chunked"}}));
}

TEST(Crawler, NotModifiedIsASuccess) {
  LoopbackServer server(
      [&](const auto&, const auto&) { return Reply{.bytes = "HTTP/1.1 304 Not Modified\r\nETag: \"abc\"\r\n\r\n"}; });
  Crawl crawl;
  crawl.headers = {{"If-None-Match", "\"abc\""}};
  auto& sink = crawl.Run({server.Url("/")});
  EXPECT_TRUE(sink.outcomes.at(1).status.has_value());
  EXPECT_EQ(sink.outcomes.at(1).hops.back().response.status, 304);
}

TEST(Crawler, EveryHopOfARedirectIsAnExchange) {
  LoopbackServer server([&](const std::string& target, const auto&) {
    if (target == "/1") return RedirectTo("/2", "301 Moved Permanently");
    if (target == "/2") return RedirectTo("3?x=y#z", "308 Permanent Redirect");
    if (target == "/3?x=y") return RedirectTo("/4");
    return Page("end");
  });
  Crawl crawl;
  auto& sink = crawl.Run({server.Url("/1")});
  EXPECT_EQ(sink.events, (std::vector<std::string>{"page 1 301 /1", "page 1 308 /2", "page 1 302 /3?x=y",
                                                   "page 1 200 /4", "done 1"}));
  const FetchOutcome& outcome = sink.outcomes.at(1);
  EXPECT_TRUE(outcome.status.has_value());
  EXPECT_EQ(outcome.hops.size(), 4U);
  EXPECT_EQ(outcome.final_url, server.Url("/4"));
  EXPECT_EQ(outcome.permanent_url, server.Url("/3?x=y"));
}

TEST(Crawler, RedirectsThatLeadNowhereAreRefused) {
  struct Row {
    std::string location;
    std::string what;
  };
  const std::vector<Row> rows = {
      {"/start", "its redirects go round in a circle, back to {base}/start"},
      {"ftp://example.org/x",
       "it redirects to \"ftp://example.org/x\": only http and https URLs can be fetched, not ftp:"},
      {"http://", "it redirects to \"http://\": the URL names no host"},
      {"file:///etc/passwd",
       "it redirects to \"file:///etc/passwd\": only http and https URLs can be fetched, not file:"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.location);
    LoopbackServer server([&](const auto&, const auto&) { return RedirectTo(row.location); });
    Crawl crawl;
    const auto& outcome = crawl.Run({server.Url("/start")}).outcomes.at(1);
    ASSERT_FALSE(outcome.status.has_value());
    std::string want = row.what;
    if (const size_t at = want.find("{base}"); at != std::string::npos) want.replace(at, 6, server.Url(""));
    EXPECT_EQ(outcome.status.error().what, want);
    EXPECT_EQ(outcome.hops.size(), 1U);
  }
}

TEST(Crawler, TooManyRedirectsAreAFailureOfTheServer) {
  int count = 0;
  LoopbackServer server([&](const auto&, const auto&) { return RedirectTo("/" + std::to_string(++count)); });
  Crawl crawl;
  const auto& outcome = crawl.Run({server.Url("/0")}).outcomes.at(1);
  ASSERT_FALSE(outcome.status.has_value());
  EXPECT_EQ(outcome.status.error().code, ErrorCode::kHttpStatus);
  EXPECT_EQ(outcome.status.error().what, "more than 10 redirects");
  EXPECT_EQ(outcome.hops.size(), 11U);
}

TEST(Crawler, SecretsDoNotFollowToAnotherOrigin) {
  LoopbackServer other([](const auto&, const auto&) { return Page("x"); });
  LoopbackServer server([&](const std::string& target, const auto&) {
    return target == "/a" ? RedirectTo("/b") : RedirectTo(other.Url("/c"));
  });
  Crawl crawl;
  crawl.headers = {{"Authorization", "Bearer t"}, {"X-Kept", "1"}};
  crawl.Run({server.Url("/a")});
  EXPECT_NE(server.Requests().at(1).find("Authorization"), std::string::npos);
  EXPECT_EQ(other.Requests().at(0).find("Authorization"), std::string::npos);
  EXPECT_NE(other.Requests().at(0).find("X-Kept"), std::string::npos);
}

TEST(Crawler, UserAndPasswordOfTheUrlAreSentButNotRecorded) {
  LoopbackServer server([](const auto&, const auto&) { return Page("x"); });
  Crawl crawl;
  auto& sink = crawl.Run({"http://jane:s%20p@127.0.0.1:" + std::to_string(server.Port()) + "/"});
  EXPECT_NE(server.Requests().at(0).find("Authorization: Basic amFuZTpzIHA="), std::string::npos)
      << server.Requests().at(0);
  EXPECT_EQ(sink.exchanges.at(0).request.url, server.Url("/"));
}

TEST(Crawler, AStatusThatIsNoDocumentIsAnErrorWithItsMeaning) {
  LoopbackServer server([](const auto&, const auto&) { return Page("sorry", "", "404 Not Found"); });
  Crawl crawl;
  const auto& outcome = crawl.Run({server.Url("/gone")}).outcomes.at(1);
  ASSERT_FALSE(outcome.status.has_value());
  EXPECT_EQ(outcome.status.error().code, ErrorCode::kHttpStatus);
  EXPECT_EQ(outcome.status.error().where, server.Url("/gone"));
  EXPECT_EQ(outcome.status.error().what, "HTTP 404 Not Found: there is no such page");
  EXPECT_EQ(outcome.hops.at(0).response.body, "sorry");
}

TEST(Crawler, TransientAnswersAreTriedAgainAndArchivedEachTime) {
  std::atomic<int> count = 0;
  LoopbackServer server(
      [&](const auto&, const auto&) { return ++count < 3 ? Page("", "", "503 Busy") : Page("at last"); });
  Crawl crawl;
  auto& sink = crawl.Run({server.Url("/")});
  EXPECT_EQ(sink.events, (std::vector<std::string>{"page 1 503 /", "page 1 503 /", "page 1 200 /", "done 1"}));
  EXPECT_TRUE(sink.outcomes.at(1).status.has_value());
}

TEST(Crawler, RetriesBackOffAndHonourRetryAfter) {
  LoopbackServer server([&](const std::string& target, const auto&) {
    return Page("", target == "/asks" ? "Retry-After: 7\r\n" : "", "503 Busy");
  });
  {
    Crawl crawl;
    crawl.options.first_retry_wait = seconds{1};
    const auto& outcome = crawl.Run({server.Url("/")}).outcomes.at(1);
    EXPECT_FALSE(outcome.status.has_value());
    EXPECT_EQ(outcome.hops.size(), 3U);
    EXPECT_EQ(crawl.pacer.slept, seconds{3});  // 1 + 2
  }
  {
    Crawl crawl;
    const auto& outcome = crawl.Run({server.Url("/asks")}).outcomes.at(1);
    EXPECT_EQ(crawl.pacer.slept, seconds{14});
    EXPECT_EQ(outcome.retry_at, crawl.clock.now + seconds{7});
  }
}

TEST(Crawler, ALongRetryAfterIsLeftToTheCallerAndSparesTheHost) {
  LoopbackServer server(
      [&](const auto&, const auto&) { return Page("", "Retry-After: 3600\r\n", "429 Too Many Requests"); });
  Crawl crawl;
  auto& sink = crawl.Run({server.Url("/1"), server.Url("/2")});
  EXPECT_EQ(server.Targets(), (std::vector<std::string>{"/1"}));
  EXPECT_EQ(sink.outcomes.at(1).retry_at, crawl.clock.now + seconds{3600});
  EXPECT_EQ(sink.outcomes.at(2).retry_at, crawl.clock.now + seconds{3600});
  ASSERT_FALSE(sink.outcomes.at(2).status.has_value());
  EXPECT_EQ(sink.outcomes.at(2).status.error().what, "the server asked to be left alone until 2024-03-01T13:00:00Z");
}

TEST(Crawler, TheHostDelayLiesBetweenTwoPagesOfAHost) {
  LoopbackServer server(
      [](const std::string& target, const auto&) { return target == "/1" ? RedirectTo("/1b") : Page("x"); });
  Crawl crawl;
  crawl.options.host_delay = seconds{2};
  crawl.Run({server.Url("/1"), server.Url("/2"), server.Url("/3")});
  EXPECT_EQ(crawl.pacer.slept, seconds{4});
  EXPECT_EQ(server.Targets(), (std::vector<std::string>{"/1", "/1b", "/2", "/3"}));
}

TEST(Crawler, SeveralHostsAreFetchedAtOnceAndEachAloneInOrder) {
  // Each answer of host a waits until host b has been asked as well.
  std::mutex mutex;
  std::condition_variable both;
  int hosts = 0;
  LoopbackServer server([&](const std::string& target, const auto&) {
    if (target == "/first") {
      std::unique_lock lock(mutex);
      ++hosts;
      both.notify_all();
      both.wait_for(lock, seconds{30}, [&] { return hosts == 2; });
    }
    return Page("x");
  });
  Crawl crawl;
  const std::string port = std::to_string(server.Port());
  crawl.options.resolve = {"a.test:" + port + ":127.0.0.1", "b.test:" + port + ":127.0.0.1"};
  const std::string a = "http://a.test:" + port;
  const std::string b = "http://b.test:" + port;
  auto& sink = crawl.Run({a + "/first", a + "/second", b + "/first", b + "/second"});
  EXPECT_EQ(sink.outcomes.size(), 4U);
  EXPECT_EQ(hosts, 2);
  EXPECT_EQ(server.MostAtOnce(), 2);
}

TEST(Crawler, TheSinkMayAddJobsWhileRunning) {
  LoopbackServer server([](const auto&, const auto&) { return Page("x"); });
  Crawl crawl;
  Crawler crawler(crawl.options, crawl.clock, &crawl.pacer);
  crawl.sink.on_outcome = [&](const FetchOutcome& outcome) -> Status {
    if (outcome.id < 5)
      crawler.Enqueue({.id = outcome.id + 1, .request = {.method = "GET", .url = server.Url("/more"), .headers = {}}});
    return {};
  };
  crawler.Enqueue({.id = 1, .request = {.method = "GET", .url = server.Url("/"), .headers = {}}});
  ASSERT_TRUE(crawler.Run(crawl.sink, crawl.stop).has_value());
  EXPECT_EQ(crawl.sink.outcomes.size(), 5U);
}

TEST(Crawler, AnErrorOfTheSinkEndsTheRun) {
  LoopbackServer server([](const auto&, const auto&) { return Page("x"); });
  Crawl crawl;
  crawl.sink.on_exchange = [](const Exchange&) -> Status {
    return Fail(ErrorCode::kDataFolder, "archive", "the disk is full");
  };
  auto& sink = crawl.Run({server.Url("/1"), server.Url("/2")});
  ASSERT_FALSE(crawl.status.has_value());
  EXPECT_EQ(crawl.status.error().what, "the disk is full");
  EXPECT_TRUE(sink.outcomes.empty());
}

TEST(Crawler, AStopDropsWhatIsInFlight) {
  Crawl crawl;
  LoopbackServer server([&](const auto&, const auto&) {
    crawl.stop = true;
    return Reply{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart", .hold = true};
  });
  auto& sink = crawl.Run({server.Url("/1"), server.Url("/2")});
  ASSERT_FALSE(crawl.status.has_value());
  EXPECT_EQ(crawl.status.error().code, ErrorCode::kInterrupted);
  EXPECT_TRUE(sink.outcomes.empty());
}

TEST(Crawler, AnInvalidUrlIsAnOutcome) {
  Crawl crawl;
  auto& sink = crawl.Run({"no url", "ftp://example.org/"});
  EXPECT_TRUE(crawl.status.has_value());
  EXPECT_EQ(sink.outcomes.at(1).status.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(sink.outcomes.at(2).status.error().code, ErrorCode::kRefused);
}

TEST(Crawler, NothingToDoEndsAtOnce) {
  Crawl crawl;
  crawl.Run({});
  EXPECT_TRUE(crawl.status.has_value());
}

}  // namespace
}  // namespace tallywire::fetch
