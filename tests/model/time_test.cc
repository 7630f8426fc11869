#include "model/time.h"

#include <gtest/gtest.h>

namespace tallywire {
namespace {

TEST(ParseIso, ReadsDatesTimesAndZones) {
  const struct {
    const char* text;
    const char* want;  // UTC; empty where it must be refused
  } rows[] = {
      {"2019", "2019-01-01T00:00:00Z"},
      {"2019-11", "2019-11-01T00:00:00Z"},
      {"2019-11-12", "2019-11-12T00:00:00Z"},
      {"2019-11-12T05:53", "2019-11-12T05:53:00Z"},
      {"2019-11-12T05:53:07.25Z", "2019-11-12T05:53:07Z"},
      {"2019-11-12T05:53:00+08:00", "2019-11-11T21:53:00Z"},
      {"2019-11-12 05:53:00-0530", "2019-11-12T11:23:00Z"},
      {"2019-11-12T05:53:00+08", "2019-11-11T21:53:00Z"},
      {"", ""},
      {"2019-02-30", ""},
      {"2019-11-12T", ""},
      {"2019-11-12T05", ""},
      {"2019-11-12T05:53:00 soon", ""},
      {"12 November 2019", ""},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    const auto time = ParseIso(row.text);
    EXPECT_EQ(time ? ToIso(*time) : "", row.want);
  }
}

TEST(ParseIsoDay, IsTheDayAsWrittenWhateverTheZone) {
  EXPECT_EQ(ToIsoDate(ParseIsoDay("2019-11-12T23:30:00-05:00").value()), "2019-11-12");
  EXPECT_FALSE(ParseIsoDay("tomorrow").has_value());
}

}  // namespace
}  // namespace tallywire
