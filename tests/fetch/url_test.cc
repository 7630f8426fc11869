#include "fetch/url.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallywire::fetch {
namespace {

struct Row {
  std::string input;
  std::string want;
};

TEST(ParseUrl, YieldsWhatABrowserWouldRequest) {
  const std::vector<Row> rows = {
      {"http://example.org", "http://example.org/"},
      {"HTTP://Example.ORG:80/A", "http://example.org/A"},
      {"https://example.org:443/", "https://example.org/"},
      {"https://example.org:8443/", "https://example.org:8443/"},
      {"  \thttps://example.org/a\nb  ", "https://example.org/ab"},
      {"http:\\\\example.org\\a\\b", "http://example.org/a/b"},
      {"http:/example.org/x", "http://example.org/x"},
      {"http://example.org/a/./b/../c", "http://example.org/a/c"},
      {"http://example.org/../../a", "http://example.org/a"},
      {"http://example.org/a/%2e%2E/b", "http://example.org/b"},
      {"http://example.org/a/..", "http://example.org/"},
      {"http://example.org/a//b", "http://example.org/a//b"},
      {"http://example.org/caf\xC3\xA9 au lait", "http://example.org/caf%C3%A9%20au%20lait"},
      {"http://example.org/?q=\"a b\"&x='<y>", "http://example.org/?q=%22a%20b%22&x=%27%3Cy%3E"},
      {"http://example.org/%7Ea", "http://example.org/%7Ea"},
      {"http://example.org?x=1", "http://example.org/?x=1"},
      {"http://example.org/?", "http://example.org/?"},
      {"http://example.org/a#part", "http://example.org/a"},
      {"http://reader:secret@example.org/a", "http://example.org/a"},
      {"http://b\xC3\xBC"
       "cher.example/",
       "http://xn--bcher-kva.example/"},
      {"http://stra\xC3\x9F"
       "e.example/",
       "http://xn--strae-oqa.example/"},
      {"http://ex%41mple.org/", "http://example.org/"},
      {"http://under_score.example.org/", "http://under_score.example.org/"},
      {"http://127.1/", "http://127.0.0.1/"},
      {"http://0x7f.0.0.1/", "http://127.0.0.1/"},
      {"http://017700000001/", "http://127.0.0.1/"},
      {"http://[2001:DB8:0:0::1]:8080/", "http://[2001:db8::1]:8080/"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.input);
    const auto url = ParseUrl(row.input);
    ASSERT_TRUE(url.has_value()) << url.error().ToText();
    EXPECT_EQ(url->ToText(), row.want);
  }
}

TEST(ParseUrl, SaysWhatIsWrong) {
  const std::vector<Row> rows = {
      {"", "this is not an absolute URL"},
      {"news/today.html", "this is not an absolute URL"},
      {"//example.org/", "this is not an absolute URL"},
      {"ftp://example.org/", "only http and https URLs can be fetched, not ftp:"},
      {"javascript:alert(1)", "only http and https URLs can be fetched, not javascript:"},
      {"http://", "the URL names no host"},
      {"http:///", "the URL names no host"},
      {"http://exa mple.org/", "the host name is not valid"},
      {"http://exam%00ple.org/", "the host name is not valid"},
      {"http://1.2.3.4.5/", "the host name is not valid"},
      {"http://256.1.1.1/", "the host name is not valid"},
      {"http://[::1/", "the host name is not valid"},
      {"http://example.org:99999/", "the port is no number from 0 to 65535"},
      {"http://example.org:eighty/", "the port is no number from 0 to 65535"},
      {std::string("http://example.org/").append(70000, 'a'), "the URL is longer than 64 KiB"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.input.substr(0, 100));
    const auto url = ParseUrl(row.input);
    ASSERT_FALSE(url.has_value()) << url->ToText();
    EXPECT_EQ(url.error().what, row.want);
  }
}

TEST(ParseUrl, KeepsUserAndPasswordApart) {
  const auto url = ParseUrl("https://jane:s%20p@example.org/feed");
  ASSERT_TRUE(url.has_value());
  EXPECT_EQ(url->username, "jane");
  EXPECT_EQ(url->password, "s%20p");
  EXPECT_EQ(url->Origin(), "https://example.org");
}

TEST(ResolveUrl, FollowsLinksLikeABrowser) {
  const auto base = ParseUrl("https://example.org/news/2024/index.html?page=2#top");
  ASSERT_TRUE(base.has_value());
  const std::vector<Row> rows = {
      {"", "https://example.org/news/2024/index.html?page=2"},
      {"#x", "https://example.org/news/2024/index.html?page=2"},
      {"?page=3", "https://example.org/news/2024/index.html?page=3"},
      {"story.html", "https://example.org/news/2024/story.html"},
      {"./story.html", "https://example.org/news/2024/story.html"},
      {"../story.html", "https://example.org/news/story.html"},
      {"../../../story.html", "https://example.org/story.html"},
      {"/story.html", "https://example.org/story.html"},
      {"//other.example/a", "https://other.example/a"},
      {"http://other.example/a", "http://other.example/a"},
      {"https:story.html", "https://example.org/news/2024/story.html"},
      {"a?b/../c", "https://example.org/news/2024/a?b/../c"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.input);
    const auto url = ResolveUrl(row.input, *base);
    ASSERT_TRUE(url.has_value()) << url.error().ToText();
    EXPECT_EQ(url->ToText(), row.want);
  }
}

TEST(MakeAbsolute, LeavesAbsoluteReferencesAsWritten) {
  EXPECT_EQ(MakeAbsolute(" HTTP://Example.ORG/%7e ", "https://b.example/"), "HTTP://Example.ORG/%7e");
  EXPECT_EQ(MakeAbsolute("urn:uuid:1", "https://b.example/"), "urn:uuid:1");
  EXPECT_EQ(MakeAbsolute("a#b", "https://b.example/x/"), "https://b.example/x/a#b");
  EXPECT_EQ(MakeAbsolute("a", "not a url"), "");
}

TEST(Canonical, OnePageHasOneSpelling) {
  const std::vector<Row> rows = {
      {"http://Example.org:80/%7Ejane/%e4%b8%80?b=2&a=1#top", "http://example.org/~jane/%E4%B8%80?b=2&a=1"},
      {"https://example.org./a", "https://example.org/a"},
      {"https://example.org/a?", "https://example.org/a"},
      {"https://example.org/a?utm_source=rss&utm_medium=feed", "https://example.org/a"},
      {"https://example.org/a?id=7&UTM_Campaign=x&fbclid=abc", "https://example.org/a?id=7"},
      {"https://example.org/a?fbclid=abc&id=7&&x", "https://example.org/a?id=7&x"},
      {"https://example.org/a?utmost=1&ref=front", "https://example.org/a?utmost=1&ref=front"},
      {"https://example.org/a%2Fb?q=a%26b", "https://example.org/a%2Fb?q=a%26b"},
      {"https://u:p@example.org/a", "https://example.org/a"},
      {"https://example.org/a?gclid=%41", "https://example.org/a"},
      {"https://example.org/100%?a=%3%30", "https://example.org/100%25?a=%2530"},
      {"https://0x7f../a", "https://0x7f../a"},
      {" no url at all ", "no url at all"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.input);
    EXPECT_EQ(CanonicalUrl(row.input), row.want);
    EXPECT_EQ(CanonicalUrl(row.want), row.want) << "not stable";
  }
}

TEST(SiteOf, IsTheRegistrableDomain) {
  const std::vector<Row> rows = {
      {"news.example.co.uk", "example.co.uk"},
      {"WWW.Example.com", "example.com"},
      {"example.com.", "example.com"},
      {"co.uk", "co.uk"},
      {"127.0.0.1", "127.0.0.1"},
      {"[::1]", "[::1]"},
      {"localhost", "localhost"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(SiteOf(row.input), row.want) << row.input;
}

}  // namespace
}  // namespace tallywire::fetch
