#include "parse/title.h"

#include <gtest/gtest.h>

#include "tests/parse/metadata_page.h"

namespace tallywire::parse {
namespace {

struct StripRow {
  std::string_view title;
  std::string_view site;
  std::string_view host;
  std::string_view want;
};

TEST(StripSiteName, CutsTheSiteAndNothingElse) {
  static constexpr StripRow kRows[] = {
      {"Oats are up | The Herald", "The Herald", "", "Oats are up"},
      {"Oats are up - Farm - The Herald", "The Herald", "", "Oats are up - Farm"},
      {"The Herald: Oats are up", "The Herald", "", "Oats are up"},
      {"Oats are up – Grain Post", "", "www.grainpost.example", "Oats are up"},
      {"Oats are up » news.grainpost.example", "", "news.grainpost.example", "Oats are up"},
      {"Oats are up :: Grain Post", "Grain Post Online", "", "Oats are up"},
      {"Oats - and barley - are up", "The Herald", "herald.example", "Oats - and barley - are up"},
      {"Grain Post's outlook: Oats are up", "Grain Post", "grainpost.example", "Grain Post's outlook: Oats are up"},
      {"Left-wing oats", "wing oats", "", "Left-wing oats"},
      {"The Herald", "The Herald", "", "The Herald"},
      {"", "The Herald", "", ""},
  };
  for (const StripRow& row : kRows) EXPECT_EQ(StripSiteName(row.title, row.site, row.host), row.want) << row.title;
}

TEST(TitleKey, ComparesLettersAndDigitsOnly) {
  EXPECT_EQ(TitleKey("  Don’t PANIC – it's 5%! "), "dont panic its 5");
  EXPECT_EQ(TitleKey("ÄPFEL"), TitleKey("äpfel"));
}

struct PageRow {
  std::string_view name;
  std::string_view head;
  std::string_view body;
  std::string_view want;
};

TEST(ChooseTitle, TheHeadingThatTheOthersAgreeOn) {
  static constexpr PageRow kRows[] = {
      {"heading", "<title>Oats are up | Herald</title>", "<h1>Herald</h1><h1>Oats are up</h1>", "Oats are up"},
      {"only <title>", R"(<title>Oats are up | Herald</title><meta property="og:site_name" content="Herald">)",
       "<p>x</p>", "Oats are up"},
      {"og:title where the heading is the section's",
       R"(<meta property="og:title" content="Oats are up &amp; barley is down"><title>Oats are up and barley is down</title>)",
       "<h1>Markets</h1><h1>Farm prices</h1>", "Oats are up & barley is down"},
      {"h2 as headline", "<title>Oats are up this week</title>", "<h2>Oats are up this week</h2><h2>Related</h2>",
       "Oats are up this week"},
      {"heading of the comments is none", R"(<meta property="og:title" content="Oats are up this week">)",
       R"(<div id="comments"><h2>3 replies to “Oats are up this week”</h2></div>)", "Oats are up this week"},
      {"white space and entities", "<title>x</title>", "<h1>\n Oats&nbsp;are <b>up</b>\n</h1>", "Oats are up"},
      {"tags in words stay", "<title>30 years of br</title>", "<h1>30 years of &lt;br&gt;</h1>", "30 years of <br>"},
      {"nothing", "", "<p>x</p>", ""},
  };
  for (const PageRow& row : kRows) EXPECT_EQ(MetadataOf(row.head, row.body).title, row.want) << row.name;
}

TEST(ChooseTitle, NoHeadingThatLeadsToTheStartPage) {
  constexpr std::string_view kUrl = "https://www.mill.example/2024/oats.html";
  constexpr std::string_view kHead = R"(<meta property="og:title" content="Oats are up">)";
  for (const std::string_view heading : {R"(<h1><a href="/">Notes of a miller</a></h1>)",
                                         R"(<a href="https://mill.example"><h1>Notes of a miller</h1></a>)"}) {
    EXPECT_EQ(MetadataOf(kHead, heading, kUrl).title, "Oats are up") << heading;
  }
  EXPECT_EQ(MetadataOf("", R"(<h1><a href="/2024/oats.html">Oats are up</a></h1>)", kUrl).title, "Oats are up");
}

}  // namespace
}  // namespace tallywire::parse
