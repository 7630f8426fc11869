#include "extract/dates/calendar.h"

#include <gtest/gtest.h>

#include "extract/dates/date_pick.h"

namespace tallywire::extract {
namespace {

Day On(const char* iso) { return *ParseIsoDay(iso); }

TEST(Calendar, NamesThePeriodAroundADay) {
  const struct {
    const char* day;
    PeriodGrain grain;
    const char* want;
  } rows[] = {
      {"2019-11-12", PeriodGrain::kDay, "2019-11-12"},      {"2019-11-12", PeriodGrain::kWeek, "2019-W46"},
      {"2019-11-12", PeriodGrain::kWeekend, "2019-W46-WE"}, {"2019-12-30", PeriodGrain::kWeek, "2020-W01"},
      {"2021-01-03", PeriodGrain::kWeek, "2020-W53"},       {"2019-11-12", PeriodGrain::kMonth, "2019-11"},
      {"2019-11-12", PeriodGrain::kQuarter, "2019-Q4"},     {"2019-06-30", PeriodGrain::kHalf, "2019-H1"},
      {"2019-11-12", PeriodGrain::kSeason, "2019-FA"},      {"2020-02-29", PeriodGrain::kSeason, "2019-WI"},
      {"2019-11-12", PeriodGrain::kYear, "2019"},           {"2019-11-12", PeriodGrain::kDecade, "201X"},
      {"2019-11-12", PeriodGrain::kCentury, "20XX"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(std::string(row.day) + " " + row.want);
    const CalendarPeriod period = PeriodAround(On(row.day), row.grain);
    EXPECT_EQ(IsoOf(period), row.want);
    EXPECT_LE(period.days.first, period.days.last);
    EXPECT_EQ(DaysOf(row.want), period.days);
  }
}

TEST(Calendar, ShiftsKeepTheGrainUnlessTheUnitIsFiner) {
  const struct {
    const char* first;
    PeriodGrain grain;
    int count;
    PeriodGrain unit;
    const char* want;
  } rows[] = {
      {"2019-07-01", PeriodGrain::kQuarter, -1, PeriodGrain::kYear, "2018-Q3"},
      {"2019-01-01", PeriodGrain::kQuarter, -1, PeriodGrain::kQuarter, "2018-Q4"},
      {"2019-05-01", PeriodGrain::kMonth, 8, PeriodGrain::kMonth, "2020-01"},
      {"2020-02-29", PeriodGrain::kDay, -1, PeriodGrain::kYear, "2019-02-28"},
      {"2019-03-31", PeriodGrain::kDay, -1, PeriodGrain::kMonth, "2019-02-28"},
      {"2019-01-01", PeriodGrain::kYear, 3, PeriodGrain::kMonth, "2019-04"},
      {"2019-11-12", PeriodGrain::kWeek, -1, PeriodGrain::kYear, "2018-W46"},
      {"2019-01-01", PeriodGrain::kDecade, -2, PeriodGrain::kDecade, "199X"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.want);
    const auto shifted = Shift(PeriodAround(On(row.first), row.grain), row.count, row.unit);
    ASSERT_TRUE(shifted);
    EXPECT_EQ(IsoOf(*shifted), row.want);
  }
  EXPECT_EQ(IsoOf(*Shift(RangeOf(On("2019-01-01"), On("2019-09-30")), -1, PeriodGrain::kYear)), "2018-01/2018-09");
}

TEST(Calendar, RangesAreWrittenAsCoarselyAsTheyAllow) {
  EXPECT_EQ(IsoOf(RangeOf(On("2022-01-01"), On("2023-12-31"))), "2022/2023");
  EXPECT_EQ(IsoOf(RangeOf(On("2022-10-01"), On("2023-09-30"))), "2022-10/2023-09");
  EXPECT_EQ(IsoOf(RangeOf(On("2023-05-13"), On("2023-05-19"))), "2023-05-13/2023-05-19");
  EXPECT_EQ(IsoOf(RangeOf(On("2019-01-01"), On("2019-12-31"))), "2019");
  EXPECT_EQ(IsoOf(RangeOf(On("2019-02-01"), On("2019-02-28"))), "2019-02");
}

TEST(Calendar, RefusesWhatDoesNotExist) {
  EXPECT_FALSE(DayOf(2019, 2, 29));
  EXPECT_FALSE(DayOf(2019, 13, 1));
  EXPECT_FALSE(DayOf(0, 1, 1));
  EXPECT_FALSE(PartOfYear(2019, PeriodGrain::kQuarter, 5));
  EXPECT_FALSE(PartOfYear(2019, PeriodGrain::kWeek, 54));
  EXPECT_FALSE(YearOf(3000));
  EXPECT_FALSE(ShiftDay(On("2019-01-01"), 5000, PeriodGrain::kYear));
  EXPECT_FALSE(ShiftDay(On("2019-01-01"), 2000000000, PeriodGrain::kDay));
}

TEST(Calendar, EasterAndOtherHolidays) {
  const struct {
    int year;
    const char* code;
    const char* want;
  } rows[] = {
      {2019, "E", "2019-04-21"},      {2000, "E", "2000-04-23"},      {2019, "E-2", "2019-04-19"},
      {2019, "12-25", "2019-12-25"},  {2019, "11-4-4", "2019-11-28"}, {2019, "11-4-4+1", "2019-11-29"},
      {2019, "05-0-1", "2019-05-27"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.code);
    const auto day = HolidayIn(row.year, row.code);
    ASSERT_TRUE(day);
    EXPECT_EQ(IsoOf(*day), row.want);
  }
  EXPECT_FALSE(HolidayIn(2019, "x"));
  EXPECT_FALSE(HolidayIn(2019, "13-40"));
}

TEST(Calendar, TwoDigitYearsLieAroundThePublication) {
  EXPECT_EQ(YearNear(15, On("2019-01-01")), 2015);
  EXPECT_EQ(YearNear(89, On("2019-01-01")), 1989);
  EXPECT_EQ(YearNear(30, On("2019-01-01")), 2030);
  EXPECT_EQ(YearNear(87, On("1987-01-01")), 1987);
  EXPECT_EQ(YearNear(0, On("1999-06-01")), 2000);
}

}  // namespace
}  // namespace tallywire::extract
