// Figures and dates that claim the same words: the classes on which published extractors fail.
#include "extract/arbitration.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/extract/figure_support.h"

namespace tallywire::extract {
namespace {

// All dates as "words=value", separated by " / ".
std::string Dates(std::string_view text) {
  std::string out;
  for (const DateExpression& date : ExtractText(text).dates) {
    out += out.empty() ? "" : " / ";
    out += std::string(text.substr(date.start, date.end - date.start)) + "=" + date.value;
  }
  return out;
}

struct Row {
  const char* text;
  const char* figures;
  const char* dates;
};

TEST(Arbitration, PublishedClassesOfMistakes) {
  const Row rows[] = {
      {"The herd numbers 5,000-6,000 head.", "5000..6000 head", ""},
      {"The quarry sent 816 000 t by rail.", "816000 t", ""},
      {"The plant has a capacity of 1 050MW.", "1050 MW", ""},
      {"The quarry sent 816\u2009000 t by rail.", "816000 t", ""},
      {"The 2012-13 crop was poor.", "", "The 2012-13 crop=2012/2013"},
      {"Talks were held on Sept 26-27.", "", "Sept 26-27=2019-09-26/2019-09-27"},
      {"She earned $1k last month.", "1000 USD", "last month=2019-10"},
      {"It will take 3 to 4 million tonnes.", "3000000..4000000 t", ""},
      {"The memo is dated 10-Apr-15.", "", "10-Apr-15=2015-04-10"},
      {"The file is log-20190501-final.", "", "20190501=2019-05-01"},
      {"-20190501-", "", "20190501=2019-05-01"},
      {"It was -20190501 units.", "-20190501 unit down", ""},
      {"It failed the second test.", "", ""},
      {"Profit for fiscal 2019 was $3 million.", "3000000 USD", "fiscal 2019=2019"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(Figures(row.text), row.figures);
    EXPECT_EQ(Dates(row.text), row.dates);
  }
}

TEST(Arbitration, AMeasuredNumberThatLooksLikeAYearIsAFigure) {
  const Row rows[] = {
      {"The cap is 1985 tonnes.", "1985 t", ""},    {"The tower fell in 1985.", "", "1985=1985"},
      {"It costs $2020 in all.", "2020 USD", ""},   {"It takes 15 years.", "15 a", "15 years=P15Y"},
      {"It pays $3,500 a year.", "3500 USD/a", ""},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(Figures(row.text), row.figures);
    EXPECT_EQ(Dates(row.text), row.dates);
  }
}

FigureSpan FigureOn(uint32_t first, uint32_t last, FigureStrength strength) {
  FigureSpan span;
  span.first = first;
  span.last = last;
  span.strength = strength;
  return span;
}

DateSpan DateOn(uint32_t first, uint32_t last, const char* value) {
  DateSpan span;
  span.first = first;
  span.last = last;
  span.date.type = "date";
  span.date.value = value;
  return span;
}

TEST(Arbitration, LosersAreKeptWithTheReason) {
  std::vector<FigureSpan> figures = {FigureOn(0, 1, FigureStrength::kBare), FigureOn(4, 7, FigureStrength::kMeasure)};
  std::vector<DateSpan> dates = {DateOn(0, 2, "2019-05"), DateOn(4, 5, "1985")};
  std::vector<Overruled> losers;
  Arbitrate(figures, dates, &losers);
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(figures[0].first, 4U);
  ASSERT_EQ(dates.size(), 1U);
  EXPECT_EQ(dates[0].first, 0U);
  ASSERT_EQ(losers.size(), 2U);
  EXPECT_TRUE(losers[0].figure);
  EXPECT_EQ(losers[0].reason, "the number is part of a date");
  EXPECT_FALSE(losers[1].figure);
  EXPECT_EQ(losers[1].reason, "the words are a measured figure");
}

TEST(Arbitration, NothingToDecideLeavesBoth) {
  std::vector<FigureSpan> figures = {FigureOn(0, 2, FigureStrength::kMeasure)};
  std::vector<DateSpan> dates = {DateOn(2, 4, "2019-05")};
  std::vector<Overruled> losers;
  Arbitrate(figures, dates, &losers);
  EXPECT_EQ(figures.size(), 1U);
  EXPECT_EQ(dates.size(), 1U);
  EXPECT_TRUE(losers.empty());
}

}  // namespace
}  // namespace tallywire::extract
