// Spans of two dates, lengths with a begin, and what must stay apart.
#include "extract/dates/date_join.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/date_support.h"

namespace tallywire::extract {
namespace {

const DateReader& Reader() {
  static const DateReader reader;
  return reader;
}

// "words=value first/last" of all dates, separated by "; ".
std::string Joined(const std::string& text, const std::string& published) {
  std::string out;
  for (const FoundDate& date : Reader().ReadJoined(text, published)) {
    if (!out.empty()) out += "; ";
    out += date.words + "=" + date.value + (date.days.empty() ? "" : " " + date.days);
  }
  return out;
}

struct Row {
  const char* text;
  const char* published;
  const char* want;
};

void Check(std::span<const Row> rows) {
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(Joined(row.text, row.published), row.want);
  }
}

TEST(DateJoiner, TheEndsOfASpanBecomeOneDate) {
  const Row rows[] = {
      {"Catches fell from May to September.", "2018-11-07", "May to September=2018-05/2018-09 2018-05-01/2018-09-30"},
      {"Arrivals totalled 5 t between October 1 and July 6.", "2025-07-09",
       "October 1 and July 6=2024-10-01/2025-07-06 2024-10-01/2025-07-05"},
      {"Boats fished between 1994 and 1997.", "2018-11-07", "1994 and 1997=1994/1997 1994-01-01/1997-12-31"},
      {"Farmers sold the October-to-March crop.", "2023-05-13",
       "October-to-March=2022-10/2023-03 2022-10-01/2023-03-31"},
      {"The fair runs from June 2 to June 10.", "2018-05-07",
       "June 2 to June 10=2018-06-02/2018-06-10 2018-06-02/2018-06-10"},
      {"Open 10/1/2018-10/5/2018.", "2018-11-07", "10/1/2018-10/5/2018=2018-10-01/2018-10-05 2018-10-01/2018-10-05"},
      {"Margins from Q1 of 2017 to Q3 of 2018 shrank.", "2018-11-07",
       "Q1 of 2017 to Q3 of 2018=2017-01/2018-09 2017-01-01/2018-09-30"},
      {"Sold from the end of 2007 to 2009.", "2018-11-07",
       "the end of 2007 to 2009=2007-09/2009-12 2007-09-01/2009-12-31"},
      {"Output grew in 2014 through May 2018.", "2018-11-07",
       "2014 through May 2018=2014-01/2018-05 2014-01-01/2018-05-31"},
      {"The ban ran from May 5, 2017 to June 4, 2018.", "2018-11-07",
       "May 5, 2017 to June 4, 2018=2017-05-05/2018-06-04 2017-05-05/2018-06-04"},
  };
  Check(rows);
}

TEST(DateJoiner, TheYearOfOneEndFollowsTheOther) {
  const Row rows[] = {
      {"It lasted from January to late April 2015.", "2018-11-07",
       "January to late April 2015=2015-01/2015-04 2015-01-01/2015-04-30"},
      {"It lasted from November to April 2015.", "2018-11-07",
       "November to April 2015=2014-11/2015-04 2014-11-01/2015-04-30"},
      {"It lasted from November 2014 to April.", "2018-11-07",
       "November 2014 to April=2014-11/2015-04 2014-11-01/2015-04-30"},
      {"It will last from November to March.", "2018-09-07", "November to March=2018-11/2019-03 2018-11-01/2019-03-31"},
      // What runs now is meant where the last round has been over for long.
      {"The limit for Feb. 20 to July 31 is set.", "2019-03-05",
       "Feb. 20 to July 31=2019-02-20/2019-07-31 2019-02-20/2019-07-31"},
      {"They set the limit for 20 February-31 July.", "2019-03-05",
       "20 February-31 July=2019-02-20/2019-07-31 2019-02-20/2019-07-31"},
      {"Catches rose in October-December.", "2019-03-05", "October-December=2018-Q4 2018-10-01/2018-12-31"},
      {"He will be away from next Monday to Friday.", "2019-09-05",
       "next Monday to Friday=2019-09-09/2019-09-13 2019-09-09/2019-09-13"},
      {"Prices rose from Monday to Friday.", "2020-05-06",
       "Monday to Friday=2020-04-27/2020-05-01 2020-04-27/2020-05-01"},
  };
  Check(rows);
}

TEST(DateJoiner, AnEndThatIsABoundaryIsLeftOut) {
  const Row rows[] = {
      {"It is shut from May 9 until May 17.", "2019-05-01",
       "May 9 until May 17=2019-05-09/2019-05-17 2019-05-09/2019-05-16"},
      {"It was built between August 2019 and now.", "2020-05-06",
       "August 2019 and now=2019-08/2020-05-06 2019-08-01/2020-05-05"},
      {"He was there from April 1 to today.", "2020-05-06",
       "April 1 to today=2020-04-01/2020-05-06 2020-04-01/2020-05-05"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    const std::string got = Joined(row.text, row.published);
    const std::string want = row.want;
    EXPECT_EQ(got.substr(got.rfind(' ')), want.substr(want.rfind(' ')));
    EXPECT_EQ(got.substr(0, got.find('=')), want.substr(0, want.find('=')));
  }
}

TEST(DateJoiner, NowIsTheDayOfPublication) {
  EXPECT_EQ(Joined("Demand will triple between now and 2050.", "2024-03-14"),
            "now and 2050=2024-03-14/2050-12-31 2024-03-14/2050-12-31");
}

TEST(DateJoiner, DatesThatAreMovedStayApart) {
  const Row rows[] = {
      {"The vote was postponed from May 5 to May 7.", "2020-05-06",
       "May 5=2020-05-05 2020-05-05/2020-05-05; May 7=2020-05-07 2020-05-07/2020-05-07"},
      {"It rose from 5 tonnes in 2014 to 9 tonnes in 2018.", "2019-05-06",
       "2014=2014 2014-01-01/2014-12-31; 2018=2018 2018-01-01/2018-12-31"},
      {"It fell between Monday and Wednesday, and on Thursday.", "2020-05-08",
       "Monday and Wednesday=2020-05-04/2020-05-06 2020-05-04/2020-05-05; Thursday=2020-05-07 2020-05-07/2020-05-07"},
      {"It was done in 2014 through May.", "2018-11-07",
       "2014=2014 2014-01-01/2014-12-31; May=2018-05 2018-05-01/2018-05-31"},
      {"It met on Friday and Monday.", "2020-05-06",
       "Friday=2020-05-01 2020-05-01/2020-05-01; Monday=2020-05-04 2020-05-04/2020-05-04"},
  };
  Check(rows);
}

TEST(DateJoiner, LengthsGetTheirBegin) {
  const Row rows[] = {
      {"The halt lasts three days starting next Monday.", "2019-10-07",
       "three days=P3D 2019-10-14/2019-10-16; next Monday=2019-10-14 2019-10-14/2019-10-14"},
      {"Set for 0 weeks starting tomorrow.", "2018-01-01", "0 weeks=P0W; tomorrow=2018-01-02 2018-01-02/2018-01-02"},
      {"It is due 16 days from 01/02/2018.", "2018-01-01", "16 days from 01/02/2018=2018-01-18 2018-01-18/2018-01-18"},
  };
  Check(rows);
}

TEST(DateJoin, SpansBeginAndEndInTheMiddleOfAMonth) {
  const Row rows[] = {
      {"Mills crushed cane between mid-April and mid-August.", "2019-11-12",
       "mid-April and mid-August=2019-04-15/2019-08-15 2019-04-15/2019-08-15"},
      {"Mills crushed cane from April to mid-August.", "2019-09-12",
       "April to mid-August=2019-04-01/2019-08-15 2019-04-01/2019-08-15"},
  };
  Check(rows);
}

TEST(DateJoin, ADatelineIsNoBeginningOfASpan) {
  const Row rows[] = {
      {"LIMA, Feb 9 - From February 15 to June 30 ships will be idle.", "2024-02-09",
       "Feb 9=2024-02-09 2024-02-09/2024-02-09; February 15 to June 30=2024-02-15/2024-06-30 2024-02-15/2024-06-30"},
  };
  Check(rows);
}

TEST(DateJoin, MonthsBehindAnArticleLastFromTheirDay) {
  const Row rows[] = {
      {"Steel enters freely in the 12 months from July 1.", "2024-05-16",
       "the 12 months=P12M 2024-07-01/2025-06-30; July 1=2024-07-01 2024-07-01/2024-07-01"},
      {"The duty ends 12 months from July 1.", "2024-05-16", "12 months from July 1=2025-07-01 2025-07-01/2025-07-01"},
  };
  Check(rows);
}

}  // namespace
}  // namespace tallywire::extract
