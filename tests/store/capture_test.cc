#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/store_fixture.h"

namespace tallywire::store {
namespace {

using ::testing::ElementsAre;

CaptureRecord Archived(std::string file, uint64_t begin, uint64_t offset, uint64_t length) {
  CaptureRecord capture;
  capture.url = "https://a.example/" + file + std::to_string(offset);
  capture.status = 200;
  capture.time = ParseIso("2024-01-01").value();
  capture.location = {std::move(file), begin, offset, length, "sha1:X"};
  return capture;
}

TEST_F(StoreTest, EveryFieldOfACaptureComesBack) {
  const int64_t feed = store_.Feeds().Add("https://a.example/feed", "", At("2024-01-01"))->feed.id;
  CaptureRecord capture;
  capture.url = "http://a.example/1";
  capture.final_url = "https://a.example/1";
  capture.time = At("2024-01-02T03:04:05Z");
  capture.status = 206;
  capture.content_type = "text/html";
  capture.etag = "\"e\"";
  capture.last_modified = "yesterday";
  capture.purpose = Purpose::kFeed;
  capture.feed_id = feed;
  capture.truncated = true;
  capture.location = {"f.warc.gz", 10, 200, 3000, "sha1:D"};
  capture.error = "no article";
  const auto id = store_.Captures().Save(capture);
  ASSERT_TRUE(id);
  const auto again = store_.Captures().Load(*id);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->url, capture.url);
  EXPECT_EQ(again->final_url, capture.final_url);
  EXPECT_EQ(again->time, capture.time);
  EXPECT_EQ(again->status, 206);
  EXPECT_EQ(again->content_type, "text/html");
  EXPECT_EQ(again->etag, "\"e\"");
  EXPECT_EQ(again->last_modified, "yesterday");
  EXPECT_EQ(again->purpose, Purpose::kFeed);
  EXPECT_EQ(again->feed_id, feed);
  EXPECT_TRUE(again->truncated);
  EXPECT_FALSE(again->revisit);
  EXPECT_EQ(again->location, capture.location);
  EXPECT_EQ(again->error, "no article");
  ASSERT_TRUE(store_.Captures().SetError(*id, ""));
  EXPECT_EQ(store_.Captures().Load(*id)->error, "");
}

TEST_F(StoreTest, OneArchiveRecordIsOneCaptureHoweverOftenItIsSaved) {
  const auto first = store_.Captures().Save(Archived("f", 10, 20, 30));
  const auto second = store_.Captures().Save(Archived("f", 10, 20, 30));
  ASSERT_TRUE(first && second);
  EXPECT_EQ(*first, *second);
  EXPECT_EQ(*store_.Captures().Count(), 1);
  CaptureRecord unarchived = Archived("", 0, 0, 0);
  ASSERT_TRUE(store_.Captures().Save(unarchived));
  ASSERT_TRUE(store_.Captures().Save(unarchived));
  EXPECT_EQ(*store_.Captures().Count(), 3);
}

TEST_F(StoreTest, CapturesAreVisitedInArchiveOrderAndMayBeWrittenMeanwhile) {
  for (const auto& capture : {Archived("b", 5, 5, 1), Archived("a", 9, 9, 1), Archived("", 0, 0, 0),
                              Archived("a", 10, 10, 1), Archived("a", 100, 100, 1)}) {
    ASSERT_TRUE(store_.Captures().Save(capture));
  }
  std::vector<std::string> visited;
  const auto done = store_.Captures().ForEach({}, [&](const CaptureRecord& capture) {
    visited.push_back(capture.location.file + std::to_string(capture.location.offset));
    return store_.Captures().SetError(capture.id, "seen");
  });
  ASSERT_TRUE(done);
  EXPECT_THAT(visited, ElementsAre("a9", "a10", "a100", "b5", "0"));
}

TEST_F(StoreTest, CaptureFiltersNarrowTheVisit) {
  const int64_t one = Capture("https://a.example/one", "2024-01-01T00:00:00Z");
  const int64_t two = Capture("https://a.example/two", "2024-01-02T00:00:00Z");
  Capture("https://b.example/two", "2024-01-03T00:00:00Z", true);
  const int64_t feed = store_.Feeds().Add("https://a.example/feed", "", At("2024-01-01"))->feed.id;
  ASSERT_TRUE(store_.database().Run("UPDATE captures SET feed_id = ?, purpose = 'feed' WHERE id = ?", feed, two));
  const auto count = [this](const CaptureFilter& filter) { return store_.Captures().Count(filter).value(); };
  CaptureFilter filter;
  EXPECT_EQ(count(filter), 3);
  filter.since = At("2024-01-02");
  EXPECT_EQ(count(filter), 2);
  filter.until = At("2024-01-03");
  EXPECT_EQ(count(filter), 1);
  filter = {};
  filter.url_glob = "*/two";
  EXPECT_EQ(count(filter), 2);
  filter.url_glob = "https://a.example/*";
  EXPECT_EQ(count(filter), 2);
  filter = {};
  filter.feed_id = feed;
  EXPECT_EQ(count(filter), 1);
  filter = {};
  filter.purpose = Purpose::kArticle;
  EXPECT_EQ(count(filter), 2);
  filter.with_body = true;
  EXPECT_EQ(count(filter), 1);
  EXPECT_EQ(store_.Captures().LatestWithBody("https://a.example/one").value()->id, one);
  EXPECT_FALSE(store_.Captures().LatestWithBody("https://b.example/two").value());
}

TEST_F(StoreTest, AnErrorOfTheVisitorEndsTheVisit) {
  Capture("https://a.example/1", "2024-01-01");
  Capture("https://a.example/2", "2024-01-01");
  int visits = 0;
  const auto done = store_.Captures().ForEach({}, [&visits](const CaptureRecord&) -> Status {
    ++visits;
    return Fail(ErrorCode::kInterrupted, "", "stopped");
  });
  EXPECT_FALSE(done);
  EXPECT_EQ(visits, 1);
}

TEST_F(StoreTest, WhatIsKnownOfTheArchiveIsMergedWhereRecordsTouch) {
  EXPECT_TRUE(store_.Captures().Known()->ranges.empty());
  for (const auto& capture :
       {Archived("f1", 5, 7, 3), Archived("f2", 100, 150, 50), Archived("f2", 200, 250, 50),
        Archived("f2", 400, 450, 50), Archived("f3", 10, 20, 5), Archived("/elsewhere/g", 1, 1, 1)}) {
    ASSERT_TRUE(store_.Captures().Save(capture));
  }
  const auto known = store_.Captures().Known();
  ASSERT_TRUE(known);
  EXPECT_EQ(known->complete_before, "f2");
  ASSERT_EQ(known->ranges.size(), 2U);
  EXPECT_THAT(known->ranges.at("f2"), ElementsAre(ByteRange{100, 300}, ByteRange{400, 500}));
  EXPECT_THAT(known->ranges.at("f3"), ElementsAre(ByteRange{10, 25}));
}

}  // namespace
}  // namespace tallywire::store
