#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/store_fixture.h"

namespace tallywire::store {
namespace {

using ::testing::HasSubstr;

constexpr const char* kUrl = "https://news.example/quota";

TEST_F(StoreTest, AnArticleComesBackAsItWasStored) {
  Article article = MakeArticle(kUrl, "Quota set at 70 t", "The quota is 60 t this year. It was 50 t.");
  article.url = "https://www.news.example/quota?x";
  article.section = "Economy";
  article.published_from = "json-ld";
  article.modified = "2024-03-06";
  article.language = "en";
  article.description = "On \"quotas\"";
  article.image = "https://news.example/i.png";
  article.paywalled = true;
  article.charset = "windows-1252";
  article.warnings = {"odd\nbyte"};
  Event body = MakeEvent(article, "60 t", 60);
  body.kind = EventKind::kChange;
  body.activity = "mining";
  body.counterparty = "Japan";
  body.actor = "Ministry";
  body.value_high = 65;
  body.bound = Bound::kAtLeast;
  body.direction = Direction::kUp;
  body.basis = "2023";
  body.date = "2024-W10";
  body.modality = Modality::kPlanned;
  body.measure_text = "quota";
  body.item_text = "its";
  body.subject_text = "The country";
  body.period_text = "this year";
  Event title = MakeEvent(article, "60 t", 70);
  title.in = Place::kTitle;
  title.start = 13;
  title.end = 17;
  title.body = TextSpan{body.start, body.end};
  Extraction extraction = WithEvents({body, title});
  extraction.figures[0].unit_name = "tonne";
  extraction.figures[0].value_high = 65;
  extraction.dates = {{18, 27, "date", "2024", "2024-01-01", "2024-12-31"}};
  const int64_t capture = Capture("https://news.example/q", "2024-03-06T00:00:00Z");
  const SavedArticle saved = Save(capture, article, extraction);
  EXPECT_EQ(saved.outcome, SaveOutcome::kNewArticle);
  EXPECT_EQ(saved.events, (EventChanges{2, 0, 0}));

  const auto record = store_.Articles().Load(kUrl);
  ASSERT_TRUE(record) << record.error().ToText();
  EXPECT_EQ(record->host, "news.example");
  EXPECT_EQ(record->rules, "r1");
  EXPECT_EQ(record->capture_id, capture);
  const Article& again = record->article;
  EXPECT_EQ(again.url, article.url);
  EXPECT_EQ(again.canonical_url, article.canonical_url);
  EXPECT_EQ(again.site, article.site);
  EXPECT_EQ(again.title, article.title);
  EXPECT_EQ(again.authors, article.authors);
  EXPECT_EQ(again.section, article.section);
  EXPECT_EQ(again.tags, article.tags);
  EXPECT_EQ(again.published, article.published);
  EXPECT_EQ(again.published_from, article.published_from);
  EXPECT_EQ(again.modified, article.modified);
  EXPECT_EQ(again.language, article.language);
  EXPECT_EQ(again.description, article.description);
  EXPECT_EQ(again.image, article.image);
  EXPECT_TRUE(again.paywalled);
  EXPECT_EQ(again.text, article.text);
  ASSERT_EQ(again.blocks.size(), 1U);
  EXPECT_EQ(again.blocks[0].end, article.text.size());
  EXPECT_EQ(again.charset, article.charset);
  EXPECT_EQ(again.warnings, article.warnings);

  ASSERT_EQ(record->extraction.events.size(), 2U);
  const Event& event = record->extraction.events[0];
  EXPECT_EQ(ToText(event.kind), "change");
  EXPECT_EQ(event.activity, "mining");
  EXPECT_EQ(event.counterparty, "Japan");
  EXPECT_EQ(event.actor, "Ministry");
  EXPECT_EQ(event.value_high, 65);
  EXPECT_EQ(ToText(event.bound), ">=");
  EXPECT_EQ(ToText(event.direction), "up");
  EXPECT_EQ(event.basis, "2023");
  EXPECT_EQ(event.date, "2024-W10");
  EXPECT_EQ(ToText(event.modality), "planned");
  EXPECT_EQ(event.rule, "quota-level");
  EXPECT_EQ(event.confidence, 0.9);
  EXPECT_EQ(event.measure_text, "quota");
  EXPECT_EQ(event.item_text, "its");
  EXPECT_EQ(event.subject_text, "The country");
  EXPECT_EQ(event.period_text, "this year");
  EXPECT_FALSE(event.body);
  EXPECT_EQ(ToText(record->extraction.events[1].in), "title");
  EXPECT_EQ(record->extraction.events[1].body, (TextSpan{event.start, event.end}));
  ASSERT_EQ(record->extraction.figures.size(), 1U);
  EXPECT_EQ(record->extraction.figures[0].unit_name, "tonne");
  ASSERT_EQ(record->extraction.dates.size(), 1U);
  EXPECT_EQ(record->extraction.dates[0].value, "2024");
}

TEST_F(StoreTest, WordsPeriodsAndFigureOfAnEventAreFilledIn) {
  Article article = MakeArticle(kUrl, "Title", "The quota is 60 t.");
  Event event = MakeEvent(article, "60 t", 60);
  event.period = "2024-Q1";
  event.basis = "2023";
  event.date = "2024-W10";
  Extraction extraction = WithEvents({event});
  extraction.dates = {{0, 3, "duration", "P3M", "", ""}};
  Save(Capture(kUrl, "2024-03-06"), article, extraction);
  EXPECT_EQ(Ask("SELECT figure || ',' || period_first || ',' || period_last || ',' || basis_first || ',' || basis_last "
                "|| ',' || "
                "date_first || ',' || date_last FROM events"),
            "60 t,2024-01-01,2024-03-31,2023-01-01,2023-12-31,2024-03-04,2024-03-10");
  EXPECT_EQ(Ask("SELECT f.text FROM events AS e JOIN figures AS f ON f.id = e.figure_id"), "60 t");
  EXPECT_EQ(Ask("SELECT text FROM dates"), "The");
  EXPECT_EQ(Ask("SELECT published_day || ',' || published_utc FROM revisions"), "2024-03-05,2024-03-06T04:30:00Z");
}

TEST_F(StoreTest, SpansOutsideTheTextOrInsideACharacterAreRefusedAndNothingIsStored) {
  const Article article = MakeArticle(kUrl, "Tïtle", "Preis: 5 €. Ende");  // ï at 1-2, € at 9-11
  const struct {
    const char* name;
    size_t start;
    size_t end;
    Place in;
    const char* what;
  } rows[] = {
      {"empty", 3, 3, Place::kBody, "the span [3, 3) of a figure in the text (18 bytes) is empty"},
      {"backwards", 5, 3, Place::kBody, "the span [5, 3) of a figure in the text (18 bytes) is empty"},
      {"behind the end", 10, 19, Place::kBody, "the span [10, 19) of a figure in the text (18 bytes) ends behind it"},
      {"starts in a character", 10, 14, Place::kBody,
       "the span [10, 14) of a figure in the text (18 bytes) cuts a character"},
      {"ends in a character", 7, 10, Place::kBody,
       "the span [7, 10) of a figure in the text (18 bytes) cuts a character"},
      {"title, in a character", 0, 2, Place::kTitle,
       "the span [0, 2) of a event in the title (6 bytes) cuts a character"},
      {"title, behind the end", 0, 7, Place::kTitle,
       "the span [0, 7) of a event in the title (6 bytes) ends behind it"},
  };
  const int64_t capture = Capture(kUrl, "2024-03-06");
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    Event event = MakeEvent(article, "5 €", 5);
    event.start = row.start;
    event.end = row.end;
    event.in = row.in;
    const auto saved = store_.Articles().Save(capture, article, WithEvents({event}), "r1");
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::kBadInput);
    EXPECT_EQ(saved.error().where, kUrl);
    EXPECT_EQ(saved.error().what, row.what);
    EXPECT_EQ(Ask("SELECT count(*) FROM articles"), "0");
  }
  Extraction dates;
  dates.dates = {{10, 12, "date", "2024", "", ""}};
  EXPECT_FALSE(store_.Articles().Save(capture, article, dates, "r1"));
  Save(capture, article, WithEvents({MakeEvent(article, "5 €", 5)}));
  EXPECT_EQ(Ask("SELECT figure FROM events"), "5 €");
}

TEST_F(StoreTest, TheSameContentAgainMakesNoRevision) {
  const Article article = MakeArticle(kUrl, "Title", "The quota is 60 t.");
  const Extraction extraction = WithEvents({MakeEvent(article, "60 t", 60)});
  const SavedArticle first = Save(Capture(kUrl, "2024-03-06"), article, extraction);
  const SavedArticle second = Save(Capture(kUrl, "2024-03-07"), article, extraction);
  EXPECT_EQ(second.outcome, SaveOutcome::kUnchanged);
  EXPECT_EQ(second.events, EventChanges{});
  EXPECT_EQ(second.revision_id, first.revision_id);
  EXPECT_EQ(Ask("SELECT count(*) FROM events"), "1");
  EXPECT_EQ(Ask("SELECT first_seen || ' ' || last_seen FROM articles"), "2024-03-06T00:00:00Z 2024-03-07T00:00:00Z");
}

TEST_F(StoreTest, OtherContentMakesARevisionAndTheArticleFollows) {
  const Article old_article = MakeArticle(kUrl, "Title", "The quota is 60 t. Exports were 9 t.");
  const Article new_article = MakeArticle(kUrl, "Title", "The quota is 65 t. Exports were 9 t.");
  Event exports = MakeEvent(old_article, "9 t", 9);
  exports.sentence = "Exports were 9 t.";
  Save(Capture(kUrl, "2024-03-06"), old_article, WithEvents({MakeEvent(old_article, "60 t", 60), exports}));
  const SavedArticle second =
      Save(Capture(kUrl, "2024-03-07"), new_article, WithEvents({MakeEvent(new_article, "65 t", 65), exports}));
  EXPECT_EQ(second.outcome, SaveOutcome::kNewRevision);
  EXPECT_EQ(second.events, (EventChanges{1, 1, 0}));
  const auto record = store_.Articles().Load(kUrl);
  ASSERT_TRUE(record);
  ASSERT_EQ(record->revisions.size(), 2U);
  EXPECT_FALSE(record->revisions[0].current);
  EXPECT_TRUE(record->revisions[1].current);
  EXPECT_EQ(record->revisions[1].events, 2);
  EXPECT_THAT(record->article.text, HasSubstr("65 t"));
  EXPECT_EQ(Ask("SELECT value FROM current_events ORDER BY value"), "9.0|65.0");
  const auto earlier = store_.Articles().Load(kUrl, record->revisions[0].id);
  ASSERT_TRUE(earlier);
  EXPECT_THAT(earlier->article.text, HasSubstr("60 t"));
  EXPECT_EQ(store_.Articles().Load(kUrl, 999).error().code, ErrorCode::kNotFound);
}

TEST_F(StoreTest, OtherRulesReplaceWhatWasDerivedInsteadOfAddingToIt) {
  const Article article = MakeArticle(kUrl, "Title", "The quota is 60 t, up from 50 t.");
  const int64_t capture = Capture(kUrl, "2024-03-06");
  const SavedArticle first =
      Save(capture, article, WithEvents({MakeEvent(article, "60 t", 60), MakeEvent(article, "50 t", 50)}));
  Event better = MakeEvent(article, "60 t", 60);
  better.actor = "Ministry";
  const SavedArticle second = Save(capture, article, WithEvents({better}), "r2");
  EXPECT_EQ(second.outcome, SaveOutcome::kRederived);
  EXPECT_EQ(second.revision_id, first.revision_id);
  EXPECT_EQ(second.events, (EventChanges{0, 1, 1}));
  EXPECT_EQ(Ask("SELECT actor FROM events"), "Ministry");
  EXPECT_EQ(Ask("SELECT count(*) FROM figures"), "1");
  EXPECT_EQ(Ask("SELECT rules FROM revisions"), "r2");
  EXPECT_EQ(Save(capture, article, WithEvents({better}), "r3").outcome, SaveOutcome::kUnchanged);
  EXPECT_EQ(Ask("SELECT rules FROM revisions"), "r3");
}

TEST_F(StoreTest, AnotherParserMayMergeAndSplitRevisions) {
  const Article plain = MakeArticle(kUrl, "Title", "The quota is 60 t.");
  const Article with_advert = MakeArticle(kUrl, "Title", "The quota is 60 t. Buy now.");
  const int64_t one = Capture(kUrl, "2024-03-06");
  const int64_t two = Capture(kUrl, "2024-03-07");
  Save(one, plain, {});
  Save(two, with_advert, {});
  EXPECT_EQ(Ask("SELECT count(*) FROM revisions"), "2");
  EXPECT_EQ(Save(two, plain, {}).outcome, SaveOutcome::kUnchanged);
  EXPECT_EQ(Ask("SELECT count(*) FROM revisions"), "1");
  EXPECT_EQ(Save(two, with_advert, {}).outcome, SaveOutcome::kNewRevision);
  EXPECT_EQ(Ask("SELECT count(*) FROM revisions"), "2");
  EXPECT_EQ(Ask("SELECT text FROM articles JOIN revisions ON revisions.id = current_revision"), with_advert.text);
  EXPECT_EQ(Save(one, with_advert, {}).revision_id, *store_.Captures().Load(two)->revision_id);
  EXPECT_EQ(Ask("SELECT capture_id FROM revisions"), std::to_string(one));
}

TEST_F(StoreTest, ANewCanonicalUrlMovesTheArticle) {
  Article article = MakeArticle("https://news.example/amp/quota", "Title", "The quota is 60 t.");
  const int64_t capture = Capture(kUrl, "2024-03-06");
  Save(capture, article, WithEvents({MakeEvent(article, "60 t", 60)}));
  const int64_t revisit = Capture(kUrl, "2024-03-07", true);
  article.canonical_url = kUrl;
  EXPECT_EQ(Save(capture, article, WithEvents({MakeEvent(article, "60 t", 60)})).outcome, SaveOutcome::kNewArticle);
  EXPECT_EQ(Ask("SELECT url FROM articles"), kUrl);
  EXPECT_EQ(Ask("SELECT count(*) FROM events"), "1");
  EXPECT_EQ(store_.Captures().Load(revisit)->revision_id, store_.Captures().Load(capture)->revision_id);
}

TEST_F(StoreTest, ARevisitConfirmsTheRevisionBeforeIt) {
  const Article article = MakeArticle(kUrl, "Title", "The quota is 60 t.");
  const SavedArticle saved = Save(Capture(kUrl, "2024-03-06"), article, {});
  const int64_t revisit = Capture(kUrl, "2024-03-08", true);
  EXPECT_EQ(store_.Captures().Load(revisit)->revision_id, saved.revision_id);
  EXPECT_EQ(Ask("SELECT last_seen FROM articles"), "2024-03-08T00:00:00Z");
  EXPECT_FALSE(store_.Captures().Load(Capture("https://news.example/other", "2024-03-08", true))->revision_id);
}

TEST_F(StoreTest, ForgettingACaptureTakesWhatOnlyItSaid) {
  const Article article = MakeArticle(kUrl, "Title", "The quota is 60 t.");
  const Extraction extraction = WithEvents({MakeEvent(article, "60 t", 60)});
  const int64_t one = Capture(kUrl, "2024-03-06");
  const int64_t two = Capture(kUrl, "2024-03-07");
  Save(one, article, extraction);
  Save(two, article, extraction);
  EXPECT_EQ(store_.Articles().Forget(one).value(), EventChanges{});
  EXPECT_EQ(Ask("SELECT capture_id FROM revisions"), std::to_string(two));
  EXPECT_EQ(store_.Articles().Forget(two).value(), (EventChanges{0, 1, 0}));
  EXPECT_EQ(
      Ask("SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM revisions) + (SELECT count(*) FROM events)"),
      "0");
  EXPECT_EQ(store_.Articles().Forget(two).value(), EventChanges{});
}

TEST_F(StoreTest, OlderCapturesMayComeLater) {
  const Article before = MakeArticle(kUrl, "Title", "The quota is 50 t.");
  const Article after = MakeArticle(kUrl, "Title", "The quota is 60 t.");
  Save(Capture(kUrl, "2024-03-06"), after, {});
  EXPECT_EQ(Save(Capture(kUrl, "2024-03-05"), after, {}).outcome, SaveOutcome::kUnchanged);
  EXPECT_EQ(Save(Capture(kUrl, "2024-03-01"), before, {}).outcome, SaveOutcome::kNewRevision);
  EXPECT_EQ(Ask("SELECT text FROM revisions ORDER BY time"), before.text + "|" + after.text);
  EXPECT_EQ(Ask("SELECT text FROM articles JOIN revisions ON revisions.id = current_revision"), after.text);
}

TEST_F(StoreTest, AnArticleIsFoundByIdUrlOrBeginning) {
  const Article one = MakeArticle("https://www.news.example/quota-raised", "One", "Text one.");
  const Article two = MakeArticle("https://www.news.example/quota-cut", "Two", "Text two.");
  const SavedArticle saved = Save(Capture("http://short.example/1", "2024-03-06"), one, {});
  Save(Capture("http://short.example/2", "2024-03-06"), two, {});
  for (const std::string& which :
       {std::to_string(saved.article_id), std::string("https://www.news.example/quota-raised"),
        std::string("http://short.example/1"), std::string("https://www.news.example/quota-r"),
        std::string("www.news.example/quota-r"), std::string("news.example/quota-r")}) {
    SCOPED_TRACE(which);
    const auto found = store_.Articles().Load(which);
    ASSERT_TRUE(found) << found.error().ToText();
    EXPECT_EQ(found->article.title, "One");
  }
  const auto several = store_.Articles().Load("news.example/");
  ASSERT_FALSE(several);
  EXPECT_EQ(several.error().code, ErrorCode::kUsage);
  EXPECT_THAT(several.error().remedy, HasSubstr("https://www.news.example/quota-cut"));
  for (const char* which : {"", "999", "https://nowhere.example/"}) {
    const auto none = store_.Articles().Load(which);
    ASSERT_FALSE(none) << which;
    EXPECT_EQ(none.error().code, ErrorCode::kNotFound);
  }
}

TEST_F(StoreTest, ACaptureThatIsNotThereIsNotFound) {
  EXPECT_EQ(store_.Articles().Save(77, MakeArticle(kUrl, "T", "x"), {}, "r").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace tallywire::store
