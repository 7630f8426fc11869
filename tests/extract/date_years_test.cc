// Fiscal years and seasons by the calendar of the country or crop that a text speaks of.
#include "extract/dates/date_years.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/date_support.h"

namespace tallywire::extract {
namespace {

std::string Days(const DaySpan& span) { return ToIsoDate(span.first) + "/" + ToIsoDate(span.last); }

TEST(YearCalendar, YearsAreNamedByTheirBeginOrTheirEnd) {
  const YearCalendar india{4, true};
  const YearCalendar japan{4, false};
  EXPECT_EQ(Days(*DaysOfYear(india, 2022, PeriodGrain::kYear, 0)), "2021-04-01/2022-03-31");
  EXPECT_EQ(Days(*DaysOfYear(japan, 2022, PeriodGrain::kYear, 0)), "2022-04-01/2023-03-31");
  EXPECT_EQ(Days(*DaysOfYear(india, 2022, PeriodGrain::kQuarter, 4)), "2022-01-01/2022-03-31");
  EXPECT_EQ(Days(*DaysOfYear(japan, 2022, PeriodGrain::kHalf, 2)), "2022-10-01/2023-03-31");
  EXPECT_EQ(Days(*DaysOfYear({1, true}, 2022, PeriodGrain::kYear, 0)), "2022-01-01/2022-12-31");
  EXPECT_FALSE(DaysOfYear(india, kLastYear + 2, PeriodGrain::kYear, 0));
  EXPECT_EQ(Days(YearAround(india, *ParseIsoDay("2022-03-31"))), "2021-04-01/2022-03-31");
  EXPECT_EQ(Days(YearAround(india, *ParseIsoDay("2022-04-01"))), "2022-04-01/2023-03-31");
}

TEST(YearCalendar, TheTextSaysWhoseYearItIs) {
  static const DateReader reader;
  const struct {
    const char* text;
    const char* value;
    const char* days;
  } rows[] = {
      {"India's deficit widened in fiscal 2022.", "2022", "2021-04-01/2022-03-31"},
      {"Net profit of the lender was Rs 12 crore in Q4FY22.", "2022-Q4", "2022-01-01/2022-03-31"},
      {"Output in Japan fell in the first half of fiscal 2021.", "2021-H1", "2021-04-01/2021-09-30"},
      {"The federal government spent more in fiscal 2021.", "2021", "2020-10-01/2021-09-30"},
      {"Canberra spent more in the last financial year.", "2021", "2020-07-01/2021-06-30"},
      {"The retailer earned less in fiscal 2021.", "2021", "2021-01-01/2021-12-31"},
      {"Sugar output in 2020/21 fell.", "2020/2021", "2020-10-01/2021-09-30"},
      {"U.S. wheat exports in 2020/21 fell.", "2020/2021", "2020-06-01/2021-05-31"},
      {"Canada will export less canola in the 2020-21 crop year.", "2020/2021", "2020-08-01/2021-07-31"},
      {"Iceland's cod quota for the 2020/21 season rose.", "2020/2021", "2020-09-01/2021-08-31"},
      {"Soybean stocks of the 2020-2021 marketing year fell.", "2020/2021", "2020-09-01/2021-08-31"},
      {"Dublin reopened. The 2020/21 theatre season was short.", "2020/2021", "2020-01-01/2021-12-31"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    const auto dates = reader.Read(row.text, "2022-05-13");
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].value, row.value);
    EXPECT_EQ(dates[0].days, row.days);
  }
}

TEST(YearCalendar, ACountryNamedBeforeHolds) {
  static const DateReader reader;
  const auto dates = reader.Read("India ships less. The firm sold more of it in fiscal 2022.", "2022-05-13");
  ASSERT_EQ(dates.size(), 1U);
  EXPECT_EQ(dates[0].days, "2021-04-01/2022-03-31");
}

}  // namespace
}  // namespace tallywire::extract
