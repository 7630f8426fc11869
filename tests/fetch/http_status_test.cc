#include "fetch/http_status.h"

#include <gtest/gtest.h>

namespace tallywire::fetch {
namespace {

using std::chrono::seconds;

TEST(RetryAfter, ReadsSecondsAndDates) {
  const Timestamp now = *ParseIso("2024-03-01T12:00:00Z");
  struct Row {
    std::string value;
    std::optional<seconds> want;
  };
  const std::vector<Row> rows = {
      {"120", seconds{120}},
      {"0", seconds{0}},
      {"-5", seconds{0}},
      {"Fri, 01 Mar 2024 12:01:40 GMT", seconds{100}},
      {"Fri, 01 Mar 2024 11:00:00 GMT", seconds{0}},
      {"99999999999999999999999", std::chrono::weeks{1}},
      {"soon", std::nullopt},
      {"", std::nullopt},
  };
  for (const Row& row : rows) EXPECT_EQ(RetryAfter({{"Retry-After", row.value}}, now), row.want) << row.value;
  EXPECT_EQ(RetryAfter({}, now), std::nullopt);
}

TEST(ErrorOfStatus, SaysInPlainWordsWhatHappened) {
  EXPECT_EQ(ErrorOfStatus(404, "Not Found", "https://example.org/a").ToText(),
            "https://example.org/a: HTTP 404 Not Found: there is no such page. Check the URL; remove the feed if it "
            "has moved");
  EXPECT_EQ(ErrorOfStatus(599, "", "u").what, "HTTP 599: the server failed");
  EXPECT_EQ(ErrorOfStatus(418, "", "u").what, "HTTP 418: the server rejects the request");
  EXPECT_EQ(ErrorOfStatus(300, "", "u").what, "HTTP 300: the server points elsewhere without saying where");
}

}  // namespace
}  // namespace tallywire::fetch
