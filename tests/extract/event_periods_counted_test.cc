// Spans that a text tells by their ends: sums counted up to a day, terms of limits, years that follow.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventPeriods, WhatWasCountedByADayBeganWithItsYear) {
  Check({
      {"the calendar's",
       "Peru had exported 5,000 tonnes of zinc as of April 30.",
       {"level exports of zinc, Peru: 5000 t in 2024-01-01/2024-04-30"}},
      {"by the end of a month",
       "Boats had landed 4,000 tonnes of cod by the end of February.",
       {"level output of cod: 4000 t in 2024-01/2024-02"}},
      {"one that the text told the beginning of",
       "The farm year began on July 1. As of November 27, Russia had exported 5 million tonnes of wheat.",
       {"level exports of wheat, Russia: 5000000 t in 2023-07-01/2023-11-27"}},
      {"but not anything else that began",
       "The mine began work on January 10. As of April 30, Peru had exported 5,000 tonnes of zinc.",
       {"level exports of zinc, Peru: 5000 t in 2024-01-01/2024-04-30"}},
      {"in plain past, as of a day",
       "Peru imported 5,000 tonnes of rice as of April 30.",
       {"level imports of rice, Peru: 5000 t in 2024-01-01/2024-04-30"}},
      {"up to a day, in a season",
       "Russia exports grain in the 2023/24 season, which runs from 1 July 2023 to 30 June 2024. Up to 10 January it "
       "exported 5 million tonnes of grain.",
       {"level exports of grain, Russia: 5000000 t in 2023-07-01/2024-01-10"}},
      {"on a day",
       "Peru imported 5,000 tonnes of rice on April 30.",
       {"level imports of rice, Peru: 5000 t in 2024-04-30"}},
      {"but not stocks",
       "Peru had stocks of 5,000 tonnes of zinc at the end of February.",
       {"level stocks of zinc, Peru: 5000 t in 2024-02"}},
  });
}

TEST(EventPeriods, TheDayOfAReportIsNotWhatItTellsOf) {
  Check({
      {"a quarter in front of its measure",
       "Acme Corp. posted first-quarter revenue of $84 million on Monday.",
       {"level revenue, Acme: 84000000 USD in 2024-Q1"}},
      {"with an article",
       "Acme Corp. reported a first-quarter loss of $84 million on Monday.",
       {"level profit (loss), Acme: 84000000 USD in 2024-Q1"}},
      {"a forecast that is moved",
       "The ministry cut its forecast for wheat output last week to 5 million tonnes.",
       {"level output of wheat: 5000000 t, forecast"}},
  });
}

TEST(EventPeriods, TermsOfLimits) {
  Check({
      {"the one of now beside the one to come",
       "Iceland set its 2025 cod quota at 5,000 tonnes. The current quota is 6,000 tonnes.",
       {"level quota of cod, Iceland: 5000 t in 2025", "level quota of cod, Iceland: 6000 t in 2024"}},
      {"a year by its first day",
       "Beginning Jan. 1, the cod quota will fall to 5,000 tonnes.",
       {"level quota of cod: 5000 t in 2025, planned"}},
      {"each of the years that follow",
       "Peru set a zinc export quota of 5,000 tonnes for this year and 9,000 tonnes for each of the following two "
       "years.",
       {"level quota (export) of zinc, Peru: 5000 t in 2024",
        "level quota (export) of zinc, Peru: 9000 t in 2025/2026"}},
      {"when it was advised",
       "In April scientists advised a cod quota of 5,000 tonnes.",
       {"level quota of cod: 5000 t, proposed"}},
      {"when it was advised that",
       "In April scientists advised that cod catches should not exceed 5,000 tonnes.",
       {"level quota (catch) of cod: 5000 t, proposed"}},
      {"a duty's first day",
       "Kenya raised the sugar tariff to 25% from June 1.",
       {"level tariff of sugar, Kenya: 25 % in 2024-06-01"}},
  });
}

TEST(EventPeriods, OldLevelsBesideASeasonOrAFirmsAccounts) {
  Check({
      {"the previous fiscal year",
       "India exported 5,000 tonnes of onions in 2022-23, against 6,000 tonnes in the previous fiscal.",
       {"level exports of onions, India: 5000 t in 2022/2023", "level exports of onions, India: 6000 t in 2021/2022"}},
      {"when something began",
       "Zinc exports were 16,000 tonnes in 2022 and just 5,000 tonnes when the mine opened in 2017.",
       {"level exports of zinc: 16000 t in 2022", "level exports of zinc: 5000 t in 2017"}},
      {"a low that a price came from",
       "EU sugar prices have fallen to €536 per tonne from a high of €856 in late 2022.",
       {"level price of sugar, EU: 536 EUR/t", "level price of sugar, EU: 856 EUR/t in 2022"}},
      {"a firm's average price",
       "Acme Corp.'s sales rose to 5 million tonnes of coal in the first quarter from 4 million tonnes a year "
       "earlier.\n\nIts average selling price fell to $90 per tonne from $95.",
       {"level sales of coal, Acme: 5000000 t in 2024-Q1", "level sales of coal, Acme: 4000000 t in 2023-Q1",
        "level price of coal, Acme: 90 USD/t in 2024-Q1", "level price of coal, Acme: 95 USD/t in 2023-Q1"}},
  });
}

TEST(EventPeriods, MonthsAheadAndBehind) {
  Check({
      {"goods for shipment later",
       "China issued urea export quotas of 1.2 million tonnes for shipment between August and October.",
       {"level quota (export) of urea, China: 1200000 t in 2024-08/2024-10"}},
      {"a participle keeps the tense",
       "Kazakhstan is to cut output by 38,000 barrels a day in June on top of its quota, rising to 433,000 barrels a "
       "day in August.",
       {"change output of crude oil, Kazakhstan: down 38000 bbl/d in 2024-06, planned",
        "level quota of crude oil, Kazakhstan: 433000 bbl/d in 2024-08, planned"}},
      {"sums since the season's start",
       "Cocoa arrivals in Ivory Coast reached 1.563 million tonnes by May 12 since the start of the season on Oct. 1.",
       {"level supply (arrivals) of cocoa, Ivory Coast: 1563000 t in 2023-10-01/2024-05-12"}},
      {"an old level behind its season",
       "Sugar output was 300,000 tonnes in 2023, up 5% on last year's 285,714 tonnes.",
       {"level output of sugar: 300000 t in 2023", "change output of sugar: up 5 % in 2023",
        "level output of sugar: 285714 t in 2023"}},
      {"no century is carried on",
       "Spain had 385 million cubic metres of water in 2023, the smallest allocation this century.\n\nGrowers in Spain "
       "will be given 1,000 cubic metres of water.",
       {"level quota of water, Spain: 1000 m3, planned"}},
  });
}

TEST(EventPeriods, AccountsAndLooksBack) {
  Check({
      {"nine months to the quarter spoken of",
       "Corvane Corp. said net income fell 31% in the third quarter of 2023. The strike, which ended Sept. 12, 2023, "
       "trimmed output by 900 tons.\n\nFor the nine months, it earned $71 million.",
       {"change profit (net), Corvane: down 31 % in 2023-Q3", "change output, Corvane: down 900 t in 2023-09-12",
        "level profit, Corvane: 71000000 USD in 2023-01/2023-09"}},
      {"what moves after a look back",
       "Corvane Corp. said first-quarter net income fell 31%. A year earlier, it earned $35 million. Sales slipped 4% "
       "to $398 million from $415 million.",
       {"change profit (net), Corvane: down 31 % in 2024-Q1", "level profit, Corvane: 35000000 USD in 2023-Q1",
        "change sales, Corvane: down 4 % in 2024-Q1", "level sales, Corvane: 398000000 USD in 2024-Q1",
        "level sales, Corvane: 415000000 USD"}},
      {"the quarter that ends",
       "Corvane Corp. will take a charge of $2.7 million in the quarter that ends June 30.",
       {"level profit (charge), Corvane: 2700000 USD in 2024-Q2, forecast"}},
      {"months of a season of its own",
       "Peru exported 612,000 bags of coffee in the first five months of the 2022/23 coffee year (October-September), "
       "up from 548,000 bags in the same period of 2021/22.",
       {"level exports of coffee, Peru: 612000 bag in 2022-10/2023-02",
        "level exports of coffee, Peru: 548000 bag in 2021-10/2022-02"}},
      {"a season told by its months",
       "Output of cotton is 5 million bales for the current season (October 2023-September 2024). Imports are seen at "
       "3 million bales this season, against 2 million bales last season.",
       {"level output of cotton: 5000000 bale in 2023/2024",
        "level imports of cotton: 3000000 bale in 2023/2024, forecast",
        "level imports of cotton: 2000000 bale in 2022/2023"}},
      {"the day of a proposal",
       "Under Tuesday's proposal Peru would let in 5,000 tonnes of steel.",
       {"level quota (import) of steel, Peru: 5000 t, proposed"}},
      {"the month of a promise",
       "Russia promised in February to reduce output by 500,000 barrels a day.",
       {"change output of crude oil, Russia: down 500000 bbl/d, planned"}},
      {"last year's full-year limit",
       "China's fuel quota is 54 million tonnes for 2024. The total exceeds last year's full-year allocation of 48 "
       "million tonnes.",
       {"level quota of fuel, China: 54000000 t in 2024", "level quota of fuel, China: 48000000 t in 2023"}},
  });
}

TEST(EventPeriods, LengthsThatRunToNowOrFromNow) {
  Check({
      {"after so many months of the year",
       "Thailand sold 57,500 cars in April. In the four months sales of cars reached 232,000.",
       {"level sales of cars, Thailand: 57500 car in 2024-04",
        "level sales of cars, Thailand: 232000 car in 2024-01/2024-04"}},
      {"the past months",
       "The EU bought 12 million tonnes of Russian LNG over the past 12 months.",
       {"level imports of LNG, EU > Russia: 12000000 t in 2023-05/2024-04"}},
      {"the coming year",
       "Vela Mining plans to export 3 million tonnes of nickel ore over the coming year.",
       {"level exports of nickel ore, Vela Mining: 3000000 t in 2024-05/2025-04, planned"}},
      {"from the end of a month",
       "Vela Mining may export 2 million tonnes of nickel ore in the 12 months from the end of March.",
       {"level quota (export) of nickel ore, Vela Mining: 2000000 t in 2024-04/2025-03"}},
      {"as of a month",
       "As of April 2024 Zambia had exported 660,000 tonnes of copper.",
       {"level exports of copper, Zambia: 660000 t in 2024-01/2024-04"}},
      {"the first months of a year in front of the thing",
       "In the first two months of 2024 imports of gold to Turkey came to 21 tonnes.",
       {"level imports of gold, Turkey: 21 t in 2024-01/2024-02"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
