#include "fetch/response_reader.h"

#include <gtest/gtest.h>

namespace tallywire::fetch {
namespace {

TEST(ResponseReader, KeepsHeadersRawAndInOrder) {
  ResponseReader reader(1000, 1000);
  for (const char* line : {"HTTP/1.1 200 All Right\r\n", "X-One:  1 \r\n", "x-one: 2\r\n", "Empty:\r\n", "\r\n"}) {
    EXPECT_TRUE(reader.HeaderLine(line)) << line;
  }
  EXPECT_TRUE(reader.HeaderComplete());
  EXPECT_EQ(reader.Peek().status, 200);
  EXPECT_EQ(reader.Peek().reason, "All Right");
  EXPECT_EQ(reader.Peek().protocol, "http/1.1");
  EXPECT_EQ(reader.Peek().headers, (std::vector<Header>{{"X-One", "1"}, {"x-one", "2"}, {"Empty", ""}}));
}

TEST(ResponseReader, InterimAnswersAndTrailersAreLeftOut) {
  ResponseReader reader(1000, 1000);
  for (const char* line : {"HTTP/1.1 103 Early Hints\r\n", "Link: </a.css>\r\n", "\r\n", "HTTP/2 404 \r\n",
                           "Server: s\r\n", "\r\n", "X-Checksum: 1\r\n", "\r\n"}) {
    reader.HeaderLine(line);
  }
  EXPECT_EQ(reader.Peek().status, 404);
  EXPECT_EQ(reader.Peek().reason, "");
  EXPECT_EQ(reader.Peek().protocol, "h2");
  EXPECT_EQ(reader.Peek().headers, (std::vector<Header>{{"Server", "s"}}));
}

TEST(ResponseReader, FoldedLinesBelongToTheHeaderBefore) {
  ResponseReader reader(1000, 1000);
  for (const char* line : {"HTTP/1.0 200\r\n", "X: a\r\n", "\t b\r\n", "no header\r\n", "\r\n"})
    reader.HeaderLine(line);
  EXPECT_EQ(reader.Peek().protocol, "http/1.0");
  EXPECT_EQ(reader.Peek().headers, (std::vector<Header>{{"X", "a b"}}));
}

TEST(ResponseReader, StopsAtItsLimits) {
  ResponseReader body(1000, 4);
  EXPECT_TRUE(body.BodyPiece("abcd"));
  EXPECT_FALSE(body.BodyPiece("e"));
  EXPECT_TRUE(body.BodyTooLarge());
  EXPECT_EQ(body.Peek().body, "abcd");
  ResponseReader header(30, 4);
  EXPECT_TRUE(header.HeaderLine("HTTP/1.1 200 OK\r\n"));
  EXPECT_FALSE(header.HeaderLine("X: abcdefghijklmnop\r\n"));
  EXPECT_TRUE(header.HeaderTooLarge());
}

TEST(ResponseReader, ALengthOverTheLimitIsRefusedUnheardExceptWhereThereIsNoBody) {
  ResponseReader page(1000, 4);
  page.HeaderLine("HTTP/1.1 200 OK\r\n");
  page.HeaderLine("Content-Length: 5\r\n");
  EXPECT_FALSE(page.HeaderLine("\r\n"));
  ResponseReader unchanged(1000, 4);
  unchanged.HeaderLine("HTTP/1.1 304 Not Modified\r\n");
  unchanged.HeaderLine("Content-Length: 5\r\n");
  EXPECT_TRUE(unchanged.HeaderLine("\r\n"));
}

}  // namespace
}  // namespace tallywire::fetch
