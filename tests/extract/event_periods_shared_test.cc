// Periods that other figures, clauses and sentences tell.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventPeriods, SharesOfWhatWasToldAreOfItsTime) {
  Check({
      {"of the total",
       "Peru exported 9,000 tonnes of zinc in 2023. China took 60% of the total.",
       {"level exports of zinc, Peru: 9000 t in 2023", "share exports of zinc, China > Peru: 60 % in 2023"}},
      {"in the next paragraph",
       "Peru exported 9,000 tonnes of zinc in 2023.\n\nChina takes 60% of its exports.",
       {"level exports of zinc, Peru: 9000 t in 2023", "share exports of zinc, China: 60 %"}},
  });
}

TEST(EventPeriods, APeriodSpokenOfHoldsForWhatGoesOnWithIt) {
  Check({
      {"the same measure",
       "Chile's copper output fell 4% in 2023. Output of Peru rose 3%.",
       {"change output of copper, Chile: down 4 % in 2023", "change output of copper, Peru: up 3 % in 2023"}},
      {"what is so now is not of a period that is over",
       "Chile's economy grew 2% in 2023. The country has raised spending to $20 billion.",
       {"change gdp, Chile: up 2 % in 2023", "level spending, Chile: 20000000000 USD"}},
      {"a day holds for the figure it stands with",
       "Chile exported 5,000 tonnes of copper on May 3. Peru exported 7,000 tonnes.",
       {"level exports of copper, Chile: 5000 t in 2024-05-03", "level exports of copper, Peru: 7000 t"}},
      {"duties and royalties hold from when they were set",
       "Chile exported 5,000 tonnes of copper in 2023. Exporters pay royalties of 12%.",
       {"level exports of copper, Chile: 5000 t in 2023", "level other (royalty) of copper, Chile: 12 %"}},
  });
}

TEST(EventPeriods, PeriodsOfNeighbours) {
  Check({
      {"the sentence before",
       "Spain was a net importer of tin in 2023. Imports rose 15% to 9,500 tons.",
       {"change imports of tin, Spain: up 15 % in 2023", "level imports of tin, Spain: 9500 t in 2023"}},
      {"on the year",
       "Tin exports fell 8% on the year to 900 tons in April.",
       {"change exports of tin: down 8 % from 2023-04 in 2024-04", "level exports of tin: 900 t in 2024-04"}},
      {"worth",
       "Norway exported 900 tons of salmon worth $7 million last year.",
       {"level exports of salmon, Norway: 900 t in 2023", "level exports of salmon, Norway: 7000000 USD in 2023"}},
      {"two measures",
       "Tin demand is put at 900 tons in 2023, against output of 700 tons.",
       {"level demand of tin: 900 t in 2023", "level output of tin: 700 t in 2023"}},
  });
}

TEST(EventPeriods, PeriodsThatOtherFiguresTell) {
  Check({
      {"what was compared with is no other figure's",
       "Zambia's inflation slowed to 13% in April from 14% in March, helped by maize, which fell 7%.",
       {"level inflation, Zambia: 13 % in 2024-04", "level inflation, Zambia: 14 % in 2024-03",
        "change price of corn: down 7 %"}},
      {"months that were spoken of before last",
       "China's steel output fell 3% in January-April. April output was 80 million tons. Exports rose to 30 million "
       "tons "
       "over the four months.",
       {"change output of steel, China: down 3 % in 2024-01/2024-04",
        "level output of steel, China: 80000000 t in 2024-04",
        "level exports of steel, China: 30000000 t in 2024-01/2024-04"}},
      {"the year of an annual limit",
       "Iceland's boats caught 900 tonnes of cod by May 10 and had used 80% of the annual limit of 1,100 tonnes.",
       {"level output of cod, Iceland: 900 t in 2024-05-10", "share quota of cod, Iceland: 80 % in 2024",
        "level quota of cod, Iceland: 1100 t in 2024"}},
      {"the year before, although a later one was named",
       "Brazil's pork quota grows to 900 tonnes in 2028.\n\nBrazil's pork exports were 700 tonnes in 2023, 6% more "
       "than in "
       "the "
       "year before.",
       {"level quota of pork, Brazil: 900 t in 2028", "level exports of pork, Brazil: 700 t in 2023",
        "change exports of pork, Brazil: up 6 % from 2022 in 2023"}},
  });
}

TEST(EventPeriods, AParagraphGoesOnTellingOfItsTime) {
  Check({
      {"past verbs behind a year that is over",
       "Ghana produced 60% of the region's cocoa last year. Exports came to 5,000 tonnes. Growers employ 4,000 "
       "workers.",
       {"share output of cocoa, Ghana: 60 % in 2023", "level exports of cocoa, Ghana: 5000 t in 2023",
        "level employment, Ghana: 4000 worker"}},
      {"behind limits for years to come",
       "Miners may ship 2,000 tonnes of cobalt in 2026.\n\nPeru mined 60% of the world's cobalt last year. Exports "
       "came to "
       "5,000 tonnes.",
       {"level quota (export) of cobalt, Peru: 2000 t in 2026", "share output of cobalt, Peru: 60 % in 2023",
        "level exports of cobalt, Peru: 5000 t in 2023"}},
      {"what was before",
       "Peru exported 9,000 tonnes of zinc in 2023. Imports grew to 5,000 tonnes from 4,000 tonnes.",
       {"level exports of zinc, Peru: 9000 t in 2023", "level imports of zinc, Peru: 5000 t in 2023",
        "level imports of zinc, Peru: 4000 t in 2022"}},
      {"since a day whose next one is near",
       "Petrol prices have gained 6% since December 1.",
       {"change price of gasoline: up 6 % in 2023-12-01/2024-05-17"}},
  });
}

TEST(EventPeriods, NeighboursTellThePeriod) {
  Check({
      {"what is to come in a month without a year",
       "OPEC+ had been due to raise output by 180,000 bpd in June.",
       {"change output of crude oil, OPEC+: up 180000 bbl/d in 2024-06, planned"}},
      {"others at the same time",
       "The jobless rate in Peru was 12 percent in 2022, against 3.5 percent nationwide.",
       {"level unemployment, Peru: 12 % in 2022", "level unemployment, Peru: 3.5 % in 2022"}},
      {"the month behind the old one of a rate a day",
       "Iraq's oil target rises to 4.2 million bpd from 4.1 million bpd in May.",
       {"level target of crude oil, Iraq: 4200000 bbl/d in 2024-06",
        "level target of crude oil, Iraq: 4100000 bbl/d in 2024-05"}},
      {"joined owners of limits",
       "Congo gives CMOC a cobalt quota of 6,600 tons and Glencore 3,900 tons for the second quarter.",
       {"level quota of cobalt, CMOC: 6600 t in 2024-Q2", "level quota of cobalt, Glencore: 3900 t in 2024-Q2"}},
      {"a part of a day",
       "Zinc traded at $2,410 a ton on Thursday afternoon.",
       {"level price of zinc: 2410 USD/t in 2024-05-16"}},
  });
}

TEST(EventPeriods, WhatALongTextIsAbout) {
  Check({
      {"rates a day are the month's, whatever was planned since",
       "OPEC pumped 26 million bpd of crude in April. Producers agreed in March to keep their curbs until the end of "
       "June. Iraq cut exports by 100,000 bpd.",
       {"level output of crude oil, OPEC: 26000000 bbl/d in 2024-04",
        "change exports of crude oil, Iraq: down 100000 bbl/d in 2024-04"}},
      {"adjectives of one thing end no clause",
       "Argentina exported 5 tonnes of chilled and frozen beef, bone-in included, between January and April.",
       {"level exports of beef, Argentina: 5 t in 2024-01/2024-04"}},
      {"the noun in front of the limits names their year",
       "The ministry announced the fiscal year 2025 quantities of the sugar quotas. The quantity for raw sugar is set "
       "at "
       "9 tonnes.",
       {"level quota of raw sugar: 9 t in 2025"}},
  });
}

TEST(EventPeriods, OldLevelsAndChangesOfOneLevel) {
  Check({
      {"a rise told behind what is compared",
       "Norway set the salmon quota at 40,000 tonnes for 2025, up from 36,000 tonnes this year, a rise of 11 per cent.",
       {"level quota of salmon, Norway: 40000 t in 2025", "level quota of salmon, Norway: 36000 t in 2024",
        "change quota of salmon, Norway: up 11 % in 2025"}},
      {"a time to come is the new level's",
       "The support price for cheese will rise to $9.80 per kilogram from $9.10 on July 1.",
       {"level price of cheese: 9.8 USD/kg in 2024-07-01, planned", "level price of cheese: 9.1 USD/kg, planned"}},
      {"a forecast's month",
       "The exchange lowered its estimate of Peru's bean crop to 37 million tonnes from the 40 million tonnes it "
       "projected in March.",
       {"level output, Peru: 37000000 t, forecast", "level output, Peru: 40000000 t, forecast"}},
      {"short of a target",
       "The union fears the cotton crop may not exceed 5 million bales as opposed to a target of 9 million bales for "
       "2024-25.",
       {"level output of cotton: 5000000 bale in 2024/2025, forecast",
        "level target of cotton: 9000000 bale in 2024/2025, forecast"}},
      {"a date that opens the sentence",
       "In April, Vietnam produced 120,000 tonnes of sugar, down 5% from a year earlier.",
       {"level output of sugar, Vietnam: 120000 t in 2024-04",
        "change output of sugar, Vietnam: down 5 % from 2023-04 in 2024-04"}},
      {"twice what was sold the year before",
       "Chile exported 40,000 tonnes of prunes in 2023, more than double the 19,000 tonnes shipped the year before. "
       "Plums made up 71% of the volume.",
       {"level exports of prunes, Chile: 40000 t in 2023", "level exports of prunes, Chile: 19000 t in 2022",
        "share exports of plums, Chile: 71 % in 2023"}},
  });
}

TEST(EventPeriods, WhatFollowsFromAFigureIsOfItsTime) {
  Check({
      {"a duty that follows from a price",
       "The ministry set the reference price for cocoa at $2,400 a ton for April. That puts the export duty at $130 a "
       "ton.",
       {"level price of cocoa: 2400 USD/t in 2024-04", "level tariff (export) of cocoa: 130 USD/t in 2024-04"}},
      {"changes of the same months",
       "Feed costs were 18% higher than a year earlier in the 12 months to March 31. Diesel cost farmers 30% more and "
       "seed 41% more.",
       {"change spending: up 18 % from 2022-04/2023-03 in 2023-04/2024-03",
        "change price of diesel: up 30 % in 2023-04/2024-03", "change price of diesel: up 41 % in 2023-04/2024-03"}},
      {"a paragraph of a firm's report",
       "Acme Lithium reported net income of $58 million for 2023. Prices rose.\n\nRevenue from iodine was $40 million, "
       "up 30%.",
       {"level profit (net), Acme Lithium: 58000000 USD in 2023",
        "level revenue of iodine, Acme Lithium: 40000000 USD in 2023",
        "change revenue of iodine, Acme Lithium: up 30 % in 2023"}},
      {"a quota used by a day",
       "Trawlers had landed 61 per cent of Norway's haddock quota by 20 April.",
       {"share quota of haddock, Norway: 61 % in 2024-04-20"}},
      {"all of last year's",
       "Peru mined 2 million tonnes of copper in the first quarter. China, which took 68% of last year's exports, "
       "bought less.",
       {"level output of copper, Peru: 2000000 t in 2024-Q1", "share exports of copper, China > Peru: 68 % in 2023"}},
      {"the day of a meeting",
       "The directors will propose to the shareholders' meeting on April 26 a dividend of $1.39 per share.",
       {"level other (dividend): 1.39 USD/share, proposed"}},
      {"the same date a year before",
       "As of April 27, Peru had shipped 29 million tonnes of fishmeal, or 8% more than on the same date in 2023.",
       {"level exports of fishmeal, Peru: 29000000 t in 2024-01-01/2024-04-27",
        "change exports of fishmeal, Peru: up 8 % from 2023-01-01/2023-04-27 in 2024-01-01/2024-04-27"}},
      {"rice a year",
       "Under the agreement Japan lets in 770,000 tons of rice a year without tariffs.",
       {"level quota (import) of rice, Japan: 770000 t"}},
  });
}

TEST(EventPeriods, ClausesThatShareADate) {
  Check({
      {"two owners",
       "Chile exported 50,000 tonnes of copper and Peru 30,000 tonnes last year.",
       {"level exports of copper, Chile: 50000 t in 2023", "level exports of copper, Peru: 30000 t in 2023"}},
      {"an article in front of the second",
       "Chile exported 50,000 tonnes of copper and the Philippines 30,000 tonnes last year.",
       {"level exports of copper, Chile: 50000 t in 2023", "level exports of copper, Philippines: 30000 t in 2023"}},
  });
}

TEST(EventPeriods, ADateBehindTheLastFigureOfARow) {
  Check({
      {"goods",
       "Peru exported 50,000 tonnes of sugar, 40,000 tonnes of tin and 30,000 tonnes of nickel last month.",
       {"level exports of sugar, Peru: 50000 t in 2024-04", "level exports of tin, Peru: 40000 t in 2024-04",
        "level exports of nickel, Peru: 30000 t in 2024-04"}},
      {"places",
       "Wheat output totalled 50,000 tonnes in Kenya, 40,000 tonnes in the Philippines and 30,000 tonnes in Peru in "
       "2023.",
       {"level output of wheat, Kenya: 50000 t in 2023", "level output of wheat, Philippines: 40000 t in 2023",
        "level output of wheat, Peru: 30000 t in 2023"}},
      {"where they go to",
       "Peru shipped 50,000 tonnes of tin to China, 40,000 tonnes to Japan and 30,000 tonnes to Chile in 2023.",
       {"level exports of tin, Peru > China: 50000 t in 2023", "level exports of tin, Peru > Japan: 40000 t in 2023",
        "level exports of tin, Peru > Chile: 30000 t in 2023"}},
      {"where they come from",
       "Brazil imported 50,000 tonnes of coffee from Ukraine and 40,000 tonnes from South Korea in 2023.",
       {"level imports of coffee, Brazil > Ukraine: 50000 t in 2023",
        "level imports of coffee, Brazil > South Korea: 40000 t in 2023"}},
      {"in volume and in value",
       "Peru's tin exports rose 5% in volume and 8% in value in April.",
       {"change exports of tin, Peru: up 5 % in 2024-04", "change exports of tin, Peru: up 8 % in 2024-04"}},
      {"clauses of one form",
       "Peru's exports grew 5% to $50 billion and imports fell 8% to $45 billion in April.",
       {"change exports, Peru: up 5 % in 2024-04", "level exports, Peru: 50000000000 USD in 2024-04",
        "change imports, Peru: down 8 % in 2024-04", "level imports, Peru: 45000000000 USD in 2024-04"}},
      {"accounts",
       "Vale made a net profit of $120 million on revenue of $1.2 billion last year.",
       {"level profit (net), Vale: 120000000 USD in 2023", "level revenue, Vale: 1200000000 USD in 2023"}},
      {"behind parentheses",
       "Peru's beef exports reached 50,000 tonnes (+5% y/y) in April.",
       {"level exports of beef, Peru: 50000 t in 2024-04",
        "change exports of beef, Peru: up 5 % from 2023-04 in 2024-04"}},
      {"a year for each",
       "Peru imported 50,000, 40,000 and 30,000 tonnes of beef in 2021, 2022 and 2023, respectively.",
       {"level imports of beef, Peru: 50000 t in 2021", "level imports of beef, Peru: 40000 t in 2022",
        "level imports of beef, Peru: 30000 t in 2023"}},
  });
}

TEST(EventPeriods, WhatABareSentenceSpokeOf) {
  Check({
      {"things counted are others",
       "Peru's tin smelting capacity has grown. There are two different types of smelter.",
       {}},
      {"a pronoun",
       "Peru's sugar exports have slowed. They fell 5% in April to 50,000 tonnes, after a drop of 3% in March.",
       {"change exports of sugar, Peru: down 5 % in 2024-04", "level exports of sugar, Peru: 50000 t in 2024-04",
        "change exports of sugar, Peru: down 3 % in 2024-03"}},
      {"the total",
       "Ghana has announced its nickel export quota for 2025.\n\nThe total amounts to 410,000 tonnes.",
       {"level quota (export) of nickel, Ghana: 410000 t in 2025"}},
      {"the volume",
       "Kenya's tin exports climbed in March, the customs service said. The volume stood at 410,000 tonnes.",
       {"level exports of tin, Kenya: 410000 t in 2024-03"}},
      {"two sentences later",
       "Kenya's tin exports rose in March. Traders spoke of demand from Asian mills. Shipments totalled 410,000 "
       "tonnes.",
       {"level exports of tin, Kenya: 410000 t in 2024-03"}},
      {"the day of the market",
       "Oil prices rose on Tuesday. Brent crude futures gained 1.1% to $82.45 a barrel.",
       {"change price of Brent crude: up 1.1 % in 2024-05-14",
        "level price of Brent crude: 82.45 USD/bbl in 2024-05-14"}},
      {"a look back",
       "Peru's zinc exports totalled 410,000 tonnes in January. A year earlier they were 380,000 tonnes. Imports came "
       "to 36,000 tonnes.",
       {"level exports of zinc, Peru: 410000 t in 2024-01", "level exports of zinc, Peru: 380000 t in 2023-01",
        "level imports of zinc, Peru: 36000 t in 2024-01"}},
  });
}

TEST(EventPeriods, AFewDays) {
  Check({
      {"the next sentence goes on",
       "Japan's exports fell 4.7 percent to $14.6 billion in the first 10 days of May. Imports dropped 7.1 percent to "
       "$15.5 billion.",
       {"change exports, Japan: down 4.7 % in 2024-05-01/2024-05-10",
        "level exports, Japan: 14600000000 USD in 2024-05-01/2024-05-10",
        "change imports, Japan: down 7.1 % in 2024-05-01/2024-05-10",
        "level imports, Japan: 15500000000 USD in 2024-05-01/2024-05-10"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
