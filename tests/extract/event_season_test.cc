// Seasons, and the parts of years that do not begin in January.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventPeriods, SeasonsHaveTheMonthsThatTheTextGivesThem) {
  Check({
      {"behind the season",
       "Mills produced 5 million tonnes of sugar in the 2022/23 marketing year, which runs from October to September.",
       {"level output of sugar: 5000000 t in 2022-10/2023-09"}},
      {"in brackets",
       "Argentina exported 29,000 tonnes of beef in the 2022/23 cycle (July-June).",
       {"level exports of beef, Argentina: 29000 t in 2022-07/2023-06"}},
      {"its first day",
       "India set the ethanol quota at 900 million litres for the 2023-24 supply year starting November 1.",
       {"level quota of ethanol, India: 900000000 L in 2023-11/2024-10"}},
      {"a year that begins",
       "The cod quota is 5,000 tonnes for the fishing year that begins on September 1.",
       {"level quota of cod: 5000 t in 2024-09/2025-08"}},
      {"a season that ended",
       "Output of raw sugar is seen at 1.7 million tonnes this crop year, against 2 million tonnes in the one that "
       "ended "
       "in April.",
       {"level output of raw sugar: 1700000 t in 2023/2024, forecast",
        "level output of raw sugar: 2000000 t in 2023-05/2024-04"}},
      {"the one before",
       "Turkey exported 6 million tonnes of wheat in the 2022/23 season and 5 million tonnes in the previous one.",
       {"level exports of wheat, Turkey: 6000000 t in 2022/2023",
        "level exports of wheat, Turkey: 5000000 t in 2021/2022"}},
      {"a fiscal year",
       "Kenya's tea exports fell to 500,000 tonnes in FY23. In the first four months of the current fiscal year it "
       "exported 170,000 tonnes.",
       {"level exports of tea, Kenya: 500000 t in 2022-07/2023-06",
        "level exports of tea, Kenya: 170000 t in 2023-07/2023-10"}},
  });
}

TEST(EventPeriods, SeasonsOfAThingHaveTheMonthsToldOfAnother) {
  Check({
      {"later seasons",
       "India produced 33 million tonnes of sugar in the 2022-23 marketing year (October-September). Exports were 6 "
       "million tonnes of sugar in 2022-23 and 11 million tonnes in 2021-22.",
       {"level output of sugar, India: 33000000 t in 2022-10/2023-09",
        "level exports of sugar, India: 6000000 t in 2022-10/2023-09",
        "level exports of sugar, India: 11000000 t in 2021-10/2022-09"}},
      {"another thing",
       "India produced 33 million tonnes of sugar in the 2022-23 marketing year (October-September). Wheat output was "
       "110 million tonnes in 2022-23.",
       {"level output of sugar, India: 33000000 t in 2022-10/2023-09",
        "level output of wheat, India: 110000000 t in 2022/2023"}},
  });
}

TEST(EventPeriods, PartsOfAFirmsOwnYearAreGivenByTheirMonths) {
  Check({
      {"a quarter and its end",
       "Orrin Corp. said sales rose 5% in its second quarter ended February 29. First-quarter sales had been $40 "
       "million.",
       {"change sales, Orrin: up 5 % in 2023-12/2024-02", "level sales, Orrin: 40000000 USD in 2023-09/2023-11"}},
      {"a half, its year told later",
       "Orrin Corp. said first-half sales rose 5%. Its financial year ends in October.",
       {"change sales, Orrin: up 5 % in 2023-11/2024-04"}},
      {"a year before a quarter and its end",
       "Orrin Corp. said sales fell to $5 million in the second quarter ended April 30 from $6 million a year earlier.",
       {"level sales, Orrin: 5000000 USD in 2024-02/2024-04", "level sales, Orrin: 6000000 USD in 2023-02/2023-04"}},
      {"another firm's quarter, and a country's",
       "Orrin Corp.'s financial year ends in October. Hartwell Mining Corp. said first-quarter sales rose 5%. Peru's "
       "exports rose 3% in the first quarter.",
       {"change sales, Hartwell Mining: up 5 % in 2024-Q1", "change exports, Peru: up 3 % in 2024-Q1"}},
      {"a quarter that is to come",
       "Orrin Corp. said sales rose 2% in the first quarter ended April 30. Second-quarter sales will be $6 million.",
       {"change sales, Orrin: up 2 % in 2024-02/2024-04",
        "level sales, Orrin: 6000000 USD in 2024-05/2024-07, forecast"}},
      {"a quarter of the calendar, with its end",
       "Orrin Corp. said sales rose 5% in the first quarter ended March 31.",
       {"change sales, Orrin: up 5 % in 2024-Q1"}},
  });
}

TEST(EventPeriods, QuartersAndFiscalYearsByTheirMonths) {
  Check({
      {"a quarter between two days",
       "The steel quota for the quarter from 1 July to 30 September 2024 will be 5,000 tonnes.",
       {"level quota of steel: 5000 t in 2024-Q3, planned"}},
      {"months between two days",
       "Peru exported 5,000 tonnes of zinc in the three months from 1 January to 31 March.",
       {"level exports of zinc, Peru: 5000 t in 2024-Q1"}},
      {"a noun for the fiscal year",
       "India imported 51 million tonnes of coal in the last fiscal. In March it imported 5 million tonnes, as against "
       "4 million tonnes in the corresponding month of the previous fiscal.",
       {"level imports of coal, India: 51000000 t in 2023-04/2024-03",
        "level imports of coal, India: 5000000 t in 2024-03", "level imports of coal, India: 4000000 t in 2023-03"}},
      {"a country's year that is told by its end",
       "India's coal imports rose 9% in the financial year ended March 31. Coal India produced 700 million tonnes in "
       "FY23.",
       {"change imports of coal, India: up 9 % in 2023-04/2024-03",
        "level output of coal, Coal India: 700000000 t in 2022-04/2023-03"}},
  });
}

TEST(EventPeriods, WhatIsSummedUpToADayBeganWithTheSeason) {
  Check({
      {"since the day that the text tells",
       "Since the start of the marketing year on August 1, Serbia has exported 900,000 tonnes of maize. As of May 13, "
       "farmers had sold 2 million tonnes, or 4% more than a year before.",
       {"level exports of corn, Serbia: 900000 t in 2023-08-01/2024-05-17",
        "level sales of corn, Serbia: 2000000 t in 2023-08-01/2024-05-13",
        "change sales of corn, Serbia: up 4 % from 2022-08-01/2023-05-13 in 2023-08-01/2024-05-13"}},
      {"of the season that is named",
       "Indian mills produced 31 million tonnes of sugar by May 15. The 2023-24 season began on October 1.",
       {"level output of sugar, India: 31000000 t in 2023-10-01/2024-05-15"}},
      {"stocks are of the day",
       "Since the start of the marketing year on August 1, Serbia has exported 900,000 tonnes of maize. Stocks were 2 "
       "million tonnes by May 13.",
       {"level exports of corn, Serbia: 900000 t in 2023-08-01/2024-05-17",
        "level stocks of corn, Serbia: 2000000 t in 2024-05-13"}},
  });
}

TEST(EventPeriods, SeasonsByTheirWords) {
  Check({
      {"one that begins in the month told",
       "Mills expect to make 2 billion liters of ethanol in the season that started this month.",
       {"level output of ethanol: 2000000000 L in 2024/2025, forecast"}},
      {"up to the end of a month",
       "Production of sugar in India had touched 31 million tonnes by end-April. The 2023-24 season began on October "
       "1.",
       {"level output of sugar, India: 31000000 t in 2023-10/2024-04"}},
      {"the end of a decade",
       "Chile's copper output will fall to 5 million tonnes by the end of the decade.",
       {"level output of copper, Chile: 5000000 t in 2030, forecast"}},
  });
}

TEST(EventSeasons, SoFar) {
  Check({
      {"the months that were told",
       "Ukraine exported 3 million tonnes of wheat between July 1, 2023 and May 12, 2024. So far in the 2023/24 season "
       "the "
       "country's barley exports reached 1 million tonnes.",
       {"level exports of wheat, Ukraine: 3000000 t in 2023-07-01/2024-05-12",
        "level exports of barley, Ukraine: 1000000 t in 2023-07-01/2024-05-12"}},
      {"months that are long over are not it",
       "Ukraine exported 3 million tonnes of wheat between July 1, 2023 and March 1, 2024. So far in the 2023/24 "
       "season "
       "the country's barley exports reached 1 million tonnes.",
       {"level exports of wheat, Ukraine: 3000000 t in 2023-07-01/2024-03-01",
        "level exports of barley, Ukraine: 1000000 t in 2023/2024"}},
      {"a marketing year by its end",
       "Peru's sugar output is put at 9 million tonnes in the marketing year ending this month.",
       {"level output of sugar, Peru: 9000000 t in 2023-06/2024-05, forecast"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
