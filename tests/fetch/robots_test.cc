// Each test is named after the clause of RFC 9309 it upholds.
#include "fetch/robots.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallywire::fetch {
namespace {

bool Allowed(std::string_view robots, std::string_view agent, std::string_view url) {
  return RobotsTxt::Parse(robots).Check(agent, url).allowed;
}

TEST(Robots, EmptyFileAllowsEverything) {
  EXPECT_TRUE(Allowed("", "tallywire", "https://example.org/a"));
  EXPECT_TRUE(Allowed("\n# nothing here\n", "tallywire", "https://example.org/a"));
  EXPECT_TRUE(Allowed("<html><body>Not found: sorry</body></html>", "tallywire", "https://example.org/a"));
}

TEST(Robots, UserAgentMatchesInAnyCaseUpToTheFirstOtherSign) {
  const std::string robots = "User-Agent: TallyWire/2.0 (news)\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n";
  for (const char* agent : {"tallywire", "TALLYWIRE", "Tallywire/0.1 (+https://example.org/bot)"}) {
    EXPECT_TRUE(Allowed(robots, agent, "/public")) << agent;
    EXPECT_FALSE(Allowed(robots, agent, "/private/x")) << agent;
  }
  EXPECT_FALSE(Allowed(robots, "tally", "/public"));
  EXPECT_FALSE(Allowed(robots, "tallywire-images", "/public"));
}

TEST(Robots, GroupsOfTheSameAgentAreTakenTogether) {
  const std::string robots =
      "User-agent: a\nDisallow: /one\n\nUser-agent: b\nDisallow: /two\n\nUser-agent: a\nDisallow: /three\n";
  EXPECT_FALSE(Allowed(robots, "a", "/one"));
  EXPECT_TRUE(Allowed(robots, "a", "/two"));
  EXPECT_FALSE(Allowed(robots, "a", "/three"));
}

TEST(Robots, SeveralUserAgentLinesShareOneGroup) {
  const std::string robots = "User-agent: a\nSitemap: https://example.org/s.xml\n\nUser-agent: b\nDisallow: /x\n";
  EXPECT_FALSE(Allowed(robots, "a", "/x"));
  EXPECT_FALSE(Allowed(robots, "b", "/x"));
  EXPECT_TRUE(Allowed(robots, "c", "/x"));
}

TEST(Robots, TheStarGroupIsOnlyForThoseWithoutTheirOwn) {
  const std::string robots = "User-agent: *\nDisallow: /\n\nUser-agent: a\nDisallow:\n";
  EXPECT_TRUE(Allowed(robots, "a", "/x"));
  EXPECT_FALSE(Allowed(robots, "b", "/x"));
}

TEST(Robots, RulesBeforeAnyGroupAreIgnored) {
  EXPECT_TRUE(Allowed("Disallow: /\nUser-agent: a\nDisallow: /x\n", "a", "/y"));
}

TEST(Robots, TheLongestMatchWinsAndAmongEqualsAllow) {
  struct Row {
    std::string rules;
    std::string path;
    bool allowed;
  };
  const std::vector<Row> rows = {
      {"Disallow: /x/page.html\nAllow: /x/", "/x/page.html", false},
      {"Allow: /x/page.html\nDisallow: /x/", "/x/page.html", true},
      {"Allow: /x/page.html\nDisallow: /x/", "/x/", false},
      {"Disallow: /\nAllow: /", "/a", true},
      {"Allow: /p\nDisallow: /", "/page", true},
      {"Allow: /folder\nDisallow: /folder", "/folder/page", true},
      {"Allow: /page\nDisallow: /*.htm", "/page.htm", false},
      {"Allow: /$\nDisallow: /", "/", true},
      {"Allow: /$\nDisallow: /", "/page", false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Allowed("User-agent: *\n" + row.rules, "tallywire", row.path), row.allowed) << row.rules << "\n"
                                                                                          << row.path;
  }
}

TEST(Robots, StarMatchesAnythingAndDollarTheEnd) {
  struct Row {
    std::string pattern;
    std::string path;
    bool matches;
  };
  const std::vector<Row> rows = {
      {"/", "/anything", true},
      {"/*", "/anything", true},
      {"/fish", "/fish.html", true},
      {"/fish", "/Fish", false},
      {"/fish/", "/fish", false},
      {"/fish*", "/fishheads", true},
      {"/*.php", "/a/b.php?x", true},
      {"/*.php$", "/a/b.php?x", false},
      {"/*.php$", "/a/b.php", true},
      {"/fish*.php", "/fish/a.php", true},
      {"/a*b*c$", "/aXbXbXc", true},
      {"/a*b*c$", "/aXbXcX", false},
      {"/a$b", "/a$b", true},
      {"/a$b", "/a", false},
      {"/ab$", "/abab", false},
      {"/*ab$", "/abab", true},
      {"*", "/x", true},
      {"/a**b", "/a/b", true},
      {"fish", "/fish", false},
      {"/?x=", "/?x=1", true},
      {"/a;b", "/a;b", true},
      {"/*a*a*a*a*a*a*a*b", "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
  };
  for (const Row& row : rows) {
    const bool allowed = Allowed("User-agent: *\nDisallow: " + row.pattern, "tallywire", row.path);
    EXPECT_EQ(!allowed, row.matches) << row.pattern << " on " << row.path;
  }
}

TEST(Robots, OctetsAreComparedPercentEncoded) {
  struct Row {
    std::string pattern;
    std::string url;
    bool matches;
  };
  const std::vector<Row> rows = {
      {"/caf\xC3\xA9", "https://example.org/caf%C3%A9", true},
      {"/caf%c3%a9", "https://example.org/caf\xC3\xA9", true},
      {"/%62%61%7A", "https://example.org/baz", true},
      {"/baz", "https://example.org/%62%61%7A", true},
      {"/a%2Fb", "https://example.org/a/b", false},
      {"/a%2Fb", "https://example.org/a%2fb", true},
      {"/a%2A", "https://example.org/a*", true},
      {"/a%2A", "https://example.org/ab", false},
      {"/a%24", "https://example.org/a$b", true},
      {"/100%", "https://example.org/100%", true},
  };
  for (const Row& row : rows) {
    const bool allowed = Allowed("User-agent: *\nDisallow: " + row.pattern, "tallywire", row.url);
    EXPECT_EQ(!allowed, row.matches) << row.pattern << " on " << row.url;
  }
}

TEST(Robots, RobotsTxtItselfIsAlwaysAllowed) {
  EXPECT_TRUE(Allowed("User-agent: *\nDisallow: /", "tallywire", "https://example.org/robots.txt"));
  EXPECT_FALSE(Allowed("User-agent: *\nDisallow: /", "tallywire", "https://example.org/robots.txt.bak"));
}

TEST(Robots, AnyLineEndAByteOrderMarkAndCommentsAreFine) {
  const std::string robots =
      "\xEF\xBB\xBFUser-agent: a # us\r\nDisallow: /cr # no\rDisallow: /lf\nDisallow:/tight\n\n  disallow :\t/blank  ";
  for (const char* path : {"/cr", "/lf", "/tight", "/blank"}) EXPECT_FALSE(Allowed(robots, "a", path)) << path;
  EXPECT_TRUE(Allowed(robots, "a", "/other"));
}

TEST(Robots, CommonMistakesAreUnderstood) {
  EXPECT_FALSE(Allowed("user-agent a\ndisallow /x\n", "a", "/x"));
  EXPECT_FALSE(Allowed("useragent: a\ndisalow: /x\n", "a", "/x"));
  EXPECT_TRUE(Allowed("User-agent: a\nDisallow the following pages: /x\n", "a", "/x"));
}

TEST(Robots, WhatStandsBehind500KiBIsIgnored) {
  std::string robots = "User-agent: *\nDisallow: /early\n# ";
  robots.append(RobotsTxt::kMaxBytes, 'x');
  robots += "\nDisallow: /late\n";
  EXPECT_FALSE(Allowed(robots, "a", "/early"));
  EXPECT_TRUE(Allowed(robots, "a", "/late"));
}

TEST(Robots, TheVerdictNamesTheLineThatDecided) {
  const RobotsTxt robots = RobotsTxt::Parse("# site\r\nUser-agent: *\r\nDisallow: /a\r\n  Allow: /a/b  # but this\r\n");
  const auto denied = robots.Check("tallywire", "https://example.org/a/x");
  EXPECT_FALSE(denied.allowed);
  EXPECT_EQ(denied.line, 3U);
  EXPECT_EQ(denied.line_text, "Disallow: /a");
  const auto allowed = robots.Check("tallywire", "https://example.org/a/b");
  EXPECT_TRUE(allowed.allowed);
  EXPECT_EQ(allowed.line, 4U);
  EXPECT_EQ(allowed.line_text, "Allow: /a/b  # but this");
  const auto silent = robots.Check("tallywire", "https://example.org/c");
  EXPECT_TRUE(silent.allowed);
  EXPECT_EQ(silent.line, 0U);
  EXPECT_EQ(silent.line_text, "no rule matches");
}

TEST(Robots, TheStatusOfTheAnswerDecidesWhereThereIsNoFile) {
  struct Row {
    int status;
    bool allowed;
  };
  for (const Row& row : std::vector<Row>{
           {301, true}, {401, true}, {403, true}, {404, true}, {429, true}, {500, false}, {503, false}, {0, false}}) {
    const auto robots = RobotsTxt::FromResponse(row.status, "User-agent: *\nDisallow: /x\n");
    EXPECT_EQ(robots.Check("a", "/x").allowed, row.allowed) << row.status;
  }
  EXPECT_FALSE(RobotsTxt::FromResponse(200, "User-agent: *\nDisallow: /x\n").Check("a", "/x").allowed);
  EXPECT_EQ(RobotsTxt::FromResponse(404, "").Check("a", "/x").line_text,
            "robots.txt answered HTTP 404, which allows everything");
}

TEST(Robots, CrawlDelayBelongsToTheAgentsNamedSoFar) {
  const RobotsTxt robots = RobotsTxt::Parse(
      "User-agent: slow\nCrawl-delay: 10\n\nUser-agent: *\nDisallow: /x\n\nUser-agent: half\nCrawl-delay: "
      "0.5\nDisallow: /\n\n"
      "User-agent: odd\nCrawl-delay: soon\nDisallow: /\n");
  EXPECT_EQ(robots.CrawlDelay("slow"), std::chrono::milliseconds{10000});
  EXPECT_EQ(robots.CrawlDelay("half"), std::chrono::milliseconds{500});
  EXPECT_EQ(robots.CrawlDelay("odd"), std::nullopt);
  EXPECT_EQ(robots.CrawlDelay("other"), std::nullopt);
}

TEST(Robots, TheStarsCrawlDelayIsForThoseWithoutAGroup) {
  const RobotsTxt robots =
      RobotsTxt::Parse("User-agent: *\nCrawl-delay: 3\nDisallow: /x\n\nUser-agent: own\nDisallow: /y\n");
  EXPECT_EQ(robots.CrawlDelay("tallywire"), std::chrono::milliseconds{3000});
  EXPECT_EQ(robots.CrawlDelay("own"), std::nullopt);
}

TEST(Robots, SitemapsAreCollectedWhereverTheyStand) {
  const RobotsTxt robots =
      RobotsTxt::Parse("Sitemap: https://example.org/1.xml\nUser-agent: *\nsitemap: https://example.org/2.xml\n");
  EXPECT_EQ(robots.Sitemaps(), (std::vector<std::string>{"https://example.org/1.xml", "https://example.org/2.xml"}));
}

TEST(Robots, TruncatedAtEveryLengthItStillParses) {
  const std::string robots = "User-agent: *\nDisallow: /%62*x$\nCrawl-delay: 1\nSitemap: a\n";
  for (size_t length = 0; length <= robots.size(); ++length) {
    RobotsTxt::Parse(std::string_view{robots}.substr(0, length)).Check("a", "/bx");
  }
}

}  // namespace
}  // namespace tallywire::fetch
