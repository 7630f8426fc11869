#include "fetch/feed_date.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallywire::fetch {
namespace {

struct Row {
  std::string input;
  std::string want;
};

void ExpectAll(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const auto time = ParseFeedDate(row.input);
    EXPECT_EQ(time ? ToIso(*time) : "none", row.want) << row.input;
  }
}

TEST(FeedDate, Rfc822AndWhatPeopleMakeOfIt) {
  ExpectAll({
      {"Tue, 12 Nov 2019 05:53:07 GMT", "2019-11-12T05:53:07Z"},
      {"Tue, 12 Nov 2019 05:53:07 +0800", "2019-11-11T21:53:07Z"},
      {"12 Nov 2019 05:53 -0330", "2019-11-12T09:23:00Z"},
      {"Tuesday, 12 November 2019 05:53:07 EST", "2019-11-12T10:53:07Z"},
      {"Tue,12 Nov 19 05:53:07 PDT", "2019-11-12T12:53:07Z"},
      {"12 nov 98 05:53:07 z", "1998-11-12T05:53:07Z"},
      {"Tue, 12 Nov 2019 5:3:7 UT", "2019-11-12T05:03:07Z"},
      {"Tue, 12 Nov 2019 05:53:07 +0100 (CET)", "2019-11-12T04:53:07Z"},
      {"Tue, 12 Nov 2019 05:53:07 GMT+1", "2019-11-12T04:53:07Z"},
      {"Tue, 12 Nov 2019 05:53:07 GMT-05:30", "2019-11-12T11:23:07Z"},
      {"Tue, 12 Nov 2019", "2019-11-12T00:00:00Z"},
      {"Tue, 12 Sept 2019 24:00:00 GMT", "2019-09-13T00:00:00Z"},
      {"Tue, 12-Nov-2019 05:53:07 GMT", "2019-11-12T05:53:07Z"},
      {"Tuesday, 12-Nov-19 05:53:07 GMT", "2019-11-12T05:53:07Z"},
      {"Nov 12, 2019 05:53:07", "2019-11-12T05:53:07Z"},
      {"November 12 2019 5:53 PM", "2019-11-12T17:53:00Z"},
      {"Tue, Nov 12 2019 12:05 am EST", "2019-11-12T05:05:00Z"},
      {"  Tue,  12\tNov 2019\n05:53:07  GMT ", "2019-11-12T05:53:07Z"},
  });
}

TEST(FeedDate, Asctime) {
  ExpectAll({
      {"Tue Nov 12 05:53:07 2019", "2019-11-12T05:53:07Z"},
      {"Tue Nov  2 05:53:07 EST 2019", "2019-11-02T10:53:07Z"},
      {"Tue Nov 12 05:53:07 +0200 2019", "2019-11-12T03:53:07Z"},
  });
}

TEST(FeedDate, Iso8601AndW3cdtf) {
  ExpectAll({
      {"2019-11-12T05:53:07Z", "2019-11-12T05:53:07Z"},
      {"2019-11-12T05:53:07.123+08:00", "2019-11-11T21:53:07Z"},
      {"2019-11-12T05:53:07,5Z", "2019-11-12T05:53:07Z"},
      {"2019-11-12T05:53-0500", "2019-11-12T10:53:00Z"},
      {"2019-11-12T05:53:07-05", "2019-11-12T10:53:07Z"},
      {"2019-11-12 05:53:07", "2019-11-12T05:53:07Z"},
      {"2019-11-12 05:53:07 +0100", "2019-11-12T04:53:07Z"},
      {"2019-11-12", "2019-11-12T00:00:00Z"},
      {"2019-11", "2019-11-01T00:00:00Z"},
      {"2019", "2019-01-01T00:00:00Z"},
      {"20191112", "2019-11-12T00:00:00Z"},
      {"20191112T055307Z", "2019-11-12T05:53:07Z"},
      {"20191112T0553+0100", "2019-11-12T04:53:00Z"},
      {"2019-316", "2019-11-12T00:00:00Z"},
      {"2019316", "2019-11-12T00:00:00Z"},
      {"2019-11-12T5:53Z", "2019-11-12T05:53:00Z"},
  });
}

TEST(FeedDate, NumericFormsWithSlashesAndDots) {
  ExpectAll({
      {"2019/11/12 05:53:07 EDT", "2019-11-12T09:53:07Z"},
      {"11/12/2019 05:53", "2019-11-12T05:53:00Z"},
      {"25/12/2019 05:53", "2019-12-25T05:53:00Z"},
      {"12.11.2019 05:53", "2019-11-12T05:53:00Z"},
      {"12-11-2019", "2019-11-12T00:00:00Z"},
  });
}

TEST(FeedDate, OtherLanguages) {
  ExpectAll({
      {"Di, 12 Dezember 2019 05:53:07 +0100", "2019-12-12T04:53:07Z"},
      {"mar., 12 f\xC3\xA9vrier 2019 05:53:07 GMT", "2019-02-12T05:53:07Z"},
      {"12 de marzo de 2019, 05:53", "2019-03-12T05:53:00Z"},
      {"\xCE\xA4\xCF\x81\xCE\xB9, 12 \xCE\x9D\xCE\xBF\xCE\xB5 2019 05:53:07 GMT", "2019-11-12T05:53:07Z"},
      {"2019-november-12T05:53+01:00", "2019-11-12T04:53:00Z"},
      {"2019\xEB\x85\x84 11\xEC\x9B\x94 12\xEC\x9D\xBC 05:53:07", "2019-11-12T05:53:07Z"},
      {"2019\xE5\xB9\xB4"
       "11\xE6\x9C\x88"
       "12\xE6\x97\xA5",
       "2019-11-12T00:00:00Z"},
      {"2019-11-12 \xEC\x98\xA4\xED\x9B\x84 05:53:07", "2019-11-12T17:53:07Z"},
  });
}

TEST(FeedDate, WhatIsNoDateIsNone) {
  ExpectAll({
      {"", "none"},
      {"yesterday", "none"},
      {"Tue, 31 Feb 2019 05:53:07 GMT", "none"},
      {"2019-13-01", "none"},
      {"2019-11-31", "none"},
      {"2019-11-12T25:00:00Z", "none"},
      {"2019-11-12T05:61:00Z", "none"},
      {"0000-00-00 00:00:00", "none"},
      {"Thu, 01 Jan 0001 00:00:00 GMT", "none"},
      {"2019-366", "none"},
      {"05:53:07", "none"},
      {"May", "none"},
      {"12 May", "none"},
      {std::string(1000, '1'), "none"},
  });
}

TEST(FeedDate, CutAtEveryLengthItStillReturns) {
  for (const std::string date : {"Tue, 12 Nov 2019 05:53:07 +0100 (CET)", "2019-11-12T05:53:07.123+08:00",
                                 "2019\xEB\x85\x84 11\xEC\x9B\x94 12\xEC\x9D\xBC"}) {
    for (size_t length = 0; length <= date.size(); ++length) ParseFeedDate(std::string_view{date}.substr(0, length));
  }
}

}  // namespace
}  // namespace tallywire::fetch
