// What single statements of the news become: who, what and how much, in every slot that a query can ask for.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventSlots, AnOwnerIsFoundWhereverItStands) {
  Check({
      {"possessive",
       "Peru's zinc output fell 4% in March to 110,000 tonnes.",
       {"change output of zinc, Peru: down 4 % in 2024-03", "level output of zinc, Peru: 110000 t in 2024-03"}},
      {"adjective in front of its measure",
       "Bolivian tin exports rose 12% in 2023.",
       {"change exports of tin, Bolivia: up 12 % in 2023"}},
      {"a superlative describes somebody else",
       "Chile, the world's largest copper producer, shipped 1.2 million tonnes of copper in the first quarter.",
       {"level exports of copper, Chile: 1200000 t in 2024-Q1"}},
      {"the country behind a company",
       "Mexico cut its sugar export quota to the U.S. by 44 percent to 469,000 tonnes in 2024.",
       {"change quota (export) of sugar, Mexico > U.S.: down 44 % in 2024",
        "level quota (export) of sugar, Mexico > U.S.: 469000 t in 2024"}},
      {"an area owns nothing",
       "The EU reduced the cod quota in the Skagerrak by 20 percent to 900 tonnes in 2024.",
       {"change quota of cod, EU: down 20 % in 2024", "level quota of cod, EU: 900 t in 2024"}},
      {"a description in the next sentence",
       "Hartwell Mining Corp. raised output of gold by 3% in 2023. The company produced 410,000 ounces.",
       {"change output of gold, Hartwell Mining: up 3 % in 2023",
        "level output of gold, Hartwell Mining: 410000 oz in 2023"}},
      {"where a company sits",
       "Orrin Corp., Boise, Idaho, had net income of $2 million.",
       {"level profit (net), Orrin: 2000000 USD"}},
      {"an agency owns nothing",
       "Canada's unemployment rose to 6.4%. The Bank of Canada cut its key interest rate to 4.75%.",
       {"level unemployment, Canada: 6.4 %", "level interest rate, Canada: 4.75 %"}},
      {"an owner right in front of the figure",
       "Ghana produced 600,000 tonnes of cocoa in 2023 against Ecuador's 430,000 tonnes.",
       {"level output of cocoa, Ghana: 600000 t in 2023", "level output of cocoa, Ecuador: 430000 t"}},
  });
}

TEST(EventSlots, WhatIsWrittenWithCapitalsThroughoutNamesNobody) {
  Check({
      {"a heading of capitals",
       "Choosing Garden Tools Wisely\n\nSales rose 5% in 2023.",
       {"change sales: up 5 % in 2023"}},
      {"a name in a sentence",
       "Choosing Garden Tools Wisely\n\nHolzmann Tools said sales rose 5% in 2023.",
       {"change sales, Holzmann Tools: up 5 % in 2023"}},
      {"short forms of things", "AI spending rose 5% in 2023.", {"change spending: up 5 % in 2023"}},
  });
}

TEST(EventSlots, MultiplesAreChanges) {
  Check({
      {"a rise that halves is a rise still", "The decline in zinc exports doubled in August.", {}},
      {"an idiom", "Peru doubled down on zinc exports in 2023.", {}},
      {"each its own",
       "Peru's wheat imports doubled and zinc exports halved.",
       {"change imports of wheat, Peru: up 2 times", "change exports of zinc, Peru: down 0.5 times"}},
      {"by a verb",
       "Peru's zinc output doubled and exports halved in 2023.",
       {"change output of zinc, Peru: up 2 times in 2023", "change exports of zinc, Peru: down 0.5 times in 2023"}},
      {"with the level it leads to",
       "Peru's zinc exports more than tripled to 300,000 tonnes in April.",
       {"change exports of zinc, Peru: up > 3 times in 2024-04", "level exports of zinc, Peru: 300000 t in 2024-04"}},
      {"of what stands behind", "Peru has doubled its zinc output.", {"change output of zinc, Peru: up 2 times"}},
      {"passive",
       "The hake quota was doubled to 5,000 tonnes.",
       {"change quota of hake: up 2 times", "level quota of hake: 5000 t"}},
      {"passive, not yet", "The hake quota will be halved.", {"change quota of hake: down 0.5 times, planned"}},
      {"of something else",
       "Peru raised its zinc output by 5%, three times what it had planned.",
       {"change output of zinc, Peru: up 5 %"}},
      {"how often", "Canada has cut its key interest rate four times since June.", {}},
  });
}

TEST(EventSlots, GoodsOfAnotherCountry) {
  Check({
      {"bought",
       "Japan bought 340,000 tonnes of U.S. rice in 2023.",
       {"level imports of rice, Japan > U.S.: 340000 t in 2023"}},
      {"limited",
       "The EU set a quota of 100,000 tonnes for Ukrainian sugar.",
       {"level quota of sugar, EU > Ukraine: 100000 t"}},
      {"limited by an owner",
       "The EU's quota for Chinese garlic is 41,020 tonnes.",
       {"level quota of garlic, EU > China: 41020 t"}},
      {"told in a clause of its own",
       "Most cobalt is refined in China, which imported 123,000 tonnes of cobalt from Congo in 2023.",
       {"level imports of cobalt, China > Congo: 123000 t in 2023"}},
  });
}

TEST(EventSlots, CustomsCountForTheCountry) {
  Check(
      {{"behind a firm",
        "SANTIAGO - Codelco's copper output fell 25% in March. Customs figures showed that lithium exports climbed to "
        "22,000 tonnes in April.",
        {"change output of copper, Codelco: down 25 % in 2024-03",
         "level exports of lithium, Chile: 22000 t in 2024-04"}}});
}

TEST(EventSlots, AFormOfAVerbInFrontOfAnotherIsANoun) {
  Check({
      {"mines that receive",
       "China set its tungsten quota at 52,500 tonnes. Primary mines are to receive 39,500 tonnes.",
       {"level quota of tungsten, China: 52500 t", "level quota of tungsten, China: 39500 t, planned"}},
      {"a process is no output", "The planning process is a 7-step framework.", {}},
      {"nor is it one in front of what is mined",
       "Peru mines 5,000 tonnes of tin.",
       {"level output of tin, Peru: 5000 t"}},
  });
}

TEST(EventSlots, WhoIsLeftOutIsNotMeant) {
  Check({
      {"of a limit",
       "Canada cut its steel quotas. For partners other than the U.S. and Mexico the limit is 75,000 tonnes.",
       {"level quota of steel, Canada: 75000 t"}},
      {"at the beginning",
       "Outside China, cobalt output rose 5% in 2023.",
       {"change output of cobalt: up 5 % in 2023"}},
      {"of a thing",
       "Norway's petroleum output, excluding condensate, rose 5% in 2023.",
       {"change output of crude oil, Norway: up 5 % in 2023"}},
      {"a modifier is not spoken of",
       "Nigeria's OPEC quota is 1.5 million bpd; it pumped 1.4 million bpd in April.",
       {"level quota of crude oil, Nigeria: 1500000 bbl/d",
        "level output of crude oil, Nigeria: 1400000 bbl/d in 2024-04"}},
      {"a code is nobody",
       "The B40 mandate requires much, of which 7 million kl of biodiesel is subsidised.",
       {"level quota of biodiesel: 7000000000 L"}},
  });
}

TEST(EventSlots, APriceIsPerTheSameUnitInBothAlternatives) {
  Check({{"or",
          "Brent will trade at $60 or $70 a barrel in 2025.",
          {"level price of Brent crude: 60 USD/bbl in 2025, forecast",
           "level price of Brent crude: 70 USD/bbl in 2025, forecast"}}});
}

TEST(EventSlots, SharesOfMarkets) {
  Check({{"with an article",
          "Holzmann Tools held 62% of the market share in 2023.",
          {"share market share, Holzmann Tools: 62 % in 2023"}}});
}

TEST(EventSlots, TheOtherSideOfAFlowIsNamed) {
  Check({
      {"imports from",
       "China's imports of barley from Australia jumped 29% in April.",
       {"change imports of barley, China > Australia: up 29 % in 2024-04"}},
      {"exports to",
       "Norway's exports of salmon to Japan rose to 9,000 tonnes in April.",
       {"level exports of salmon, Norway > Japan: 9000 t in 2024-04"}},
      {"tariff on", "Canada imposed a 25% tariff on Chinese steel.", {"level tariff of steel, Canada > China: 25 %"}},
      {"share of",
       "Morocco accounted for 60% of world phosphate exports in 2022.",
       {"share exports of phosphate, Morocco > world: 60 % in 2022"}},
  });
}

TEST(EventSlots, MeasuresInCapitalsAreNoPartOfAName) {
  Check({{"a country's", "U.S. GDP rose 2% in 2023.", {"change gdp, U.S.: up 2 % in 2023"}}});
}

TEST(EventSlots, HeadlinesLeaveOutThatTheyForecast) {
  Check({{"an infinitive",
          "Brazil's soybean exports to rise 5% in 2025.",
          {"change exports of soybeans, Brazil: up 5 % in 2025, forecast"}}});
}

TEST(EventSlots, ResultsAreLevelsAndTheirMovesChanges) {
  Check({
      {"a loss", "Orrin Corp. reported a loss of $92 million.", {"level profit (loss), Orrin: 92000000 USD"}},
      {"level and change",
       "Orrin Corp. earned $22 million, up 8% from 2022.",
       {"level profit, Orrin: 22000000 USD", "change profit, Orrin: up 8 % from 2022"}},
      {"cents become dollars",
       "Orrin Corp. had net income of $2 million, or 18 cents a share.",
       {"level profit (net), Orrin: 2000000 USD", "level profit (net), Orrin: 0.18 USD/share"}},
  });
}

TEST(EventSlots, WhatGoesOnBehindCommasIsOfTheSameKind) {
  Check({
      {"sources are no exports",
       "Brazil exported 3 million tonnes of corn in April, two traders said.",
       {"level exports of corn, Brazil: 3000000 t in 2024-04"}},
      {"stock splits", "Orrin Corp. declared a 2-for-1 stock split.", {}},
  });
}

TEST(EventSlots, NamesOfBodiesAndBranches) {
  Check({
      {"commas",
       "Norway's Ministry of Trade, Industry and Fisheries said cod exports rose 5% in April.",
       {"change exports of cod, Norway: up 5 % in 2024-04"}},
      {"a branch",
       "PT Vale Indonesia mined 70,000 tons of nickel in 2023. Vale shipped 71,000 tons of nickel in 2022.",
       {"level output of nickel, PT Vale Indonesia: 70000 t in 2023",
        "level exports of nickel, PT Vale Indonesia: 71000 t in 2022"}},
      {"a country's agency",
       "Brazil exported 3 tons of tin in March. Inflation rose to 2.9% in April, Statistics Korea said.",
       {"level exports of tin, Brazil: 3 t in 2024-03", "level inflation, South Korea: 2.9 % in 2024-04"}},
      {"a country in front",
       "Chinese cinemas were full. In Japan, attendance fell 15% in 2023.",
       {"change other (attendance), Japan: down 15 % in 2023"}},
  });
}

TEST(EventSlots, WhatForecastsAreComparedWith) {
  Check({
      {"a place behind the thing, and the year before",
       "Analysts expect output of 450 tonnes of tin in Peru this year, against 610 tonnes last year.",
       {"level output of tin, Peru: 450 t in 2024, forecast", "level output of tin, Peru: 610 t in 2023"}},
      {"a month that an earlier sentence spoke of",
       "Tin prices rose to $9,000 a tonne in February. Output in Peru is expected at 450 tonnes of tin, against 610 "
       "tonnes "
       "last year.",
       {"level price of tin: 9000 USD/t in 2024-02", "level output of tin, Peru: 450 t, forecast",
        "level output of tin, Peru: 610 t in 2023"}},
  });
}

TEST(EventSlots, OfficesWithoutANameSpeak) {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"Tin output rose 5%, the mines ministry said.", "mines ministry"},
      {"Tin output rose 5%, Peru's energy regulator said.", "energy regulator"},
      {"Tin output rose 5%, the Department of Mines, Fisheries and the Environment said.",
       "Department of Mines, Fisheries and the Environment"},
      {"Tin output rose 5%, an official said.", ""},
      {"SRA Administrator Pablo Arroyo said that sugar output was 5,000 tons.", "Pablo Arroyo"},
      {"Sugar output was 5,000 tons, a source told the Interfax agency.", ""},
  };
  for (const auto& [text, actor] : rows) {
    SCOPED_TRACE(text);
    Document document;
    document.text = text;
    document.published = "2024-05-17";
    const auto events = BuiltIn().Extract(document).events;
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].actor, actor);
  }
}

TEST(EventSlots, HomeOfTheNews) {
  Check({
      {"ministers of a union meet in one of its countries",
       "LUXEMBOURG - Fisheries ministers of the European Union struck a deal.\n\nThe herring quota was cut to 788 "
       "tonnes.",
       {"level quota of herring, EU: 788 t"}},
      {"a country's own news from such a place",
       "GENEVA - Switzerland talked with its neighbours.\n\nThe cheese quota was cut to 788 tonnes.",
       {"level quota of cheese, Switzerland: 788 t"}},
      {"the dateline's country, in the first sentence already",
       "HANOI, May 3 (Newswire) -- The garlic export quota was set at 900 tons.",
       {"level quota (export) of garlic, Vietnam: 900 t"}},
      {"a town",
       "KARACHI - Exports of mangoes fell 5% in 2023.",
       {"change exports of mangoes, Pakistan: down 5 % in 2023"}},
      {"a ministry of a republic",
       "The Ministry of Mines of the Republic of Guinea has set a quota for gold. It is 9 tons for 2024.",
       {"level quota of gold, Guinea: 9 t in 2024"}},
      {"the only place that is named",
       "The tin quota is 900 tons, says a notice in Bolivia's gazette.",
       {"level quota of tin, Bolivia: 900 t"}},
  });
}

TEST(EventSlots, ThingsInFrontAndBehind) {
  Check({
      {"an opening",
       "Spain's import quota for corn is 900 tons. For rice the figure is 400 tons.",
       {"level quota (import) of corn, Spain: 900 t", "level quota (import) of rice, Spain: 400 t"}},
      {"what pays a duty",
       "Kenya charges a duty of 5% on wheat and 12 percent on barley.",
       {"level tariff of wheat, Kenya: 5 %", "level tariff of barley, Kenya: 12 %"}},
  });
}

TEST(EventSlots, SharesAndTheAmountsTheyAre) {
  Check({
      {"the amount behind",
       "Small boats get 80% of Peru's hake quota, or 900 tonnes.",
       {"share quota of hake, Peru: 80 %", "level quota of hake, Peru: 900 t"}},
      {"the unit of the figure beside",
       "Iraq pumped 4.3 million bpd in April against a quota of 4.1 million.",
       {"level output of crude oil, Iraq: 4300000 bbl/d in 2024-04",
        "level quota of crude oil, Iraq: 4100000 bbl/d in 2024-04"}},
  });
}

TEST(EventSlots, GradesThatAreCalledByTheirCountry) {
  Check({
      {"a price", "U.S. crude fell 2%.", {"change price of WTI crude: down 2 % in 2024-05-17"}},
      {"what a country stores",
       "U.S. crude stocks fell by 3 million barrels in April.",
       {"change stocks of crude oil, U.S.: down 3000000 bbl in 2024-04"}},
  });
}

TEST(EventSlots, WhatBecomesOfAPartIsNotTheThing) {
  Check({
      {"a clause of its own",
       "India's sugar sales were worth $9 million in 2023. Some 300 tonnes are diverted to ethanol, leaving output of "
       "700 "
       "tonnes.",
       {"level sales of sugar, India: 9000000 USD in 2023", "level output of sugar, India: 700 t"}},
  });
}

TEST(EventSlots, NobodyTradesWithHimselfNorHasWhatHeIsAskedFor) {
  Check({
      {"the other side was spoken of last",
       "OTTAWA, May 3 (Newswire) - Canada's canola output was 900 tonnes in 2023. Beijing cut its duty on canola to "
       "15%. "
       "Canola exports to China fell 5% in 2023.",
       {"level output of canola, Canada: 900 t in 2023", "level tariff of canola, China: 15 %",
        "change exports of canola, Canada > China: down 5 % in 2023"}},
      {"who is asked",
       "Nigeria plans to ask OPEC for an output quota of 2 million bpd in 2025.",
       {"level quota (production) of crude oil, Nigeria: 2000000 bbl/d in 2025, planned"}},
      {"an office of the country",
       "BERN, May 3 (Newswire) - The Federal Office for Agriculture has set a quota of 900 tonnes for butter.",
       {"level quota of butter, Switzerland: 900 t"}},
  });
}

TEST(EventSlots, OwnersBehindDescriptions) {
  Check({
      {"an apposition",
       "The EU's catches fell 5% in 2023. Spain, the bloc's biggest fishing nation, accounts for 20% of EU catches.",
       {"change output, EU: down 5 % in 2023", "share output, Spain > EU: 20 % in 2023"}},
      {"another province's",
       "Quotas for Hubei were scrapped, while Hunan's remained at 900 tonnes.",
       {"level quota, Hunan: 900 t"}},
      {"what a quota is called",
       "BERN, May 3 (Newswire) - Switzerland will hand out 900 tonnes of the Hilton quota of beef.",
       {"level quota of beef, Switzerland: 900 t, planned"}},
  });
}

TEST(EventSlots, WhatIsSaidOfAFigureIsOfItsMeasure) {
  Check({
      {"how it has moved",
       "The U.S. sold $772 million worth of rice in 2023, 13% more than in 2022.",
       {"level sales of rice, U.S.: 772000000 USD in 2023", "change sales of rice, U.S.: up 13 % from 2022 in 2023"}},
      {"a verb that moves does nothing else",
       "Canada's butter quota is 5,000 tonnes in 2024. It will grow to 6,000 tonnes in 2025.",
       {"level quota of butter, Canada: 5000 t in 2024", "level quota of butter, Canada: 6000 t in 2025, planned"}},
      {"a lot has no price",
       "Mexico exported 1.9 million tons of tomatoes in 2023, worth $2.7 billion.",
       {"level exports of tomatoes, Mexico: 1900000 t in 2023",
        "level exports of tomatoes, Mexico: 2700000000 USD in 2023"}},
      {"a forecast that is owned is a noun",
       "In May they raised their gold price forecast for 2025 by 18% to $2,750.",
       {"change price of gold: up 18 % in 2025, forecast", "level price of gold: 2750 USD in 2025, forecast"}},
  });
}

TEST(EventSlots, HowFarOffItIsStandsBesideTheFigure) {
  Check({
      {"than something else",
       "Scientists put the sum of the herring quotas for 2024 at 950,000 tonnes, or 29% above the advised level.",
       {"level quota of herring: 950000 t in 2024, forecast", "change quota of herring: up 29 % in 2024, forecast"}},
      {"said twice",
       "Peru's tin quota was set at 58,000 tonnes for 2024, 4,000 tonnes or 6% less than in 2023.",
       {"level quota of tin, Peru: 58000 t in 2024", "change quota of tin, Peru: down 4000 t from 2023 in 2024",
        "change quota of tin, Peru: down 6 % from 2023 in 2024"}},
      {"what moves behind it is something else",
       "Peru's tin quota is 58,000 tonnes a year as the expansion of mines goes on.",
       {"level quota of tin, Peru: 58000 t/a"}},
      {"a noun that could be a verb",
       "Iceland holds 13% of the total mackerel catch and Norway 31%.",
       {"share output of mackerel, Iceland: 13 %", "share output of mackerel, Norway: 31 %"}},
  });
}

TEST(EventSlots, AFirmThatMovesIsItsShares) {
  Check({
      {"behind an apposition",
       "Gallium cost $500 a kilo. Acme Inc., a maker of wafers whose plants are in China, sank 11% to $2.14.",
       {"level price of gallium: 500 USD/kg", "change price of shares, Acme: down 11 % in 2024-05-17",
        "level price of shares, Acme: 2.14 USD in 2024-05-17"}},
      {"what it has moved", "Acme Corp.'s output sank 11%.", {"change output, Acme: down 11 %"}},
      {"all the money for a lot",
       "By February, 765,000 tonnes of sugar had been shipped, fetching Rs114 billion.",
       {"level exports of sugar, India: 765000 t in 2024-02",
        "level exports of sugar, India: 114000000000 INR in 2024-02"}},
      {"things counted a year",
       "Britain may ship 100,000 cars a year.",
       {"level quota (export) of cars, UK: 100000 car/a"}},
  });
}

TEST(EventSlots, OneFigureOfSeveralThings) {
  Check({
      {"three of a kind are called by it",
       "China issued export quotas of 19 million tonnes for gasoline, diesel and jet fuel.",
       {"level quota (export) of oil products, China: 19000000 t"}},
      {"of two the first one stands for both",
       "U.S. steel and aluminium imports fell 5%.",
       {"change imports of steel, U.S.: down 5 %"}},
      {"each has its own",
       "U.S. steel and aluminium imports fell 5% and 3%, respectively.",
       {"change imports of steel, U.S.: down 5 %", "change imports of aluminium, U.S.: down 3 %"}},
  });
}

TEST(EventSlots, WordsForWhatWasTold) {
  Check({
      {"volume and value",
       "Norway exported mackerel worth NOK 8 billion in 2023; volume was down 11 percent and value up 29 percent.",
       {"level exports of mackerel, Norway: 8000000000 NOK in 2023",
        "change exports of mackerel, Norway: down 11 % in 2023",
        "change exports of mackerel, Norway: up 29 % in 2023"}},
      {"a thing that was named in full",
       "Russia set a quota of 9 million tonnes for nitrogen fertilizers. Nearly 20% of the nitrogen quota has been "
       "reserved for Acme Corp.",
       {"level quota of nitrogen fertilizers, Russia: 9000000 t", "share quota of nitrogen fertilizers, Acme: ~ 20 %"}},
      {"a benchmark has a price, and crude oil is made",
       "Brent crude rose 2% on Thursday. OPEC+ expects an increase of 410,000 bpd in August.",
       {"change price of Brent crude: up 2 % in 2024-05-16",
        "change output of crude oil, OPEC+: up 410000 bbl/d in 2024-08, forecast"}},
      {"fish that are called by a country",
       "Norway sets quotas. The Greenland halibut quota goes down by 3,850 tonnes.",
       {"change quota of Greenland halibut, Norway: down 3850 t"}},
  });
}

TEST(EventSlots, WordsThatStandForWhatTheTextIsAbout) {
  Check({
      {"the one kind that it speaks of",
       "Iran rations gasoline. Gasoline is cheap. Demand for the fuel rose to 133 million litres.",
       {"level demand of gasoline, Iran: 133000000 L"}},
      {"two kinds of the same thing",
       "China limits gasoline and diesel. Gasoline sells well. Fuel exports rose to 9,000 tonnes.",
       {"level exports of fuel, China: 9000 t"}},
      {"all of them, by their number",
       "China limits gasoline. Gasoline sells well. Exports of the three fuels came to 9,000 tonnes.",
       {"level exports of fuel, China: 9000 t"}},
  });
}

TEST(EventSlots, ThingsThatAreToldAside) {
  Check({
      {"how a thing is counted",
       "The EU sets limits. For salmon, which is counted in fish, the limit falls to 63,000 tonnes.",
       {"level quota of salmon, EU: 63000 t"}},
      {"who makes something of it",
       "Turkey opened a corn import quota of 1 million tons, with 300,000 tons set aside for starch makers.",
       {"level quota (import) of corn, Turkey: 1000000 t", "level quota (import) of corn, Turkey: 300000 t"}},
  });
}

TEST(EventSlots, DirectionsAndDenials) {
  Check({
      {"the word beside the figure",
       "Peru's zinc exports were 50,000 tonnes in April, 7% higher than a year earlier and 2% lower than in the "
       "previous month.",
       {"level exports of zinc, Peru: 50000 t in 2024-04",
        "change exports of zinc, Peru: up 7 % from 2023-04 in 2024-04",
        "change exports of zinc, Peru: down 2 % from 2024-03 in 2024-04"}},
      {"reports that are denied",
       "Peru denied reports that it would cut its quota to 50,000 tonnes.",
       {"level quota, Peru: 50000 t, denied"}},
      {"probably",
       "Peru's barley harvest probably fell 5% this year.",
       {"change output of barley, Peru: down 5 % in 2024, forecast"}},
      {"both ends of a plan",
       "Algeria will cut oil output by 100,000 bpd to 2.9 million bpd in June.",
       {"change output of crude oil, Algeria: down 100000 bbl/d in 2024-06, planned",
        "level output of crude oil, Algeria: 2900000 bbl/d in 2024-06, planned"}},
      {"a per cent beside another thing",
       "Peru's exports of tin rose 5% in April, steel 8% and rice 3%.",
       {"change exports of tin, Peru: up 5 % in 2024-04", "change exports of steel, Peru: up 8 % in 2024-04",
        "change exports of rice, Peru: up 3 % in 2024-04"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
