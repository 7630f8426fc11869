// What the text around a figure tells of it: its paragraph, its money, the sentences before.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

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
       {"change imports of cocoa, China: up 5 % in 2024-03", "change price of cocoa: down 8.8 % in 2024-05-17",
        "level price of cocoa: 3136 USD/t in 2024-05-17"}},
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

}  // namespace
}  // namespace tallywire::extract
