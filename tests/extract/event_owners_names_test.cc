// Owners: which names and words stand for whom.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventOwners, NamesOfAListAreSeveral) {
  Check({
      {"each has a figure of its own",
       "Orrin Salt and Vela Mining won quotas of 5,000 tonnes and 4,000 tonnes respectively.",
       {"level quota, Orrin Salt: 5000 t", "level quota, Vela Mining: 4000 t"}},
      {"the vocabulary knows both",
       "Bihar and Uttar Pradesh will get quotas of 5,000 tonnes and 4,000 tonnes respectively.",
       {"level quota, Bihar: 5000 t, planned", "level quota, Uttar Pradesh: 4000 t, planned"}},
      {"a body's name joins words",
       "Peru's export quotas are 9,000 tonnes. The Salt and Mining Board said mills and farms got 5,000 tonnes and "
       "4,000 tonnes respectively.",
       {"level quota (export), Peru: 9000 t", "level quota (export), Peru: 5000 t",
        "level quota (export), Peru: 4000 t"}},
      {"the last one alone does not act",
       "Peru, Chile and Bolivia agreed to cut their shared quota for hake by 5%.",
       {"change quota of hake, Peru: down 5 %, planned"}},
      {"some that are counted are not the country spoken of",
       "Iraq's output of crude oil was 4 million bpd. Eight members agreed to add 138,000 bpd to output.",
       {"level output of crude oil, Iraq: 4000000 bbl/d", "change output of crude oil: up 138000 bbl/d, planned"}},
  });
}

TEST(EventOwners, AnArticleCutsNoName) {
  Check({
      {"behind it the body's name goes on",
       "The Organization of the Petroleum Exporting Countries pumped 26 million barrels of crude oil per day.",
       {"level output of crude oil, OPEC: 26000000 bbl/d"}},
  });
}

TEST(EventOwners, AKindIsCalledByItsWhole) {
  Check({
      {"the meat",
       "Peru likes pork. Chile shipped 13,900 tons of the meat.",
       {"level exports of pork, Chile: 13900 t"}},
      {"the grain",
       "Peru likes rice. Chile shipped 13,900 tons of the grain.",
       {"level exports of rice, Chile: 13900 t"}},
      {"without an article it is the whole",
       "Peru likes pork. Chile shipped 13,900 tons of meat.",
       {"level exports of meat, Chile: 13900 t"}},
  });
}

TEST(EventOwners, WordsThatOnlyBeginASentence) {
  Check({
      {"weather",
       "Chile exported 500 tonnes of beef. Drought has cut the herd by 4%.",
       {"level exports of beef, Chile: 500 t", "change stocks of beef, Chile: down 4 %"}},
      {"a word that stands without a capital elsewhere",
       "Chile exported 500 tonnes of hake. The syndicates agreed. Syndicates with a licence landed 400 tonnes.",
       {"level exports of hake, Chile: 500 t", "level output of hake, Chile: 400 t"}},
  });
}

TEST(EventOwners, NamesInAsidesAreNobodysPronoun) {
  Check({
      {"a relative clause",
       "Indonesia capped its nickel quota at 260 million tons. PT Vale Indonesia, which operates the Pomalaa mine, "
       "said "
       "it had been granted only 32 percent of the volume it applied for.",
       {"level quota of nickel, Indonesia: 260000000 t", "share quota of nickel, PT Vale Indonesia: 32 %"}},
      {"a participle",
       "Indonesia capped its nickel quota at 260 million tons. PT Vale Indonesia, owned by Eramet and state miner "
       "Antam, "
       "has been told that its quota is 12 million tons.",
       {"level quota of nickel, Indonesia: 260000000 t", "level quota of nickel, PT Vale Indonesia: 12000000 t"}},
      {"behind what the firm is",
       "Pelagic processor Orrinfisk said it would close plants in Selje. It expects output to shrink by 35 percent.",
       {"change output, Orrinfisk: down 35 %, forecast"}},
  });
}

TEST(EventOwners, FirmsAmongTheirDescriptions) {
  Check({
      {"what it is stands in front of the name",
       "Net profit at Icelandic seafood company Vestura rose to 20 million euros. Sales climbed 23%.",
       {"level profit (net) of seafood, Vestura: 20000000 EUR", "change sales, Vestura: up 23 %"}},
      {"a relative clause stands between the name and what it got",
       "Indonesia issued quotas for nickel ore. Weda Lake Nickel, in which Ertech has a stake, received 12 million "
       "tonnes.",
       {"level quota of nickel ore, Weda Lake Nickel: 12000000 t"}},
      {"how it came about stands between",
       "Peru has a salt quota of 100 tonnes. Vela Mills received 60 tonnes, while Orrin Salt, created in December from "
       "the merger of three firms, was given 40 tonnes.",
       {"level quota of salt, Peru: 100 t", "level quota of salt, Vela Mills: 60 t",
        "level quota of salt, Orrin Salt: 40 t"}},
      {"its letters stand behind its name",
       "The Orrin Salt Works (OSW) sells salt. OSW produced 9 tonnes of salt.",
       {"level output of salt, Orrin Salt Works: 9 t"}},
      {"an apposition names others",
       "Dembara Diamond Company produced 5 tonnes of salt. The company, a venture of Kalahari Mines and Bexley, had "
       "lowered its production target to 15 tonnes.",
       {"level output of salt, Dembara Diamond: 5 t", "level target of salt, Dembara Diamond: 15 t"}},
      {"it expects what it does itself",
       "Mongolia exported 60 million tonnes of coal. Ordos Tavan alone expects to sell 30 million tonnes.",
       {"level exports of coal, Mongolia: 60000000 t", "level sales of coal, Ordos Tavan: 30000000 t, forecast"}},
      {"it only spoke in the sentence in front",
       "Russia extended its quotas. PhosAlfa, the biggest exporter, told investors that the duty hurts. Its net profit "
       "dropped to 18 million rubles.",
       {"level profit (net), PhosAlfa: 18000000 RUB"}},
      {"it sets its own price",
       "Goldmilk cut its price for milk to 30 euros a tonne.",
       {"level price of milk, Goldmilk: 30 EUR/t"}},
      {"a firm's goods fetched it",
       "Revenue of Lomcor Mining was $5 million. The average realized price for nickel ore dropped to $29 a tonne.",
       {"level revenue, Lomcor Mining: 5000000 USD", "level price of nickel ore, Lomcor Mining: 29 USD/t"}},
      {"goods have a price where they are sold",
       "Frozen hake sold for 4 euros a kilo in Spain.",
       {"level price of hake, Spain: 4 EUR/kg"}},
  });
}

TEST(EventOwners, NamesThatOwnNothing) {
  Check({
      {"a river",
       "Argentina grows beans. Crushers along the Parana river can process 50 million tonnes of beans.",
       {"level capacity of beans, Argentina: 50000000 t"}},
      {"a letter",
       "Ex-mill prices of S-grade sugar in India rose by 80 rupees to 3,560 rupees a quintal.",
       {"change price of sugar, India: up 80 INR", "level price of sugar, India: 3560 INR/quintal"}},
      {"who comes first",
       "Tajikistan is the second largest producer of antimony after China and accounted for 25% of mine output in "
       "2023.",
       {"share output (mining) of antimony, Tajikistan: 25 % in 2023"}},
      {"a thing in a body's name",
       "The Commission for the Conservation of Pacific Salmon set the tuna quota at 40,000 tonnes.",
       {"level quota of tuna: 40000 t"}},
      {"a board",
       "Kivu Tin reported a net profit of $5 million for 2023. The Board has lowered its target to 17,000 tonnes of "
       "tin.",
       {"level profit (net), Kivu Tin: 5000000 USD in 2023", "level target of tin, Kivu Tin: 17000 t"}},
  });
}

TEST(EventOwners, WhoseAWordIs) {
  Check({
      {"the share of somebody",
       "Tajikistan exported 6,000 tons of antimony in 2023. China took 68 percent, while the share of Vietnam fell to "
       "14 percent.",
       {"level exports of antimony, Tajikistan: 6000 t in 2023",
        "share exports of antimony, China > Tajikistan: 68 % in 2023",
        "share exports of antimony, Vietnam > Tajikistan: 14 % in 2023"}},
      {"a firm's plant",
       "Acme Metals of Greece said it will spend 295 million euros. The plant at Volos will turn out 5 tonnes of "
       "gallium in 2027.",
       {"level spending, Acme Metals of Greece: 295000000 EUR, planned",
        "level output of gallium, Acme Metals of Greece: 5 t in 2027, planned"}},
      {"nationwide",
       "China counts coal by province. In Shanxi output rose 4% to 90 million tons. Nationwide production dropped 3% "
       "to 800 million tons.",
       {"change output of coal, Shanxi: up 4 %", "level output of coal, Shanxi: 90000000 t",
        "change output of coal, China: down 3 %", "level output of coal, China: 800000000 t"}},
      {"who follows",
       "Peru's anchovy quota was set at 2 million tonnes. Tasa holds 14% of the quota. Copeinca follows with 10%.",
       {"level quota of anchovy, Peru: 2000000 t", "share quota of anchovy, Tasa: 14 %",
        "share quota of anchovy, Copeinca: 10 %"}},
      {"a name with small words",
       "Compañía Minera y Naviera de Chile S.A. reported net income of $58 million for 2023.",
       {"level profit (net), Compañía Minera y Naviera de Chile: 58000000 USD in 2023"}},
  });
}

TEST(EventOwners, NamesInsideNames) {
  Check({
      {"no part of the continent",
       "Steel imports into South Africa above 920,000 tonnes are subject to a 25% duty.",
       {"level tariff of steel: 25 %"}},
  });
}

TEST(EventOwners, WhoStandsElsewhere) {
  Check({
      {"by a firm",
       "Some 50,000 tonnes of copper were produced by Anglo American in April.",
       {"level output of copper, Anglo American: ~ 50000 t in 2024-04"}},
      {"by a country",
       "60% of Argentina's sugar exports were taken by Peru last month.",
       {"share exports of sugar, Peru > Argentina: 60 % in 2024-04"}},
      {"a parent firm",
       "Torvane Metals, a unit of Japan's Delmar Resources, said its cobalt output fell 7% in the first quarter.",
       {"change output of cobalt, Torvane Metals: down 7 % in 2024-Q1"}},
      {"those to another",
       "Poland's nickel exports to Chile rose 7% to 140,000 tonnes in March. Those to Kenya fell 4%.",
       {"change exports of nickel, Poland > Chile: up 7 % in 2024-03",
        "level exports of nickel, Poland > Chile: 140000 t in 2024-03",
        "change exports of nickel, Poland > Kenya: down 4 % in 2024-03"}},
      {"two that come first",
       "Kenya, the third-largest rice producer after Peru and the Philippines, produced 50,000 tonnes in 2023.",
       {"level output of rice, Kenya: 50000 t in 2023"}},
      {"a neighbour",
       "Zambia's cocoa output is seen at 650,000 tonnes in 2025. In neighbouring Kenya, the crop is put at 300,000 "
       "tonnes.",
       {"level output of cocoa, Zambia: 650000 t in 2025, forecast", "level output of cocoa, Kenya: 300000 t"}},
      {"a thing of the same sentence",
       "Ukraine, which exported 50,000 tonnes of nickel in 2023, expects to ship 60,000 tonnes in 2024.",
       {"level exports of nickel, Ukraine: 50000 t in 2023",
        "level exports of nickel, Ukraine: 60000 t in 2024, forecast"}},
  });
}

TEST(EventOwners, AFirmsOwnReport) {
  Check({
      {"its quarter",
       "Kivu Tin Resources Ltd announces its production and financial results for the quarter ended 31 March "
       "2024.\n\nContained tin production was 4,270 tonnes. The government of Congo sent troops.\n\nTin sales amounted "
       "to 3,923 tonnes.",
       {"level output of tin, Kivu Tin Resources: 4270 t in 2024-Q1",
        "level sales of tin, Kivu Tin Resources: 3923 t in 2024-Q1"}},
  });
}

TEST(EventOwners, AFirmsOwnText) {
  Check({
      {"the Company in quotation marks",
       "Kisanga Ridge plc (\"Kisanga\" or the \"Company\") notes the end of the ban in Congo. Cobalt stocks at the "
       "warehouse stood at 9,300 tonnes on 30 April.",
       {"level stocks of cobalt, Kisanga Ridge: 9300 t in 2024-04-30"}},
      {"with a bare article inside them",
       "Litio Andino S.A. (\"LASA\" or \"the Company\") reported sales in Chile. Capital expenditure for 2024 will "
       "amount to $520 million.",
       {"level investment, Litio Andino: 520000000 USD in 2024, forecast"}},
      {"others in parentheses are nobody's text",
       "Chile's Litio Andino (LASA) expects growth. Capital expenditure for 2024 will amount to $520 million.",
       {"level investment, Chile: 520000000 USD in 2024, forecast"}},
  });
}

TEST(EventOwners, WhoReceivesAndWhoListens) {
  Check({
      {"with who receiving",
       "China set a urea quota of 1.2 million tonnes. It was shared out among 14 producers, with Sinofert receiving "
       "160,000 tonnes and Yuntianhua 95,000 tonnes.",
       {"level quota of urea, China: 1200000 t", "level quota of urea, Sinofert: 160000 t",
        "level quota of urea, Yuntianhua: 95000 t"}},
      {"who is told listens",
       "Salmon farmer Orrin Salt told Undercurrent it will lay off 45 workers.",
       {"change employment, Orrin Salt: down 45 worker, planned"}},
      {"a name behind which others stand",
       "Orrinchevroil, in which Vela owns 50 percent, raised crude oil output to 901,000 barrels a day.",
       {"share stake, Vela > Orrinchevroil: 50 %", "level output of crude oil, Orrinchevroil: 901000 bbl/d"}},
      {"corporations of a country",
       "The Cotton Corporation of India bought 100 lakh bales in 2023.",
       {"level imports, Cotton Corporation of India: 10000000 bale in 2023"}},
      {"parts of the country that has the limit",
       "U.S. allotments of cane sugar are 2,512,000 tonnes for Florida and 183,475 tonnes for Texas.",
       {"level quota of sugar, Florida: 2512000 t", "level quota of sugar, Texas: 183475 t"}},
      {"shares of a limit",
       "EU members agreed a tuna quota of 5,000 tonnes. The Spanish share is 12.6% and Italy's 9.9%.",
       {"level quota of tuna, EU: 5000 t", "share quota of tuna, Spain: 12.6 %", "share quota of tuna, Italy: 9.9 %"}},
      {"duties are levied at home",
       "The U.S. set its sugar quota at 5,000 tonnes. The largest parts went to Brazil and Peru. Imports above the "
       "quota pay a duty of 15%.",
       {"level quota of sugar, U.S.: 5000 t", "level tariff of sugar, U.S.: 15 %"}},
      {"the nation's own figures",
       "Zambia's Zesco imported 386 MW. National demand is estimated at 2,400 MW.",
       {"level imports of electricity, Zesco: 386 MW", "level demand of electricity, Zambia: 2400 MW"}},
      {"a small country by its capital",
       "Permanent Secretary Jane Doe announced the ceiling in Honiara. Log exports are capped at 1.5 million cubic "
       "metres in 2024.",
       {"level quota (export) of logs, Solomon Islands: 1500000 m3 in 2024"}},
  });
}

TEST(EventOwners, NamesBesideTheirDescription) {
  Check({
      {"a name that stands in apposition",
       "Madagascar limits vanilla exports to 2,100 tonnes. The biggest, Agrivanil, may ship 240 tonnes.",
       {"level quota (export) of vanilla, Madagascar: 2100 t", "level quota (export) of vanilla, Agrivanil: 240 t"}},
      {"its, in a firm's own text",
       "Ridgeway Antimony plc (\"Ridgeway\" or the \"Company\") gives its update. The Company has been told by the "
       "Ministry of Industry of Tajikistan that its export allocation has been set at 2,150 tonnes for 2024.",
       {"level quota (export), Ridgeway Antimony: 2150 t in 2024"}},
      {"regions by their full name",
       "Companies in Rostov Region held 41% of the wheat quota in 2023.",
       {"share quota of wheat, Rostov: 41 % in 2023"}},
  });
}

TEST(EventOwners, FirmsBehindTheirDateline) {
  Check({
      {"the dateline announces nothing",
       "LIMA - Pesquera Humboldt S.A.A. today announced its results for the fourth quarter of 2023. Capital "
       "expenditure for 2024 will amount to $14 million.",
       {"level investment, Pesquera Humboldt: 14000000 USD in 2024, forecast"}},
      {"a disease owns nothing",
       "In 2021 Manila lifted the pork quota to 254,210 tonnes after African Swine Fever wiped out herds. Imports rose "
       "to 300,000 tonnes in 2022.",
       {"level quota of pork, Philippines: 254210 t in 2021", "level imports of pork, Philippines: 300000 t in 2022"}},
  });
}

TEST(EventOwners, FirmsOfTheState) {
  Check({
      {"the state miner is no state",
       "Congo set cobalt export quotas for 2024. Orrinmines, the state miner, will be able to export 290 tonnes.",
       {"level quota (export) of cobalt, Orrinmines: 290 t in 2024, planned"}},
      {"who may supply so much has a quota",
       "Russia set fertilizer export quotas for 2024. Uralchem will be able to supply 2.9 million tonnes abroad.",
       {"level quota (supply) of fertilizer, Uralchem: 2900000 t in 2024, planned"}},
  });
}

TEST(EventOwners, AnAgencyOfANameThatOthersHaveToo) {
  Check({
      {"of the country that the text is of",
       "Rice is short in Luzon and dear in Manila. The Department of Agriculture put output at 9 million tonnes in "
       "2023.",
       {"level output of rice, Philippines: 9000000 t in 2023"}},
      {"of the one known best where that is told as well",
       "Rice is short in Manila. In the United States, the Department of Agriculture set a quota of 9,000 tonnes of "
       "rice.",
       {"level quota of rice, U.S.: 9000 t"}},
      {"of the one known best in a country that has none of that name",
       "Brazil planted less corn, and Brazil sold less. The Environmental Protection Agency set a quota of 5 billion "
       "gallons of biofuels.",
       {"level quota of biofuels, U.S.: 5000000000 gal"}},
  });
}

TEST(EventOwners, FirmsOfACountry) {
  Check({
      {"where the text speaks of the firm alone as well",
       "Northwood Zambia hopes to get a permit. The company has 400,000 tonnes of copper in stock. Northwood wants to "
       "export 1 million tonnes of copper.",
       {"level stocks of copper, Northwood Zambia: 400000 t",
        "level exports of copper, Northwood Zambia: 1000000 t, planned"}},
      {"a comma parts them",
       "Northwood, Zambia and others met. Northwood left. Zambia mined 5,000 tonnes of copper in 2023.",
       {"level output of copper, Zambia: 5000 t in 2023"}},
  });
}

TEST(EventOwners, AFirmWithItsCountry) {
  Check({
      {"where the text speaks of the firm alone as well",
       "Northwood of Zambia raised its copper output to 5,000 tonnes. Northwood said so.",
       {"level output of copper, Northwood: 5000 t"}},
      {"a name that never stands alone",
       "The Harvest of Zambia raised its corn output to 5,000 tonnes.",
       {"level output of corn, Harvest of Zambia: 5000 t"}},
  });
}

TEST(EventOwners, GovernmentsOfCountries) {
  Check({{"is the country",
          "The Government of Ghana has approved a quota of 5,000 tonnes for exports of maize.",
          {"level quota (export) of corn, Ghana: 5000 t"}},
         {"is the part of a country",
          "The Government of Alberta raised oil output to 4 million barrels a day.",
          {"level output of crude oil, Alberta: 4000000 bbl/d"}}});
}

}  // namespace
}  // namespace tallywire::extract
