// Who and what a figure is of, where lists, offices, descriptions and what was spoken of before could mislead.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventOwners, WhoIsDescribedActs) {
  Check({
      {"an adverb stands between",
       "Peru produced 58,900 tonnes of tin. Quillorex alone produced 18,700 tonnes.",
       {"level output of tin, Peru: 58900 t", "level output of tin, Quillorex: 18700 t"}},
      {"a clause with a figure stands between",
       "Peru exported 58,900 tonnes of tin. The Vela Rail Consortium, which moves 80% of it, shipped 42,000 tonnes. "
       "Its capacity is 83,000 tonnes a year.",
       {"level exports of tin, Peru: 58900 t", "share exports of tin, Vela Rail Consortium: 80 %",
        "level exports of tin, Vela Rail Consortium: 42000 t",
        "level capacity of tin, Vela Rail Consortium: 83000 t/a"}},
      {"asides stand between",
       "Peru mined 58,900 tonnes of tin. Quillorex Andina, owned by Bexley and the biggest mine by far, produced 5,000 "
       "tonnes.",
       {"level output of tin, Peru: 58900 t", "level output of tin, Quillorex Andina: 5000 t"}},
      {"a firm's plant is its own",
       "Tesla's Shanghai plant delivered 88,869 cars.",
       {"level supply of cars, Tesla: 88869 car"}},
      {"what somebody expects of a country",
       "\"Angola could not pump more,\" said Giovanni Bloggs of UBS, who sees its output at 5,000 bpd.",
       {"level output of crude oil, Angola: 5000 bbl/d, forecast"}},
      {"who collects a duty has it",
       "Malaysia's export duty on palm oil is 8%. Indonesia, the bigger producer, collects a levy of $75 a tonne.",
       {"level tariff (export) of palm oil, Malaysia: 8 %", "level tariff of palm oil, Indonesia: 75 USD/t"}},
      {"people are no firm",
       "Malaysia exported 9,000 tonnes of palm oil. \"The peak is over,\" said Jo Bloggs, head of research at broker "
       "Vela Group, who sees output sliding by 6%.",
       {"level exports of palm oil, Malaysia: 9000 t", "change output of palm oil, Malaysia: down 6 %, forecast"}},
  });
}

TEST(EventOwners, BuyersAreTheOtherSide) {
  Check({
      {"one after another",
       "Malaysia exported 9,000 tonnes of palm oil. India alone took 3,000 tonnes, ahead of China, with 2,000 tonnes. "
       "Stocks fell to 700 tonnes.",
       {"level exports of palm oil, Malaysia: 9000 t", "level exports of palm oil, Malaysia > India: 3000 t",
        "level exports of palm oil, Malaysia > China: 2000 t", "level stocks of palm oil, Malaysia: 700 t"}},
  });
}

TEST(EventOwners, GoodsArePricedWhereTheirMoneyIs) {
  Check({
      {"a country's own money", "Onions sold for 72 taka a kilo.", {"level price of onions, Bangladesh: 72 BDT/kg"}},
      {"the dollar is everybody's", "Copper sold for $9,000 a tonne.", {"level price of copper: 9000 USD/t"}},
      {"London's pounds too", "Cocoa sold for £5,437 a tonne.", {"level price of cocoa: 5437 GBP/t"}},
      {"where the goods are, behind what is measured",
       "Sugar rates in Maharashtra firmed to Rs 3,700 a quintal.",
       {"level price of sugar, Maharashtra: 3700 INR/quintal"}},
      {"behind an article",
       "Gas in the Netherlands was trading at 35 euros per megawatt-hour.",
       {"level price of natural gas, Netherlands: 35 EUR/MWh in 2024-05-17"}},
      {"where they are loaded",
       "Wheat was offered at $227 per tonne FOB Novorossiysk.",
       {"level price of wheat, Russia: 227 USD/t"}},
  });
}

TEST(EventOwners, WhoTakesAPartIsNamedBesideTheOwner) {
  Check({
      {"buyers of what a country ships",
       "Guinea shipped 9 million tonnes of bauxite. China bought 70% of the volume, India 11% and Turkey 5%.",
       {"level exports of bauxite, Guinea: 9000000 t", "share exports of bauxite, China > Guinea: 70 %",
        "share exports of bauxite, India > Guinea: 11 %", "share exports of bauxite, Turkey > Guinea: 5 %"}},
      {"sellers of what it takes in",
       "Kenya imported 900,000 tonnes of rice. Pakistan supplied 64% of the imports.",
       {"level imports of rice, Kenya: 900000 t", "share imports of rice, Pakistan > Kenya: 64 %"}},
      {"whom it is got from",
       "Finland gets 40% of its gas from Norway.",
       {"share imports of natural gas, Norway > Finland: 40 %"}},
      {"parts of a whole that nobody owns",
       "Iceland caught 13% of the mackerel, Norway 31%.",
       {"share output of mackerel, Iceland: 13 %", "share output of mackerel, Norway: 31 %"}},
  });
}

TEST(EventOwners, TheTextIsAtHomeWhereItNamesMost) {
  Check({
      {"named behind the figure",
       "The annual quota for tin rises to 9,000 tonnes.\n\nPeru's mines are old. Peruvian smelters complain. Chile has "
       "none.",
       {"level quota of tin, Peru: 9000 t"}},
      {"named once, and no other",
       "The annual quota for tin rises to 9,000 tonnes.\n\nPeru's smelters complain.",
       {"level quota of tin, Peru: 9000 t"}},
      {"where things come from",
       "The annual quota for tin rises to 9,000 tonnes.\n\nNone is bought from Peru.",
       {"level quota of tin: 9000 t"}},
      {"one as much as another",
       "The annual quota for tin rises to 9,000 tonnes.\n\nPeru has none. Chile has some.",
       {"level quota of tin: 9000 t"}},
      {"a paragraph comes back to it",
       "The quota for rice rises to 9,000 tonnes. India sold 5,000 tonnes in May.\n\nMills are busy. Output was 3,000 "
       "tonnes in May. Dhaka is pleased, and Bangladeshi millers are.",
       {"level quota of rice, Bangladesh: 9000 t", "level sales of rice, India: 5000 t in 2024-05",
        "level output of rice, Bangladesh: 3000 t in 2024-05"}},
      {"from one that is named more often",
       "The quota for rice rises to 9,000 tonnes. India sold 5,000 tonnes in May. India's mills are big. India grows "
       "rice.\n\nOutput was 3,000 tonnes in May. Millers paid Tk 34 a kg in Dhaka, and Tk 35 to Tk 37 elsewhere.",
       {"level quota of rice, Bangladesh: 9000 t", "level sales of rice, India: 5000 t in 2024-05",
        "level output of rice, Bangladesh: 3000 t in 2024-05", "level price of rice, Bangladesh: 34 BDT/kg",
        "level price of rice, Bangladesh: 35-37 BDT/kg"}},
      {"by what it pays in",
       "The quota for rice rises to 9,000 tonnes. Indian grain is cheap. Millers paid Tk 34 a kg.",
       {"level quota of rice, Bangladesh: 9000 t", "level price of grain, Bangladesh: 34 BDT/kg"}},
      {"those who complain have no quota",
       "The products that growers in Poland, France and Hungary fear stay capped. The quota for sugar is 9,000 tonnes. "
       "Chile's mills press on, and Chilean ships wait.",
       {"level quota of sugar, Chile: 9000 t"}},
      {"where a firm is from",
       "Peru cut its quota for tin to 9,000 tonnes. France's Quillor owns 5% of it.\n\nThe quota for zinc is 8,000 "
       "tonnes.",
       {"level quota of tin, Peru: 9000 t", "share stake, Quillor: 5 %", "level quota of zinc, Peru: 8000 t"}},
  });
}

TEST(EventOwners, AReportOnAFirmStaysWithIt) {
  Check({
      {"what is no firm's alone, in a text that names its country more often",
       "Icelandic seafood group Vesturey made a net profit of 27 million euros in 2021.\n\nSales climbed 23%.\n\nThe "
       "Icelandic quota for cod was set at 222,000 tonnes. Iceland cut it.",
       {"level profit (net), Vesturey: 27000000 EUR in 2021", "change sales, Vesturey: up 23 % in 2021",
        "level quota of cod, Iceland: 222000 t"}},
      {"what is the country's",
       "Icelandic seafood group Vesturey made a net profit of 27 million euros in 2021.\n\nThe cod quota was set at "
       "222,000 tonnes. Iceland cut it.",
       {"level profit (net), Vesturey: 27000000 EUR in 2021", "level quota of cod, Iceland: 222000 t"}},
  });
}

TEST(EventOwners, ShareholdersOfOneFirm) {
  Check({
      {"each after the other",
       "Acme Corp. owns 50% of the venture, Exxon Mobil 25% and Lukoil 5%.",
       {"share stake, Acme: 50 %", "share stake, Exxon Mobil: 25 %", "share stake, Lukoil: 5 %"}},
      {"of a firm that is named",
       "Glencore owns 75% of Kamoto Copper, while Lukoil has 20%.",
       {"share stake, Glencore > Kamoto Copper: 75 %", "share stake, Lukoil > Kamoto Copper: 20 %"}},
      {"a firm's figures go on as the country's",
       "Peru produced 5,000 tonnes of tin in 2023. Glencore has a stake of 20% in the mine. Exports were 4,000 tonnes.",
       {"level output of tin, Peru: 5000 t in 2023", "share stake, Glencore: 20 %",
        "level exports of tin, Peru: 4000 t"}},
  });
}

TEST(EventOwners, TheTopicHoldsAgainstWhatIsNamedInPassing) {
  Check({
      {"each thing of a list has its figure",
       "Peru's quota for tin goes up to 9,000 tonnes. Zinc is set at 8,000 tonnes, lead ore at 5,000 tonnes and copper "
       "at "
       "4,000 tonnes.",
       {"level quota of tin, Peru: 9000 t", "level quota of zinc, Peru: 8000 t", "level quota of lead, Peru: 5000 t",
        "level quota of copper, Peru: 4000 t"}},
      {"a new paragraph goes back to it",
       "Indonesia's palm oil output fell 1%. Palm oil exports fell 2%. Palm oil stocks fell 3%. Palm oil sales fell "
       "4%. "
       "Palm oil imports fell 5%. Palm oil demand fell 6%. Its biodiesel output fell 7%. Biodiesel stocks fell 8%.\n\n"
       "Output in May was 5,000 tonnes.",
       {"change output of palm oil, Indonesia: down 1 %", "change exports of palm oil, Indonesia: down 2 %",
        "change stocks of palm oil, Indonesia: down 3 %", "change sales of palm oil, Indonesia: down 4 %",
        "change imports of palm oil, Indonesia: down 5 %", "change demand of palm oil, Indonesia: down 6 %",
        "change output of biodiesel, Indonesia: down 7 %", "change stocks of biodiesel, Indonesia: down 8 %",
        "level output of palm oil, Indonesia: 5000 t in 2024-05"}},
  });
}

TEST(EventOwners, TheLastWordOfAThingStandsForIt) {
  Check({
      {"beans of what the text is about",
       "Ivory Coast exported 9,000 tonnes of cocoa. Some 5,000 tonnes of beans were exported in May.",
       {"level exports of cocoa, Ivory Coast: 9000 t", "level exports of cocoa, Ivory Coast: ~ 5000 t in 2024-05"}},
      {"no batteries are traded",
       "Congo exported 9,000 tonnes of cobalt. Vela Mining, the biggest seller of the battery metal, exported 5,000 "
       "tonnes.",
       {"level exports of cobalt, Congo: 9000 t", "level exports of cobalt, Vela Mining: 5000 t"}},
      {"a kind is told from the thing",
       "Serbia set quotas of 9,000 tonnes for hot-rolled coil and 5,000 tonnes for steel.",
       {"level quota of hot-rolled coil, Serbia: 9000 t", "level quota of steel, Serbia: 5000 t"}},
  });
}

TEST(EventOwners, WhatAPriceIsMeasuredAgainstIsNotPriced) {
  Check({
      {"another grade",
       "Gasoil margins against Dubai crude averaged $37 a barrel, down from $41 a barrel.",
       {"level profit of gasoil: 37 USD/bbl", "level profit of gasoil: 41 USD/bbl"}},
  });
}

TEST(EventOwners, ThingsOfTheText) {
  Check({
      {"an office is no thing",
       "Sugar exports are capped. The Food Minister said that the quota is 5,000 tonnes.",
       {"level quota of sugar: 5000 t"}},
      {"nor are those who watch it",
       "Iran's crude oil exports are down. Tanker trackers say it sells 5,000 bpd abroad.",
       {"level sales of crude oil, Iran: 5000 bbl/d"}},
      {"what a part becomes",
       "India's sugar output fell by 3%. After diversion of 3,000 tonnes for ethanol, output was 5,000 tonnes.",
       {"change output of sugar, India: down 3 %", "level output of sugar, India: 5000 t"}},
      {"a paragraph is back at the whole",
       "China set the rare earths quota at 9,000 tonnes. The quota for light rare earths is 8,000 tonnes.\n\nVela "
       "Group "
       "was allotted 4,000 tonnes.",
       {"level quota of rare earths, China: 9000 t", "level quota of light rare earths, China: 8000 t",
        "level quota of rare earths, Vela Group: 4000 t"}},
      {"each clause has its own",
       "Sales of cars rose 3%. Sales of petrol cars fell 4% and diesel cars slumped 13%.",
       {"change sales of cars: up 3 %", "change sales of petrol cars: down 4 %",
        "change sales of diesel cars: down 13 %"}},
      {"so much is of something",
       "Peru mined 5,000 tonnes of tin. Reserves are put at 90,000 tonnes.",
       {"level output of tin, Peru: 5000 t", "level reserves of tin, Peru: 90000 t"}},
      {"money is no thing",
       "Tin closed at 5,000 yuan a tonne on Monday.",
       {"level price of tin, China: 5000 CNY/t in 2024-05-13"}},
  });
}

TEST(EventOwners, TheWholeLimitIsTheCountrys) {
  Check({
      {"a paragraph is back at who shares it out",
       "Peru set the tin quota at 9,000 tonnes. Peru's mines had asked for more. Vela Group may mine 4,000 tonnes of "
       "tin.\n\nAnalysts expect a quota of 12,000 tonnes.",
       {"level quota of tin, Peru: 9000 t", "level quota of tin, Vela Group: 4000 t",
        "level quota of tin, Peru: 12000 t, forecast"}},
  });
}

TEST(EventOwners, WordsOfFractionsEndSentences) {
  Document document;
  document.published = "2024-05-17";
  for (const char* last : {"6 percent", "one point", "a percentage"}) {
    const std::string text = std::string("The rate moved by ") + last + ". Peru exported 5,000 tonnes of tin.";
    document.text = text;
    const auto events = BuiltIn().Extract(document);
    ASSERT_FALSE(events.events.empty()) << text;
    EXPECT_EQ(events.events.back().sentence, "Peru exported 5,000 tonnes of tin.");
  }
}

TEST(EventOwners, EventsOfASentenceShareItsText) {
  Document document;
  document.published = "2024-05-17";
  document.text = "Peru exported 5,000 tonnes of tin in May and 4,000 tonnes in April.";
  const auto events = BuiltIn().Extract(document).events;
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].sentence.view(), document.text);
  EXPECT_EQ(events[0].sentence.view().data(), events[1].sentence.view().data());
}

TEST(EventOwners, WhoActsSomewhereOwnsWhatIsDoneThere) {
  Check({
      {"people and firms of a place",
       "Peru harvested 5,000 tonnes of sugar. Growers in Brazil harvested 9,000 tonnes of sugar.",
       {"level output of sugar, Peru: 5000 t", "level output of sugar, Brazil: 9000 t"}},
      {"a duty where it is paid",
       "Mexico shares out a quota for cars. Other cars pay a tariff of 35 percent in Argentina.",
       {"level tariff of cars, Argentina: 35 %"}},
      {"who acts behind the figure",
       "Peru sells tin. It is less than the 5 million tonnes Russia shipped.",
       {"level exports of tin, Russia: 5000000 t"}},
      {"a nation of a part of the world",
       "Guinea sells bauxite. The West African nation's exports reached 150 million tonnes.",
       {"level exports of bauxite, Guinea: 150000000 t"}},
  });
}

TEST(EventOwners, AnAsideLeavesTheClauseToItsOwner) {
  Check({
      {"whoever holds a part of it",
       "Ilo Copper, in which the Bexley Group holds 22 percent, may produce 60,000 tons.",
       {"share stake, Bexley Group > Ilo Copper: 22 %", "level output, Ilo Copper: 60000 t, forecast"}},
      {"a place that the clause goes on with",
       "Peru sells fishmeal to China, where stocks fell to 142,000 tons.",
       {"level stocks of fishmeal, China: 142000 t"}},
      {"a firm that opened the paragraph",
       "Gabon sells timber.\n\nRougier, a French group that has logged there for long, declined to comment. It "
       "reported revenue of 153 million euros.",
       {"level revenue, Rougier: 153000000 EUR"}},
  });
}

TEST(EventOwners, WhatTheWorldHas) {
  Check({
      {"a deficit",
       "Chile mines copper. Vela sees a global deficit of 15,000 tons.",
       {"level supply (deficit) of copper, world: 15000 t, forecast"}},
      {"behind what is measured",
       "Britain makes steel. Steelmaking capacity worldwide will reach 630 million tonnes.",
       {"level capacity of steel, world: 630000000 t, forecast"}},
      {"around it",
       "Britain makes steel. Steelmaking capacity around the world will reach 630 million tonnes.",
       {"level capacity of steel, world: 630000000 t, forecast"}},
  });
}

TEST(EventOwners, BuyersLeaveTheTextAtHome) {
  Check({
      {"a share",
       "Lesotho sells wool. Lesotho exported 500 tonnes of wool. China took 41 percent of it. Exports rose 5%.",
       {"level exports of wool, Lesotho: 500 t", "share exports of wool, China > Lesotho: 41 %",
        "change exports of wool, Lesotho: up 5 %"}},
      {"most of it",
       "Lesotho sells wool. Lesotho exported 500 tonnes of wool. China took most of the rest. Exports rose 5%.",
       {"level exports of wool, Lesotho: 500 t", "change exports of wool, Lesotho: up 5 %"}},
      {"what comes from others",
       "MANILA - The Philippines imports sugar. Sugar from fellow Asean members will pay a duty of 5%.",
       {"level tariff of sugar, Philippines: 5 %, planned"}},
      {"forecasts of a house that somebody speaks for",
       "MOSCOW - Russia sells wheat. Aston shipped 5 tonnes of wheat.\n\n\"It is over,\" said Rusagrotrans analyst Jo "
       "Bloggs. The company trimmed its forecast for wheat exports to 2 million tonnes.",
       {"level exports of wheat, Aston: 5 t", "level exports of wheat, Russia: 2000000 t, forecast"}},
      {"what the goods bring in",
       "LIBREVILLE - Acme Corp. shipped 3 tonnes of timber.\n\nGabon exported 9 tonnes of timber. Receipts came to $5 "
       "million.",
       {"level exports of timber, Acme: 3 t", "level exports of timber, Gabon: 9 t",
        "level revenue, Gabon: 5000000 USD"}},
  });
}

TEST(EventOwners, PartsOfALimitAreTheirReceivers) {
  Check({
      {"the whole is not, and the rest goes to another one",
       "WINDHOEK - Meatco will get 1,200 tonnes of this year's 1,600-tonne beef export quota, with the remaining 400 "
       "tonnes going to Witvlei Meat. Namibia sells beef.",
       {"level quota (export) of beef, Meatco: 1200 t in 2024, planned",
        "level quota (export) of beef, Namibia: 1600 t in 2024, planned",
        "level quota (export) of beef, Witvlei Meat: 400 t in 2024, planned"}},
  });
}

TEST(EventOwners, WhoseTheWholeIs) {
  Check({
      {"where nobody else is named",
       "Crude makes up 85% of Nigeria's export earnings.",
       {"share exports of crude oil, Nigeria: 85 %"}},
      {"where somebody is",
       "Egypt buys 40% of Russia's wheat exports.",
       {"share exports of wheat, Egypt > Russia: 40 %"}},
      {"a price's, by where the goods come from",
       "Russian wheat with protein content of 12.5% was quoted at $234 per tonne on Thursday.",
       {"level price of wheat, Russia: 234 USD/t in 2024-05-16"}},
      {"shares that are listed somewhere",
       "Acme Corp.'s Hong Kong shares shed 6.8% on Thursday.",
       {"change price of shares, Acme: down 6.8 % in 2024-05-16"}},
  });
}

TEST(EventOwners, WhereTheNewsIsAtHome) {
  Check({
      {"not where a bloc's ministers met",
       "LUXEMBOURG - Fisheries ministers of the European Union struck a deal on catch limits. The EU sets them each "
       "year, "
       "said the European Commission.\n\nThe herring quota was cut to 788 tonnes.",
       {"level quota (catch) of herring, EU: 788 t"}},
      {"behind a part of the country",
       "India grows sugar, and India eats it. Maharashtra's sugar output jumped to 7 million tonnes.\n\nConsumption is "
       "pegged at 28 million tonnes.",
       {"level output of sugar, Maharashtra: 7000000 t", "level demand of sugar, India: 28000000 t"}},
      {"who is compared with",
       "CMOC produced 114,000 tons of cobalt in 2023, compared with 35,000 tons for Glencore.",
       {"level output of cobalt, CMOC: 114000 t in 2023", "level output of cobalt, Glencore: 35000 t in 2023"}},
      {"what describes a member",
       "OPEC+ met. Kazakhstan, the group's most persistent overproducer, pumped 1.85 million bpd in April.",
       {"level output of crude oil, Kazakhstan: 1850000 bbl/d in 2024-04"}},
      {"words that only begin sentences",
       "OPEC+ met. Separate cuts of 3 million bpd stay in force.",
       {"change output of crude oil, OPEC+: down 3000000 bbl/d"}},
  });
}

TEST(EventOwners, ThingsMeantByWordsForMany) {
  Check({
      {"a last word, spoken of before",
       "Ghana's cocoa exports were 9 tonnes. Cocoa stocks were 3 tonnes. Farmers had too few beans. Output was 5 "
       "tonnes.",
       {"level exports of cocoa, Ghana: 9 t", "level stocks of cocoa, Ghana: 3 t",
        "level output of cocoa, Ghana: 5 t"}},
      {"what is counted has no litres",
       "Iran's owners of cars keep a quota of 60 liters of diesel.",
       {"level quota of diesel, Iran: 60 L"}},
      {"one of those that a fuel may be",
       "Thailand imports LNG. LNG is dear. The fuel feeds plants. Imports rose to 9 tonnes.",
       {"level imports of LNG, Thailand: 9 t"}},
  });
}

TEST(EventOwners, AKindInPassingLeavesTheTextWithTheWhole) {
  Check({
      {"another measure is told of the whole",
       "Peru imported 900 tonnes of rice in 2023. Rice is dear.\n\nThe state bought 50 tonnes of parboiled rice. "
       "Stocks "
       "stood at 700 tonnes.",
       {"level imports of rice, Peru: 900 t in 2023", "level imports of parboiled rice, Peru: 50 t in 2023",
        "level stocks of rice, Peru: 700 t"}},
      {"the same one goes on with the kind",
       "Peru imported 900 tonnes of rice in 2023. Rice is dear.\n\nImports of parboiled rice were 50 tonnes. Imports "
       "had been 40 tonnes.",
       {"level imports of rice, Peru: 900 t in 2023", "level imports of parboiled rice, Peru: 50 t in 2023",
        "level imports of parboiled rice, Peru: 40 t in 2023"}},
      {"an office",
       "Ghana's cocoa output was 900 tonnes in 2023. Eric Owusu, the Minister for Food and Agriculture, said that "
       "stocks "
       "stood at 70 tonnes.",
       {"level output of cocoa, Ghana: 900 t in 2023", "level stocks of cocoa, Ghana: 70 t in 2023"}},
  });
}

TEST(EventOwners, WordsThatStandForTheMeasureInFront) {
  Check({
      {"that of",
       "Peru's zinc output fell to 21,780 tonnes and that of Chile was 16,390 tonnes.",
       {"level output of zinc, Peru: 21780 t", "level output of zinc, Chile: 16390 t"}},
      {"that in",
       "Peru's zinc output fell to 21,780 tonnes and that in Chile rose to 16,390 tonnes.",
       {"level output of zinc, Peru: 21780 t", "level output of zinc, Chile: 16390 t"}},
      {"whose, of the last one named",
       "Saudi Arabia exported 31 million barrels of crude oil, followed by the United States, whose shipments jumped "
       "to 14 "
       "million barrels.",
       {"level exports of crude oil, Saudi Arabia: 31000000 bbl", "level exports of crude oil, U.S.: 14000000 bbl"}},
  });
}

TEST(EventOwners, BesideWhatTheTextIsAbout) {
  Check({
      {"imports are whose they go to",
       "Cobalt imports into China sank 58% in April.",
       {"change imports of cobalt, China: down 58 % in 2024-04"}},
      {"a group that an aside describes",
       "Congo set quotas for cobalt. CMOC, the Chinese group that runs Kisanfu, receives 6,650 tonnes.",
       {"level quota of cobalt, CMOC: 6650 t"}},
      {"the market's balance is nobody's",
       "Congo set quotas for cobalt. The market will swing to a deficit of 15,000 tonnes next year.",
       {"level supply (deficit) of cobalt: 15000 t in 2025, forecast"}},
      {"a province called one",
       "China set its tungsten quotas. Jiangxi Province was given 21,260 tonnes.",
       {"level quota of tungsten, Jiangxi: 21260 t"}},
      {"a participle that opens a sentence is no name",
       "Covered plants emitted 66 million tonnes in 2023.",
       {"level other (emissions) of emissions: 66000000 t in 2023"}},
  });
}

TEST(EventOwners, ImportsBetweenPlaces) {
  Check({
      {"who takes them in stands behind",
       "Russian LNG imports to Europe rose 40% in April.",
       {"change imports of LNG, Europe > Russia: up 40 % in 2024-04"}},
      {"a part of the country itself",
       "Chinese coal imports to Guangdong rose to 5 million tonnes in April.",
       {"level imports of coal, China: 5000000 t in 2024-04"}},
      {"a limit on what comes from several",
       "India capped imports of coke at 90,000 tonnes. Purchases from Poland are limited to 40,000 tonnes, from Japan "
       "to "
       "20,000 tonnes.",
       {"level quota (import) of coke, India: 90000 t", "level quota (import) of coke, India: 40000 t",
        "level quota (import) of coke, India > Japan: 20000 t"}},
  });
}

TEST(EventOwners, WhoReckonsAndWhoIsReckoned) {
  Check({
      {"the market's balance is no forecaster's",
       "Vela Mining made 12,000 tonnes of cobalt in 2023. We forecast a market deficit of 11,000 tonnes in 2025.",
       {"level output of cobalt, Vela Mining: 12000 t in 2023",
        "level supply (deficit) of cobalt: 11000 t in 2025, forecast"}},
      {"a body of the country reckons the whole",
       "Maharashtra produced 9 million tonnes of sugar in 2023. The Indian Sugar Mills Association puts output in "
       "2024 at 90 million tonnes.",
       {"level output of sugar, Maharashtra: 9000000 t in 2023",
        "level output of sugar, India: 90000000 t in 2024, forecast"}},
      {"the province that was named in passing",
       "China set its tungsten quotas. The cut falls hardest on Jiangxi. The province made 20,000 tonnes of tungsten "
       "in "
       "2023.",
       {"level output of tungsten, Jiangxi: 20000 t in 2023"}},
      {"what goods earn abroad is trade",
       "Earnings from fish exports in Namibia slid 7.5% in 2023.",
       {"change exports of fish, Namibia: down 7.5 % in 2023"}},
  });
}

TEST(EventOwners, APlaceThatOpensTheSentence) {
  Check({
      {"an article follows",
       "Germany exceeded its milk quota by 5,000 tonnes. Across the EU the fines could come to 750 million euros.",
       {"change quota of milk, Germany: up 5000 t", "level other (fine), EU: 750000000 EUR, forecast"}},
  });
}

TEST(EventOwners, PartnersOfAListAreNotWhatTheTextIsOf) {
  Check({
      {"where goods go",
       "Dutch gas is short, Dutch farmers say. Exports to Germany and Belgium go on. Output fell to 19 bcm in 2023.",
       {"level output of natural gas, Netherlands: 19 bcm in 2023"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
