#include "archive/warc_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <sys/resource.h>

#include <csignal>
#include <string>

#include "archive/exchange_reader.h"
#include "tests/archive/plain_warc.h"
#include "tests/archive/sample_exchange.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/temp_folder.h"

namespace tallywire::archive {
namespace {

using tallywire::testing::FixedClock;
using tallywire::testing::MakeExchange;
using tallywire::testing::PlainRecord;
using tallywire::testing::ReadFile;
using tallywire::testing::ReadPlainWarc;
using tallywire::testing::TempFolder;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string Sha1Base32(const std::string& bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha1(), nullptr);
  std::string bits;
  for (unsigned i = 0; i < length; ++i) {
    for (int bit = 7; bit >= 0; --bit) bits += (digest[i] >> bit & 1) != 0 ? '1' : '0';
  }
  std::string text = "sha1:";
  for (size_t i = 0; i < bits.size(); i += 5) {
    text += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[std::stoul(bits.substr(i, 5), nullptr, 2)];
  }
  return text;
}

class WarcWriterTest : public ::testing::Test {
 protected:
  WarcWriter Open(WarcWriterOptions options = {}) {
    auto writer = WarcWriter::Open(folder_.path(), clock_, options);
    EXPECT_TRUE(writer) << writer.error().ToText();
    return std::move(*writer);
  }

  TempFolder folder_;
  FixedClock clock_;
};

TEST_F(WarcWriterTest, AnyReaderFindsWarcinfoRequestAndResponseEachInItsOwnMember) {
  WarcWriterOptions options;
  options.software = "tallywire/0.1";
  options.user_agent = "agent/1 (+https://a.example/)";
  auto writer = Open(options);
  const auto location = writer.Append(MakeExchange("https://news.example/a?b=1", "<p>Eleven tons</p>"));
  ASSERT_TRUE(location) << location.error().ToText();
  EXPECT_EQ(location->file, "tallywire-00001-20240305T060708Z.warc.gz");

  const auto records = ReadPlainWarc(folder_ / location->file);
  ASSERT_EQ(records.size(), 3U);
  const PlainRecord& info = records[0];
  EXPECT_EQ(info.fields.at("WARC-Type"), "warcinfo");
  EXPECT_EQ(info.fields.at("WARC-Filename"), location->file);
  EXPECT_THAT(info.block, HasSubstr("software: tallywire/0.1\r\n"));
  EXPECT_THAT(info.block, HasSubstr("http-header-user-agent: agent/1 (+https://a.example/)\r\n"));

  const PlainRecord& request = records[1];
  EXPECT_EQ(request.fields.at("WARC-Type"), "request");
  EXPECT_EQ(request.fields.at("Content-Type"), "application/http; msgtype=request");
  EXPECT_THAT(request.block, StartsWith("GET /a?b=1 HTTP/1.1\r\nHost: news.example\r\nUser-Agent: "));
  EXPECT_EQ(location->begin, request.offset);

  const PlainRecord& response = records[2];
  EXPECT_EQ(response.fields.at("WARC-Type"), "response");
  EXPECT_EQ(response.fields.at("WARC-Target-URI"), "https://news.example/a?b=1");
  EXPECT_EQ(response.fields.at("WARC-Date"), "2024-03-05T06:00:00Z");
  EXPECT_EQ(response.fields.at("WARC-IP-Address"), "192.0.2.7");
  EXPECT_EQ(response.fields.at("WARC-Protocol"), "http/1.1");
  EXPECT_EQ(response.fields.at("Content-Type"), "application/http; msgtype=response");
  EXPECT_EQ(response.fields.at("WARC-Concurrent-To"), request.fields.at("WARC-Record-ID"));
  EXPECT_EQ(request.fields.at("WARC-Concurrent-To"), response.fields.at("WARC-Record-ID"));
  EXPECT_EQ(response.fields.at("WARC-Warcinfo-ID"), info.fields.at("WARC-Record-ID"));
  EXPECT_EQ(response.fields.count("WARC-Truncated"), 0U);
  EXPECT_EQ(
      response.block,
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 18\r\n\r\n<p>Eleven tons</p>");
  EXPECT_EQ(location->offset, response.offset);
  EXPECT_EQ(location->length, response.length);
  EXPECT_EQ(location->digest, response.fields.at("WARC-Payload-Digest"));
  EXPECT_EQ(location->digest, Sha1Base32("<p>Eleven tons</p>"));
  for (const PlainRecord& record : records) {
    EXPECT_EQ(record.fields.at("WARC-Block-Digest"), Sha1Base32(record.block)) << record.fields.at("WARC-Type");
  }
}

TEST_F(WarcWriterTest, TheDigestOfNothingIsTheOneAllToolsKnow) {
  auto writer = Open();
  const auto location = writer.Append(MakeExchange("https://news.example/empty", ""));
  ASSERT_TRUE(location);
  EXPECT_EQ(location->digest, "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
}

TEST_F(WarcWriterTest, TruncatedBodiesAreMarked) {
  auto writer = Open();
  Exchange exchange = MakeExchange("https://news.example/a", "half");
  exchange.response.headers[1].value = "8";
  exchange.response.truncated = true;
  const auto location = writer.Append(exchange);
  ASSERT_TRUE(location);
  const auto records = ReadPlainWarc(folder_ / location->file);
  EXPECT_EQ(records.back().fields.at("WARC-Truncated"), "unspecified");
  EXPECT_THAT(records.back().block, HasSubstr("\r\nX-Archive-Orig-Content-Length: 8\r\n"));
  EXPECT_THAT(records.back().block, HasSubstr("\r\nContent-Length: 4\r\n"));
}

TEST_F(WarcWriterTest, NotModifiedBecomesARevisit) {
  auto writer = Open();
  Exchange exchange = MakeExchange("https://news.example/a", "", 304);
  ExchangeNote note;
  note.refers_to = {"https://news.example/a", ParseIso("2024-03-04T00:00:00Z").value(), "sha1:AAAA"};
  const auto location = writer.Append(exchange, note);
  ASSERT_TRUE(location);
  const auto record = ReadPlainWarc(folder_ / location->file).back();
  EXPECT_EQ(record.fields.at("WARC-Type"), "revisit");
  EXPECT_EQ(record.fields.at("WARC-Profile"), "http://netpreserve.org/warc/1.1/revisit/server-not-modified");
  EXPECT_EQ(record.fields.at("WARC-Refers-To-Target-URI"), "https://news.example/a");
  EXPECT_EQ(record.fields.at("WARC-Refers-To-Date"), "2024-03-04T00:00:00Z");
  EXPECT_EQ(location->digest, "sha1:AAAA");
  const auto read = ReadExchange(folder_.path(), *location);
  ASSERT_TRUE(read) << read.error().ToText();
  EXPECT_TRUE(read->revisit);
  EXPECT_EQ(read->exchange.response.status, 304);
}

TEST_F(WarcWriterTest, TheSameBytesAgainBecomeARevisitWithoutThem) {
  auto writer = Open();
  const Exchange exchange = MakeExchange("https://news.example/feed", std::string(5000, 'x'));
  const auto first = writer.Append(exchange);
  ASSERT_TRUE(first);
  ExchangeNote note;
  note.refers_to = {"https://news.example/feed", exchange.time, first->digest};
  const auto second = writer.Append(exchange, note);
  ASSERT_TRUE(second);
  const auto record = ReadPlainWarc(folder_ / second->file).back();
  EXPECT_EQ(record.fields.at("WARC-Type"), "revisit");
  EXPECT_EQ(record.fields.at("WARC-Profile"), "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");
  EXPECT_EQ(record.fields.at("WARC-Payload-Digest"), first->digest);
  EXPECT_THAT(record.block, Not(HasSubstr("xxx")));
  note.refers_to->digest = "sha1:OTHER";
  const auto third = writer.Append(exchange, note);
  ASSERT_TRUE(third);
  EXPECT_EQ(ReadPlainWarc(folder_ / third->file).back().fields.at("WARC-Type"), "response");
}

TEST_F(WarcWriterTest, PurposeAndFirstUrlComeBack) {
  auto writer = Open();
  ExchangeNote note;
  note.purpose = Purpose::kFeed;
  note.requested_url = "http://news.example/old feed";
  const auto location = writer.Append(MakeExchange("https://news.example/feed", "x"), note);
  ASSERT_TRUE(location);
  const auto read = ReadExchange(folder_.path(), *location);
  ASSERT_TRUE(read) << read.error().ToText();
  EXPECT_EQ(read->purpose, Purpose::kFeed);
  EXPECT_EQ(read->requested_url, "http://news.example/old%20feed");
}

TEST_F(WarcWriterTest, HeaderBreakingBytesCannotBreakTheRecord) {
  auto writer = Open();
  Exchange exchange = MakeExchange("https://news.example/a\r\nWARC-Type: x", "body");
  exchange.response.headers.push_back({"X-Odd", "one\r\nSet-Cookie: two"});
  exchange.response.reason = "fine\r\n\r\n";
  const auto location = writer.Append(exchange);
  ASSERT_TRUE(location);
  const auto record = ReadPlainWarc(folder_ / location->file).back();
  EXPECT_EQ(record.fields.at("WARC-Target-URI"), "https://news.example/a%0D%0AWARC-Type:%20x");
  EXPECT_THAT(record.block, HasSubstr("\r\nX-Odd: one  Set-Cookie: two\r\n"));
}

TEST_F(WarcWriterTest, TheNewestFileIsContinuedUntilItReachesItsLimit) {
  WarcWriterOptions options;
  options.max_file_bytes = 1500;
  const auto name = Open(options).Append(MakeExchange("https://news.example/1", "one"))->file;
  EXPECT_EQ(Open(options).Append(MakeExchange("https://news.example/2", "two"))->file, name);
  auto writer = Open(options);
  std::string last = name;
  for (int i = 3; i < 6; ++i)
    last = writer.Append(MakeExchange("https://news.example/" + std::to_string(i), "more"))->file;
  EXPECT_THAT(last, StartsWith("tallywire-0000"));
  EXPECT_GT(last, name);
  const auto files = WarcFilesIn(folder_.path());
  ASSERT_TRUE(files);
  size_t responses = 0;
  for (const auto& file : *files) {
    const auto records = ReadPlainWarc(file);
    EXPECT_EQ(records.front().fields.at("WARC-Type"), "warcinfo") << file;
    for (const auto& record : records) responses += record.fields.at("WARC-Type") == "response" ? 1U : 0U;
  }
  EXPECT_EQ(responses, 5U);
}

TEST_F(WarcWriterTest, ANewFileIsBegunWhenAsked) {
  const auto first = Open().Append(MakeExchange("https://news.example/1", "one"))->file;
  WarcWriterOptions options;
  options.continue_newest = false;
  EXPECT_EQ(Open(options).Append(MakeExchange("https://news.example/2", "two"))->file,
            "tallywire-00002-20240305T060708Z.warc.gz");
  EXPECT_EQ(first, "tallywire-00001-20240305T060708Z.warc.gz");
}

// A limit on the file's size makes write() come back short and then fail, as a full disk does.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(size_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST_F(WarcWriterTest, AFailedWriteLeavesTheLastWholeRecordAndTellsFileAndRemedy) {
  auto writer = Open();
  const auto first = writer.Append(MakeExchange("https://news.example/1", "one"));
  ASSERT_TRUE(first);
  const std::string before = ReadFile(folder_ / first->file);
  {
    const FileSizeLimit limit(before.size() + 100);
    const auto second = writer.Append(MakeExchange("https://news.example/2", "two"));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::kDataFolder);
    EXPECT_EQ(second.error().where, (folder_ / first->file).string());
    EXPECT_THAT(second.error().what, StartsWith("cannot be written: "));
    EXPECT_THAT(second.error().remedy, HasSubstr("run again"));
  }
  EXPECT_EQ(ReadFile(folder_ / first->file), before);
  ASSERT_TRUE(writer.Append(MakeExchange("https://news.example/3", "three")));
  EXPECT_EQ(ReadPlainWarc(folder_ / first->file).size(), 5U);
}

TEST_F(WarcWriterTest, AFailedFirstWriteLeavesNoFileBehind) {
  {
    auto writer = Open();
    const FileSizeLimit limit(10);
    EXPECT_FALSE(writer.Append(MakeExchange("https://news.example/1", "one")));
  }
  EXPECT_TRUE(WarcFilesIn(folder_.path())->empty());
}

TEST_F(WarcWriterTest, AFolderThatCannotBeMadeIsADataFolderError) {
  tallywire::testing::WriteFile(folder_ / "file", "x");
  const auto writer = WarcWriter::Open(folder_ / "file" / "archive", clock_);
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, ErrorCode::kDataFolder);
}

}  // namespace
}  // namespace tallywire::archive
