// How sure what is told is: actual, planned, proposed, forecast.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventModality, WhatGoesOnWithAForecastIsOne) {
  Check({
      {"the same measure and time",
       "The ministry forecasts wheat output of 9 million tonnes in 2024. Output of barley is 5 million tonnes.",
       {"level output of wheat: 9000000 t in 2024, forecast", "level output of barley: 5000000 t in 2024, forecast"}},
      {"what was done",
       "Chile expects copper exports of 5 million tonnes this year. It has exported 2 million tonnes.",
       {"level exports of copper, Chile: 5000000 t in 2024, forecast",
        "level exports of copper, Chile: 2000000 t in 2024"}},
      {"its estimate for a crop, and the season before",
       "Ghana's regulator has lowered its 2024/25 cocoa output estimate to 590,000 tonnes from 617,000 tonnes.",
       {"level output of cocoa, Ghana: 590000 t in 2024/2025, forecast",
        "level output of cocoa, Ghana: 617000 t in 2024/2025, forecast"}},
  });
}

TEST(EventModality, WhatADraftWouldDoIsProposed) {
  Check({
      {"in the next sentence",
       "A draft would cap Guinea's bauxite exports at 150,000 tonnes. Chinalco would be limited to 14,000 tonnes.",
       {"level quota (export) of bauxite, Guinea: 150000 t, proposed",
        "level quota (export) of bauxite, Chinalco: 14000 t, proposed"}},
      {"of what was decided",
       "Guinea capped bauxite exports at 150,000 tonnes. Chinalco would be limited to 14,000 tonnes.",
       {"level quota (export) of bauxite, Guinea: 150000 t",
        "level quota (export) of bauxite, Chinalco: 14000 t, planned"}},
  });
}

TEST(EventModality, LeaveAndDemands) {
  Check({
      {"a list of those who may",
       "Under the quota Acme may ship 250,000 tonnes of urea and Vela Mining 90,000 tonnes.",
       {"level quota (export) of urea, Acme: 250000 t", "level quota (export) of urea, Vela Mining: 90000 t"}},
      {"should", "The gas ceiling should be lowered to 10 bcm.", {"level quota of natural gas: 10 bcm, proposed"}},
      {"a survey",
       "A survey of traders suggests a fall of 5% in palm oil stocks in April.",
       {"change stocks of palm oil: down 5 % in 2024-04, forecast"}},
  });
}

TEST(EventModality, AimsSurveysAndWhatHoldsNow) {
  Check({
      {"what somebody wants to reach",
       "Peru wants zinc capacity to reach 7 million tonnes by 2030.",
       {"level capacity of zinc, Peru: 7000000 t in 2030, planned"}},
      {"what somebody wants as a limit",
       "Peru wants the zinc export quota lowered to 4,000 tonnes.",
       {"level quota (export) of zinc, Peru: 4000 t, proposed"}},
      {"counted",
       "A survey by the Marine Institute put the herring biomass at 5,000 tonnes.",
       {"level stocks of herring: 5000 t"}},
      {"the limit that holds now",
       "Chile's hake quota for 2025 will be 3,000 tonnes, compared with 4,000 tonnes in 2024.",
       {"level quota of hake, Chile: 3000 t in 2025, planned", "level quota of hake, Chile: 4000 t in 2024"}},
      {"what somebody will do to it",
       "Chile's exports of hake will be reduced by 5,000 tonnes next year.",
       {"change exports of hake, Chile: down 5000 t in 2025, planned"}},
      {"what was forecast before",
       "Chile's exports of hake could reach $50 million in 2024, compared with the $20 million it had assumed in its "
       "March outlook.",
       {"level exports of hake, Chile: 50000000 USD in 2024, forecast",
        "level exports of hake, Chile: 20000000 USD in 2024, forecast"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
