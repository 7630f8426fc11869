// What the unit of a figure tells where words do not, and the unit that another figure lends.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventUnits, WhatWasToldInAUnitGoesOnInIt) {
  Check({
      {"in words of no rule",
       "Chile's lithium quota was raised to 60,000 tonnes. SQM grumbles about the 25,000 tonnes left to it.",
       {"level quota of lithium, Chile: 60000 t", "level quota of lithium, SQM: 25000 t"}},
      {"sentences later",
       "Chile's lithium quota was raised to 60,000 tonnes. The ministry met on Monday. Nobody spoke. Talks last. SQM "
       "grumbles about the 25,000 tonnes left to it.",
       {"level quota of lithium, Chile: 60000 t", "level quota of lithium, SQM: 25000 t"}},
      {"in a unit that was not told",
       "Chile's lithium quota was raised to 60,000 tonnes. SQM grumbles about the 25,000 flasks left to it.",
       {"level quota of lithium, Chile: 60000 t"}},
      {"what defines a thing is told of nothing",
       "Chile's lithium quota was raised to 60,000 tonnes. SQM grumbles about a 25-tonne truck.",
       {"level quota of lithium, Chile: 60000 t"}},
      {"of quite another size",
       "Chile's lithium quota was raised to 60,000 tonnes. SQM grumbles about the 5 tonnes left to it.",
       {"level quota of lithium, Chile: 60000 t"}},
      {"a price told per something",
       "Rice sold at 680 pesos a tonne in Manilla. In 2023 they had touched a record 790 pesos.",
       {"level price of rice, Mexico: 680 MXN/t", "level price of rice, Mexico: 790 MXN in 2023"}},
      {"a recipe is no news",
       "Sugar output rose to 500 g. The cook grumbles about the 250 g left to him.",
       {"level output of sugar: 500 g"}},
  });
}

TEST(EventUnits, ANumberWithoutOneTakesThatOfAnotherFigure) {
  Check({
      {"beside a change",
       "Iraq pumped 4.3 million bpd in April, 5% more than a year earlier, against a quota of 4.1 million.",
       {"level output of crude oil, Iraq: 4300000 bbl/d in 2024-04",
        "change output of crude oil, Iraq: up 5 % from 2023-04 in 2024-04",
        "level quota of crude oil, Iraq: 4100000 bbl/d in 2024-04"}},
      {"of the same measure, per the same",
       "The export duty on wheat rises to 3,100 roubles a tonne, compared with 2,500 roubles before.",
       {"level tariff (export) of wheat, Russia: 3100 RUB/t", "level tariff (export) of wheat, Russia: 2500 RUB/t"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
