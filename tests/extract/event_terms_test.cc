// For how long limits hold, and the months that lengths of time mean.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventTerms, LengthsThatBeginOrEndOnADate) {
  Check({
      {"starting on",
       "Steel import quotas will rise 4% in the 12 months starting on July 1.",
       {"change quota (import) of steel: up 4 % in 2024-07/2025-06, planned"}},
      {"from, behind an article",
       "Steel import quotas will rise 4% in the 12 months from July 1.",
       {"change quota (import) of steel: up 4 % in 2024-07/2025-06, planned"}},
      {"that begin on",
       "Steel import quotas will rise 4% in the 12 months that begin on July 1.",
       {"change quota (import) of steel: up 4 % in 2024-07/2025-06, planned"}},
      {"that end on",
       "The rice quota for the six months that end on June 30 is 5 tonnes.",
       {"level quota of rice: 5 t in 2024-H1"}},
  });
}

TEST(EventTerms, EachOfTheYearsThatFollow) {
  Check({
      {"the two following years",
       "Congo's cobalt quota is 18 tonnes for 2024. For each of the two following years the ceiling has been fixed at "
       "94 tonnes.",
       {"level quota of cobalt, Congo: 18 t in 2024", "level quota of cobalt, Congo: 94 t in 2025/2026"}},
      {"the following two years",
       "Congo's cobalt quota is 18 tonnes for 2024. The ceiling for each of the following two years will be 94 tonnes.",
       {"level quota of cobalt, Congo: 18 t in 2024", "level quota of cobalt, Congo: 94 t in 2025/2026, planned"}},
  });
}

TEST(EventTerms, LimitsOfSoMuchAYearAreOfTheYearsInWhichTheyHold) {
  Check({
      {"from the first day of a year",
       "Taiwan will open a quota of 6 tonnes a year for pork. The changes take effect on January 1, 2025.",
       {"level quota of pork, Taiwan: 6 t/a in 2025, planned"}},
      {"for months from a day",
       "Brazil has widened its ethanol quota to 7 tonnes a year. The measure runs for 12 months from August 31.",
       {"level quota of ethanol, Brazil: 7 t/a in 2024-08-31/2025-08-30"}},
      {"nothing tells",
       "Brazil has widened its ethanol quota to 7 tonnes a year. The measure is popular.",
       {"level quota of ethanol, Brazil: 7 t/a"}},
  });
}

TEST(EventTerms, AnImportLimitLastsAsLongAsItsCargoesMayArrive) {
  Check({
      {"arrive",
       "Kenya set its sugar import quota at 18 tonnes. Mills grumbled.\n\nThe sugar must land between June 1 and "
       "August 31.",
       {"level quota (import) of sugar, Kenya: 18 t in 2024-06/2024-08"}},
      {"what is over tells nothing",
       "Kenya set its sugar import quota at 18 tonnes. Mills grumbled.\n\nThe sugar of the last one had to land "
       "between June 1 and August 31, 2023.",
       {"level quota (import) of sugar, Kenya: 18 t"}},
  });
}

TEST(EventTerms, WhatClosesWithTheTermIsOfTheTerm) {
  Check({
      {"until its last month",
       "Congo's cobalt quotas are in force from June 16 to December 31. CMOC may export 6 tonnes by the end of "
       "December.",
       {"level quota (export) of cobalt, CMOC: 6 t in 2024-06-16/2024-12-31"}},
  });
}

TEST(EventTerms, AProvinceGetsItsPartOfTheCountrysLimit) {
  Check({
      {"in another paragraph",
       "India's sugar export quota is 60 tonnes for 2024/25.\n\nKarnataka was given a quota of 9 tonnes.",
       {"level quota (export) of sugar, India: 60 t in 2024/2025",
        "level quota (export) of sugar, Karnataka: 9 t in 2024/2025"}},
  });
}

TEST(EventTerms, OldLimitsAndSumsThatWereCounted) {
  Check({
      {"decided earlier for the same time",
       "India raised its sugar export quota for 2024/25 to 11 tonnes from the 10 tonnes announced in March.",
       {"level quota (export) of sugar, India: 11 t in 2024/2025",
        "level quota (export) of sugar, India: 10 t in 2024/2025"}},
      {"counted up to a month in front",
       "By the end of April, India had shipped 98 tonnes of sugar.",
       {"level exports of sugar, India: 98 t in 2024-01/2024-04"}},
      {"below what was set for another year",
       "Indonesia will cap nickel ore output at 206 tonnes this year, 24% below the volume it approved for 2023.",
       {"level quota (production) of nickel ore, Indonesia: 206 t in 2024, planned",
        "change quota (production) of nickel ore, Indonesia: down 24 % from 2023 in 2024, planned"}},
      {"months of a year that is named are of that year",
       "Norway granted 33 permits for salmon in the first nine months of 2023.",
       {"level quota of salmon, Norway: 33 permit in 2023-01/2023-09"}},
  });
}

TEST(EventTerms, AreToldByWhatOpensAndCloses) {
  Check({
      {"a period that has opened and closes",
       "Quotas on steel ran out in the new quota period, which opened on April 1 and closes on June 30. Turkey's quota "
       "of "
       "40,500 tonnes for rebar was filled.",
       {"level quota of rebar, Turkey: 40500 t in 2024-04-01/2024-06-30"}},
      {"until a day to come",
       "Mills in India may ship 60,000 tonnes of sugar until August 31.",
       {"level quota (export) of sugar, India: 60000 t in 2024-05-17/2024-08-31"}},
      {"a quota that another one is compared with",
       "The EU limits steel imports to 18 million tonnes, 47% less than the 2023 steel quotas. The new quotas come to "
       "5 "
       "million tonnes for rebar.",
       {"level quota (import) of steel, EU: 18000000 t", "change quota (import) of steel, EU: down 47 % from 2023",
        "level quota (import) of rebar, EU: 5000000 t"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
