#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/store_fixture.h"

namespace tallywire::store {
namespace {

TEST_F(StoreTest, AFeedIsThereOnce) {
  const auto first = store_.Feeds().Add("https://a.example/feed", "A", At("2024-01-01"));
  const auto second = store_.Feeds().Add("https://a.example/feed", "B", At("2024-01-02"));
  ASSERT_TRUE(first && second);
  EXPECT_TRUE(first->is_new);
  EXPECT_FALSE(second->is_new);
  EXPECT_EQ(first->feed.id, second->feed.id);
  EXPECT_EQ(second->feed.title, "A");
}

TEST_F(StoreTest, EveryFieldOfAFeedComesBack) {
  FeedRecord feed = store_.Feeds().Add("https://a.example/feed", "", At("2024-01-01"))->feed;
  EXPECT_FALSE(feed.next_due);
  feed.title = "Títle";
  feed.link = "https://a.example/";
  feed.format = "rss2.0";
  feed.language = "en";
  feed.last_fetched = At("2024-01-02T03:04:05Z");
  feed.last_success = At("2024-01-02T03:04:06Z");
  feed.last_changed = At("2024-01-02T03:04:07Z");
  feed.next_due = At("2024-01-02T04:00:00Z");
  feed.etag = "W/\"x\"";
  feed.last_modified = "Tue, 02 Jan 2024 03:00:00 GMT";
  feed.digest = "sha1:A";
  feed.ttl_minutes = 60;
  feed.last_status = 503;
  feed.errors = 2;
  feed.last_error = "HTTP 503";
  ASSERT_TRUE(store_.Feeds().Save(feed));
  const auto again = store_.Feeds().Find(std::to_string(feed.id));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->title, feed.title);
  EXPECT_EQ(again->link, feed.link);
  EXPECT_EQ(again->last_fetched, feed.last_fetched);
  EXPECT_EQ(again->last_success, feed.last_success);
  EXPECT_EQ(again->last_changed, feed.last_changed);
  EXPECT_EQ(again->next_due, feed.next_due);
  EXPECT_EQ(again->etag, feed.etag);
  EXPECT_EQ(again->last_modified, feed.last_modified);
  EXPECT_EQ(again->digest, feed.digest);
  EXPECT_EQ(again->ttl_minutes, feed.ttl_minutes);
  EXPECT_EQ(again->last_status, 503);
  EXPECT_EQ(again->errors, 2);
  EXPECT_EQ(again->last_error, "HTTP 503");
}

TEST_F(StoreTest, FeedsAreDueWhenTheirTimeHasComeLongestWaitingFirst) {
  const auto due = [this](const char* url, const char* when, bool enabled = true) {
    FeedRecord feed = store_.Feeds().Add(url, "", At("2024-01-01"))->feed;
    if (when != nullptr) feed.next_due = At(when);
    feed.enabled = enabled;
    ASSERT_TRUE(store_.Feeds().Save(feed));
  };
  due("https://later.example/", "2024-02-02");
  due("https://second.example/", "2024-02-01");
  due("https://first.example/", "2024-01-31");
  due("https://new.example/", nullptr);
  due("https://off.example/", nullptr, false);
  std::string urls;
  const auto feeds = store_.Feeds().Due(At("2024-02-01"));
  for (const FeedRecord& feed : *feeds) urls += feed.url + " ";
  EXPECT_EQ(urls, "https://new.example/ https://first.example/ https://second.example/ ");
}

TEST_F(StoreTest, RemovingAFeedTakesItsWaitingLinksAndNothingElse) {
  const int64_t feed = store_.Feeds().Add("https://a.example/feed", "", At("2024-01-01"))->feed.id;
  ASSERT_TRUE(store_.Links().Upsert("https://a.example/1", feed, {}, At("2024-01-01")));
  ASSERT_TRUE(store_.Links().Upsert("https://a.example/2", feed, {}, At("2024-01-01")));
  ASSERT_TRUE(store_.Links().Mark("https://a.example/1", {}));
  ASSERT_TRUE(store_.Feeds().Remove(feed));
  EXPECT_EQ(Ask("SELECT url FROM links"), "https://a.example/1");
  const auto again = store_.Feeds().Remove(feed);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store_.Feeds().Find("https://a.example/feed").error().code, ErrorCode::kNotFound);
}

TEST_F(StoreTest, LinksWaitAreTriedAgainAndEnd) {
  FeedEntry entry;
  entry.title = "Quota raised";
  entry.published = At("2024-01-01T10:00:00Z");
  EXPECT_EQ(store_.Links().Upsert("https://a.example/1", std::nullopt, entry, At("2024-01-01")), LinkChange::kNew);
  EXPECT_EQ(store_.Links().Upsert("https://a.example/1", std::nullopt, entry, At("2024-01-02")), LinkChange::kKnown);
  auto pending = store_.Links().Pending(At("2024-01-02"), 10);
  ASSERT_EQ(pending->size(), 1U);
  EXPECT_EQ(pending->front().entry_title, "Quota raised");
  EXPECT_EQ(pending->front().entry_published, entry.published);
  LinkOutcome retry;
  retry.state = LinkState::kPending;
  retry.next_attempt = At("2024-01-03");
  retry.error = "timed out";
  ASSERT_TRUE(store_.Links().Mark("https://a.example/1", retry));
  EXPECT_EQ(store_.Links().Pending(At("2024-01-02"), 10)->size(), 0U);
  pending = store_.Links().Pending(At("2024-01-03"), 10);
  ASSERT_EQ(pending->size(), 1U);
  EXPECT_EQ(pending->front().attempts, 1);
  EXPECT_EQ(pending->front().last_error, "timed out");
  LinkOutcome gone;
  gone.state = LinkState::kGone;
  ASSERT_TRUE(store_.Links().Mark("https://a.example/1", gone));
  EXPECT_EQ(store_.Links().Pending(At("2025-01-03"), 10)->size(), 0U);
  EXPECT_EQ(store_.Links().Count()->gone, 1);
  EXPECT_EQ(store_.Links().Mark("https://a.example/none", gone).error().code, ErrorCode::kNotFound);
}

TEST_F(StoreTest, AnEntryUpdatedLaterIsFetchedAgain) {
  FeedEntry entry;
  entry.updated = At("2024-01-01");
  ASSERT_TRUE(store_.Links().Upsert("https://a.example/1", std::nullopt, entry, At("2024-01-01")));
  ASSERT_TRUE(store_.Links().Mark("https://a.example/1", {}));
  EXPECT_EQ(store_.Links().Upsert("https://a.example/1", std::nullopt, entry, At("2024-01-02")), LinkChange::kKnown);
  EXPECT_EQ(store_.Links().Count()->pending, 0);
  entry.updated = At("2024-01-02");
  EXPECT_EQ(store_.Links().Upsert("https://a.example/1", std::nullopt, entry, At("2024-01-02")), LinkChange::kUpdated);
  EXPECT_EQ(store_.Links().Count()->pending, 1);
}

TEST_F(StoreTest, RobotsAreKeptUntilTheyExpire) {
  const RobotsRecord robots{"https://a.example", At("2024-01-01"), At("2024-01-02"), 200,
                            std::string("User-agent: *\0\xFF", 16)};
  ASSERT_TRUE(store_.Robots().Save(robots));
  ASSERT_TRUE(store_.Robots().Save(robots));
  const auto found = store_.Robots().Find("https://a.example", At("2024-01-01T12:00:00Z"));
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->body, robots.body);
  EXPECT_FALSE(*store_.Robots().Find("https://a.example", At("2024-01-02")));
}

TEST_F(StoreTest, RunsSayWhatTheyDidAndKilledOnesDoNotEnd) {
  const auto killed = store_.Runs().Start("ingest", "0.1.0", "r1", At("2024-01-01"));
  const auto good = store_.Runs().Start("ingest", "0.1.0", "r1", At("2024-01-02"));
  ASSERT_TRUE(killed && good);
  RunCounts counts;
  counts.feeds = 2;
  counts.recovered = 3;
  ASSERT_TRUE(store_.Runs().Finish(*good, counts, 1, At("2024-01-02T01:00:00Z")));
  const auto runs = store_.Runs().Latest(5);
  ASSERT_EQ(runs->size(), 2U);
  EXPECT_EQ(runs->at(0).counts.feeds, 2);
  EXPECT_EQ(runs->at(0).counts.recovered, 3);
  EXPECT_EQ(runs->at(0).exit_status, 1);
  EXPECT_FALSE(runs->at(1).ended);
}

}  // namespace
}  // namespace tallywire::store
