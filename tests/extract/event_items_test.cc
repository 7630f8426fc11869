// Which thing a figure is of, be it in the vocabulary or not.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventItems, ThingsOfNoVocabulary) {
  Check({
      {"behind an amount",
       "Sudan exported 60,000 tonnes of zorgium in 2022.",
       {"level exports of zorgium, Sudan: 60000 t in 2022"}},
      {"behind a measure",
       "Sudan's exports of wild zorgium bark rose 5% in 2022.",
       {"change exports of wild zorgium bark, Sudan: up 5 % in 2022"}},
      {"what a limit is for",
       "The quota for zorgium was raised to 500 tonnes for 2024.",
       {"level quota of zorgium: 500 t in 2024"}},
      {"later mentions of it",
       "Sudan exported 600 tonnes of zorgium in 2022. Zorgium prices fell 3% in March.",
       {"level exports of zorgium, Sudan: 600 t in 2022", "change price of zorgium: down 3 % in 2024-03"}},
      {"who has a limit is no thing", "Peru raised the quota for zorgers to 500 tonnes.", {"level quota, Peru: 500 t"}},
      {"words in front of a known noun",
       "Peru plans 500 tonnes of additional zorgium capacity.",
       {"level capacity, Peru: 500 t, planned"}},
      {"a participle ends the name",
       "Peru used 500 tonnes of zorgium shipped from Chile.",
       {"level demand of zorgium, Peru: 500 t"}},
      {"bare heads are of what was spoken of",
       "Peru mined 5 million tonnes of iron ore. Mills need 4 million tonnes of ore.",
       {"level output of iron ore, Peru: 5000000 t", "level demand of iron ore, Peru: 4000000 t"}},
      {"goods are no thing", "Peru exported 500 tonnes of goods in 2022.", {"level exports, Peru: 500 t in 2022"}},
      {"named once beside the text's own thing",
       "Peru set its sugar quota at 500 tonnes. Sugar exports were 400 tonnes, and 5 tonnes of zorgium were bought. "
       "Output will be 600 tonnes.",
       {"level quota of sugar, Peru: 500 t", "level exports of sugar, Peru: 400 t",
        "level imports of zorgium, Peru: 5 t", "level output of sugar, Peru: 600 t, forecast"}},
  });
}

TEST(EventItems, KindsAndWhatTheyAreMadeOf) {
  Check({
      {"the metal in a text on its ore",
       "Indonesia approved nickel ore output of 5 million tonnes. Nickel for three-month delivery jumped 4% to $18,450 "
       "a tonne on Wednesday.",
       {"level quota (production) of nickel ore, Indonesia: 5000000 t", "change price of nickel: up 4 % in 2024-05-15",
        "level price of nickel: 18450 USD/t in 2024-05-15"}},
      {"what it is made from",
       "Cane prices rose in India. The price of ethanol from cane juice was unchanged at 65.61 rupees a litre.",
       {"level price of ethanol, India: 65.61 INR/L"}},
      {"oil counted with its time",
       "Kazakhstan produced 1.77 million barrels of crude per day in February, against a ceiling of 1.468 million "
       "barrels.",
       {"level output of crude oil, Kazakhstan: 1770000 bbl/d in 2024-02",
        "level quota of crude oil, Kazakhstan: 1468000 bbl in 2024-02"}},
      {"energies by their units",
       "Zambia's water quota is 5 million cubic metres. The utility imported 386 MW in May.",
       {"level quota of water, Zambia: 5000000 m3", "level imports of electricity, Zambia: 386 MW in 2024-05"}},
      {"gas is told in the same units",
       "Germany's natural gas stocks fell. Storage stood at 62 TWh in May.",
       {"level stocks of natural gas, Germany: 62 TWh in 2024-05"}},
      {"what has its thing in its name",
       "Korea set a cap of 5 tonnes on greenhouse gas emissions for 2025. It will be 4 tonnes in 2026.",
       {"level quota of emissions, South Korea: 5 t in 2025"}},
  });
}

TEST(EventItems, WhatTheFigureCounts) {
  Check({
      {"a kind of what the limit is for",
       "Russia set its grain quota for 2025 at 11 million tonnes of wheat.",
       {"level quota of wheat, Russia: 11000000 t in 2025"}},
      {"no barrels of natural gas",
       "A gas leak held Kazakhstan's output to 1.22 million bpd in April.",
       {"level output of crude oil, Kazakhstan: 1220000 bbl/d in 2024-04"}},
      {"nobody makes its members",
       "The cartel's 23 members pump 1.22 million bpd of crude oil.",
       {"level output of crude oil: 1220000 bbl/d"}},
  });
}

TEST(EventItems, ThingsInFrontOfTheirMeasure) {
  Check({
      {"a noun that the text names by itself",
       "Pakistan cut the zorgium quota to 9,850 kg for 2024. Firms in Sindh were given 5,600 kg of the zorgium, those "
       "in Punjab 3,150 kg.",
       {"level quota of zorgium, Pakistan: 9850 kg in 2024", "level quota of zorgium, Sindh: 5600 kg in 2024",
        "level quota of zorgium, Punjab: 3150 kg in 2024"}},
      {"an adjective that has a noun behind it",
       "The EU set the residual quota for steel at 5,000 tonnes. Of the residual quota, 400 tonnes were used.",
       {"level quota of steel, EU: 5000 t", "level quota of steel, EU: 400 t"}},
      {"years in front of it count nothing",
       "Ghana set its 2024-2025 cobalt export quotas at 9,850 kg.",
       {"level quota (export) of cobalt, Ghana: 9850 kg in 2024/2025"}},
      {"a verb ends the name",
       "Pakistan raised the zorgium limit. The quota of pseudozorgium had been left at 21,500 kg.",
       {"level quota of pseudozorgium, Pakistan: 21500 kg"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
