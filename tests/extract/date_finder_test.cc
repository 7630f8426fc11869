#include "extract/dates/date_finder.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/date_support.h"

namespace tallywire::extract {
namespace {

const DateReader& Reader() {
  static const DateReader reader;
  return reader;
}

// "words=value" of all dates, separated by " / ".
std::string Dates(const std::string& text, const std::string& published, const std::string& language = "en") {
  std::string out;
  for (const FoundDate& date : Reader().Read(text, published, language)) {
    if (!out.empty()) out += " / ";
    out += date.words + "=" + date.value;
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
    EXPECT_EQ(Dates(row.text, row.published), row.want);
  }
}

TEST(DateFinder, WeekdaysFollowTheTenseOfTheirClause) {
  const Row rows[] = {
      {"The ministry said Monday that it had met.", "2019-11-12", "Monday=2019-11-11"},
      {"The council will meet on Monday.", "2019-11-12", "Monday=2019-11-18"},
      {"Fines will be paid on Monday.", "2019-11-12", "Monday=2019-11-18"},
      {"A statement issued Friday by the board", "2019-11-12", "Friday=2019-11-08"},
      {"He spoke on Tuesday.", "2019-11-12", "Tuesday=2019-11-12"},
      {"The bid had been due to expire Friday.", "2019-11-12", "Friday=2019-11-08"},
      {"The bid is due to expire Friday.", "2019-11-12", "Friday=2019-11-15"},
      {"In the six months that end on Friday ships were held to 9 tons.", "2019-11-12",
       "the six months=P6M / Friday=2019-11-15"},
      {"It trades in London and is to resume trading in Paris Friday.", "2019-11-12", "Friday=2019-11-15"},
      {"It opened Wednesday last week.", "2019-11-12", "Wednesday last week=2019-11-06"},
  };
  Check(rows);
}

TEST(DateFinder, TheYearOfAMonthFollowsThePublication) {
  const Row rows[] = {
      {"Imports rose in October.", "2020-01-08", "October=2019-10"},
      {"Imports rose in January.", "2020-01-20", "January=2020-01"},
      {"The mine will reopen in March.", "2019-11-12", "March=2020-03"},
      {"Peru will cut its duty in March.", "2019-11-12", "March=2020-03"},
      {"Peru plans to set the limit in March.", "2019-11-12", "March=2020-03"},
      {"Peru set the limit in March.", "2019-11-12", "March=2019-03"},
      {"The deal was reached on Dec. 28.", "2020-01-08", "Dec. 28=2019-12-28"},
      {"The deal expires on Jan. 15.", "2019-12-08", "Jan. 15=2020-01-15"},
      {"He may march in august company.", "2019-11-12", ""},
  };
  Check(rows);
}

TEST(DateFinder, APastVerbMakesAMonthPast) {
  const Row rows[] = {
      {"Imports rose in January.", "2019-11-12", "January=2019-01"},
      {"In February exports fell.", "2019-11-12", "February=2019-02"},
      {"Talks resume in January, he said.", "2019-11-12", "January=2020-01"},
      {"The ban was extended until January.", "2019-11-12", "January=2020-01"},
      {"The fee will rise to 9,860 won in January.", "2019-11-12", "January=2020-01"},
      {"The club won in January.", "2019-11-12", "January=2019-01"},
      {"In the January-October period, output grew.", "2019-11-12", "January-October=2019-01/2019-10"},
  };
  Check(rows);
}

TEST(DateFinder, ParticiplesHaveTheTenseOfTheVerbInFront) {
  const Row rows[] = {
      {"Ships will carry 9 tons, made up of 4 tons in October and 5 tons in November.", "2025-09-22",
       "October=2025-10 / November=2025-11"},
      {"Ships carried 9 tons, made up of 4 tons in October.", "2025-09-22", "October=2024-10"},
      {"For July-September each ship is limited to 9 tons.", "2024-06-26", "July-September=2024-Q3"},
      {"In July-September each ship was limited to 9 tons.", "2024-06-26", "July-September=2023-Q3"},
      {"She sees a fall in December.", "2025-05-28", "December=2025-12"},
  };
  Check(rows);
}

TEST(DateFinder, NamesAndCodesAreNoDates) {
  const Row rows[] = {
      {"Mrs. May and Theresa May voted.", "2019-11-12", ""},
      {"May said it was over.", "2019-11-12", ""},
      {"Windows 10, Boeing 747, Formula 1 and the G20", "2019-11-12", ""},
      {"Route 2022, Room 1999, ISO 2001, Rs 2024", "2019-11-12", ""},
      {"The second player scored in the first minute.", "2019-11-12", ""},
      {"Second, costs rose; a third of firms said so.", "2019-11-12", ""},
      {"May we march on? We may.", "2019-11-12", ""},
      {"It sold 2 in May.", "2019-11-12", "May=2019-05"},
      {"It takes 1.5 litres and 2,019 grams.", "2019-11-12", ""},
  };
  Check(rows);
}

TEST(DateFinder, WireAndBusinessStyles) {
  const Row rows[] = {
      {"4th qtr net fell. Nine months' sales rose.", "1987-03-05", "4th qtr=1986-Q4 / Nine months=P9M"},
      {"Q4FY22 profit rose, while Q1 FY23 was weak.", "2022-05-13", "Q4FY22=2022-Q4 / Q1 FY23=2023-Q1"},
      {"Net profit in 9M 2023 and 2H23 fell.", "2024-03-14", "9M 2023=2023-01/2023-09 / 2H23=2023-H2"},
      {"Sales rose in the 26 weeks ended 28 September 2019.", "2019-11-12",
       "the 26 weeks=P26W / 28 September 2019=2019-09-28"},
      {"Results follow on Thursday 27 February.", "2019-11-12", "Thursday 27 February=2020-02-27"},
      {"It ends in two years' time and in a month's time.", "2019-11-12", "two years=2021 / a month=2019-12"},
      {"It meets on the first Friday of July.", "2019-06-12", "the first Friday of July=2019-07-05"},
      {"Stocks at end-March and end-2023", "2024-05-14", "end-March=2024-03 / end-2023=2023"},
      {"Growth of 2% in 2024 and 3% in 2025", "2024-03-14", "2024=2024 / 2025=2025"},
      {"Shares are up 14% year-to-date.", "2024-03-14", "year-to-date=2024"},
      {"It closes over Lunar New Year and Eid al-Fitr.", "2019-01-12",
       "Lunar New Year=2019-02-05 / Eid al-Fitr=2019-06-04"},
      {"They met in early 2020, mid-May and late 2019.", "2020-06-01",
       "early 2020=2020 / mid-May=2020-05 / late 2019=2019"},
  };
  Check(rows);
}

TEST(DateFinder, DaysAroundOthers) {
  const Row rows[] = {
      {"It ends on the last day of the month.", "2016-11-07", "the last day of the month=2016-11-30"},
      {"It rained in the week of 3 October 2016.", "2016-11-07", "the week of 3 October 2016=2016-W40"},
      {"It rained in the first half of this month.", "2016-11-17",
       "the first half of this month=2016-11-01/2016-11-15"},
      {"It leaves a week from Tuesday.", "2016-11-07", "a week from Tuesday=2016-11-15"},
      {"It left three Fridays ago.", "2016-11-07", "three Fridays ago=2016-10-21"},
      {"It shut the day after Easter 5 years long.", "2017-05-07", "the day after Easter=2017-04-17 / 5 years=P5Y"},
      {"It shut on Easter Monday, Whit Monday and the day before Good Friday 2015.", "2017-06-20",
       "Easter Monday=2017-04-17 / Whit Monday=2017-06-05 / the day before Good Friday 2015=2015-04-02"},
      {"It fell in the month of May 2016.", "2016-11-07", "May 2016=2016-05"},
      {"They met on Nov. 3, 4 and 5.", "2016-11-07", "Nov. 3, 4 and 5=2016-11-03/2016-11-05"},
      {"On Nov. 3 and 4 more men came.", "2016-11-07", "Nov. 3=2016-11-03"},
      {"It spent 46 dollars this year and 58 next.", "2016-11-07", "this year=2016 / next=2017"},
  };
  Check(rows);
}

TEST(DateFinder, NumbersInsideDatesAreReadAsOneDate) {
  const Row rows[] = {
      {"The 2012-13 crop was poor.", "2014-01-01", "The 2012-13 crop=2012/2013"},
      {"Talks ran on Sept 26-27.", "2020-01-01", "Sept 26-27=2019-09-26/2019-09-27"},
      {"Dated 10-Apr-15.", "2020-01-01", "10-Apr-15=2015-04-10"},
      {"It is the second test of the year.", "2019-11-12", "the year=2019"},
      {"He earned $1k last month.", "2019-11-12", "last month=2019-10"},
      {"Net profit for fiscal 2019 fell.", "2019-11-12", "fiscal 2019=2019"},
      {"Output in 1H2020 fell.", "2020-11-12", "1H2020=2020-H1"},
      {"A cap of 1985 tonnes and 2,019 boats.", "2019-11-12", ""},
      {"It costs $1999 now.", "2019-11-12", "now=PRESENT_REF"},
  };
  Check(rows);
}

TEST(DateFinder, EarlierPeriodsAreCountedFromTheOneSpokenOf) {
  const Row rows[] = {
      {"Sales fell in the second quarter from a year earlier.", "2019-08-12",
       "the second quarter=2019-Q2 / a year earlier=2018-Q2"},
      {"It was built in 1995. The following year it burnt.", "2019-08-12", "1995=1995 / The following year=1996"},
      {"He met them on May 5, 2018, and left the same day.", "2019-08-12",
       "May 5, 2018=2018-05-05 / the same day=2018-05-05"},
      {"Exports fell 2% in May 2018 from the previous month.", "2019-08-12",
       "May 2018=2018-05 / the previous month=2018-04"},
  };
  Check(rows);
}

TEST(DateFinder, ComparisonsDoNotBecomeTheDateSpokenOf) {
  EXPECT_EQ(Dates("In Q2 2019 it earned 5, up from 4 a year earlier. Costs were 3, down from 4 a year earlier.",
                  "2019-08-12"),
            "Q2 2019=2019-Q2 / a year earlier=2018-Q2 / a year earlier=2018-Q2");
}

TEST(DateFinder, AgesRatesAndGamesAreNoDates) {
  const Row rows[] = {
      {"The 48-year-old farmer", "2019-11-12", ""},
      {"He is 48 years old.", "2019-11-12", ""},
      {"She is in her 30s.", "2019-11-12", ""},
      {"It is guarded 24 hours a day.", "2019-11-12", ""},
      {"It lost a quarter of its value.", "2019-11-12", ""},
      {"They will fall in love.", "2019-11-12", ""},
  };
  Check(rows);
}

TEST(DateFinder, WithoutAReferenceWhatTheWordsSayRemains) {
  const Row rows[] = {
      {"On May 5, 2019, it rose.", "", "May 5, 2019=2019-05-05"},
      {"On Friday it rose.", "", "Friday=XXXX-WXX-5"},
      {"In May it rose.", "", "May=XXXX-05"},
      {"On May 5 it rose.", "", "May 5=XXXX-05-05"},
      {"In the third quarter it rose.", "", "the third quarter=XXXX-Q3"},
      {"It rose last week.", "", "last week=PAST_REF"},
      {"It will rise next year.", "", "next year=FUTURE_REF"},
      {"It rose this year.", "", "this year=PRESENT_REF"},
      {"It rose for two years.", "", "two years=P2Y"},
  };
  Check(rows);
}

TEST(DateFinder, MonthsOfOtherLanguages) {
  const struct {
    const char* text;
    const char* language;
    const char* want;
  } rows[] = {
      {"Am 5. März 2019 stieg der Preis.", "de", "5. März 2019=2019-03-05"},
      {"Le 1er août 2019, les prix ont augmenté.", "fr", "1er août 2019=2019-08-01"},
      {"El 5 de mayo de 2019 subió.", "es", "5 de mayo de 2019=2019-05-05"},
      {"Em 5 de março de 2019 subiu.", "pt", "5 de março de 2019=2019-03-05"},
      {"Im Mai 2019 stieg der Preis.", "de", "Mai 2019=2019-05"},
      {"Vom 04.05.2019 an.", "de", "04.05.2019=2019-05-04"},
      {"Am Montag, 11. November, und Anfang Mai 2019", "de",
       "Montag, 11. November=2019-11-11 / Anfang Mai 2019=2019-05"},
      {"Vom 5. bis 7. März 2019 und im dritten Quartal 2019", "de",
       "5. bis 7. März 2019=2019-03-05/2019-03-07 / dritten Quartal 2019=2019-Q3"},
      {"Au troisième trimestre 2019 et fin août", "fr", "troisième trimestre 2019=2019-Q3 / fin août=2019-08"},
      {"En el tercer trimestre de 2019 y en agosto", "es", "tercer trimestre de 2019=2019-Q3 / agosto=2019-08"},
      {"Em 1º de janeiro de 2020", "pt", "1º de janeiro de 2020=2020-01-01"},
      {"Il 1 gennaio 2020", "it", "1 gennaio 2020=2020-01-01"},
      {"Op 5 maart 2019", "nl", "5 maart 2019=2019-03-05"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(Dates(row.text, "2020-01-01", row.language), row.want);
  }
}

TEST(DateFinder, MeaningsTellWhatEventsNeed) {
  const auto dates =
      Reader().Read("On Friday it said sales in the first nine months rose from a year earlier.", "2019-11-12");
  ASSERT_EQ(dates.size(), 3U);
  EXPECT_TRUE(dates[0].meaning.announcement_day);
  EXPECT_EQ(dates[1].value, "P9M");
  EXPECT_EQ(dates[1].meaning.Iso(), "2019-01/2019-09");
  EXPECT_FALSE(dates[1].meaning.announcement_day);
  EXPECT_EQ(dates[2].meaning.relation, PeriodRelation::kShifted);
  EXPECT_EQ(dates[2].meaning.count, -1);
  EXPECT_EQ(dates[2].meaning.unit, PeriodGrain::kYear);
}

TEST(DateFinder, PartsNarrowTheDaysButNotTheValue) {
  const auto dates =
      Reader().Read("It opened in mid-May 2019, fell in late 2018 and rose earlier this year.", "2019-11-12");
  ASSERT_EQ(dates.size(), 3U);
  EXPECT_EQ(dates[0].value + " " + dates[0].days, "2019-05 2019-05-10/2019-05-20");
  EXPECT_EQ(dates[1].value + " " + dates[1].days, "2018 2018-09-01/2018-12-31");
  EXPECT_EQ(dates[2].value + " " + dates[2].days, "2019 2019-01-01/2019-11-11");
}

TEST(DateFinder, SpansLieInTheTextAndInOrder) {
  const std::string text = "Le 5 mai – on May 5, 2019 and the ’90s, 1990’s, 3Q19; 20190504\n\n2019-05-04T10:00";
  Reading reading;
  size_t end = 0;
  for (const DateSpan& span : Reader().Spans(text, "2019-11-12", reading)) {
    EXPECT_GE(span.date.start, end);
    EXPECT_LT(span.date.start, span.date.end);
    EXPECT_LE(span.date.end, text.size());
    EXPECT_LT(span.first, span.last);
    EXPECT_EQ(reading.tokens[span.first].start, span.date.start);
    EXPECT_EQ(reading.tokens[span.last - 1].end, span.date.end);
    end = span.date.end;
  }
  EXPECT_GT(end, 0U);
}

}  // namespace
}  // namespace tallywire::extract
