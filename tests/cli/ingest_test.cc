// The whole way, with the real program and a real server: feeds to events, twice, stopped, and reparsed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <latch>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/archive/plain_warc.h"
#include "tests/cli/sample_folder.h"

namespace tallywire::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

std::vector<Json> Lines(const std::string& text) {
  std::vector<Json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(Json::parse(line));
  return lines;
}

// Events without what differs between two databases that say the same.
std::vector<std::string> EventsOf(const SampleFolder& folder) {
  std::vector<std::string> events;
  for (auto& event : Lines(folder.Tallywire({"query", "--format", "jsonl"}).out)) {
    for (const char* key : {"id", "article", "seen"}) event.erase(key);
    events.push_back(event.dump());
  }
  std::sort(events.begin(), events.end());
  return events;
}

class Ingest : public ::testing::Test {
 protected:
  Ingest() { folder_.Subscribe(*site_); }

  std::unique_ptr<samples::SiteServer> site_ = StartSampleSite();
  SampleFolder folder_;
};

TEST_F(Ingest, ReadsFeedsAndTheirArticlesAndNamesWhatFailed) {
  const Ran ran = folder_.Tallywire({"ingest"});
  EXPECT_EQ(ran.exit_status, 1) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("3 feeds, 11 new articles"));
  EXPECT_THAT(ran.err, HasSubstr("/archive/sugar-reform-2005.html: HTTP 404"));
  EXPECT_THAT(ran.err, HasSubstr("/subscribers/outlook-2026.html: robots.txt"));
  EXPECT_THAT(ran.err, HasSubstr("coffee-exports-record.html: the server says the page is windows-1252"));

  const auto quotas = Lines(
      folder_.Tallywire({"query", "--measure", "quota", "--subject", "China", "--unit", "t", "--format", "jsonl"}).out);
  ASSERT_FALSE(quotas.empty());
  const auto is_mining = [](const Json& event) { return event["value"] == 135000; };
  EXPECT_TRUE(std::any_of(quotas.begin(), quotas.end(), is_mining)) << quotas.size();
}

TEST_F(Ingest, AThingIsAskedForWithItsKinds) {
  folder_.Tallywire({"ingest"});
  const auto nickel = Lines(folder_.Tallywire({"query", "--item", "Nickel", "--format", "jsonl"}).out);
  const auto is_ore = [](const Json& event) { return event["item"] == "nickel ore"; };
  EXPECT_TRUE(std::any_of(nickel.begin(), nickel.end(), is_ore)) << nickel.size();
}

TEST(IngestWithoutFeeds, SaysHowToSubscribe) {
  const SampleFolder folder;
  const Ran ran = folder.Tallywire({"ingest"});
  EXPECT_EQ(ran.exit_status, 0);
  EXPECT_THAT(ran.err, HasSubstr("tallywire feeds add URL"));
}

TEST_F(Ingest, TablesInPipesAreNotCutAndAnEmptyOneIsExplained) {
  folder_.Tallywire({"ingest"});
  const Ran found = folder_.Tallywire({"query", "--subject", "China"});
  EXPECT_THAT(found.out, HasSubstr("China lifts 2024 rare earths quota at slowest pace in four years"));
  EXPECT_EQ(found.err, "");
  const Ran nothing = folder_.Tallywire({"query", "--subject", "Atlantis"});
  EXPECT_EQ(nothing.exit_status, 0);
  EXPECT_THAT(nothing.err, HasSubstr("nothing matches"));
  EXPECT_EQ(folder_.Tallywire({"query", "--subject", "Atlantis", "--format", "jsonl"}).err, "");
}

TEST_F(Ingest, LeavesAloneWhatRobotsTxtForbids) {
  folder_.Tallywire({"ingest"});
  for (const auto& request : site_->Requests()) EXPECT_THAT(request.path, Not(HasSubstr("/subscribers/")));
}

TEST_F(Ingest, ASecondRunAsksOnConditionAndStoresNothingTwice) {
  folder_.Tallywire({"ingest"});
  const auto before = EventsOf(folder_);
  const size_t asked_before = site_->Requests().size();
  const Ran ran = folder_.Tallywire({"ingest"});
  EXPECT_EQ(ran.exit_status, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("3 feeds (3 unchanged), nothing new"));
  const auto requests = site_->Requests();
  ASSERT_EQ(requests.size(), asked_before + 3);
  for (size_t i = asked_before; i < requests.size(); ++i) {
    EXPECT_TRUE(requests[i].conditional) << requests[i].path;
    EXPECT_EQ(requests[i].answered, 304) << requests[i].path;
  }
  EXPECT_EQ(EventsOf(folder_), before);
}

TEST_F(Ingest, AChangedArticleBecomesARevision) {
  folder_.Tallywire({"ingest"});
  const std::string url = site_->base() + "/commodities/arctic-cod-quota.html";
  site_->Put(
      "/commodities/arctic-cod-quota.html",
      {200,
       "text/html; charset=utf-8",
       "<html><head><title>Cod quota cut</title></head><body><article><h1>Cod quota cut</h1><p>Norway set its cod "
       "quota for 2025 at 160,000 tonnes on Monday, the directorate of fisheries said in a statement.</p><p>It is "
       "the lowest quota for cod in more than thirty years, and fishermen had hoped for far more.</p></article>"
       "</body></html>",
       {}});
  const Ran ran = folder_.Tallywire({"ingest", url});
  EXPECT_EQ(ran.exit_status, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("1 changed article"));
  EXPECT_THAT(folder_.Tallywire({"show", url}).out, AllOf(HasSubstr("160,000 tonnes"), HasSubstr("Revisions")));
}

TEST_F(Ingest, WritesAnArchiveThatAnIndependentReaderUnderstands) {
  folder_.Tallywire({"ingest"});
  std::map<std::string, int> types;
  std::vector<std::string> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.archive())) {
    for (const auto& record : ReadPlainWarc(entry.path())) {
      ++types[record.fields.at("WARC-Type")];
      if (record.fields.at("WARC-Type") == "warcinfo") {
        EXPECT_THAT(record.block, HasSubstr("software: tallywire/0."));
      }
      if (record.fields.at("WARC-Type") == "response") pages.push_back(record.fields.at("WARC-Target-URI"));
    }
  }
  // 3 feeds, robots.txt, 11 articles, one redirect, one page that is gone.
  EXPECT_EQ(types["response"], 17);
  EXPECT_EQ(types["request"], 17);
  EXPECT_EQ(types["warcinfo"], 1);
  EXPECT_THAT(pages, ::testing::Contains(site_->base() + "/commodities/opec-voluntary-cuts.html"));
}

TEST_F(Ingest, ReparseOfTheOwnArchiveChangesNothing) {
  folder_.Tallywire({"ingest"});
  const auto before = EventsOf(folder_);
  const Ran ran = folder_.Tallywire({"reparse"});
  EXPECT_EQ(ran.exit_status, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("11 articles read again: 0 events added, 0 removed, 0 altered"));
  EXPECT_EQ(EventsOf(folder_), before);
}

TEST_F(Ingest, ReparseIntoAnEmptyDatabaseYieldsTheSameEvents) {
  folder_.Tallywire({"ingest"});
  const SampleFolder other;
  const Ran ran = other.Tallywire({"reparse", folder_.archive().string()});
  EXPECT_EQ(ran.exit_status, 0) << ran.err;
  EXPECT_EQ(EventsOf(other), EventsOf(folder_));
  const Ran again = other.Tallywire({"reparse", folder_.archive().string()});
  EXPECT_THAT(again.err, HasSubstr("0 events added, 0 removed, 0 altered"));
}

TEST_F(Ingest, ReparseOfTheStaleReadsWhatOtherRulesHadRead) {
  folder_.Tallywire({"ingest"});
  EXPECT_THAT(folder_.Tallywire({"reparse", "--stale"}).err, HasSubstr("0 articles read again"));
  const TempFolder rules;
  std::ofstream(rules / "items.toml") << "[items]\n\"unobtainium\" = [\"unobtainium\"]\n";
  const std::vector<std::string> stale = {"--rules", rules.path().string(), "reparse", "--stale"};
  const Ran changed = folder_.Tallywire(stale);
  EXPECT_EQ(changed.exit_status, 0) << changed.err;
  EXPECT_THAT(changed.err, HasSubstr("11 articles read again: 0 events added, 0 removed, 0 altered"));
  EXPECT_THAT(folder_.Tallywire(stale).err, HasSubstr("0 articles read again"));
}

TEST_F(Ingest, ReparseOfAFeedReadsWhatThatFeedNamed) {
  folder_.Tallywire({"ingest"});
  const auto feeds = Lines(folder_.Tallywire({"feeds", "list", "--json"}).out);
  size_t pages = 0;
  for (const auto& feed : feeds) {
    const Ran ran = folder_.Tallywire({"reparse", "--feed", feed["url"]});
    EXPECT_THAT(ran.err, AllOf(HasSubstr("read again"), Not(::testing::StartsWith("0 "))));
    pages += std::stoul(ran.err);
  }
  EXPECT_EQ(pages, 11U);
}

TEST_F(Ingest, ReparseWithoutTheArchiveForgetsNothing) {
  folder_.Tallywire({"ingest"});
  const auto before = EventsOf(folder_);
  std::filesystem::remove_all(folder_.archive());
  std::filesystem::create_directory(folder_.archive());
  const Ran ran = folder_.Tallywire({"reparse"});
  EXPECT_EQ(ran.exit_status, 1);
  EXPECT_THAT(ran.err, HasSubstr(folder_.archive().string()));
  EXPECT_THAT(ran.err, HasSubstr("0 articles read again: 0 events added, 0 removed, 0 altered, 11 failures"));
  EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 2) << ran.err;  // the file is named once
  EXPECT_EQ(EventsOf(folder_), before);
}

TEST_F(Ingest, ReparseOfADamagedArchiveForgetsNothing) {
  folder_.Tallywire({"ingest"});
  const auto before = EventsOf(folder_);
  const auto file = std::filesystem::directory_iterator(folder_.archive())->path();
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  for (std::streamoff at = 2000; at < 30000; at += 500) bytes.seekp(at) << "damaged";
  bytes.close();
  const Ran ran = folder_.Tallywire({"reparse"});
  EXPECT_EQ(ran.exit_status, 1);
  EXPECT_THAT(ran.err, HasSubstr("Restore the file from a backup"));
  EXPECT_EQ(EventsOf(folder_), before);
}

TEST_F(Ingest, ALostDatabaseIsMadeAgainFromTheArchive) {
  folder_.Tallywire({"ingest"});
  const auto before = EventsOf(folder_);
  for (const char* name : {"tallywire.db", "tallywire.db-wal", "tallywire.db-shm"}) {
    std::filesystem::remove(folder_.data() / name);
  }
  folder_.Tallywire({"reparse"});
  EXPECT_EQ(EventsOf(folder_), before);
}

TEST_F(Ingest, TheSecondOfTwoRunsSaysWhoHoldsTheLock) {
  std::latch reached(1);
  std::latch go_on(1);
  site_->OnRequest([&](size_t number) {
    if (number != 2) return;
    reached.count_down();
    go_on.wait();
  });
  Background first(TALLYWIRE_PROGRAM, folder_.Arguments({"ingest"}));
  reached.wait();
  const Ran second = folder_.Tallywire({"ingest"});
  go_on.count_down();
  EXPECT_EQ(second.exit_status, 3) << second.err;
  EXPECT_THAT(second.err, AllOf(HasSubstr("ingest"), HasSubstr("since")));
  EXPECT_EQ(first.Wait(), 1);
}

TEST_F(Ingest, ASignalEndsTheRunInOrderAndTheNextOneGoesOn) {
  std::latch reached(1);
  std::latch go_on(1);
  site_->OnRequest([&](size_t number) {
    if (number != 8) return;
    reached.count_down();
    go_on.wait();
  });
  Background first(TALLYWIRE_PROGRAM, folder_.Arguments({"ingest"}));
  reached.wait();
  first.Signal(SIGTERM);
  EXPECT_EQ(first.Wait(), 143);
  go_on.count_down();
  site_->OnRequest({});
  EXPECT_EQ(folder_.Tallywire({"ingest"}).exit_status, 1);
  const SampleFolder undisturbed;
  undisturbed.Subscribe(*site_);
  undisturbed.Tallywire({"ingest"});
  EXPECT_EQ(EventsOf(folder_), EventsOf(undisturbed));
}

}  // namespace
}  // namespace tallywire::testing
