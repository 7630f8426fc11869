// The time for which quotas and other limits hold.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventPeriods, LimitsHoldForTheDaysThatTheTextTells) {
  Check({
      {"in front of the figure",
       "The ministry prolonged the urea export quotas for another six months, from June 1 to November 30, and lifted "
       "their total to 3 million tonnes. Acme may ship 250,000 tonnes.",
       {"level quota (export) of urea: 3000000 t in 2024-06/2024-11",
        "level quota (export) of urea, Acme: 250000 t in 2024-06/2024-11"}},
      {"a sentence that goes on",
       "Russia's barley export quota took effect on May 15, the ministry said. It will remain in force until August "
       "31.\n\nThe quota is 400,000 tonnes.",
       {"level quota (export) of barley, Russia: 400000 t in 2024-05-15/2024-08-31"}},
      {"a time that is over",
       "Norway's herring quota was open from January 10 to March 20. The capelin quota is 5,000 tonnes.",
       {"level quota of capelin, Norway: 5000 t"}},
      {"the month of a batch is none of what was handed to others",
       "China has issued 9 million tonnes of naphtha export quotas for 2024. The first batch, handed out in January, "
       "came "
       "to 4 million tonnes.\n\nAcme received 2 million tonnes.",
       {"level quota (export) of naphtha, China: 9000000 t in 2024",
        "level quota (export) of naphtha, China: 4000000 t in 2024-01",
        "level quota (export) of naphtha, Acme: 2000000 t in 2024"}},
  });
}

TEST(EventPeriods, AnnualQuotasAreOfTheYearSpokenOf) {
  Check({
      {"used up in its first months",
       "Georgian exporters used up the EU's annual tariff quotas for honey in the first four months of 2024. The "
       "5,000-tonne honey quota was exhausted first.",
       {"level quota (import) of honey, EU: 5000 t in 2024"}},
      {"a share of the quota",
       "Peru set a quota of 900 tonnes of anchovy for 2025. Small boats will account for 60 percent of the quota.",
       {"level quota of anchovy, Peru: 900 t in 2025", "share quota of anchovy, Peru: 60 % in 2025, planned"}},
  });
}

TEST(EventPeriods, LimitsAreOfTheTimeThatTheTextGoesOnToTell) {
  Check({
      {"by a noun",
       "Chile has set a squid quota of 9,000 tonnes. The fishery will be open from June 10 to August 20.\n\nArtisanal "
       "boats may land 2,000 tonnes.",
       {"level quota of squid, Chile: 9000 t in 2024-06-10/2024-08-20",
        "level quota (catch) of squid, Chile: 2000 t in 2024-06-10/2024-08-20"}},
      {"a pact that begins with a year",
       "Japan will raise its duty-free quota for Chilean plums, under a pact that takes effect on 1 January "
       "2025.\n\nGrapes will have a quota of 4,000 tonnes.",
       {"level quota (import) of grapes, Japan: 4000 t in 2025, planned"}},
      {"announced in a sentence of its own",
       "Peru landed 90,000 tonnes of hake in 2023.\n\nThe ministry also announced limits for 2025. The squid quota "
       "falls to 5,000 tonnes from 6,000 tonnes this year. The anchovy quota stays at 80,000 tonnes.",
       {"level output of hake, Peru: 90000 t in 2023", "level quota of squid, Peru: 5000 t in 2025",
        "level quota of squid, Peru: 6000 t in 2024", "level quota of anchovy, Peru: 80000 t in 2025"}},
  });
}

TEST(EventPeriods, LimitsOfTheNextYearAndOfTheOneBefore) {
  Check({
      {"what a draft would do in the same year",
       "A draft would hold Guinea's bauxite exports at 150,000 tonnes in 2025. Chinalco would be limited to 14,000 "
       "tonnes.",
       {"level exports of bauxite, Guinea: 150000 t in 2025, proposed",
        "level quota of bauxite, Chinalco: 14000 t in 2025, proposed"}},
      {"so much a year",
       "A draft would hold Guinea's bauxite exports at 150,000 tonnes in 2025. Chinalco would be limited to 14,000 "
       "tonnes a year.",
       {"level exports of bauxite, Guinea: 150000 t in 2025, proposed",
        "level quota of bauxite, Chinalco: 14000 t/a, proposed"}},
      {"up from the season before",
       "The herring quota for the fishing year that begins on September 1 is 5,000 tonnes, up from 4,000 tonnes.",
       {"level quota of herring: 5000 t in 2024-09/2025-08", "level quota of herring: 4000 t in 2023-09/2024-08"}},
      {"more than this season",
       "The herring quota for the fishing year that begins on September 1 is 5,000 tonnes, a 3 percent increase on the "
       "current season.",
       {"level quota of herring: 5000 t in 2024-09/2025-08",
        "change quota of herring: up 3 % from 2023-09/2024-08 in 2024-09/2025-08"}},
  });
}

TEST(EventPeriods, LimitsAreSetForMonthsAhead) {
  Check({
      {"named for them",
       "The EU set the wire rod quota for July-September at 420,000 tonnes, of which Egypt is allotted 112,000 tonnes. "
       "The rebar quota for the same quarter was set at 230,000 tonnes.",
       {"level quota of wire rod, EU: 420000 t in 2024-Q3", "level quota of wire rod, Egypt: 112000 t in 2024-Q3",
        "level quota of rebar, EU: 230000 t in 2024-Q3"}},
      {"what was so, was so the last time",
       "In July-September Norway's capelin quota was cut to 5,000 tonnes.",
       {"level quota of capelin, Norway: 5000 t in 2023-Q3"}},
      {"of a target that was agreed on for a year ahead",
       "OPEC+ agreed to a target of 40 million barrels a day for 2025. Russia's quota was lowered to 9 million barrels "
       "a "
       "day.",
       {"level target of crude oil, OPEC+: 40000000 bbl/d in 2025, planned",
        "level quota of crude oil, Russia: 9000000 bbl/d in 2025"}},
      {"what was advised, in a text on the next ones",
       "Norway and Russia agreed to cut the cod quota for 2025 to 340,000 tonnes. They were allowed 453,000 tonnes "
       "this "
       "year. Scientists had advised 311,000 tonnes.",
       {"level quota of cod, Norway: 340000 t in 2025, planned", "level quota of cod, Norway: 453000 t in 2024",
        "level quota (catch) of cod, Norway: 311000 t in 2025, proposed"}},
      {"a month of every year is none of this one",
       "Brazil's beef quota is 65,000 tonnes and reopens each January.",
       {"level quota of beef, Brazil: 65000 t"}},
  });
}

TEST(EventPeriods, TheTermThatIsRunning) {
  Check({
      {"of as many months as are told",
       "In the current six-month period, which ends on May 31, Russia's urea quota amounts to 12 million tonnes.",
       {"level quota of urea, Russia: 12000000 t in 2023-12/2024-05"}},
      {"as long as the next one",
       "Russia set a urea export quota of 9 million tonnes from June 1 to November 30. In the current period, which "
       "expires on May 31, the limit is 8 million tonnes.\n\nAcme may ship 2 million tonnes.",
       {"level quota (export) of urea, Russia: 9000000 t in 2024-06/2024-11",
        "level quota (export) of urea, Russia: 8000000 t in 2023-12/2024-05",
        "level quota (export) of urea, Acme: 2000000 t in 2024-06/2024-11"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
