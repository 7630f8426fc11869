// Quotas, duties and the like: whose they are, what they limit, and how much of them is used.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventLimits, DutiesInsideAndOutsideOfAQuota) {
  const std::vector<std::string> both = {"level tariff of beef: 12 %", "level tariff of beef: 40 %"};
  Check({
      {"one verb", "The duty on beef is 12% within the quota and 40% above it.", both},
      {"two clauses", "Within the quota the duty on beef is 12%; beyond that, 40%.", both},
      {"a rate", "Under the quota, the tariff on beef is 12%.", {"level tariff of beef: 12 %"}},
  });
}

TEST(EventLimits, EachFigureOfAListHasItsOwnThing) {
  Check({
      {"for",
       "The ministry set quotas of 20,000 tonnes for tin, 30,000 tonnes for zinc and 4,000 tonnes for cobalt.",
       {"level quota of tin: 20000 t", "level quota of zinc: 30000 t", "level quota of cobalt: 4000 t"}},
      {"per cent",
       "The in-quota duty is 5% for wheat and 10% for barley.",
       {"level tariff of wheat: 5 %", "level tariff of barley: 10 %"}},
      {"behind a multiple",
       "Exports of zinc halved and imports of wheat doubled in February.",
       {"change exports of zinc: down 0.5 times in 2024-02", "change imports of wheat: up 2 times in 2024-02"}},
  });
}

TEST(EventLimits, ALimitIsOfWhoItIsHandedTo) {
  Check({
      {"each his own",
       "The ministry set hake quotas of 20,000 tonnes for Peru and 30,000 tonnes for Chile.",
       {"level quota of hake, Peru: 20000 t", "level quota of hake, Chile: 30000 t"}},
      {"kept at the border of another",
       "The EU opened a honey quota of 20,000 tonnes for Peru and 5,000 tonnes for Chile.",
       {"level quota of honey, EU > Peru: 20000 t", "level quota of honey, EU > Chile: 5000 t"}},
      {"by a verb",
       "Peru's hake quota is 50,000 tonnes. The largest allocation, 20,000 tonnes, went to Pesquera Diamante.",
       {"level quota of hake, Peru: 50000 t", "level quota of hake, Pesquera Diamante: 20000 t"}},
      {"told behind",
       "Rusal got 12,000 tonnes, Norsk Hydro 8,000 tonnes and Rio Tinto 4,500 tonnes of the quota.",
       {"level quota, Rusal: 12000 t", "level quota, Norsk Hydro: 8000 t", "level quota, Rio Tinto: 4500 t"}},
      {"where it is shipped",
       "The ministry has allowed exports of 9,000 tonnes of onions to Bangladesh.",
       {"level quota (export) of onions: 9000 t"}},
      {"of nobody", "The hake quota of 20,000 tonnes for Lent was used up.", {"level quota of hake: 20000 t"}},
      {"shares",
       "Norway takes 45% of the hake quota, Russia 40%.",
       {"share quota of hake, Norway: 45 %", "share quota of hake, Russia: 40 %"}},
      {"a share that was",
       "Some 60% of the hake quota has been used, up from 45% a year earlier.",
       {"share quota of hake: ~ 60 % in 2024", "share quota of hake: 45 % in 2023"}},
  });
}

TEST(EventLimits, LimitsInBatchesAndLists) {
  Check({
      {"batches",
       "China issued its tungsten quotas for 2024. In 2023 it set two batches totalling 110,000 tonnes.",
       {"level quota of tungsten, China: 110000 t in 2023"}},
      {"behind a colon",
       "Serbia set quotas on imports of three fruits: 28,000 tonnes of apples, 9,000 tonnes of pears and 2,000 tonnes "
       "of widgets.",
       {"level quota (import) of apples, Serbia: 28000 t", "level quota (import) of pears, Serbia: 9000 t",
        "level quota (import), Serbia: 2000 t"}},
      {"between commas",
       "Brazil's beef export quota to the United States, 65,000 tonnes, was filled in six days.",
       {"level quota (export) of beef, Brazil > U.S.: 65000 t"}},
      {"a rate beyond",
       "The U.S. will cut the tariff on cars to 7.5% within a quota and apply 25% beyond that.",
       {"level tariff of cars, U.S.: 7.5 %, planned", "level tariff of cars, U.S.: 25 %, planned"}},
      {"growth",
       "Copper supply growth slowed to 5.9% in 2023 from 21.4% in 2022.",
       {"change supply of copper: up 5.9 % in 2023", "change supply of copper: up 21.4 % in 2022"}},
  });
}

TEST(EventLimits, LimitsThatNoFigureWasToldOf) {
  Check({
      {"behind a date",
       "China did not publish its first rare earth quotas. In 2023 it set two batches of 120,000 tons each, for a "
       "total "
       "of 240,000 tons.",
       {"level quota of rare earths, China: 120000 t in 2023", "level quota of rare earths, China: 240000 t in 2023"}},
      {"two levels of one owner take the times of the list before",
       "CMOC came away with the largest slice of the cobalt quotas: 6,650 tonnes for this quarter and 31,200 tonnes "
       "for 2026. Glencore was given "
       "3,925 tonnes and 22,800 tonnes respectively.",
       {"level quota of cobalt, CMOC: 6650 t in 2024-Q2", "level quota of cobalt, CMOC: 31200 t in 2026",
        "level quota of cobalt, Glencore: 3925 t in 2024-Q2", "level quota of cobalt, Glencore: 22800 t in 2026"}},
      {"with and without a year",
       "CMOC received the largest cobalt export quota, 31,200 tons a year, followed by Glencore with 22,800 tons.",
       {"level quota (export) of cobalt, CMOC: 31200 t/a", "level quota (export) of cobalt, Glencore: 22800 t"}},
  });
}

TEST(EventLimits, WhatAFleetLandsIsNoLimit) {
  Check({{"a part of it",
          "The fleet had landed 9,000 tonnes of hake, or 64% of the quota.",
          {"level output of hake: 9000 t", "share quota of hake: 64 %"}}});
}

TEST(EventLimits, LimitsSayWhatTheyLimit) {
  Check({
      {"set",
       "Iceland set its catch limit for haddock at 62,000 tonnes for 2024.",
       {"level quota (catch) of haddock, Iceland: 62000 t in 2024"}},
      {"allowed",
       "India will allow mills to export 1.5 million tonnes of sugar in 2025.",
       {"level quota (export) of sugar, India: 1500000 t in 2025, planned"}},
      {"a body sets what another owns",
       "Gabon has an OPEC quota of 169,000 barrels per day.",
       {"level quota of crude oil, Gabon: 169000 bbl/d"}},
      {"proposed",
       "Brussels proposed to cut the herring quota by 10 percent in 2025.",
       {"change quota of herring, EU: down 10 % in 2025, proposed"}},
      {"a part is no amount",
       "Peru's tin quota amounts to less than half of output.",
       {"share quota of tin, Peru: < 50 %"}},
      {"the food ministry is no food",
       "India will allow exports of 15 lakh tonnes in 2025, the food ministry said.",
       {"level quota (export), India: 1500000 t in 2025, planned"}},
      {"denied",
       "Angola rejected its 2024 production quota of 1.11 million bpd.",
       {"level quota (production) of crude oil, Angola: 1110000 bbl/d in 2024, denied"}},
  });
}

TEST(EventLimits, WhatIsSaidOfLimitsGoesOn) {
  Check({
      {"a volume",
       "Moscow has set export quotas for potash. The volume was raised to 9 million tonnes.",
       {"level quota (export) of potash, Russia: 9000000 t"}},
      {"whose part",
       "Peru set its anchovy catch quota at 3 million tonnes. Tasa received 420,000 tonnes.",
       {"level quota (catch) of anchovy, Peru: 3000000 t", "level quota (catch) of anchovy, Tasa: 420000 t"}},
      {"decided then",
       "Chile's hake quota, set by the Fisheries Council in March, is 40,000 tonnes.",
       {"level quota of hake, Chile: 40000 t"}},
      {"those of another",
       "Exports of tin from Peru rose 4% in March and those from Bolivia fell 6%.",
       {"change exports of tin, Peru: up 4 % in 2024-03", "change exports of tin, Bolivia: down 6 % in 2024-03"}},
  });
}

TEST(EventLimits, PartsOfALimitAreOfItsThing) {
  Check({
      {"another thing in between",
       "Peru set a quota of 900 tonnes of anchovy for 2024. Fishmeal exports fell 5% in 2023. "
       "Acme Corp received 14% of the quota.",
       {"level quota of anchovy, Peru: 900 t in 2024", "change exports of fishmeal, Peru: down 5 % in 2023",
        "share quota of anchovy, Acme: 14 % in 2024"}},
  });
}

TEST(EventLimits, ChangesOfLimitsAreNoPrices) {
  Check({
      {"behind its thing",
       "Spain adopted a ceiling of 900 tons for hake in 2024, 5% lower than in 2023.",
       {"level quota of hake, Spain: 900 t in 2024", "change quota of hake, Spain: down 5 % from 2023 in 2024"}},
      {"an opening",
       "Spain proposes to raise the hake quota by 7%. For plaice it proposes a cut of 3%.",
       {"change quota of hake, Spain: up 7 %, proposed", "change quota of plaice, Spain: down 3 %, proposed"}},
      {"to an amount",
       "Spain's cod quota is trimmed to 900 tons, while hake drops 5% to 400 tons.",
       {"level quota of cod, Spain: 900 t", "change quota of hake, Spain: down 5 %",
        "level quota of hake, Spain: 400 t"}},
  });
}

TEST(EventLimits, LimitsOfAListAreOfTheYearThatTheyWereAgreedFor) {
  Check({
      {"each by a verb",
       "Chile and Peru agreed catch limits for four shared stocks in 2025.\n\nThe limits change as follows: hake falls "
       "by "
       "10% to 900 tonnes; turbot is cut by 5% and plaice is lowered by 3%.",
       {"change quota (catch) of hake, Chile: down 10 % in 2025", "level quota (catch) of hake, Chile: 900 t in 2025",
        "change quota (catch) of turbot, Chile: down 5 % in 2025",
        "change quota (catch) of plaice, Chile: down 3 % in 2025"}},
  });
}

TEST(EventLimits, WhatPartsOfALimitAreFor) {
  Check({
      {"two activities",
       "Zambia issued cobalt quotas of 900 tons for mining and 700 tons for smelting.",
       {"level quota (mining) of cobalt, Zambia: 900 t", "level quota (smelting) of cobalt, Zambia: 700 t"}},
      {"a volume that went on",
       "Zambia raised its cobalt quota by 6% from 2022, when the volume jumped 20%.",
       {"change quota of cobalt, Zambia: up 6 % from 2022", "change quota of cobalt, Zambia: up 20 % in 2022"}},
  });
}

TEST(EventLimits, DutiesAreOfWhoeverHasTheLimit) {
  Check({
      {"who grants it stands behind",
       "Peru's mills filled the 900-tonne quota that Canada grants. What is shipped beyond that pays 20%.",
       {"level quota, Canada: 900 t", "level tariff, Canada: 20 %"}},
      {"a month is when it was imposed",
       "Canada imposed a duty of 20% on Chinese garlic in April.",
       {"level tariff of garlic, Canada > China: 20 %"}},
      {"a part is none of a duty",
       "Canada lets in 900 tonnes of beef at a 7% tariff, of which 60 percent is fresh and 40 percent frozen.",
       {"level quota (import) of beef, Canada: 900 t", "level tariff of beef, Canada: 7 %",
        "share quota (import) of beef, Canada: 60 %", "share quota (import) of beef, Canada: 40 %"}},
  });
}

TEST(EventLimits, LimitsOfTheYearAhead) {
  Check({
      {"a quarter of it, and what holds for all of it",
       "Iceland agreed on fishing quotas for 2025. Its cod quota drops to 900 tonnes in the first quarter of the year. "
       "The limit for hake stays at 700 tonnes.",
       {"level quota (catch) of cod, Iceland: 900 t in 2025-Q1",
        "level quota (catch) of hake, Iceland: 700 t in 2025"}},
  });
}

TEST(EventLimits, WhatTheyAreMadeOf) {
  Check({
      {"a thing behind each amount",
       "Russia's grain export quota is 16 tonnes. It includes 9 tonnes of wheat and 7 tonnes of barley.",
       {"level quota (export) of grain, Russia: 16 t", "level quota (export) of wheat, Russia: 9 t",
        "level quota (export) of barley, Russia: 7 t"}},
      {"a volume of theirs",
       "The total volume of Russia's grain export quotas is 16 tonnes.",
       {"level quota (export) of grain, Russia: 16 t"}},
      {"a part of it is no level",
       "Russia's grain export quota is 16 tonnes. Traders expect the miners to receive 60% of it.",
       {"level quota (export) of grain, Russia: 16 t", "share quota (export) of grain, Russia: 60 %, forecast"}},
      {"what moves beside them is no limit",
       "Peru set quotas for salt. Exports of tin came to 6 tonnes.",
       {"level exports of tin, Peru: 6 t"}},
      {"nothing is counted", "Peru has become one of the largest tin markets as output falls.", {}},
  });
}

TEST(EventLimits, WithoutALimitNothingIsLeftOfOne) {
  Check({
      {"used", "Only 60% of the funds have been used.", {}},
      {"remaining", "The remaining 40 tonnes of rubble will go to a dump.", {}},
      {"of the total", "Mr Smith won 54% of the total votes.", {}},
      {"where a limit was spoken of",
       "The EU has a quota for rebar. Only 60% of the volume was taken up.",
       {"share quota of rebar, EU: 60 %"}},
  });
}

TEST(EventLimits, MoreThanBefore) {
  Check({
      {"an extra amount",
       "Angola is allowed an extra 200,000 barrels a day under the new quotas.",
       {"change quota of crude oil, Angola: up 200000 bbl/d"}},
      {"control targets",
       "The ministry issued the first batch of mining control targets for tungsten for 2024.\n\nJiangxi receives the "
       "largest allocation, 24,450 tonnes.",
       {"level quota (mining) of tungsten, Jiangxi: 24450 t in 2024"}},
      {"the kind that fish are",
       "Japan's quota for bluefin tuna rose.\n\nKorea's quota for large fish will increase to 501 tonnes.",
       {"level quota of bluefin tuna, South Korea: 501 t, planned"}},
      {"a firm's mines abroad",
       "Brim Corp. kept its Congolese mines running and turned out 61,000 tonnes of cobalt.",
       {"level output of cobalt, Brim: 61000 t"}},
  });
}

TEST(EventLimits, WhatMayNotBePassed) {
  Check({
      {"output set at a maximum",
       "The minister set gas production in Ghana at a maximum of 12 bcm for 2025.",
       {"level quota of natural gas, Ghana: <= 12 bcm in 2025"}},
      {"output that reached a figure",
       "Ghana set an output record in 2023 at 12 bcm of gas.",
       {"level output of natural gas, Ghana: 12 bcm in 2023"}},
      {"put at no more than by others",
       "Analysts put Ghana's gas output at up to 12 bcm in 2025.",
       {"level output of natural gas, Ghana: <= 12 bcm in 2025, forecast"}},
      {"what may come without a limit",
       "Ghana's gas exports may reach up to 12 bcm in 2025.",
       {"level exports of natural gas, Ghana: <= 12 bcm in 2025, forecast"}},
      {"worth no more than",
       "Mexico has agreed to caps. Mexico's shipments of cars may be worth no more than $1.5 billion in 2025.",
       {"level quota of cars, Mexico: <= 1500000000 USD in 2025"}},
  });
}

TEST(EventLimits, VolumesOfALimit) {
  Check({
      {"with volumes up",
       "China has announced its rare earth quota for 2025, with volumes up 12%.",
       {"change quota of rare earths, China: up 12 % in 2025"}},
      {"where no limit was told they are sales",
       "China told of its rare earth exports in 2023, with volumes up 12%.",
       {"change sales of rare earths, China: up 12 % in 2023"}},
  });
}

TEST(EventLimits, HowMuchOfThemIsUsed) {
  Check({
      {"utilisation",
       "The EU has a quota for beef. Australia slipped to utilisation of 95%.",
       {"share quota of beef, Australia: 95 %"}},
      {"a plant's", "The mill slipped to capacity utilisation of 95%.", {"level capacity (utilisation): 95 %"}},
      {"of so much, so much",
       "The EU has quotas for steel. Of the 924,500 tonnes of rebar set aside for others, 31% had been taken up.",
       {"level quota of rebar, EU: 924500 t", "share quota of rebar, EU: 31 %"}},
      {"of the quota",
       "Nigeria's oil output in April came to 99 percent of the country's OPEC quota.",
       {"share quota of crude oil, Nigeria: 99 % in 2024-04"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
