#include "store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "store/migrations.h"
#include "store/schema_1.h"
#include "tests/store/store_fixture.h"

namespace tallywire::store {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(StoreTest, ANewDatabaseHasTheCurrentSchemaAndTheSettingsOfADurableWriter) {
  EXPECT_EQ(Ask("PRAGMA user_version"), std::to_string(SchemaVersion()));
  EXPECT_EQ(Ask("PRAGMA application_id"), std::to_string(kApplicationId));
  EXPECT_EQ(Ask("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(Ask("PRAGMA synchronous"), "2");
  EXPECT_EQ(Ask("PRAGMA foreign_keys"), "1");
  EXPECT_EQ(Ask("PRAGMA foreign_key_check"), "");
  EXPECT_TRUE(store_.CheckIntegrity());
}

TEST_F(StoreTest, EveryPromisedTableAndViewIsThere) {
  for (const char* name : {"feeds", "captures", "articles", "revisions", "figures", "dates", "events", "facts", "links",
                           "robots", "runs", "current_events", "article_search", "event_search"}) {
    EXPECT_EQ(Ask(std::string("SELECT count(*) FROM ") + name), "0") << name;
  }
}

TEST_F(StoreTest, OpeningAgainChangesNothing) {
  ASSERT_TRUE(store_.Feeds().Add("https://a.example/feed", "A", At("2024-01-01")));
  store_ = Open();
  EXPECT_EQ(store_.Feeds().List()->size(), 1U);
}

TEST_F(StoreTest, ReadersSeeTheLastCommitWhileTheWriterGoesOn) {
  const Store reader_store = Open(OpenMode::kReadOnly);
  Store reader = Open(OpenMode::kReadOnly);
  auto transaction = store_.Begin();
  ASSERT_TRUE(transaction);
  ASSERT_TRUE(store_.Feeds().Add("https://a.example/feed", "A", At("2024-01-01")));
  EXPECT_EQ(reader.Feeds().List()->size(), 0U);
  ASSERT_TRUE(transaction->Commit());
  EXPECT_EQ(reader.Feeds().List()->size(), 1U);
  EXPECT_FALSE(reader.Feeds().Add("https://b.example/feed", "B", At("2024-01-01")));
}

TEST_F(StoreTest, WhatIsNotCommittedIsUndone) {
  {
    auto transaction = store_.Begin();
    ASSERT_TRUE(store_.Feeds().Add("https://a.example/feed", "A", At("2024-01-01")));
    auto inner = store_.Begin();
    ASSERT_TRUE(store_.Feeds().Add("https://b.example/feed", "B", At("2024-01-01")));
    ASSERT_TRUE(inner->Commit());
    EXPECT_EQ(store_.Feeds().List()->size(), 2U);
  }
  EXPECT_EQ(store_.Feeds().List()->size(), 0U);
  auto outer = store_.Begin();
  {
    auto inner = store_.Begin();
    ASSERT_TRUE(store_.Feeds().Add("https://b.example/feed", "B", At("2024-01-01")));
  }
  ASSERT_TRUE(store_.Feeds().Add("https://c.example/feed", "C", At("2024-01-01")));
  ASSERT_TRUE(outer->Commit());
  EXPECT_EQ(Ask("SELECT url FROM feeds"), "https://c.example/feed");
}

TEST_F(StoreTest, ADatabaseOfTheFirstSchemaIsBroughtForward) {
  const auto file = folder_ / "first.db";
  {
    auto database = Database::Open(file, OpenMode::kReadWrite);
    const std::string schema = std::string(kSchema1Crawl) + kSchema1Articles + kSchema1Search + kSchema1Views;
    ASSERT_TRUE((*database)->Execute(
        schema + "PRAGMA user_version = 1; PRAGMA application_id = " + std::to_string(kApplicationId)));
  }
  auto store = Store::Open(file, OpenMode::kReadOnly);
  ASSERT_TRUE(store) << store.error().ToText();
  auto columns = store->database().Prepare(
      "SELECT count(value_si) + count(unit_si) + count(body_start) + count(body_end) FROM current_events");
  EXPECT_TRUE(columns);
  EXPECT_TRUE(store->CheckIntegrity());
}

TEST_F(StoreTest, ANewerDatabaseIsRefused) {
  ASSERT_TRUE(store_.database().Execute("PRAGMA user_version = 999"));
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite}) {
    const auto store = Store::Open(File(), mode);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::kDataFolder);
    EXPECT_EQ(store.error().ToText(),
              File().string() + ": was written by a newer tallywire (schema 999, this program knows up to " +
                  std::to_string(SchemaVersion()) + "). Update this program, or choose another folder with --data");
  }
}

TEST_F(StoreTest, AnotherProgramsDatabaseIsRefused) {
  const auto file = folder_ / "other.db";
  {
    auto database = Database::Open(file, OpenMode::kReadWrite);
    ASSERT_TRUE((*database)->Execute("CREATE TABLE t (x)"));
  }
  const auto store = Store::Open(file, OpenMode::kReadWrite);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().what, "is a database of another program");
}

TEST_F(StoreTest, AMissingDatabaseIsAnErrorForReaders) {
  const auto store = Store::Open(folder_ / "none.db", OpenMode::kReadOnly);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kDataFolder);
  EXPECT_EQ(store.error().what, "there is no database here");
  EXPECT_THAT(store.error().remedy, HasSubstr("ingest"));
}

TEST_F(StoreTest, AFileThatIsNoDatabaseIsADataFolderErrorWithARemedy) {
  std::ofstream(folder_ / "text.db") << std::string(5000, 'x');
  const auto store = Store::Open(folder_ / "text.db", OpenMode::kReadWrite);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kDataFolder);
  EXPECT_EQ(store.error().where, (folder_ / "text.db").string());
  EXPECT_THAT(store.error().what, HasSubstr("is not a database"));
  EXPECT_THAT(store.error().remedy, HasSubstr("reparse"));
}

TEST_F(StoreTest, ADamagedDatabaseIsADataFolderErrorWithARemedy) {
  for (int i = 0; i < 200; ++i) Capture("https://a.example/" + std::to_string(i), "2024-01-01");
  ASSERT_TRUE(store_.database().Execute("PRAGMA wal_checkpoint(TRUNCATE)"));
  {
    std::fstream file(File(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(400'000, '\x7f');
  }
  auto store = Store::Open(File(), OpenMode::kReadWrite);
  if (!store) {
    EXPECT_EQ(store.error().code, ErrorCode::kDataFolder);
    return;
  }
  const auto check = store->CheckIntegrity();
  ASSERT_FALSE(check);
  EXPECT_EQ(check.error().code, ErrorCode::kDataFolder);
  EXPECT_THAT(check.error().what, StartsWith("the database is damaged"));
}

TEST_F(StoreTest, AFolderThatCannotBeMadeIsADataFolderError) {
  std::ofstream(folder_ / "file") << "x";
  const auto store = Store::Open(folder_ / "file" / "tallywire.db", OpenMode::kReadWrite);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kDataFolder);
}

TEST_F(StoreTest, AFullDiskStopsTheTransactionAndLeavesWhatWasThere) {
  ASSERT_TRUE(store_.Feeds().Add("https://a.example/feed", "A", At("2024-01-01")));
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{std::filesystem::file_size(File().string() + "-wal") + 2000, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  Status done;
  {
    auto transaction = store_.Begin();
    ASSERT_TRUE(transaction);
    for (int i = 0; i < 500 && done; ++i) {
      RobotsRecord robots{"https://" + std::to_string(i) + ".example", At("2024-01-01"), At("2024-01-02"), 200,
                          std::string(2000, 'x')};
      done = store_.Robots().Save(robots);
    }
    if (done) done = transaction->Commit();
  }
  ::setrlimit(RLIMIT_FSIZE, &before);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kDataFolder);
  EXPECT_EQ(done.error().where, File().string());
  EXPECT_FALSE(done.error().remedy.empty());
  EXPECT_EQ(Ask("SELECT count(*) FROM robots"), "0");
  ASSERT_TRUE(store_.Feeds().Add("https://b.example/feed", "B", At("2024-01-01")));
  EXPECT_TRUE(store_.CheckIntegrity());
}

TEST_F(StoreTest, ABrokenRuleOfTheSchemaIsBadInputNotADamagedFolder) {
  const auto done = store_.database().Run("INSERT INTO feeds (url, added, enabled) VALUES ('u', '2024', 7)");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kBadInput);
}

TEST_F(StoreTest, OneStatementMayBeInUseTwice) {
  ASSERT_TRUE(store_.Feeds().Add("https://a.example/feed", "A", At("2024-01-01")));
  auto first = store_.database().Prepare("SELECT url FROM feeds");
  auto second = store_.database().Prepare("SELECT url FROM feeds");
  ASSERT_TRUE(first && second);
  EXPECT_TRUE(*first->Step());
  EXPECT_TRUE(*second->Step());
  EXPECT_EQ(first->Text(0), second->Text(0));
}

}  // namespace
}  // namespace tallywire::store
