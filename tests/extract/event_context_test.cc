// What the text around a figure tells of it: its paragraph, its money, the sentences before.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventContext, WhatAnAsideTellsIsNoneOfTheClauseAroundIt) {
  Check({
      {"shares of a firm",
       "Shares of Orrin Steel, which earns a third of its sales in Chile, fell 2.1 percent to 93,700 won.",
       {"share sales, Orrin Steel: 33.333 %", "change price of shares, Orrin Steel: down 2.1 % in 2024-05-17",
        "level price of shares, Orrin Steel: 93700 KRW in 2024-05-17"}},
  });
}

TEST(EventContext, APlaceAndAColonOpenWhatIsSaidOfIt) {
  Check({
      {"the sentence and those behind it",
       "China exported 5,000 tonnes of phosphate in 2023.\n\nIndia: stocks of urea fell to 1,200 tonnes in April. "
       "Sales "
       "shrank by 13% in March.",
       {"level exports of phosphate, China: 5000 t in 2023", "level stocks of urea, India: 1200 t in 2024-04",
        "change sales of urea, India: down 13 % in 2024-03"}},
  });
}

TEST(EventContext, MoneyTellsTheCountryWhereNothingElseDoes) {
  Check({
      {"one money",
       "Rice output was 3.6 million tonnes in 2023. The budget rises to KRW 244 billion.",
       {"level output of rice, South Korea: 3600000 t in 2023",
        "level spending, South Korea: 244000000000 KRW in 2023"}},
      {"another country is named",
       "Rice output was 3.6 million tonnes in 2023. The budget of Japan rises to KRW 244 billion.",
       {"level output of rice: 3600000 t in 2023", "level spending, Japan: 244000000000 KRW"}},
  });
}

TEST(EventContext, WhoActsOwnsWhateverStandsBehindTheFigure) {
  Check({
      {"a firm in a country",
       "Tesla sold 47,600 cars in Brazil in 2023.",
       {"level sales of cars, Tesla: 47600 car in 2023"}},
      {"nobody else",
       "Sales reached 47,600 cars in Brazil in 2023.",
       {"level sales of cars, Brazil: 47600 car in 2023"}},
      {"a person decides for his country",
       "U.S. President Joe Bloggs quadrupled tariffs on steel to over 100%.",
       {"level tariff of steel, U.S.: > 100 %"}},
      {"people by what they do are nobody by name",
       "Norway set a quota of 900 whales for 2023. Hunters took 429 whales in 2023.",
       {"level quota of whales, Norway: 900 whale in 2023", "level output of whales, Norway: 429 whale in 2023"}},
      {"places of places own nothing",
       "Arrivals of cocoa at the ports of Abidjax and San Petro were 5,000 tonnes in 2023 in Ghana.",
       {"level supply (arrivals) of cocoa, Ghana: 5000 t in 2023"}},
  });
}

TEST(EventContext, WhatIsCarriedOverMustBeMeant) {
  Check({
      {"a bare noun that opens the sentence is something else",
       "Peru's export quota is 5,000 tonnes. Carbon intensity fell 3%.",
       {"level quota (export), Peru: 5000 t"}},
      {"what has an owner goes on",
       "Peru's export quota is 5,000 tonnes. Chile's slice goes up by 3%.",
       {"level quota (export), Peru: 5000 t", "change quota (export), Chile: up 3 %"}},
      {"those that were spoken of are no amount",
       "Scientists put the population of the three species at 2.4 million in 2023.",
       {"level population: 2400000  in 2023"}},
      {"a price behind the change",
       "China's imports of cocoa rose 5% in March. The auction went down 8.8% to an average of $3,136 a tonne.",
       {"change imports of cocoa, China: up 5 % in 2024-03", "change price of cocoa: down 8.8 %",
        "level price of cocoa: 3136 USD/t"}},
  });
}

TEST(EventContext, WhatIsDeniedOfSomethingElseIsNoDenial) {
  Check({
      {"between commas",
       "Norway, which has never signed the pact, kept its quota at 1,406 whales.",
       {"level quota of whales, Norway: 1406 whale"}},
      {"not even",
       "Peru's exports of tin were not even 5,000 tonnes in 2023.",
       {"level exports of tin, Peru: 5000 t in 2023"}},
  });
}

TEST(EventContext, GoodsAreNamedByTheirLastWord) {
  Check({
      {"the oil of the text",
       "Russia has a quota for sunflower oil of 1.9 million tonnes. Turkey bought 500,000 tonnes of the oil in 2023.",
       {"level quota of sunflower oil, Russia: 1900000 t", "level imports of sunflower oil, Turkey: 500000 t in 2023"}},
      {"no other oil",
       "Turkey bought 500,000 tonnes of oil in 2023.",
       {"level imports of crude oil, Turkey: 500000 t in 2023"}},
      {"verbs are no goods",
       "India will ask to scrap the 30% export duty on iron ore.",
       {"level tariff (export) of iron ore, India: 30 %, planned"}},
      {"what something goes into",
       "Lithium, used in batteries, cost $9,000 a tonne in 2023.",
       {"level price of lithium: 9000 USD/t in 2023"}},
  });
}

TEST(EventContext, WhatIsSaidInPassingOwnsNothing) {
  Check({
      {"between commas",
       "Wa State, which supplied China's smelters, produced 5,000 tonnes of tin in 2023.",
       {"level output of tin, Wa State: 5000 t in 2023"}},
      {"a pronoun for the one owner in front",
       "Ulveda, the biggest of them, was allotted 5,000 tonnes of iron ore in 2023. It produced 4,000 tonnes.",
       {"level quota of iron ore, Ulveda: 5000 t in 2023", "level output of iron ore, Ulveda: 4000 t in 2023"}},
      {"the last two of a list are two",
       "Suncor, Imperial Oil and Husky were opposed. Imperial Oil earned $502 million in 2023.",
       {"level profit, Imperial Oil: 502000000 USD in 2023"}},
      {"provinces of one country speak of the country",
       "Jiangxi received 5,000 tonnes of the tungsten quota and Hunan 4,000 tonnes. Exports were 700 tonnes in 2023.",
       {"level quota of tungsten, Jiangxi: 5000 t", "level quota of tungsten, Hunan: 4000 t",
        "level exports of tungsten, China: 700 t in 2023"}},
      {"countries earn no profit",
       "Bangladesh exported 802 tonnes of hilsa in 2023, earning $8 million.",
       {"level exports of hilsa, Bangladesh: 802 t in 2023",
        "level exports of hilsa, Bangladesh: 8000000 USD in 2023"}},
  });
}

TEST(EventContext, TimesOfOneClauseAreNotAnothers) {
  Check({
      {"a limit behind somebody's month",
       "Output of zinc rose to 4,000 tonnes in March, leaving little room under the cap of 45,000 tonnes.",
       {"level output of zinc: 4000 t in 2024-03", "level quota of zinc: 45000 t"}},
      {"when a limit began",
       "The ceiling of 190,000 visas was introduced in 2013.",
       {"level quota of visas: 190000 visa"}},
      {"compared with what was",
       "Zinc was quoted at $2,150 a tonne on Thursday, 9% above its price in January.",
       {"level price of zinc: 2150 USD/t in 2024-05-16", "change price of zinc: up 9 % from 2024-01 in 2024-05-16"}},
      {"the highest of the year is no period",
       "Peru's April zinc output of 5,000 tonnes was the highest this year.",
       {"level output of zinc, Peru: 5000 t in 2024-04"}},
      {"since something began",
       "Cobalt prices have risen 88% since the ban began in February.",
       {"change price of cobalt: up 88 % in 2024-02/2024-05"}},
      {"two goods of one year",
       "Peru produced 5,000 tonnes of zinc and 4,000 tonnes of tin in 2023.",
       {"level output of zinc, Peru: 5000 t in 2023", "level output of tin, Peru: 4000 t in 2023"}},
  });
}

TEST(EventContext, APriceIsOfThePlaceThatStandsWithIt) {
  Check({
      {"whose thing it is",
       "Vietnam's broken rice was offered at $350 a tonne in April.",
       {"level price of broken rice, Vietnam: 350 USD/t in 2024-04"}},
      {"where the thing is",
       "Live cattle in Brazil traded at 318 reais per head in April.",
       {"level price of cattle, Brazil: 318 BRL/head in 2024-04"}},
      {"who pays it", "Ghana paid 20,900 cedis per tonne in April.", {"level price, Ghana: 20900 GHS/t in 2024-04"}},
      {"where the sentence is set",
       "In the United States, ground beef retailed at $6.69 a pound in April.",
       {"level price of ground beef, U.S.: 6.69 USD/lb in 2024-04"}},
      {"a place that does something else",
       "China imported 5 million tonnes of sugar in 2023. Sugar traded at $500 a tonne in April.",
       {"level imports of sugar, China: 5000000 t in 2023", "level price of sugar: 500 USD/t in 2024-04"}},
  });
}

TEST(EventContext, APriceIsOfThePlaceItIsLoadedAt) {
  Check({
      {"a port behind the price",
       "The market was quiet. Granular urea traded at $450 a ton fob Egypt.",
       {"level price of urea, Egypt: 450 USD/t in 2024-05-17"}},
      {"terms in front of it",
       "The market was quiet. On fob terms in Novorossiysk barley stood at $210 a ton.",
       {"level price of barley, Russia: 210 USD/t"}},
      {"a town that no vocabulary knows",
       "The market was quiet. Barley sold at $210 a ton in Quillor, dealers said.",
       {"level price of barley, Quillor: 210 USD/t"}},
      {"a price beside it",
       "The market was quiet. Urea traded at $450 a ton fob Egypt, and potash at $330 a ton.",
       {"level price of urea, Egypt: 450 USD/t in 2024-05-17", "level price of potash, Egypt: 330 USD/t"}},
  });
}

TEST(EventContext, WhatIsSaidInPassingOwnsNothingBehindIt) {
  Check({
      {"a limit in it",
       "Iceland's capelin quota is 600,000 tonnes. Vinnslan, which controls 18% of the Icelandic quota, expects to "
       "take "
       "122,000 tonnes.",
       {"level quota of capelin, Iceland: 600000 t", "share quota of capelin, Vinnslan > Iceland: 18 %",
        "level quota of capelin, Vinnslan: 122000 t, forecast"}},
      {"where an unknown firm sells",
       "Jaguara, the largest exporter to the U.S., sold 129,000 vehicles in North America in 2023.",
       {"level sales of vehicles, Jaguara: 129000 vehicle in 2023"}},
      {"all over the world",
       "BYD, whose global sales climbed 8% in 2023, is Chinese.",
       {"change sales, BYD: up 8 % in 2023"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
