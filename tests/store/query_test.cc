#include "store/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/text_match.h"
#include "tests/store/store_fixture.h"

namespace tallywire::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class QueryTest : public StoreTest {
 protected:
  void SetUp() override {
    Article quota = MakeArticle("https://www.north.example/1", "Cod catch limits",
                                "Norway set the cod quota at 40 t for 2024.", "2024-01-10");
    Event cod = MakeEvent(quota, "40 t", 40);
    cod.item = "cod";
    cod.subject = "Norway";
    cod.counterparty = "EU";
    Save(Capture(quota.url, "2024-01-11"), quota, WithEvents({cod}));

    Article oil = MakeArticle("https://biz.south.example/2", "Producers meet", "Output rose 5-7% in May. Exports fell.",
                              "2023-06-01T23:30:00-05:00");
    oil.site = "South Business";
    Event output = MakeEvent(oil, "5-7%", 5, "%");
    output.kind = EventKind::kChange;
    output.measure = "output";
    output.item = "crude oil";
    output.subject = "OPEC+";
    output.period = "2023-05";
    output.value_high = 7;
    output.direction = Direction::kUp;
    output.confidence = 0.4;
    output.sentence = "Output rose 5-7% in May.";
    Save(Capture(oil.url, "2023-06-03T00:00:00Z"), oil, WithEvents({output}));

    Article undated = MakeArticle("https://other.example/3", "Sugar", "Sugar stocks: 900 t.", "");
    Event sugar = MakeEvent(undated, "900 t", 900);
    sugar.measure = "stocks";
    sugar.item = "sugar";
    sugar.subject = "";
    sugar.period = "";
    Save(Capture(undated.url, "2022-02-02T00:00:00Z"), undated, WithEvents({sugar}));
  }

  std::vector<std::string> Items(const EventFilter& filter) {
    const auto events = store_.Query().Events(filter);
    if (!events) return {events.error().ToText()};
    std::vector<std::string> items;
    for (const EventRow& row : *events) items.push_back(row.event.item);
    return items;
  }
};

TEST_F(QueryTest, ARowSaysWhatAndWhere) {
  EventFilter filter;
  filter.item = {"cod"};
  const auto events = store_.Query().Events(filter);
  ASSERT_TRUE(events) << events.error().ToText();
  ASSERT_EQ(events->size(), 1U);
  const EventRow& row = events->front();
  EXPECT_EQ(row.event.value, 40);
  EXPECT_EQ(row.figure, "40 t");
  EXPECT_EQ(row.published, "2024-01-10");
  EXPECT_EQ(ToIso(row.seen), "2024-01-11T00:00:00Z");
  EXPECT_EQ(row.site, "The Daily Sample");
  EXPECT_EQ(row.host, "north.example");
  EXPECT_EQ(row.url, "https://www.north.example/1");
  EXPECT_EQ(row.title, "Cod catch limits");
}

TEST_F(QueryTest, BoundsInAUnitHoldForAllThatConvertToIt) {
  Article kilotons =
      MakeArticle("https://north.example/4", "Tin", "Tin stocks: 132 kt. Tea stocks: 90 t.", "2024-02-01");
  Event tin = MakeEvent(kilotons, "132 kt", 132, "kt");
  tin.item = "tin";
  tin.value_si = 132e6;
  tin.unit_si = "kg";
  Event tea = MakeEvent(kilotons, "90 t", 90);
  tea.item = "tea";
  tea.value_si = 90e3;
  tea.unit_si = "kg";
  Save(Capture(kilotons.url, "2024-02-02"), kilotons, WithEvents({tin, tea}));
  EventFilter filter;
  filter.unit = {"t"};
  filter.base = {{"kg", 1000, 0}};
  filter.min = 132000;
  EXPECT_THAT(Items(filter), ElementsAre("tin"));
  filter.min.reset();
  filter.max = 95;
  // Cod was stored without a base, as by a program of before: its own unit is compared.
  EXPECT_THAT(Items(filter), ElementsAre("tea", "cod"));
  filter.min = 1000;
  filter.max = 1e6;
  filter.unit = {"%", "kt"};
  filter.base = {{"%", 1, 0}, {"kg", 1e6, 0}};
  EXPECT_THAT(Items(filter), IsEmpty());
  // Without bounds a unit is only itself.
  filter.min.reset();
  filter.max.reset();
  EXPECT_THAT(Items(filter), ElementsAre("tin", "crude oil"));
}

TEST_F(QueryTest, EachFilterNarrowsByItsColumn) {
  const auto with = [](auto set) {
    EventFilter filter;
    set(filter);
    return filter;
  };
  const struct {
    const char* name;
    EventFilter filter;
    std::vector<std::string> items;  // newest publication first
  } rows[] = {
      {"none", {}, {"cod", "crude oil", "sugar"}},
      {"measure", with([](EventFilter& f) { f.measure = {"quota"}; }), {"cod"}},
      {"measure in capitals", with([](EventFilter& f) { f.measure = {"QUOTA"}; }), {"cod"}},
      {"two measures",
       with([](EventFilter& f) {
         f.measure = {"quota", "stocks"};
       }),
       {"cod", "sugar"}},
      {"item", with([](EventFilter& f) { f.item = {"Crude Oil"}; }), {"crude oil"}},
      {"item with a quote", with([](EventFilter& f) { f.item = {"c\"o'd"}; }), {}},
      {"subject", with([](EventFilter& f) { f.subject = {"opec+"}; }), {"crude oil"}},
      {"counterparty", with([](EventFilter& f) { f.counterparty = {"eu"}; }), {"cod"}},
      {"kind", with([](EventFilter& f) { f.kind = {"change"}; }), {"crude oil"}},
      {"unit", with([](EventFilter& f) { f.unit = {"t"}; }), {"cod", "sugar"}},
      {"unit exactly", with([](EventFilter& f) { f.unit = {"T"}; }), {}},
      {"min reaches into a range", with([](EventFilter& f) { f.min = 6; }), {"cod", "crude oil", "sugar"}},
      {"min above", with([](EventFilter& f) { f.min = 8; }), {"cod", "sugar"}},
      {"max", with([](EventFilter& f) { f.max = 40; }), {"cod", "crude oil"}},
      {"period within", with([](EventFilter& f) { f.period = "2023"; }), {"crude oil"}},
      {"period around", with([](EventFilter& f) { f.period = "2024-02-29"; }), {"cod"}},
      {"period touching", with([](EventFilter& f) { f.period = "2023-05-31/2024-01-01"; }), {"cod", "crude oil"}},
      {"period apart", with([](EventFilter& f) { f.period = "2021"; }), {}},
      {"from, day as written", with([](EventFilter& f) { f.from = ParseIsoDay("2023-06-02").value(); }), {"cod"}},
      {"from, same day",
       with([](EventFilter& f) { f.from = ParseIsoDay("2023-06-01").value(); }),
       {"cod", "crude oil"}},
      {"from, point in time",
       with([](EventFilter& f) { f.from = ParseIso("2023-06-02T04:00:00Z").value(); }),
       {"cod", "crude oil"}},
      {"to, whole day", with([](EventFilter& f) { f.to = ParseIsoDay("2023-06-01").value(); }), {"crude oil", "sugar"}},
      {"to, undated by fetch", with([](EventFilter& f) { f.to = ParseIsoDay("2022-02-02").value(); }), {"sugar"}},
      {"site by name", with([](EventFilter& f) { f.site = {"south business"}; }), {"crude oil"}},
      {"site by host", with([](EventFilter& f) { f.site = {"biz.south.example"}; }), {"crude oil"}},
      {"site by domain", with([](EventFilter& f) { f.site = {"South.Example"}; }), {"crude oil"}},
      {"site with www", with([](EventFilter& f) { f.site = {"www.north.example"}; }), {"cod"}},
      {"site is no suffix of words", with([](EventFilter& f) { f.site = {"outh.example"}; }), {}},
      {"text of the sentence", with([](EventFilter& f) { f.text = "rises"; }), {}},
      {"text, stemmed", with([](EventFilter& f) { f.text = "quotas"; }), {"cod"}},
      {"text of the title", with([](EventFilter& f) { f.text = "producer"; }), {"crude oil"}},
      {"text elsewhere in the article", with([](EventFilter& f) { f.text = "exports"; }), {}},
      {"text anywhere",
       with([](EventFilter& f) {
         f.text = "exports";
         f.text_scope = TextScope::kArticle;
       }),
       {"crude oil"}},
      {"text with signs", with([](EventFilter& f) { f.text = "5-7% (May)"; }), {"crude oil"}},
      {"text, two words", with([](EventFilter& f) { f.text = "cod stocks"; }), {}},
      {"text, either word", with([](EventFilter& f) { f.text = "cod OR stocks"; }), {"cod", "sugar"}},
      {"text, phrase", with([](EventFilter& f) { f.text = "\"cod quota\""; }), {"cod"}},
      {"text, beginning", with([](EventFilter& f) { f.text = "norw*"; }), {"cod"}},
      {"limit", with([](EventFilter& f) { f.limit = 2; }), {"cod", "crude oil"}},
      {"offset",
       with([](EventFilter& f) {
         f.limit = 2;
         f.offset = 2;
       }),
       {"sugar"}},
      {"sort by value",
       with([](EventFilter& f) { f.sort = ParseSort("value").value(); }),
       {"sugar", "cod", "crude oil"}},
      {"sort by value, ascending",
       with([](EventFilter& f) { f.sort = ParseSort("+value").value(); }),
       {"crude oil", "cod", "sugar"}},
      {"sort by period, unknown last",
       with([](EventFilter& f) { f.sort = ParseSort("period").value(); }),
       {"crude oil", "cod", "sugar"}},
      {"sort by period backwards",
       with([](EventFilter& f) { f.sort = ParseSort("-period").value(); }),
       {"cod", "crude oil", "sugar"}},
      {"sort by confidence",
       with([](EventFilter& f) {
         f.sort = ParseSort("+confidence").value();
         f.limit = 1;
       }),
       {"crude oil"}},
      {"sort by item",
       with([](EventFilter& f) { f.sort = ParseSort("-item").value(); }),
       {"sugar", "crude oil", "cod"}},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(Items(row.filter), row.items);
  }
}

TEST_F(QueryTest, EverySortKeyWorksForEventsAndFacts) {
  for (const std::string_view key : SortKeyNames()) {
    SCOPED_TRACE(key);
    EventFilter filter;
    filter.sort = ParseSort(key).value();
    EXPECT_EQ(store_.Query().Events(filter)->size(), 3U);
    const auto facts = store_.Query().Facts(filter);
    ASSERT_TRUE(facts) << facts.error().ToText();
    EXPECT_EQ(facts->size(), 3U);
  }
}

TEST_F(QueryTest, CountsIgnoreTheLimit) {
  EventFilter filter;
  filter.limit = 1;
  filter.offset = 1;
  EXPECT_EQ(store_.Query().CountEvents(filter).value(), 3);
}

TEST_F(QueryTest, WhatCannotBeUnderstoodIsAUsageErrorThatSaysWhatCan) {
  EventFilter period;
  period.period = "soon";
  EventFilter kind;
  kind.kind = {"rise"};
  EventFilter text;
  text.text = "\"--\"";
  for (const EventFilter& filter : {period, kind, text}) {
    const auto events = store_.Query().Events(filter);
    ASSERT_FALSE(events);
    EXPECT_EQ(events.error().code, ErrorCode::kUsage);
    EXPECT_FALSE(events.error().remedy.empty());
  }
  const auto sort = ParseSort("size");
  ASSERT_FALSE(sort);
  EXPECT_THAT(sort.error().remedy, HasSubstr("published, seen, period, value"));
}

TEST_F(QueryTest, OldRevisionsAreNotFound) {
  Article changed = MakeArticle("https://www.north.example/1", "Cod catch limits",
                                "Norway set the cod quota at 45 t for 2024.", "2024-01-10");
  Event cod = MakeEvent(changed, "45 t", 45);
  cod.item = "cod";
  Save(Capture(changed.url, "2024-01-12"), changed, WithEvents({cod}));
  EventFilter filter;
  filter.text = "cod";
  const auto events = store_.Query().Events(filter);
  ASSERT_EQ(events->size(), 1U);
  EXPECT_EQ(events->front().event.value, 45);
}

TEST_F(QueryTest, TheSearchIndexFollowsDeletions) {
  const auto capture = store_.Captures().LatestWithBody("https://www.north.example/1").value();
  ASSERT_TRUE(store_.Articles().Forget(capture->id));
  EXPECT_EQ(Ask("SELECT count(*) FROM event_search WHERE event_search MATCH 'cod'"), "0");
  EXPECT_EQ(Ask("SELECT count(*) FROM article_search WHERE article_search MATCH 'cod'"), "0");
  EXPECT_TRUE(store_.database().Execute("INSERT INTO event_search (event_search, rank) VALUES ('integrity-check', 1)"));
  EXPECT_TRUE(
      store_.database().Execute("INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)"));
}

class FactsTest : public StoreTest {
 protected:
  // One article of one event.
  void Report(
      const std::string& url, double value, const std::string& day, void (*alter)(Event&) = [](Event&) {}) {
    const Article article = MakeArticle(url, "Title", "A quota of N t.", day);
    Event event = MakeEvent(article, "N t", value);
    alter(event);
    Save(Capture(url, "2024-06-01"), article, WithEvents({event}));
  }

  // "value:articles/sites first..last" with "!" for conflicts.
  std::vector<std::string> Facts(const EventFilter& filter = {}) {
    const auto facts = store_.Query().Facts(filter);
    if (!facts) return {facts.error().ToText()};
    std::vector<std::string> texts;
    for (const FactRow& fact : *facts) {
      texts.push_back(std::to_string(static_cast<int>(fact.value)) + ":" + std::to_string(fact.articles) + "/" +
                      std::to_string(fact.sites) + " " + fact.first_seen.substr(0, 10) + ".." +
                      fact.last_seen.substr(0, 10) + (fact.conflict ? "!" : ""));
    }
    return texts;
  }
};

TEST_F(FactsTest, TheSameFigureAcrossArticlesIsOneFact) {
  Report("https://a.example/1", 60, "2024-01-01");
  Report("https://a.example/2", 60, "2024-01-03");
  Report("https://b.example/1", 60, "2024-01-02");
  EXPECT_THAT(Facts(), ElementsAre("60:3/2 2024-01-01..2024-01-03"));
}

TEST_F(FactsTest, AnotherValueInAnotherArticleIsAConflict) {
  Report("https://a.example/1", 60, "2024-01-01");
  Report("https://b.example/1", 60, "2024-01-02");
  Report("https://c.example/1", 65, "2024-01-03");
  EXPECT_THAT(Facts(), ElementsAre("60:2/2 2024-01-01..2024-01-02!", "65:1/1 2024-01-03..2024-01-03!"));
  EventFilter filter;
  filter.min = 62;
  EXPECT_THAT(Facts(filter), ElementsAre("65:1/1 2024-01-03..2024-01-03!"));
  filter = {};
  filter.site = {"a.example"};
  EXPECT_THAT(Facts(filter), ElementsAre("60:2/2 2024-01-01..2024-01-02!"));
}

TEST_F(FactsTest, TwoValuesInOneArticleAreNone) {
  const Article article = MakeArticle("https://a.example/1", "Title", "Quotas of 60 t and 65 t.");
  Save(Capture(article.url, "2024-06-01"), article,
       WithEvents({MakeEvent(article, "60 t", 60), MakeEvent(article, "65 t", 65)}));
  EXPECT_THAT(Facts(), ElementsAre("60:1/1 2024-03-06..2024-03-06", "65:1/1 2024-03-06..2024-03-06"));
  const Article same = MakeArticle("https://b.example/1", "Title", "Quotas of 60 t and 65 t.");
  Save(Capture(same.url, "2024-06-01"), same, WithEvents({MakeEvent(same, "60 t", 60), MakeEvent(same, "65 t", 65)}));
  EXPECT_THAT(Facts(), ElementsAre("60:2/2 2024-03-06..2024-03-06", "65:2/2 2024-03-06..2024-03-06"));
}

TEST_F(FactsTest, OtherThingsDoNotContradictOneAnother) {
  Report("https://a.example/1", 60, "2024-01-01");
  Report("https://a.example/2", 61, "2024-01-01", [](Event& e) { e.period = "2023"; });
  Report("https://a.example/3", 62, "2024-01-01", [](Event& e) { e.subject = "Japan"; });
  Report("https://a.example/4", 63, "2024-01-01", [](Event& e) { e.unit = "kg"; });
  Report("https://a.example/5", 64, "2024-01-01", [](Event& e) { e.counterparty = "Japan"; });
  Report("https://a.example/6", 65, "2024-01-01", [](Event& e) { e.modality = Modality::kForecast; });
  Report("https://a.example/7", 66, "2024-01-01", [](Event& e) { e.modality = Modality::kDenied; });
  for (const std::string& fact : Facts()) EXPECT_EQ(fact.back() == '!', false) << fact;
  EXPECT_EQ(Facts().size(), 6U);
}

TEST_F(FactsTest, TheViewAndTheQueryAgree) {
  Report("https://a.example/1", 60, "2024-01-01");
  Report("https://b.example/1", 65, "2024-01-03");
  Report("https://c.example/1", 65, "2024-01-02", [](Event& e) { e.subject = ""; });
  EXPECT_EQ(Ask("SELECT CAST(value AS INTEGER) || ':' || articles || '/' || sites || ' ' || substr(first_seen, 1, 10) "
                "|| '..' || "
                "substr(last_seen, 1, 10) || iif(conflict, '!', '') FROM facts ORDER BY articles DESC, last_seen DESC"),
            "65:1/1 2024-01-03..2024-01-03!|65:1/1 2024-01-02..2024-01-02|60:1/1 2024-01-01..2024-01-01!");
  EXPECT_THAT(Facts(), ElementsAre("65:1/1 2024-01-03..2024-01-03!", "65:1/1 2024-01-02..2024-01-02",
                                   "60:1/1 2024-01-01..2024-01-01!"));
}

TEST(MatchExpression, QuotesWhatSearchSyntaxWouldTrip) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"rare earths", "\"rare\" AND \"earths\""},
      {"\"rare earths\" quota", "\"rare earths\" AND \"quota\""},
      {"U.S. 10%", "\"U.S.\" AND \"10%\""},
      {"tung*", "\"tung*\" *"},
      {"a OR b c", "\"a\" OR \"b\" AND \"c\""},
      {"OR a OR", "\"a\""},
      {"NEAR(a, b)", "\"NEAR(a,\" AND \"b)\""},
      {"\"open phrase", "\"open phrase\""},
      {"a - b", "\"a\" AND \"b\""},
      {"稀土", "\"稀土\""},
  };
  for (const auto& row : rows) EXPECT_EQ(MatchExpression(row.text).value_or("error"), row.want) << row.text;
  for (const char* text : {"", "  ", "\"\"", "* - %"}) EXPECT_FALSE(MatchExpression(text)) << text;
}

}  // namespace
}  // namespace tallywire::store
