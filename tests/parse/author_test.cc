#include "parse/author.h"

#include <gtest/gtest.h>

#include "parse/author_names.h"
#include "tests/parse/metadata_page.h"

namespace tallywire::parse {
namespace {

using Names = std::vector<std::string>;

struct NamesRow {
  std::string_view written;
  Names want;
};

TEST(SplitAuthors, NamesAreCutOutOfByLines) {
  const NamesRow rows[] = {
      {"By Jane Roe", {"Jane Roe"}},
      {"BY JANE ROE AND JOHN DOE", {"JANE ROE", "JOHN DOE"}},
      {"Written by: Jane Roe, Staff Writer", {"Jane Roe"}},
      {"Jane Roe Senior Farm Editor", {"Jane Roe"}},
      {"Jane Roe, John Doe Jr. & Ada Poe", {"Jane Roe", "John Doe Jr.", "Ada Poe"}},
      {"John Doe, Jr.", {"John Doe Jr."}},
      {"Jane Roe, PhD, MBA", {"Jane Roe"}},
      {"Von Jürgen Müller und Ute Groß", {"Jürgen Müller", "Ute Groß"}},
      {"Par Anne-Marie Dupont", {"Anne-Marie Dupont"}},
      {"José Ortega y Gasset", {"José Ortega y Gasset"}},
      {"Por Juan Pérez Gil y Ana Ruiz Sol", {"Juan Pérez Gil", "Ana Ruiz Sol"}},
      {"Jane Roe | May 3, 2019 | 5 min read", {"Jane Roe"}},
      {"Jane Roe Updated May 3, 2019", {"Jane Roe"}},
      {"Jane Roe for The Herald", {"Jane Roe"}},
      {"Center for Cereal Research", {"Center for Cereal Research"}},
      {"3i Grain", {"3i Grain"}},
      {"Jane Roe jane@herald.example @janeroe", {"Jane Roe"}},
      {"Jane Roe (The Herald)", {"Jane Roe"}},
      {"Jane Roe is a reporter with the Herald", {"Jane Roe"}},
      {"Jane Roe, Reviewed by Ada Poe", {"Jane Roe"}},
      {"山田太郎、鈴木花子", {"山田太郎", "鈴木花子"}},
      {"Ludwig van Beethoven", {"Ludwig van Beethoven"}},
  };
  for (const NamesRow& row : rows) EXPECT_EQ(SplitAuthors(row.written), row.want) << row.written;
}

TEST(SplitAuthors, WhatNamesNobodyGivesNothing) {
  for (const std::string_view written :
       {"", "By", "admin", "Staff Writer", "https://herald.example/author/jane", "jane@herald.example", "12345",
        "Read more", "|", "Editor",
        "A sentence of far too many words that can be no name at all however one looks at it"}) {
    EXPECT_EQ(SplitAuthors(written), Names{}) << written;
  }
}

TEST(SplitAuthors, EveryTruncationIsReadWithoutHarm) {
  const std::string_view text = "By José Ortega y Gasset, 山田太郎、Ada Poe Jr. & Ümit Çelik | 3 May 2019";
  for (size_t size = 0; size <= text.size(); ++size) {
    for (const std::string& name : SplitAuthors(text.substr(0, size))) EXPECT_FALSE(name.empty());
  }
}

TEST(LooksLikeName, CapitalsAndParticles) {
  for (const std::string_view name : {"Jane Roe", "Ludwig van Beethoven", "山田太郎", "Ümit Çelik", "Krystyna"})
    EXPECT_TRUE(LooksLikeName(name)) << name;
  for (const std::string_view name : {"", "it stuck", "of the", "Really?", "One Two Three Four Five Six", "June"}) {
    EXPECT_FALSE(LooksLikeName(name)) << name;
  }
}

TEST(TurnCitationName, FamilyNameFirstIsTurned) {
  EXPECT_EQ(TurnCitationName("Roe, Jane"), "Jane Roe");
  EXPECT_EQ(TurnCitationName("Doe, John Q."), "John Q. Doe");
  EXPECT_EQ(TurnCitationName("John Doe, Jr."), "John Doe, Jr.");
  EXPECT_EQ(TurnCitationName("Jane Roe, John Doe, Ada Poe"), "Jane Roe, John Doe, Ada Poe");
}

struct PageRow {
  std::string_view name;
  std::string_view head;
  std::string_view body;
  Names want;
};

TEST(ChooseAuthors, SourcesInTheStatedOrder) {
  const PageRow rows[] = {
      {"JSON-LD",
       R"(<script type="application/ld+json">{"@type":"Article","author":{"name":"Jane Roe"}}</script><meta name="author" content="Ada Poe">)",
       "<h1>Oats</h1>",
       {"Jane Roe"}},
      {"meta", R"(<meta name="author" content="Ada Poe; Bo Lee">)", "<h1>Oats</h1>", {"Ada Poe", "Bo Lee"}},
      {"citation",
       R"(<meta name="citation_author" content="Poe, Ada"><meta name="citation_author" content="Lee, Bo">)",
       "<h1>Oats</h1>",
       {"Ada Poe", "Bo Lee"}},
      {"citation data name all",
       R"(<meta name="DC.Creator" content="Ada Poe"><meta name="citation_authors" content="Ada Poe"><meta name="citation_authors" content="Bo Lee">)",
       "<h1>Oats</h1>",
       {"Ada Poe", "Bo Lee"}},
      {"an address is no name",
       R"(<meta property="article:author" content="https://social.example/ada">)",
       R"(<h1>Oats</h1><a rel="author" href="/ada">Ada Poe</a>)",
       {"Ada Poe"}},
      {"label for cards",
       R"(<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Poe">)",
       "<h1>Oats</h1>",
       {"Ada Poe"}},
      {"microdata",
       "",
       R"(<h1>Oats</h1><div itemprop="author" itemscope><b itemprop="name">Ada Poe</b>, chief of mills</div>)",
       {"Ada Poe"}},
      {"by-line", "", "<h1>Oats</h1><p>By <b>Ada Poe</b></p><p>By then the mill had closed.</p>", {"Ada Poe"}},
      {"prefix in a block of its own",
       "",
       "<h1>Oats</h1><div>Written by</div><div>Ada Poe</div><div>Mill editor</div>",
       {"Ada Poe"}},
      {"behind a date", "", "<h1>Oats</h1><p>3 May 2019 by Ada Poe</p>", {"Ada Poe"}},
      {"in front of a date and more", "", "<h1>Oats</h1><p>by Ada Poe ● 3 May 2019 ● 6 min read</p>", {"Ada Poe"}},
      {"no by-line of a picture", "", "<h1>Oats</h1><p>The mill at dusk. Photo by Bo Lee on a hill</p>", {}},
      {"class",
       "",
       R"(<h1>Oats</h1><div class="post-authorName"><p>Ada Poe</p><p>Ada Poe writes of mills and of much else.</p></div>)",
       {"Ada Poe"}},
      {"link to her page", "", R"(<h1>Oats</h1><a href="/people/ada-poe">Ada Poe</a>)", {"Ada Poe"}},
      {"not of a teaser", "", R"(<h1>Oats</h1><div class="related"><span class="author">Bo Lee</span></div>)", {}},
      {"prose is no by-line", "", "<h1>Oats</h1><p>By the river stands a mill.</p>", {}},
      {"twice the same",
       R"(<meta name="author" content="Ada Poe"><meta name="author" content="ADA POE">)",
       "<h1>Oats</h1>",
       {"Ada Poe"}},
  };
  for (const PageRow& row : rows) EXPECT_EQ(MetadataOf(row.head, row.body).authors, row.want) << row.name;
}

TEST(ChooseAuthors, TheSiteAndAccountsOnlyWhereNobodyElseIsNamed) {
  constexpr std::string_view kSite =
      R"(<meta property="og:site_name" content="The Herald"><meta name="author" content="The Herald">)";
  EXPECT_EQ(MetadataOf(kSite, "<h1>Oats</h1><p>By Ada Poe</p>").authors, Names{"Ada Poe"});
  EXPECT_EQ(MetadataOf(kSite, "<h1>Oats</h1>").authors, Names{"The Herald"});
  EXPECT_EQ(MetadataOf(R"(<meta name="author" content="apoe">)", "<h1>Oats</h1><p>By Ada Poe</p>").authors,
            Names{"Ada Poe"});
}

TEST(ChooseAuthors, OrganisationsOnlyWhereNobodyElseIsNamed) {
  constexpr std::string_view kMill =
      R"(<script type="application/ld+json">{"@type":"Article","author":{"@type":"NewsMediaOrganization","name":"Mill & Sons"}}</script>)";
  EXPECT_EQ(MetadataOf(kMill, "<h1>Oats</h1><p>By Ada Poe</p>").authors, Names{"Ada Poe"});
  EXPECT_EQ(MetadataOf(kMill, "<h1>Oats</h1>").authors, Names{"Mill & Sons"});
}

TEST(ChooseAuthors, TheNameThatTheHostBearsIsTheSites) {
  constexpr std::string_view kUrl = "https://www.milltimes.example/oats";
  constexpr std::string_view kSite = R"(<meta name="author" content="Mill Times">)";
  EXPECT_EQ(MetadataOf(kSite, "<h1>Oats</h1><p>By Ada Poe</p>", kUrl).authors, Names{"Ada Poe"});
  EXPECT_EQ(MetadataOf(kSite, "<h1>Oats</h1>", kUrl).authors, Names{"Mill Times"});
}

}  // namespace
}  // namespace tallywire::parse
