#include "archive/recovery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archive/warc_writer.h"
#include "tests/archive/plain_warc.h"
#include "tests/archive/sample_exchange.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/temp_folder.h"

namespace tallywire::archive {
namespace {

using tallywire::testing::FixedClock;
using tallywire::testing::MakeExchange;
using tallywire::testing::ReadFile;
using tallywire::testing::ReadPlainWarc;
using tallywire::testing::TempFolder;
using tallywire::testing::WriteFile;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class RecoveryTest : public ::testing::Test {
 protected:
  // Appends exchanges of these URLs, each by itself.
  std::vector<ArchiveLocation> Write(const std::vector<std::string>& urls, WarcWriterOptions options = {}) {
    std::vector<ArchiveLocation> locations;
    auto writer = WarcWriter::Open(folder_.path(), clock_, options);
    for (const std::string& url : urls)
      locations.push_back(writer->Append(MakeExchange(url, "text of " + url)).value());
    return locations;
  }

  RecoveryReport Recover(const KnownArchive& known = {}) {
    taken_.clear();
    auto report = RecoverArchive(folder_.path(), known, [this](ArchivedExchange exchange) {
      taken_.push_back(exchange.exchange.request.url);
      return Status{};
    });
    EXPECT_TRUE(report) << report.error().ToText();
    return report.value_or(RecoveryReport{});
  }

  static KnownArchive Knowing(const std::vector<ArchiveLocation>& locations) {
    KnownArchive known;
    for (const auto& l : locations) known.ranges[l.file].push_back({l.begin, l.offset + l.length});
    return known;
  }

  TempFolder folder_;
  FixedClock clock_;
  std::vector<std::string> taken_;
};

const std::vector<std::string> kThree = {"https://a.example/1", "https://a.example/2", "https://a.example/3"};

TEST_F(RecoveryTest, AWholeArchiveStaysAsItIs) {
  const auto locations = Write(kThree);
  const std::string before = ReadFile(folder_ / locations[0].file);
  const RecoveryReport report = Recover(Knowing(locations));
  EXPECT_TRUE(report.cut.empty());
  EXPECT_TRUE(report.damage.empty());
  EXPECT_EQ(report.exchanges, 0U);
  EXPECT_TRUE(report.continue_newest);
  EXPECT_EQ(ReadFile(folder_ / locations[0].file), before);
}

TEST_F(RecoveryTest, AnEmptyOrMissingFolderNeedsNothing) {
  EXPECT_EQ(Recover().exchanges, 0U);
  const auto report = RecoverArchive(folder_ / "none", {}, [](ArchivedExchange) { return Status{}; });
  EXPECT_TRUE(report);
}

TEST_F(RecoveryTest, CompleteExchangesTheDatabaseMissedAreHandedOver) {
  const auto locations = Write(kThree);
  Recover(Knowing({locations[0]}));
  EXPECT_THAT(taken_, ElementsAre(kThree[1], kThree[2]));
  Recover(Knowing({locations[0], locations[2]}));
  EXPECT_THAT(taken_, ElementsAre(kThree[1]));
  Recover(Knowing({locations[2]}));
  EXPECT_THAT(taken_, ElementsAre(kThree[0], kThree[1]));
  Recover();
  EXPECT_THAT(taken_, ElementsAre(kThree[0], kThree[1], kThree[2]));
}

TEST_F(RecoveryTest, ATailCutAnywhereGoesAndWhatIsWholeStays) {
  const auto locations = Write(kThree);
  const auto path = folder_ / locations[0].file;
  const std::string bytes = ReadFile(path);
  for (size_t length = 0; length <= bytes.size(); ++length) {
    SCOPED_TRACE(length);
    WriteFile(path, bytes.substr(0, length));
    size_t good_end = length >= locations[0].begin ? locations[0].begin : 0;  // the warcinfo record
    std::vector<std::string> whole;
    for (size_t i = 0; i < locations.size(); ++i) {
      const size_t end = locations[i].offset + locations[i].length;
      if (end > length) break;
      good_end = end;
      whole.push_back(kThree[i]);
    }
    const RecoveryReport report = Recover();
    ASSERT_EQ(taken_, whole);
    ASSERT_EQ(report.cut.size(), good_end < length ? 1U : 0U);
    if (good_end < length) {
      ASSERT_EQ(report.cut[0].begin, good_end);
      ASSERT_EQ(report.cut[0].removed, length - good_end);
    }
    ASSERT_TRUE(report.damage.empty());
    ASSERT_EQ(ReadFile(path), bytes.substr(0, good_end));
  }
}

TEST_F(RecoveryTest, OnlyTheTailBehindWhatIsKnownIsLookedAt) {
  const auto locations = Write(kThree);
  const auto path = folder_ / locations[0].file;
  std::string bytes = ReadFile(path);
  bytes[locations[0].offset + 20] ^= 0x55;  // damage in a record the database knows
  WriteFile(path, bytes + "torn");
  const RecoveryReport report = Recover(Knowing(locations));
  EXPECT_TRUE(report.damage.empty());
  EXPECT_EQ(report.cut.size(), 1U);
  EXPECT_EQ(ReadFile(path), bytes);
}

TEST_F(RecoveryTest, ZerosOfAPowerCutGo) {
  const auto locations = Write(kThree);
  const auto path = folder_ / locations[0].file;
  const std::string bytes = ReadFile(path);
  for (const KnownArchive& known : {KnownArchive{}, Knowing(locations)}) {
    WriteFile(path, bytes + std::string(100'000, '\0'));
    const RecoveryReport report = Recover(known);
    ASSERT_EQ(report.cut.size(), 1U);
    EXPECT_EQ(report.cut[0].removed, 100'000U);
    EXPECT_EQ(ReadFile(path), bytes);
  }
}

TEST_F(RecoveryTest, DamageBeforeGoodRecordsIsReportedAndNeverCut) {
  const auto locations = Write(kThree);
  const auto path = folder_ / locations[0].file;
  for (const size_t at : {locations[1].begin, locations[1].begin + 25, locations[1].offset + 30}) {
    SCOPED_TRACE(at);
    std::string bytes = ReadFile(path);
    const char before = bytes[at];
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    WriteFile(path, bytes);
    const RecoveryReport report = Recover(Knowing({locations[0]}));
    EXPECT_TRUE(report.cut.empty());
    EXPECT_EQ(report.damage.size(), 1U);
    EXPECT_FALSE(report.continue_newest);
    EXPECT_EQ(taken_.back(), kThree[2]);
    EXPECT_EQ(ReadFile(path), bytes);
    bytes[at] = before;
    WriteFile(path, bytes);
  }
}

TEST_F(RecoveryTest, ExchangesWrittenTogetherAreKeptTogether) {
  auto writer = WarcWriter::Open(folder_.path(), clock_);
  ASSERT_TRUE(writer->Append(MakeExchange("https://a.example/0", "zero")));
  const Exchange moved = MakeExchange("https://a.example/old", "", 301);
  const Exchange page = MakeExchange("https://a.example/new", "page");
  const std::vector<NotedExchange> both = {{&moved, {}}, {&page, {}}};
  const auto locations = writer->AppendAll(both);
  ASSERT_TRUE(locations);
  const auto path = folder_ / locations->front().file;
  const std::string bytes = ReadFile(path);

  Recover();
  EXPECT_THAT(taken_, ElementsAre("https://a.example/0", moved.request.url, page.request.url));
  WriteFile(path, bytes.substr(0, bytes.size() - 1));
  const RecoveryReport report = Recover();
  EXPECT_THAT(taken_, ElementsAre("https://a.example/0"));
  ASSERT_EQ(report.cut.size(), 1U);
  EXPECT_EQ(report.cut[0].begin, locations->front().begin);
}

TEST_F(RecoveryTest, TheWriterGoesOnBehindTheCut) {
  const auto locations = Write(kThree);
  const auto path = folder_ / locations[0].file;
  const std::string bytes = ReadFile(path);
  WriteFile(path, bytes.substr(0, bytes.size() - 10));
  Recover();
  Write({"https://a.example/4"});
  EXPECT_EQ(ReadPlainWarc(path).size(), 7U);  // warcinfo and three pairs
  Recover();
  EXPECT_THAT(taken_, ElementsAre(kThree[0], kThree[1], "https://a.example/4"));
}

TEST_F(RecoveryTest, AFirstWriteThatWasTornLeavesNothing) {
  const auto locations = Write({kThree[0]});
  const auto path = folder_ / locations[0].file;
  WriteFile(path, ReadFile(path).substr(0, 30));
  Recover();
  EXPECT_EQ(ReadFile(path), "");
  const auto next = Write({kThree[1]});
  EXPECT_EQ(ReadPlainWarc(folder_ / next[0].file).size(), 3U);
  EXPECT_EQ(WarcFilesIn(folder_.path())->size(), 1U);
}

TEST_F(RecoveryTest, OlderFilesAreReadButNeverCut) {
  WarcWriterOptions small;
  small.max_file_bytes = 1;
  const auto locations = Write(kThree, small);
  const auto oldest = folder_ / locations[0].file;
  const std::string bytes = ReadFile(oldest) + "torn";
  WriteFile(oldest, bytes);
  RecoveryReport report = Recover(Knowing({locations[1], locations[2]}));
  EXPECT_THAT(taken_, ElementsAre(kThree[0]));
  ASSERT_EQ(report.damage.size(), 1U);
  EXPECT_THAT(report.damage[0].ToText(), HasSubstr("the last 4 bytes are no whole record"));
  EXPECT_EQ(ReadFile(oldest), bytes);

  KnownArchive known = Knowing({locations[1], locations[2]});
  known.complete_before = locations[1].file;
  report = Recover(known);
  EXPECT_TRUE(taken_.empty());
  EXPECT_TRUE(report.damage.empty());
}

TEST_F(RecoveryTest, AFileShorterThanTheDatabaseSaysIsReportedAndLeftAlone) {
  const auto locations = Write(kThree);
  const auto path = folder_ / locations[0].file;
  WriteFile(path, ReadFile(path).substr(0, locations[1].offset));
  const RecoveryReport report = Recover(Knowing(locations));
  ASSERT_EQ(report.damage.size(), 1U);
  EXPECT_THAT(report.damage[0].what, HasSubstr("but the database knows records up to byte"));
  EXPECT_FALSE(report.continue_newest);
  EXPECT_TRUE(report.cut.empty());
}

TEST_F(RecoveryTest, OtherToolsFilesInTheFolderAreNotTouched) {
  WriteFile(folder_ / "zz.warc.gz", "torn");
  WriteFile(folder_ / "tallywire-notes.txt", "torn");
  EXPECT_TRUE(Recover().cut.empty());
  EXPECT_EQ(ReadFile(folder_ / "zz.warc.gz"), "torn");
}

TEST_F(RecoveryTest, AnErrorOfTheTakerEndsTheRecovery) {
  Write(kThree);
  int calls = 0;
  const auto report = RecoverArchive(folder_.path(), {}, [&calls](ArchivedExchange) -> Status {
    ++calls;
    return Fail(ErrorCode::kDataFolder, "db", "is full");
  });
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().what, "is full");
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace tallywire::archive
