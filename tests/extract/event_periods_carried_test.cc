// Periods that go on from what the text told: spans of months, weeks, parentheses, sums and forecasts.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventPeriods, SpansOfMonthsGoOnBehindAnOutlook) {
  Check({
      {"whose year they are a part of",
       "Coal output in India was 284 million tonnes between April and October 2023. In the 2023/24 fiscal year India "
       "is "
       "expected to produce 960 million tonnes.\n\nCoal India produced 227 million tonnes.",
       {"level output of coal, India: 284000000 t in 2023-04/2023-10",
        "level output of coal, India: 960000000 t in 2023/2024, forecast",
        "level output of coal, Coal India: 227000000 t in 2023-04/2023-10"}},
      {"and behind what was a year before",
       "Coal output in India was 284 million tonnes between April and October 2023. A year earlier it was 260 million "
       "tonnes.\n\nSingareni Collieries mined 27 million tonnes.",
       {"level output of coal, India: 284000000 t in 2023-04/2023-10",
        "level output of coal, India: 260000000 t in 2022-04/2022-10",
        "level output of coal, Singareni Collieries: 27000000 t in 2023-04/2023-10"}},
      {"told by their length",
       "Vietnam's rubber exports rose 5% in the first three months of the year. The export price averaged $1,660 a "
       "tonne in the three-month period.",
       {"change exports of rubber, Vietnam: up 5 % in 2024-Q1",
        "level price (export) of rubber, Vietnam: 1660 USD/t in 2024-Q1"}},
      {"of a year that began in some month",
       "Coal output in Ghana climbed 9.7% in the first seven months of the fiscal year that began in July.",
       {"change output of coal, Ghana: up 9.7 % in 2023-07/2024-01"}},
  });
}

TEST(EventPeriods, WeeksGoOnInAWeeklyReport) {
  Check({
      {"in another paragraph",
       "U.S. crude stocks fell by 3.3 million barrels in the week ended May 10.\n\nRefinery output increased by 87,000 "
       "barrels a day.\n\nGasoline stocks shrank by 1.4 million barrels in the week.",
       {"change stocks of crude oil, U.S.: down 3300000 bbl in 2024-05-04/2024-05-10",
        "change output (refining) of crude oil, U.S.: up 87000 bbl/d in 2024-05-04/2024-05-10",
        "change stocks of gasoline, U.S.: down 1400000 bbl in 2024-05-04/2024-05-10"}},
  });
}

TEST(EventPeriods, AClauseGoesOnBehindAPrice) {
  Check({
      {"for a sum",
       "Vietnam sold 486,000 tonnes of rubber abroad for $817 million in the first three months of 2024.",
       {"level exports of rubber, Vietnam: 486000 t in 2024-Q1"}},
  });
}

TEST(EventPeriods, ParenthesesKeepTheirDates) {
  Check({
      {"a year and a colon",
       "Peru set the hake quota for 2025 at 130,000 tonnes (2024: 141,000).",
       {"level quota of hake, Peru: 130000 t in 2025", "level quota of hake, Peru: 141000 t in 2024"}},
  });
}

TEST(EventPeriods, AYearBehindWhatIsCountedIsItsOwn) {
  Check({
      {"a measure with a date in front",
       "Acme's coal output was 22 million tonnes in April, compared with a target of 24 million tonnes and year-ago "
       "output of 20 million tonnes.",
       {"level output of coal, Acme: 22000000 t in 2024-04", "level target of coal, Acme: 24000000 t in 2024-04",
        "level output of coal, Acme: 20000000 t in 2023-04"}},
      {"an average price beside the year's output",
       "Cochilco sees copper output of 5.8 million tonnes in 2024 and an average price of $3.06 a pound.",
       {"level output of copper, Chile: 5800000 t in 2024, forecast",
        "level price of copper: 3.06 USD/lb in 2024, forecast"}},
  });
}

TEST(EventPeriods, AForecastGoesOnWithAnother) {
  Check({
      {"of another measure",
       "USDA projected U.S. sugar production at 9.1 million tons in 2025. Imports are projected at 3.2 million tons.",
       {"level output of sugar, U.S.: 9100000 t in 2025, forecast",
        "level imports of sugar, U.S.: 3200000 t in 2025, forecast"}},
  });
}

TEST(EventPeriods, ASeasonBehindADayTellsItsYear) {
  Check({
      {"between two days",
       "Between October 1, 2022 and March 9 of the 2022-23 marketing year mills in India shipped 37,684 tonnes of "
       "sugar.",
       {"level exports of sugar, India: 37684 t in 2022-10-01/2023-03-09"}},
  });
}

TEST(EventPeriods, OnNewYearsDayTheOldYearIsTold) {
  Document document;
  document.text = "Ghana exported 5,000 tonnes of tin in 2023.";
  document.published = "2024-01-01";
  const std::vector<Event> events = BuiltIn().Extract(document).events;
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events.front().period, "2023");
}

TEST(EventPeriods, GoesOnBehindTheQuarterOfAYearBefore) {
  Check({
      {"a firm's report",
       "Corvane Corp. had a net loss of $62 million in the first quarter. Corvane had net income of $31 million in the "
       "2023 quarter. Sales slipped 4% to $398 million.",
       {"level profit (loss), Corvane: 62000000 USD in 2024-Q1", "level profit (net), Corvane: 31000000 USD in 2023-Q1",
        "change sales, Corvane: down 4 % in 2024-Q1", "level sales, Corvane: 398000000 USD in 2024-Q1"}},
      {"a year before is told of at length",
       "Guinea exported 48 million tonnes of bauxite in 2023. In 2022 it exported 40 million tonnes. China took 30 "
       "million tonnes.",
       {"level exports of bauxite, Guinea: 48000000 t in 2023", "level exports of bauxite, Guinea: 40000000 t in 2022",
        "level exports of bauxite, Guinea > China: 30000000 t in 2022"}},
  });
}

TEST(EventPeriods, OfTheSentenceInFront) {
  Check({
      {"goes before what the text is about",
       "Ireland's milk output was 5 billion litres in 2023. Output rose 3%.\n\nFebruary did not bring the slowdown "
       "that "
       "was hoped for. Output was 398 million litres.",
       {"level output of milk, Ireland: 5000000000 L in 2023", "change output of milk, Ireland: up 3 % in 2023",
        "level output of milk, Ireland: 398000000 L in 2024-02"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
