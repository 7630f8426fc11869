#include "parse/metadata.h"

#include <gtest/gtest.h>

#include "parse/language.h"
#include "parse/plain_text.h"
#include "parse/url_reference.h"
#include "parse/word_lists.h"
#include "tests/parse/metadata_page.h"

namespace tallywire::parse {
namespace {

TEST(ReadMetadata, FillsTheOtherFields) {
  const Article article = MetadataOf(
      R"(<link rel="canonical" href="/a/oats"><meta property="og:site_name" content="The Herald"><meta property="og:locale" content="en_GB">
         <meta property="article:section" content="Farm"><meta property="article:tag" content="oats"><meta property="article:tag" content="mills">
         <meta name="description" content="Oats &amp;amp; mills"><meta property="og:image" content="//img.example/o.jpg">)",
      "<h1>Oats</h1>", "https://herald.example/a/oats?utm=1");
  EXPECT_EQ(article.canonical_url, "https://herald.example/a/oats");
  EXPECT_EQ(article.site, "The Herald");
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(article.section, "Farm");
  EXPECT_EQ(article.tags, (std::vector<std::string>{"oats", "mills"}));
  EXPECT_EQ(article.description, "Oats & mills");
  EXPECT_EQ(article.image, "https://img.example/o.jpg");
  EXPECT_FALSE(article.paywalled);
}

TEST(ReadMetadata, PaywallIsWhatTheDataSay) {
  EXPECT_TRUE(
      MetadataOf(R"(<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>)",
                 "")
          .paywalled);
}

TEST(ReadMetadata, AnEmptyPageSaysNothing) {
  const Article article = MetadataOf("", "", "https://a.example/x#top");
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.published, "");
  EXPECT_EQ(article.canonical_url, "https://a.example/x");
  EXPECT_TRUE(article.authors.empty());
}

TEST(NormalizeLanguageTag, UsualSpelling) {
  struct Row {
    std::string_view declared;
    std::string_view want;
  };
  static constexpr Row kRows[] = {{"en_US", "en-US"},   {" DE ", "de"}, {"zh-hans-cn", "zh-Hans-CN"},
                                  {"es-419", "es-419"}, {"iw", "he"},   {"utf-8", ""},
                                  {"english", ""},      {"", ""},       {"en-x-foo", "en"},
                                  {"en, fr", "en"}};
  for (const Row& row : kRows) EXPECT_EQ(NormalizeLanguageTag(row.declared), row.want) << row.declared;
}

constexpr std::string_view kGerman =
    "Die Mühle am Fluss hat in der vergangenen Woche viertausend Tonnen Hafer angenommen, wie der Leiter der Zeitung "
    "sagte. Die Preise für Gerste "
    "sind dagegen gesunken, und die Bauern der Gegend wollen ihre Ernte nicht mehr verkaufen, bevor der Winter kommt.";

TEST(ChooseLanguage, TextDecidesWhereItIsSure) {
  EXPECT_EQ(ChooseLanguage("", kGerman, ""), "de");
  EXPECT_EQ(ChooseLanguage("de-AT", kGerman, ""), "de-AT");
  EXPECT_EQ(ChooseLanguage("en", kGerman, "muehle.example"), "de") << "a template's language was left unchanged";
  EXPECT_EQ(ChooseLanguage("en", "Kurz.", ""), "en");
  EXPECT_EQ(ChooseLanguage("", "", ""), "");
}

TEST(ResolveUrl, Rfc3986Cases) {
  struct Row {
    std::string_view reference;
    std::string_view want;
  };
  static constexpr Row kRows[] = {
      {"g", "http://a/b/c/g"},        {"./g", "http://a/b/c/g"}, {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},           {"//g/h", "http://g/h"},   {"?y", "http://a/b/c/d;p?y"},
      {"g?y#s", "http://a/b/c/g?y"},  {"..", "http://a/b/"},     {"../../../g", "http://a/g"},
      {"http://x/y#z", "http://x/y"}, {"", "http://a/b/c/d;p"},  {"javascript:x()", ""},
      {"mailto:a@b.example", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(ResolveUrl(row.reference, "http://a/b/c/d;p?q"), row.want) << row.reference;
  EXPECT_EQ(ResolveUrl("/x", ""), "");
}

TEST(IsSamePage, WhatReadersDoNotSeeDoesNotCount) {
  EXPECT_TRUE(IsSamePage("https://www.a.example/x/?q=1", "http://A.example/x#y"));
  EXPECT_FALSE(IsSamePage("https://a.example/x", "https://a.example/y"));
}

TEST(PlainText, DecodesOnceOrTwiceEscapedText) {
  struct Row {
    std::string_view text;
    std::string_view want;
  };
  static constexpr Row kRows[] = {
      {"R&D at 5 < 6", "R&D at 5 < 6"},
      {"Tom &amp; Ann", "Tom & Ann"},
      {"Tom &amp;amp; Ann", "Tom & Ann"},
      {"&#8220;x&#x201D;", "“x”"},
      {"<b>Bold</b>  oats", "Bold oats"},
      {"&frac12; cup", "½ cup"},
      {"a&nbsp;b", "a b"},
      {"&#150;", "–"},
      {"&;&#;&#x;&zz;", "&;&#;&#x;&zz;"},
      {"", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(PlainText(row.text), row.want) << row.text;
}

TEST(WordLists, EveryListOfTheRuleFileIsRead) {
  const WordLists& lists = WordLists::Get();
  EXPECT_FALSE(lists.languages.empty());
  EXPECT_FALSE(lists.extra_months.empty());
  EXPECT_FALSE(lists.zones.empty());
  for (const auto* list : {&lists.month_first_regions, &lists.month_first_top_levels, &lists.author_prefixes,
                           &lists.author_helpers, &lists.author_links, &lists.author_joiners, &lists.author_classes,
                           &lists.foreign_classes, &lists.title_separators, &lists.meta_published, &lists.meta_modified,
                           &lists.meta_author, &lists.meta_title, &lists.meta_site, &lists.meta_description,
                           &lists.meta_image, &lists.meta_section, &lists.meta_tags, &lists.meta_language}) {
    EXPECT_FALSE(list->empty());
    for (const std::string& word : *list) EXPECT_FALSE(word.empty());
  }
  for (const auto* set : {&lists.date_fillers, &lists.time_fillers, &lists.ordinal_suffixes, &lists.published_words,
                          &lists.modified_words, &lists.by_line_prefixes, &lists.author_roles, &lists.author_none,
                          &lists.name_suffixes, &lists.name_particles}) {
    EXPECT_FALSE(set->empty());
  }
}

}  // namespace
}  // namespace tallywire::parse
