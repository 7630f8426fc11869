#include "archive/exchange_reader.h"

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

std::string Record(const std::string& fields, const std::string& block) {
  return "WARC/1.0\r\n" + fields +
         "WARC-Date: 2023-01-02T03:04:05Z\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

// "type method url status body", "~" behind truncated bodies.
std::string Text(const ArchivedExchange& found) {
  const Response& response = found.exchange.response;
  return std::string(ToText(found.type)) + " " + found.exchange.request.method + " " + found.exchange.request.url +
         " " + std::to_string(response.status) + " " + response.body + (response.truncated ? "~" : "");
}

std::vector<std::string> ReadAll(const std::string& bytes) {
  const TempFolder folder;
  WriteFile(folder / "f.warc", bytes);
  auto reader = ExchangeReader::Open(folder / "f.warc", "f.warc");
  EXPECT_TRUE(reader);
  std::vector<std::string> found;
  for (;;) {
    auto next = reader->Next();
    if (!next) {
      found.push_back(fmt::format("!{}", next.error().ToText()));
    } else if (!*next) {
      return found;
    } else {
      EXPECT_EQ(ToIso((*next)->exchange.time), "2023-01-02T03:04:05Z");
      found.push_back(Text(**next));
    }
  }
}

constexpr const char* kUri = "WARC-Target-URI: http://a.example/x\r\n";

TEST(ExchangeReader, YieldsEveryKindOfAnswer) {
  const std::string uri = kUri;
  const struct {
    const char* name;
    std::string bytes;
    const char* want;
  } rows[] = {
      {"response",
       Record("WARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n" + uri,
              "HTTP/1.1 200 OK\r\n\r\nx"),
       "response GET http://a.example/x 200 x"},
      {"response without content type", Record("WARC-Type: response\r\n" + uri, "HTTP/1.1 404 Gone\r\n\r\n"),
       "response GET http://a.example/x 404 "},
      {"resource", Record("WARC-Type: resource\r\nContent-Type: text/html\r\n" + uri, "<p>"),
       "resource GET http://a.example/x 200 <p>"},
      {"conversion", Record("WARC-Type: conversion\r\nContent-Type: text/plain\r\n" + uri, "words"),
       "conversion GET http://a.example/x 200 words"},
      {"revisit",
       Record(
           "WARC-Type: revisit\r\nWARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n" +
               uri,
           "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"),
       "revisit GET http://a.example/x 200 "},
      {"revisit without head",
       Record(
           "WARC-Type: revisit\r\nWARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n" + uri,
           ""),
       "revisit GET http://a.example/x 304 "},
      {"chunked left in",
       Record("WARC-Type: response\r\n" + uri,
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"),
       "response GET http://a.example/x 200 ab"},
      {"marked as truncated",
       Record("WARC-Type: response\r\nWARC-Truncated: length\r\n" + uri, "HTTP/1.1 200 OK\r\n\r\nx"),
       "response GET http://a.example/x 200 x~"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_THAT(ReadAll(row.bytes), ElementsAre(row.want));
  }
}

TEST(ExchangeReader, PassesOverWhatIsNoAnswer) {
  EXPECT_THAT(ReadAll(Record("WARC-Type: warcinfo\r\n", "software: x\r\n") +
                      Record("WARC-Type: metadata\r\n" + std::string(kUri), "via: y\r\n") +
                      Record("WARC-Type: response\r\nContent-Type: text/dns\r\nWARC-Target-URI: dns:a.example\r\n",
                             "20230102\r\n") +
                      Record("WARC-Type: resource\r\nWARC-Target-URI: urn:screenshot\r\n", "png")),
              ElementsAre());
}

TEST(ExchangeReader, TakesTheRequestThatStandsBeforeItsResponse) {
  const std::string post = Record("WARC-Type: request\r\nWARC-Record-ID: <urn:1>\r\n" + std::string(kUri),
                                  "POST /x HTTP/1.1\r\nA: b\r\n\r\n");
  const std::string head = "WARC-Type: response\r\n" + std::string(kUri);
  EXPECT_THAT(ReadAll(post + Record(head + "WARC-Concurrent-To: <urn:1>\r\n", "HTTP/1.1 200 OK\r\n\r\nx")),
              ElementsAre("response POST http://a.example/x 200 x"));
  EXPECT_THAT(ReadAll(post + Record(head, "HTTP/1.1 200 OK\r\n\r\nx")),
              ElementsAre("response POST http://a.example/x 200 x"));
  EXPECT_THAT(ReadAll(post + Record(head + "WARC-Concurrent-To: <urn:2>\r\n", "HTTP/1.1 200 OK\r\n\r\nx")),
              ElementsAre("response GET http://a.example/x 200 x"));
}

TEST(ExchangeReader, AnUnreadableMessageIsAnErrorAndTheRestIsRead) {
  const std::string bad =
      Record("WARC-Type: response\r\nContent-Type: application/http\r\n" + std::string(kUri), "nothing");
  EXPECT_THAT(ReadAll(bad + Record("WARC-Type: response\r\n" + std::string(kUri), "HTTP/1.1 200 OK\r\n\r\nx")),
              ElementsAre("!f.warc@0: the record's block does not begin with an HTTP status line",
                          "response GET http://a.example/x 200 x"));
}

TEST(ReadExchange, FindsExchangesAgainByTheirLocation) {
  const TempFolder folder;
  const std::string head = "WARC-Type: response\r\n" + std::string(kUri);
  WriteFile(folder / "f.warc.gz",
            Gzip(Record(head, "HTTP/1.1 200 OK\r\n\r\none")) +
                Gzip(Record("WARC-Type: request\r\n" + std::string(kUri), "GET /x HTTP/1.1\r\nA: b\r\n\r\n")) +
                Gzip(Record(head, "HTTP/1.1 200 OK\r\n\r\ntwo")));
  auto reader = ExchangeReader::Open(folder / "f.warc.gz", "f.warc.gz");
  ASSERT_TRUE(reader);
  size_t headers = 0;
  for (const char* body : {"one", "two"}) {
    const auto next = reader->Next();
    ASSERT_TRUE(next && *next);
    const auto again = ReadExchange(folder.path(), (*next)->location);
    ASSERT_TRUE(again) << again.error().ToText();
    EXPECT_EQ(again->exchange.response.body, body);
    EXPECT_EQ(again->exchange.request.headers.size(), headers++);
    EXPECT_EQ(again->location, (*next)->location);
  }
}

TEST(WarcFilesIn, SortsNamesAndLeavesOthersOut) {
  const TempFolder folder;
  for (const char* name : {"b.warc.gz", "a.warc", "c.txt", "d.gz"}) WriteFile(folder / name, "");
  const auto files = WarcFilesIn(folder.path());
  ASSERT_TRUE(files);
  EXPECT_THAT(*files, ElementsAre(folder / "a.warc", folder / "b.warc.gz"));
  EXPECT_TRUE(WarcFilesIn(folder / "none")->empty());
}

}  // namespace
}  // namespace tallywire::archive
