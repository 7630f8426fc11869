#include "parse/publication_date.h"

#include <gtest/gtest.h>

#include "tests/parse/metadata_page.h"

namespace tallywire::parse {
namespace {

struct PageRow {
  std::string_view name;
  std::string_view head;
  std::string_view body;
  std::string_view url;
  std::string_view want;
  std::string_view from;
};

constexpr std::string_view kProse =
    "<p>The mill on the river bank took in 4,000 tonnes of oats in the week to 9 March 2008, its manager said in a "
    "long talk with this paper.</p>";

void Check(const PageRow& row) {
  const Article article = MetadataOf(row.head, row.body, row.url, "2024-06-30");
  EXPECT_EQ(article.published, row.want) << row.name;
  EXPECT_EQ(article.published_from, row.from) << row.name;
}

TEST(PublicationDate, SourcesInTheStatedOrder) {
  static constexpr PageRow kRows[] = {
      {"JSON-LD before meta",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-05-03T07:00:00+02:00"}</script>
          <meta property="article:published_time" content="2020-01-01">)",
       "<h1>Oats</h1>", "", "2021-05-03T07:00:00+02:00", "json-ld"},
      {"meta", R"(<meta property="article:published_time" content="2020-01-01T10:00:00Z">)", "<h1>Oats</h1>", "",
       "2020-01-01T10:00:00Z", "meta"},
      {"Dublin Core", R"(<meta name="DC.date.issued" content="2017-02-08">)", "<h1>Oats</h1>", "", "2017-02-08",
       "meta"},
      {"microdata", "", R"(<h1>Oats</h1><span itemprop="datePublished" content="2018-07-06">last summer</span>)", "",
       "2018-07-06", "microdata"},
      {"address", "", "<h1>Oats</h1>", "https://mill.example/2019/11/12/oats", "2019-11-12", "url"},
      {"time element", "",
       R"(<article><h1>Oats</h1><time datetime="2016-03-04T09:00:00+01:00">a while ago</time></article>)", "",
       "2016-03-04T09:00:00+01:00", "time"},
      {"hentry", "",
       R"(<div class="hentry"><h1>Oats</h1><abbr class="published" title="2016-03-04">Friday</abbr></div>)", "",
       "2016-03-04", "time"},
      {"visible text", "", "<h1>Oats</h1><p>Published: 4 March 2016</p>", "", "2016-03-04", "text"},
      {"parts in blocks of their own", "",
       R"(<h1>Oats</h1><div class="date"><div>4</div><div>Mar</div><div>2016</div></div>)", "", "2016-03-04", "text"},
      {"script state", "", R"(<h1>Oats</h1><script>window.state={"publishedAt":"2015-06-07T08:00:00Z"}</script>)", "",
       "2015-06-07T08:00:00Z", "script"},
      {"meta that nobody listed", R"(<meta name="x-published-on" content="2014-03-02">)", "<h1>Oats</h1>", "",
       "2014-03-02", "meta"},
      {"picture's address", R"(<meta property="og:image" content="https://mill.example/up/2013/09/08/a.jpg">)",
       "<h1>Oats</h1>", "", "2013-09-08", "url"},
  };
  for (const PageRow& row : kRows) Check(row);
}

TEST(PublicationDate, VisibleDatesAreChosenByPlaceAndForm) {
  static constexpr PageRow kRows[] = {
      {"a line beside the headline before a teaser", "",
       R"(<div class="teaser">1 May 2023 Other news</div><h1>Oats</h1><p>4 March 2016</p>)", "", "2016-03-04", "text"},
      {"never in prose while a by-line has one", "",
       "<h1>Oats</h1><p>The mill on the river bank, built on 9 March 1998 by a family from the hills, took in 4,000 "
       "tonnes of oats in the week, "
       "its manager said in a long talk with this paper.</p><p>Written on 4 March 2016</p>",
       "", "2016-03-04", "text"},
      {"first publication before update", "", "<h1>Oats</h1><p>Updated: 9 April 2017</p><p>Published: 4 March 2016</p>",
       "", "2016-03-04", "text"},
      {"not from comments", "",
       R"(<h1>Oats</h1><p>4 March 2016</p><div class="comments"><time datetime="2016-03-09">9 March</time></div>)", "",
       "2016-03-04", "text"},
      {"the month of the address decides", "", "<h1>Oats</h1><p>4 March 2016</p><p>7 May 2016</p>",
       "https://mill.example/2016/05/oats", "2016-05-07", "text"},
  };
  for (const PageRow& row : kRows) Check(row);
}

TEST(PublicationDate, ShownBesideTheHeadlineWinsOverHiddenData) {
  static constexpr PageRow kRows[] = {
      {"UTC in the data, the next day over there",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Oats","datePublished":"2021-05-04T02:10:00Z"}</script>)",
       "<h1>Oats</h1><p>May 3, 2021</p>", "", "2021-05-03", "text"},
      {"both shown: the data stand",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Oats","datePublished":"2021-05-04T02:10:00Z"}</script>)",
       "<h1>Oats</h1><p>May 4, 2021</p><p>Updated May 9, 2021</p>", "", "2021-05-04T02:10:00Z", "json-ld"},
      {"day and month swapped by our guess",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Oats","datePublished":"2021-04-05"}</script>)",
       "<h1>Oats</h1><p>05/04/2021</p>", "https://mill.example/a", "2021-04-05", "json-ld"},
      {"an older address", R"(<meta property="article:published_time" content="2021-05-04">)", "<h1>Oats</h1>",
       "https://mill.example/2017/06/01/oats", "2017-06-01", "url"},
      {"stated as published, shown as an update",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Oats","datePublished":"2021-05-09"}</script>)",
       "<h1>Oats</h1><p>Published May 4, 2021</p><p>Updated May 9, 2021</p>", "", "2021-05-04", "text"},
      {"a rewritten text",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Oats","datePublished":"2015-01-02","dateModified":"2021-05-09"}</script>)",
       "<h1>Oats</h1><p>May 9, 2021</p>", "", "2021-05-09", "text"},
      {"a template's last change against meta",
       R"(<meta property="article:published_time" content="2020-05-04"><meta property="article:modified_time" content="2022-01-02">)",
       "<h1>Oats</h1><p>Last updated 2 January 2022</p>", "", "2020-05-04", "meta"},
  };
  for (const PageRow& row : kRows) Check(row);
}

TEST(PublicationDate, ImplausibleDatesAreRefused) {
  static constexpr PageRow kRows[] = {
      {"after the last believed day", R"(<meta property="article:published_time" content="2031-01-01">)",
       "<h1>Oats</h1>", "", "", ""},
      {"before the web", R"(<meta name="date" content="1976-04-04">)", "<h1>Oats</h1>", "", "", ""},
      {"copyright", "", "<h1>Oats</h1><p>A word.</p><p>© 12.12.2022 Mill Ltd</p><p>4 March 2016</p>", "", "2016-03-04",
       "text"},
      {"a bare copyright year", "", "<h1>Oats</h1><footer>Copyright 2022</footer>", "", "", ""},
      {"the implausible one is passed over",
       R"(<meta name="date" content="0001-01-01"><meta name="pubdate" content="2016-03-04">)", "<h1>Oats</h1>", "",
       "2016-03-04", "meta"},
  };
  for (const PageRow& row : kRows) Check(row);
}

TEST(PublicationDate, ModifiedIsKeptApart) {
  const Article article = MetadataOf(
      R"(<meta property="article:published_time" content="2020-05-04"><meta property="og:updated_time" content="2020-05-06T01:02:03Z">)",
      "<h1>Oats</h1>");
  EXPECT_EQ(article.published, "2020-05-04");
  EXPECT_EQ(article.modified, "2020-05-06T01:02:03Z");
}

TEST(DayOrderOf, LanguageRegionAndHostDecide) {
  EXPECT_EQ(DayOrderOf("en-US", "herald.example.com"), DayOrder::kMonthFirst);
  EXPECT_EQ(DayOrderOf("en", "herald.com"), DayOrder::kMonthFirst);
  EXPECT_EQ(DayOrderOf("en-GB", "herald.com"), DayOrder::kDayFirst);
  EXPECT_EQ(DayOrderOf("en", "herald.co.uk"), DayOrder::kDayFirst);
  EXPECT_EQ(DayOrderOf("de", "herald.com"), DayOrder::kDayFirst);
  EXPECT_EQ(DayOrderOf("", "herald.fr"), DayOrder::kDayFirst);
}

TEST(DateInUrl, OnlyWholeDaysInThePathCount) {
  struct UrlRow {
    std::string_view url;
    std::string_view want;
  };
  static constexpr UrlRow kRows[] = {
      {"https://a.example/2019/11/12/x", "2019-11-12"},
      {"https://a.example/x-2019-11-12", "2019-11-12"},
      {"https://a.example/20191112/x", "2019-11-12"},
      {"https://a.example/2019/7/2/x", "2019-07-02"},
      {"https://a.example/2019/11/x", ""},
      {"https://a.example/x?d=2019-11-12", ""},
      {"https://a.example/201911125", ""},
      {"https://a.example/2019/02/30/x", ""},
      {"https://a.example/2023/10/3-questions", ""},
      {"", ""},
  };
  for (const UrlRow& row : kRows) {
    const auto date = DateInUrl(row.url);
    EXPECT_EQ(date ? date->iso : "", row.want) << row.url;
  }
}

TEST(PublicationDate, ProseAloneIsALastResort) {
  const Article article = MetadataOf("", kProse, "", "2024-06-30");
  EXPECT_EQ(article.published, "2008-03-09");
}

}  // namespace
}  // namespace tallywire::parse
