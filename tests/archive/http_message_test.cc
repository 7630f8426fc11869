#include "archive/http_message.h"

#include <gtest/gtest.h>

#include <string>

namespace tallywire::archive {
namespace {

// "status reason|name=value,…|body" with "…" behind truncated bodies.
std::string Text(const Response& response) {
  std::string text = std::to_string(response.status) + " " + response.reason + "|";
  for (const Header& header : response.headers) text += header.name + "=" + header.value + ",";
  return text + "|" + response.body + (response.truncated ? "…" : "");
}

TEST(ParseHttpResponse, ReadsWhatServersAndToolsWrite) {
  const struct {
    const char* name;
    std::string block;
    const char* want;
  } rows[] = {
      {"plain", "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", "200 OK|A=b,|body"},
      {"line feeds only", "HTTP/1.1 200 OK\nA: b\n\nbody", "200 OK|A=b,|body"},
      {"folded header", "HTTP/1.1 200 OK\r\nA: b\r\n  c\r\n\td\r\n\r\nbody", "200 OK|A=b c d,|body"},
      {"no reason", "HTTP/1.1 404\r\n\r\n", "404 ||"},
      {"HTTP/2 as a version", "HTTP/2 200\r\n\r\nx", "200 ||x"},
      {"reason of several words", "HTTP/1.0 404 Not Found\r\n\r\n", "404 Not Found||"},
      {"leading empty lines", "\r\n\nHTTP/1.1 200 OK\r\n\r\nx", "200 OK||x"},
      {"no headers, no end", "HTTP/1.1 200 OK", "200 OK||"},
      {"header without colon", "HTTP/1.1 200 OK\r\nodd line\r\nA: b\r\n\r\n", "200 OK|A=b,|"},
      {"blank around the name", "HTTP/1.1 200 OK\r\nA : b \r\n\r\n", "200 OK|A=b,|"},
      {"body shorter than said", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbody", "200 OK|Content-Length=9,|body…"},
      {"body longer than said", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nbody", "200 OK|Content-Length=2,|body"},
      {"length of a 304", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
       "304 Not Modified|Content-Length=9,|"},
      {"chunked left in", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
       "200 OK||abcde"},
      {"chunked, cut", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n9\r\nde", "200 OK||abcde…"},
      {"chunked in the header only", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<html>",
       "200 OK|Transfer-Encoding=chunked,|<html>"},

  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    const auto response = ParseHttpResponse(row.block);
    ASSERT_TRUE(response) << response.error().ToText();
    EXPECT_STREQ(Text(*response).c_str(), row.want);
  }
}

TEST(ParseHttpResponse, RefusesWhatHasNoStatusLine) {
  for (const char* block :
       {"", "\r\n", "HTTP/1.1", "HTTP/1.1 OK", "HTTP/1.1 20", "HTTP/1.1 2000 OK", "<html>", "GET / HTTP/1.1"}) {
    EXPECT_FALSE(ParseHttpResponse(block)) << block;
  }
}

TEST(FormatHttpResponseHead, AgreesWithTheBodyThatIsStored) {
  const struct {
    const char* name;
    Response response;
    const char* want;
  } rows[] = {
      {"as it is",
       {200, "OK", "http/1.1", {{"Content-Length", "4"}}, "body", false},
       "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n"},
      {"HTTP/2 without reason",
       {200, "", "h2", {{"content-type", "a/b"}}, "body", false},
       "HTTP/1.1 200 \r\ncontent-type: a/b\r\n\r\n"},
      {"pseudo-header", {200, "", "h2", {{":status", "200"}}, "", false}, "HTTP/1.1 200 \r\n\r\n"},
      {"HTTP/1.0", {200, "OK", "http/1.0", {}, "body", false}, "HTTP/1.0 200 OK\r\n\r\n"},
      {"chunked",
       {200, "OK", "http/1.1", {{"Transfer-Encoding", "chunked"}}, "body", false},
       "HTTP/1.1 200 OK\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n"},
      {"length of a 304",
       {304, "Not Modified", "http/1.1", {{"Content-Length", "9"}}, "", false},
       "HTTP/1.1 304 Not Modified\r\nX-Archive-Orig-Content-Length: 9\r\nContent-Length: 0\r\n\r\n"},
      {"length twice",
       {200, "OK", "http/1.1", {{"Content-Length", "4"}, {"Content-Length", "4"}}, "body", false},
       "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX-Archive-Orig-Content-Length: 4\r\n\r\n"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(FormatHttpResponseHead(row.response), row.want);
  }
}

TEST(FormatHttpRequest, NamesPathAndHost) {
  const struct {
    const char* url;
    const char* want;
  } rows[] = {
      {"https://news.example", "GET / HTTP/1.1\r\nHost: news.example\r\n\r\n"},
      {"https://news.example:8443/a?b#c", "GET /a?b HTTP/1.1\r\nHost: news.example:8443\r\n\r\n"},
      {"http://news.example?q", "GET /?q HTTP/1.1\r\nHost: news.example\r\n\r\n"},
      {"http://me:secret@news.example/a", "GET /a HTTP/1.1\r\nHost: news.example\r\n\r\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(FormatHttpRequest({"GET", row.url, {}}), row.want) << row.url;
}

TEST(DecodeChunked, SaysWhetherTheCodingWasWhole) {
  std::string body;
  bool complete = false;
  EXPECT_TRUE(DecodeChunked("A\r\n0123456789\r\n0\r\n\r\n", body, complete));
  EXPECT_EQ(body, "0123456789");
  EXPECT_TRUE(complete);
  EXPECT_TRUE(DecodeChunked("a\n0123456789\n", body, complete));
  EXPECT_FALSE(complete);
  EXPECT_FALSE(DecodeChunked("zz\r\n", body, complete));
  EXPECT_FALSE(DecodeChunked("", body, complete));
  EXPECT_FALSE(DecodeChunked("5", body, complete));
}

}  // namespace
}  // namespace tallywire::archive
