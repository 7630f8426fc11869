#include "archive/warc_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/archive/plain_warc.h"
#include "tests/support/temp_folder.h"

namespace tallywire::archive {
namespace {

using tallywire::testing::Gzip;
using tallywire::testing::TempFolder;
using tallywire::testing::WriteFile;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

std::string Record(const std::string& block, const std::string& version = "WARC/1.0") {
  return version + "\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/" + block.substr(0, 3) +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

// Blocks of the records, "!" and the message for a damaged one.
std::vector<std::string> ReadAll(WarcReader reader) {
  std::vector<std::string> found;
  for (int i = 0; i < 100; ++i) {  // a reader that does not come on must not hang the test
    auto record = reader.Next();
    if (!record) {
      found.push_back(fmt::format("!{}", record.error().ToText()));
    } else if (!*record) {
      return found;
    } else {
      found.push_back((*record)->block);
    }
  }
  found.push_back("no end");
  return found;
}

std::vector<std::string> ReadAll(const std::string& bytes, const std::string& name = "f.warc.gz") {
  return ReadAll(WarcReader::OverBytes(bytes, name));
}

TEST(WarcReader, ReadsTheThreeFormsOfFiles) {
  const struct {
    const char* name;
    std::string bytes;
  } rows[] = {
      {"a member each", Gzip(Record("one")) + Gzip(Record("two")) + Gzip(Record("three"))},
      {"compressed as a whole", Gzip(Record("one") + Record("two") + Record("three"))},
      {"not compressed", Record("one") + Record("two") + Record("three")},
      {"both versions", Record("one", "WARC/1.1") + Record("two") + Record("three", "WARC/0.18")},
      {"first alone, the rest as a whole", Gzip(Record("one")) + Gzip(Record("two") + Record("three"))},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_THAT(ReadAll(row.bytes), ElementsAre("one", "two", "three"));
  }
}

TEST(WarcReader, ToleratesOtherToolsHabits) {
  const struct {
    const char* name;
    std::string bytes;
  } rows[] = {
      {"line feeds only", "WARC/1.0\nWARC-Type: resource\nContent-Length: 3\n\none\n\n" + Record("two")},
      {"one line end behind the block", "WARC/1.0\r\nContent-Length: 3\r\n\r\none\r\n" + Record("two")},
      {"none", "WARC/1.0\r\nContent-Length: 3\r\n\r\none" + Record("two")},
      {"many", Record("one") + "\r\n\r\n\n\n" + Record("two") + "\r\n\r\n\r\n"},
      {"empty lines in front", "\r\n\r\n" + Record("one") + Record("two")},
      {"folded field", "WARC/1.0\r\nContent-Length:\r\n 3\r\n\r\none\r\n\r\n" + Record("two")},
      {"field in capitals", "WARC/1.0\r\nCONTENT-LENGTH: 3\r\n\r\none\r\n\r\n" + Record("two")},
      {"member of line ends only", Gzip(Record("one")) + Gzip("\r\n\r\n") + Gzip(Record("two"))},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_THAT(ReadAll(row.bytes), ElementsAre("one", "two"));
  }
}

TEST(WarcReader, SaysNothingForNothing) {
  for (const std::string bytes : {"", "\r\n\r\n"}) EXPECT_THAT(ReadAll(bytes), ElementsAre());
}

TEST(WarcReader, GoesOnBehindADamagedRecord) {
  const std::string one = Gzip(Record("one"));
  const std::string two = Gzip(Record("two"));
  std::string broken = two;
  broken[broken.size() / 2] ^= 0x55;
  const std::string at = std::to_string(one.size());
  const struct {
    const char* name;
    std::string bytes;
    std::string where;
  } rows[] = {
      {"flipped bits", one + broken + Gzip(Record("three")), "f.warc.gz@" + at},
      {"missing end", one + two.substr(0, two.size() - 6) + Gzip(Record("three")), "f.warc.gz@" + at},
      {"zeros between", one + std::string(50, '\0') + Gzip(Record("three")), "f.warc.gz@" + at},
      {"no record in the member", one + Gzip("odd text\r\n") + Gzip(Record("three")), "f.warc.gz@" + at},
      {"no length", one + Gzip("WARC/1.0\r\nA: b\r\n\r\nx\r\n\r\n") + Gzip(Record("three")), "f.warc.gz@" + at},
      {"too long", one + Gzip("WARC/1.0\r\nContent-Length: 99\r\n\r\nx\r\n\r\n") + Gzip(Record("three")),
       "f.warc.gz@" + at},
      {"garbage, plain", Record("one") + "garbage\r\n" + Record("three"),
       "f.warc.gz@" + std::to_string(Record("one").size())},
      {"no length, plain", Record("one") + "WARC/1.0\r\nA: b\r\n\r\nx\r\n\r\n" + Record("three"),
       "f.warc.gz@" + std::to_string(Record("one").size())},
      {"longer than the file, plain",
       Record("one") + "WARC/1.0\r\nContent-Length: 9999\r\n\r\nx\r\n\r\n" + Record("three"),
       "f.warc.gz@" + std::to_string(Record("one").size())},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    const auto found = ReadAll(row.bytes);
    ASSERT_EQ(found.size(), 3U) << ::testing::PrintToString(found);
    EXPECT_EQ(found[0], "one");
    EXPECT_THAT(found[1], HasSubstr(row.where + ": damaged record ("));
    EXPECT_THAT(found[1], EndsWith(" bytes left out"));
    EXPECT_EQ(found[2], "three");
  }
}

TEST(WarcReader, TellsHowMuchWasLeftOut) {
  const std::string one = Gzip(Record("one"));
  const auto found = ReadAll(one + std::string(50, '\0') + Gzip(Record("two")));
  EXPECT_EQ(found.at(1), "!f.warc.gz@" + std::to_string(one.size()) +
                             ": damaged record (no gzip member begins here); 50 bytes left out");
}

TEST(WarcReader, EveryTruncationYieldsTheWholeRecordsBeforeIt) {
  const std::vector<std::string> members = {Gzip(Record("one")), Gzip(Record("two")), Gzip(Record("three"))};
  const std::string bytes = members[0] + members[1] + members[2];
  for (size_t length = 0; length <= bytes.size(); ++length) {
    SCOPED_TRACE(length);
    size_t whole = 0;
    size_t end = 0;
    for (const std::string& member : members) {
      end += member.size();
      if (end <= length) ++whole;
    }
    const auto found = ReadAll(bytes.substr(0, length));
    ASSERT_GE(found.size(), whole);
    ASSERT_LE(found.size(), whole + 1);
    if (found.size() > whole) {
      EXPECT_EQ(found.back().front(), '!');
    }
  }
}

TEST(WarcReader, LongBlocksAreCutAtTheLimitAndTheNextRecordIsFound) {
  const std::string bytes = Gzip(Record(std::string(500'000, 'x'))) + Gzip(Record("two"));
  auto reader = WarcReader::OverBytes(bytes, "f", {.max_block_bytes = 1000});
  auto record = reader.Next();
  ASSERT_TRUE(record && *record);
  EXPECT_TRUE((*record)->block_cut);
  EXPECT_EQ((*record)->block.size(), 1000U);
  record = reader.Next();
  ASSERT_TRUE(record && *record);
  EXPECT_EQ((*record)->block, "two");
}

TEST(ReadRecordAt, FindsARecordAgainInEveryForm) {
  const TempFolder folder;
  const struct {
    const char* name;
    std::string bytes;
  } rows[] = {
      {"members.warc.gz", Gzip(Record("one")) + Gzip(Record("two")) + Gzip(Record("three"))},
      {"whole.warc.gz", Gzip(Record("one") + Record("two") + Record("three"))},
      {"plain.warc", Record("one") + Record("two") + Record("three")},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    WriteFile(folder / row.name, row.bytes);
    auto reader = WarcReader::Open(folder / row.name);
    ASSERT_TRUE(reader);
    for (const char* block : {"one", "two", "three"}) {
      const auto record = reader->Next();
      ASSERT_TRUE(record && *record);
      const auto again = ReadRecordAt(folder / row.name, (*record)->offset);
      ASSERT_TRUE(again) << again.error().ToText();
      EXPECT_EQ(again->block, block);
      EXPECT_EQ(again->length, (*record)->length);
    }
    const auto nothing = ReadRecordAt(folder / row.name, 7);
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().ToText(), (folder / row.name).string() + "@7: no record begins here");
  }
}

TEST(WarcReader, AMissingFileIsNotFound) {
  const auto reader = WarcReader::Open("/nonexistent/x.warc.gz");
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::kNotFound);
}

TEST(WarcRecord, TheTargetUriLosesItsBrackets) {
  auto reader = WarcReader::OverBytes(
      "WARC/1.0\r\nWARC-Target-URI: <http://a.example/>\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "f");
  const auto record = reader.Next();
  ASSERT_TRUE(record && *record);
  EXPECT_EQ((*record)->TargetUri(), "http://a.example/");
}

}  // namespace
}  // namespace tallywire::archive
