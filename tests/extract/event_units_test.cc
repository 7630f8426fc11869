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
       {"level price of rice, Manilla: 680 MXN/t", "level price of rice, Mexico: 790 MXN/t in 2023"}},
      {"a recipe is no news",
       "Sugar output rose to 500 g. The cook grumbles about the 250 g left to him.",
       {"level output of sugar: 500 g"}},
  });
}

TEST(EventUnits, NumbersWithoutANounCountWhatWasCounted) {
  Check({
      {"a limit and a year before",
       "Norway's boats caught 414 whales in 2024. The quota was 1,157. In 2023 the catch was 507.",
       {"level output of whales, Norway: 414 whale in 2024", "level quota of whales, Norway: 1157 whale in 2024",
        "level output of whales, Norway: 507 whale in 2023"}},
      {"a list of parts in words of no rule",
       "Malta will grant a quota of 9,000 visas in 2025. Hotels are to have 4,000 of the total, and farms 800.",
       {"level quota of visas, Malta: 9000 visa in 2025, planned",
        "level quota of visas, Malta: 4000 visa in 2025, planned", "level quota of visas, Malta: 800 visa in 2025"}},
      {"of quite another size",
       "Norway's boats caught 414 whales in 2024. The catch was 90,000.",
       {"level output of whales, Norway: 414 whale in 2024", "level output of whales, Norway: 90000  in 2024"}},
  });
}

TEST(EventUnits, NumbersOfThingsThatAreCountedCountThem) {
  Check({
      {"a level of sales",
       "Sales of electric cars in Norway reached 5,000 in May.",
       {"level sales of electric vehicles, Norway: 5000 vehicle in 2024-05"}},
      {"a change",
       "Car exports from Spain fell by 5,000 in May.",
       {"change exports of cars, Spain: down 5000 car in 2024-05"}},
      {"what is no number of things",
       "Car exports from Spain rose 5 percent in May.",
       {"change exports of cars, Spain: up 5 % in 2024-05"}},
      {"another animal than the last one",
       "Norway's hunters shot 5,100 moose in 2023. The reindeer quota was cut to 2,150.",
       {"level output of moose, Norway: 5100 moose in 2023", "level quota of reindeer, Norway: 2150 reindeer"}},
      {"who shares in it is counted",
       "Peru's quota for rice is 388,700 tons. Of that, 300,000 tons will go to the five.",
       {"level quota of rice, Peru: 388700 t", "level quota of rice, Peru: 300000 t"}},
      {"too many for vehicles",
       "Norway spent 3 billion on cars in 2023. Its quota for cars is 5,000.",
       {"level quota of cars, Norway: 5000 car"}},
      {"what is told in tonnes",
       "Wheat exports from Spain reached 5,000 in May.",
       {"level exports of wheat, Spain: 5000  in 2024-05"}},
  });
}

TEST(EventUnits, SumsAYearAreSums) {
  Check({
      {"spending", "Peru spends $5 million a year on ports.", {"level spending, Peru: 5000000 USD/a"}},
      {"exports",
       "Chile's copper exports are worth $40 billion a year.",
       {"level exports of copper, Chile: 40000000000 USD/a"}},
      {"a price", "Copper stood at $9,400 a tonne.", {"level price of copper: 9400 USD/t"}},
  });
}

TEST(EventUnits, SumsInCentsAndInDollarsAreNoPricesOfEachOther) {
  Check({
      {"a move in cents, a price in dollars",
       "Brent lost 42 cents to $43.37 a barrel, while WTI lost 45 cents to $40.75.",
       {"change price of Brent crude: down 0.42 USD in 2024-05-17",
        "level price of Brent crude: 43.37 USD/bbl in 2024-05-17",
        "change price of WTI crude: down 0.45 USD in 2024-05-17",
        "level price of WTI crude: 40.75 USD/bbl in 2024-05-17"}},
      {"a price of an earlier sentence",
       "Export prices of wheat rose to $247 a ton. A month ago the price was $237.",
       {"level price (export) of wheat: 247 USD/t", "level price of wheat: 237 USD/t in 2024-04"}},
      {"a price of another thing",
       "Export prices of wheat rose to $247 a ton. Shares of Vela closed at $237.",
       {"level price (export) of wheat: 247 USD/t", "level price of shares: 237 USD in 2024-05-17"}},
  });
}

TEST(EventUnits, APartOfWhatWasToldIsOneOfIt) {
  Check({
      {"in words of no measure",
       "Malawi sold 90,000 tonnes of tobacco in 2023. The six largest buyers account for 80%.",
       {"level sales of tobacco, Malawi: 90000 t in 2023", "share sales of tobacco, Malawi: 80 % in 2023"}},
      {"a surer rule knows no measure",
       "Malawi sold 90,000 tonnes of tobacco in 2023. The share of the small buyers slipped to 28%.",
       {"level sales of tobacco, Malawi: 90000 t in 2023", "share sales of tobacco, Malawi: 28 % in 2023"}},
      {"nothing was told", "The share of the small buyers slipped to 28%.", {"share market share: 28 %"}},
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

TEST(EventUnits, AFigureIsLeftToTheNextRule) {
  Check({
      {"a metal without a name",
       "The metal rose 1.4% on the spot market to $2,951 an ounce on Tuesday.",
       {"change price: up 1.4 % in 2024-05-14", "level price: 2951 USD/oz in 2024-05-14"}},
      {"a price in money and per weight",
       "The board's cotton rate was cut by 500 rupees to 17,000 rupees per maund on Tuesday.",
       {"change price of cotton, India: down 500 INR in 2024-05-14",
        "level price of cotton, India: 17000 INR/maund in 2024-05-14"}},
      {"a share and the amount it is",
       "Norway will take 26% of the mackerel quota, or 78,000 tonnes, and the Faroes 38,000 tonnes.",
       {"share quota of mackerel, Norway: 26 %, planned", "level quota of mackerel, Norway: 78000 t, planned",
        "level quota of mackerel, Faroe Islands: 38000 t, planned"}},
      {"more of a whole told here",
       "Of Peru's sugar quota of 50,000 tonnes, 30,000 tonnes will go to large mills and 20,000 tonnes to small ones.",
       {"level quota of sugar, Peru: 50000 t", "level quota of sugar, Peru: 30000 t",
        "level quota of sugar, Peru: 20000 t, planned"}},
      {"less of a limit",
       "Chile has set a quota of 50,000 tonnes for copper exports next year, 10% less than this year's.",
       {"level quota of copper, Chile: 50000 t in 2025", "change quota of copper, Chile: down 10 % from 2024 in 2025"}},
      {"two measures",
       "Vietnam's sugar output and exports fell 5% and 3% last month.",
       {"change output of sugar, Vietnam: down 5 % in 2024-04",
        "change exports of sugar, Vietnam: down 3 % in 2024-04"}},
      {"two goods",
       "Vietnam's exports of sugar and rice fell 5% and 3% last month.",
       {"change exports of sugar, Vietnam: down 5 % in 2024-04",
        "change exports of rice, Vietnam: down 3 % in 2024-04"}},
      {"in turn, behind a rule of limits",
       "The commission set the tuna quota. Spain and France are in line for 6,000 and 5,000 tonnes respectively.",
       {"level quota of tuna, Spain: 6000 t", "level quota of tuna, France: 5000 t"}},
      {"a thing done to the thing of a price",
       "The average price of rice sold at supermarkets across Japan fell below 4,000 yen.",
       {"level price of rice, Japan: < 4000 JPY in 2024-05-17"}},
  });
}

TEST(EventUnits, WhatIsRestated) {
  Check({
      {"in another unit",
       "Peru imported 4.7 million tonnes of crude oil in April. That is equivalent to 1.1 million barrels per day, up "
       "8% "
       "from a year earlier.",
       {"level imports of crude oil, Peru: 4700000 t in 2024-04",
        "level imports of crude oil, Peru: 1100000 bbl/d in 2024-04",
        "change imports of crude oil, Peru: up 8 % from 2023-04 in 2024-04"}},
  });
}

TEST(EventUnits, HerdsByHead) {
  Check({
      {"a population of animals",
       "The hog population of the Philippines stood at 9.86 million head as of April 30.",
       {"level population of hogs, Philippines: 9860000 head in 2024-04-30"}},
  });
}

TEST(EventUnits, CentsAreExact) {
  Check({
      {"a hundredth", "Beef cost 4.4 US cents a kilogram in 2023.", {"level price of beef: 0.044 USD/kg in 2023"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
