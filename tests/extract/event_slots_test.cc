// What single statements of the news become: who, what, how much and when, in every slot that a query can ask for.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/extract.h"

namespace tallywire::extract {
namespace {

const Extractor& BuiltIn() {
  static const Extractor extractor = [] { return std::move(Extractor::Load().value()); }();
  return extractor;
}

// "change quota (mining) of rare earths, China: up 5.9 % from 2023 in 2024", with what is null left out.
std::string ToText(const Event& event) {
  std::string text = fmt::format("{} {}", tallywire::ToText(event.kind), event.measure);
  if (!event.activity.empty()) text += " (" + event.activity + ")";
  if (!event.item.empty()) text += " of " + event.item;
  if (!event.subject.empty()) text += ", " + event.subject;
  if (!event.counterparty.empty()) text += " > " + event.counterparty;
  text += ": ";
  if (event.direction != Direction::kNone) text += std::string(tallywire::ToText(event.direction)) + " ";
  if (event.bound != Bound::kExact) text += std::string(tallywire::ToText(event.bound)) + " ";
  text += fmt::format("{}", event.value);
  if (event.value_high) text += fmt::format("-{}", *event.value_high);
  text += " " + event.unit;
  if (!event.basis.empty()) text += " from " + event.basis;
  if (!event.period.empty()) text += " in " + event.period;
  if (event.modality != Modality::kActual) text += fmt::format(", {}", tallywire::ToText(event.modality));
  return text;
}

struct Row {
  const char* name;
  const char* text;
  std::vector<std::string> events;
};

std::vector<std::string> EventsOf(const char* text) {
  Document document;
  document.text = text;
  document.published = "2024-05-17";
  std::vector<std::string> events;
  for (const Event& event : BuiltIn().Extract(document).events) events.push_back(ToText(event));
  return events;
}

void Check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    SCOPED_TRACE(std::string(row.name) + ": " + row.text);
    EXPECT_EQ(EventsOf(row.text), row.events);
  }
}

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

TEST(EventSlots, DutiesInsideAndOutsideOfAQuota) {
  const std::vector<std::string> both = {"level tariff of beef: 12 %", "level tariff of beef: 40 %"};
  Check({
      {"one verb", "The duty on beef is 12% within the quota and 40% above it.", both},
      {"two clauses", "Within the quota the duty on beef is 12%; beyond that, 40%.", both},
      {"a rate", "Under the quota, the tariff on beef is 12%.", {"level tariff of beef: 12 %"}},
  });
}

TEST(EventSlots, EachFigureOfAListHasItsOwnThing) {
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

TEST(EventSlots, ALimitIsOfWhoItIsHandedTo) {
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
       {"share quota of hake: ~ 60 %", "share quota of hake: 45 % in 2023"}},
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

TEST(EventSlots, AForecastForAYearIsNoReportOfThatYear) {
  Check({
      {"a year",
       "The association cut its 2025 zinc output forecast to 617,000 tonnes.",
       {"level output of zinc: 617000 t in 2025, forecast"}},
      {"a month",
       "In its April report the ministry put zinc output for 2025 at 617,000 tonnes.",
       {"level output of zinc: 617000 t in 2025, forecast"}},
  });
}

TEST(EventSlots, LimitsInBatchesAndLists) {
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

TEST(EventSlots, CustomsCountForTheCountry) {
  Check(
      {{"behind a firm",
        "SANTIAGO - Codelco's copper output fell 25% in March. Customs figures showed that lithium exports climbed to "
        "22,000 tonnes in April.",
        {"change output of copper, Codelco: down 25 % in 2024-03",
         "level exports of lithium, Chile: 22000 t in 2024-04"}}});
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
       {"level quota of biodiesel: 7000000 kL"}},
  });
}

TEST(EventSlots, WhatAFleetLandsIsNoLimit) {
  Check({{"a part of it",
          "The fleet had landed 9,000 tonnes of hake, or 64% of the quota.",
          {"level output of hake: 9000 t", "share quota of hake: 64 %"}}});
}

TEST(EventSlots, APriceIsPerTheSameUnitInBothAlternatives) {
  Check({{"or",
          "Brent will trade at $60 or $70 a barrel in 2025.",
          {"level price of Brent crude: 60 USD/bbl in 2025, forecast",
           "level price of Brent crude: 70 USD/bbl in 2025, forecast"}}});
}

TEST(EventSlots, SpansOfTwoDates) {
  Check({
      {"days without a year",
       "Russia set its wheat export quota for Feb. 15 to June 30 at 11 million tonnes.",
       {"level quota (export) of wheat, Russia: 11000000 t in 2024-02-15/2024-06-30"}},
      {"opened by from",
       "The wheat quota, valid from 15 February to 30 June, is 11 million tonnes.",
       {"level quota of wheat: 11000000 t in 2024-02-15/2024-06-30"}},
      {"years on end",
       "The hake quota drops to 5,000 tonnes for both 2025 and 2026.",
       {"level quota of hake: 5000 t in 2025/2026"}},
      {"what is told as a fact is of no span to come",
       "Kenya will allow millers to import 500,000 tonnes of maize between July and September. Kenya produced 4 "
       "million "
       "tonnes "
       "of maize last year.",
       {"level quota (import) of corn, Kenya: 500000 t in 2024-07/2024-09, planned",
        "level output of corn, Kenya: 4000000 t in 2023"}},
  });
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

TEST(EventSlots, PartsOfAFirmsOwnYearAreGivenByTheirMonths) {
  Check({
      {"a quarter and its end",
       "Orrin Corp. said sales rose 5% in its second quarter ended February 29. First-quarter sales had been $40 "
       "million.",
       {"change sales, Orrin: up 5 % in 2023-12/2024-02", "level sales, Orrin: 40000000 USD in 2023-09/2023-11"}},
      {"a half, its year told later",
       "Orrin Corp. said first-half sales rose 5%. Its financial year ends in October.",
       {"change sales, Orrin: up 5 % in 2023-11/2024-04"}},
      {"a year before a quarter and its end",
       "Orrin Corp. said sales fell to $5 million in the second quarter ended April 30 from $6 million a year earlier.",
       {"level sales, Orrin: 5000000 USD in 2024-02/2024-04", "level sales, Orrin: 6000000 USD in 2023-02/2023-04"}},
      {"another firm's quarter, and a country's",
       "Orrin Corp.'s financial year ends in October. Hartwell Mining Corp. said first-quarter sales rose 5%. Peru's "
       "exports rose 3% in the first quarter.",
       {"change sales, Hartwell Mining: up 5 % in 2024-Q1", "change exports, Peru: up 3 % in 2024-Q1"}},
      {"a quarter that is to come",
       "Orrin Corp. said sales rose 2% in the first quarter ended April 30. Second-quarter sales will be $6 million.",
       {"change sales, Orrin: up 2 % in 2024-02/2024-04",
        "level sales, Orrin: 6000000 USD in 2024-05/2024-07, forecast"}},
      {"a quarter of the calendar, with its end",
       "Orrin Corp. said sales rose 5% in the first quarter ended March 31.",
       {"change sales, Orrin: up 5 % in 2024-Q1"}},
  });
}

TEST(EventSlots, APeriodSpokenOfHoldsForWhatGoesOnWithIt) {
  Check({
      {"the same measure",
       "Chile's copper output fell 4% in 2023. Output of Peru rose 3%.",
       {"change output of copper, Chile: down 4 % in 2023", "change output of copper, Peru: up 3 % in 2023"}},
      {"what is so now is not of a period that is over",
       "Chile's economy grew 2% in 2023. The country has raised spending to $20 billion.",
       {"change gdp, Chile: up 2 % in 2023", "level spending, Chile: 20000000000 USD"}},
      {"a day holds for the figure it stands with",
       "Chile exported 5,000 tonnes of copper on May 3. Peru exported 7,000 tonnes.",
       {"level exports of copper, Chile: 5000 t in 2024-05-03", "level exports of copper, Peru: 7000 t"}},
      {"duties and royalties hold from when they were set",
       "Chile exported 5,000 tonnes of copper in 2023. Exporters pay royalties of 12%.",
       {"level exports of copper, Chile: 5000 t in 2023", "level other (royalty) of copper, Chile: 12 %"}},
  });
}

TEST(EventSlots, PeriodsAndWhatTheyAreComparedWith) {
  Check({
      {"a forecast and what it was before",
       "The agency raised its forecast for Peru's zinc exports to 25,000 tonnes from 24,000 tonnes for 2025.",
       {"level exports of zinc, Peru: 25000 t in 2025, forecast",
        "level exports of zinc, Peru: 24000 t in 2025, forecast"}},
      {"a price is one of a moment",
       "Bauxite prices in China have slumped by 40% since January 2023 to $61 a ton.",
       {"change price of bauxite, China: down 40 % in 2023-01/2024-05-17", "level price of bauxite, China: 61 USD/t"}},
      {"a year-earlier level of its own",
       "Orrin Corp. had a first-quarter profit of $5 million, compared with a year-earlier profit of $6 million.",
       {"level profit, Orrin: 5000000 USD in 2024-Q1", "level profit, Orrin: 6000000 USD in 2023-Q1"}},
      {"the same words for the year twice",
       "Orrin Corp.'s first-quarter profit fell 22%. Last year sales were $50 million, when profit was $6 million.",
       {"change profit, Orrin: down 22 % in 2024-Q1", "level sales, Orrin: 50000000 USD in 2023-Q1",
        "level profit, Orrin: 6000000 USD in 2023-Q1"}},
      {"months from a day",
       "Peru agreed to limit its tin exports to 1,700 tonnes for 12 months from March 1.",
       {"level quota (export) of tin, Peru: 1700 t in 2024-03/2025-02, planned"}},
      {"a year earlier",
       "Japan's steel output fell 0.9% in April from a year earlier.",
       {"change output of steel, Japan: down 0.9 % from 2023-04 in 2024-04"}},
      {"higher than in",
       "India's tea output in 2023 was 5% higher than in 2022.",
       {"change output of tea, India: up 5 % from 2022 in 2023"}},
      {"a year that ended",
       "Orrin Corp. had revenue of $5 million for the year ended Sept. 30, 2023.",
       {"level revenue, Orrin: 5000000 USD in 2022-10/2023-09"}},
      {"the month holds for both",
       "Germany's industrial output rose 5% in March, while exports fell 2%.",
       {"change output, Germany: up 5 % in 2024-03", "change exports, Germany: down 2 % in 2024-03"}},
      {"a year in front of a level",
       "Algeria's gas exports rose 4% in 2023 to 52 billion cubic metres.",
       {"change exports of natural gas, Algeria: up 4 % in 2023",
        "level exports of natural gas, Algeria: 52000000000 m3 in 2023"}},
      {"months of the year",
       "China's exports of tungsten fell 13.6% in the first four months to 5,500 tons.",
       {"change exports of tungsten, China: down 13.6 % in 2024-01/2024-04",
        "level exports of tungsten, China: 5500 t in 2024-01/2024-04"}},
      {"the future is no span",
       "Peru's zinc output may reach 2 million tonnes in the future.",
       {"level output of zinc, Peru: 2000000 t, forecast"}},
      {"a record names no span",
       "Turkey's wheat output fell to 18 million tonnes, the lowest since 2014.",
       {"level output of wheat, Turkey: 18000000 t"}},
  });
}

TEST(EventSlots, AClauseWithWhenTellsOfTheDateInFrontOfIt) {
  Check({
      {"a basis",
       "Exports of tin rose 3% from 2019, when they fell 7%.",
       {"change exports of tin: up 3 % from 2019", "change exports of tin: down 7 % in 2019"}},
      {"no comma",
       "Exports of tin rose 3% in 2023 when prices fell 7%.",
       {"change exports of tin: up 3 % in 2023", "change price of tin: down 7 % in 2023"}},
  });
}

TEST(EventSlots, LimitsSayWhatTheyLimit) {
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
      {"a part is no amount", "Peru's tin quota amounts to less than half of output.", {}},
      {"the food ministry is no food",
       "India will allow exports of 15 lakh tonnes in 2025, the food ministry said.",
       {"level quota (export), India: 1500000 t in 2025, planned"}},
      {"denied",
       "Angola rejected its 2024 production quota of 1.11 million bpd.",
       {"level quota (production) of crude oil, Angola: 1110000 bbl/d in 2024, denied"}},
  });
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

TEST(EventSlots, WhatIsSaidOfLimitsGoesOn) {
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

TEST(EventSlots, PartsOfALimitAreOfItsThing) {
  Check({
      {"another thing in between",
       "Peru set a quota of 900 tonnes of anchovy for 2024. Fishmeal exports fell 5% in 2023. "
       "Acme Corp received 14% of the quota.",
       {"level quota of anchovy, Peru: 900 t in 2024", "change exports of fishmeal, Peru: down 5 % in 2023",
        "share quota of anchovy, Acme: 14 %"}},
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

TEST(EventSlots, PeriodsOfNeighbours) {
  Check({
      {"the sentence before",
       "Spain was a net importer of tin in 2023. Imports rose 15% to 9,500 tons.",
       {"change imports of tin, Spain: up 15 % in 2023", "level imports of tin, Spain: 9500 t in 2023"}},
      {"on the year",
       "Tin exports fell 8% on the year to 900 tons in April.",
       {"change exports of tin: down 8 % from 2023-04 in 2024-04", "level exports of tin: 900 t in 2024-04"}},
      {"worth",
       "Norway exported 900 tons of salmon worth $7 million last year.",
       {"level exports of salmon, Norway: 900 t in 2023", "level exports of salmon, Norway: 7000000 USD in 2023"}},
      {"two measures",
       "Tin demand is put at 900 tons in 2023, against output of 700 tons.",
       {"level demand of tin: 900 t in 2023", "level output of tin: 700 t in 2023"}},
  });
}

TEST(EventSlots, OfficesWithoutANameSpeak) {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"Tin output rose 5%, the mines ministry said.", "mines ministry"},
      {"Tin output rose 5%, Peru's energy regulator said.", "energy regulator"},
      {"Tin output rose 5%, the Department of Mines, Fisheries and the Environment said.",
       "Department of Mines, Fisheries and the Environment"},
      {"Tin output rose 5%, an official said.", ""}};
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

TEST(EventSlots, ChangesOfLimitsAreNoPrices) {
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

TEST(EventSlots, DatesThatOpenClauses) {
  Check({
      {"a change of its own",
       "Spain's emissions fell 5% in 2023 and were 48% below 1990 levels.",
       {"change other (emissions) of emissions, Spain: down 5 % in 2023",
        "change other (emissions) of emissions, Spain: down 48 % from 1990 in 2023"}},
      {"in 2023 it was",
       "In 2024 Spain's cod quota is 900 tons, in 2023 it was 700 tons.",
       {"level quota of cod, Spain: 900 t in 2024", "level quota of cod, Spain: 700 t in 2023"}},
  });
}

TEST(EventSlots, LimitsOfAListAreOfTheYearThatTheyWereAgreedFor) {
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

TEST(EventSlots, WhatPartsOfALimitAreFor) {
  Check({
      {"two activities",
       "Zambia issued cobalt quotas of 900 tons for mining and 700 tons for smelting.",
       {"level quota (mining) of cobalt, Zambia: 900 t", "level quota (smelting) of cobalt, Zambia: 700 t"}},
      {"a volume that went on",
       "Zambia raised its cobalt quota by 6% from 2022, when the volume jumped 20%.",
       {"change quota of cobalt, Zambia: up 6 % from 2022", "change quota of cobalt, Zambia: up 20 % in 2022"}},
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

TEST(EventSlots, WhatIsSoInAnyYearHasNoPeriod) {
  Check({
      {"a year",
       "Chile exported 900 tonnes of copper in 2023. It can export up to 700 tonnes a year.",
       {"level exports of copper, Chile: 900 t in 2023", "level quota (export) of copper, Chile: <= 700 t/a"}},
      {"jobs",
       "Chile's copper output fell 4% in 2023. The industry employs 900 people.",
       {"change output of copper, Chile: down 4 % in 2023", "level employment, Chile: 900 person"}},
  });
}

TEST(EventSlots, MonthsAndWeeksThatAreOver) {
  Check({
      {"a month's output is no contract",
       "Brazil's April crude output averaged 3 million barrels a day.",
       {"level output of crude oil, Brazil: 3000000 bbl/d in 2024-04"}},
      {"what a forecast starts from",
       "Peru's zinc stocks will shrink to 900 tons by the year's end from 1,200 tons in June.",
       {"level stocks of zinc, Peru: 900 t in 2024, forecast", "level stocks of zinc, Peru: 1200 t in 2023-06"}},
      {"weeks up to a day",
       "Russia's grain exports edged down to 900 tonnes over the four weeks to 12 May.",
       {"level exports of grain, Russia: 900 t in 2024-04-15/2024-05-12"}},
      {"the paragraph's year",
       "China raised its tin quota by 5% in 2024.\n\nIn China, zinc sales rose 4% to 900 tons in 2023. Exports rose 3% "
       "to "
       "700 tons.",
       {"change quota of tin, China: up 5 % in 2024", "change sales of zinc, China: up 4 % in 2023",
        "level sales of zinc, China: 900 t in 2023", "change exports of zinc, China: up 3 % in 2023",
        "level exports of zinc, China: 700 t in 2023"}},
  });
}

TEST(EventSlots, DutiesAreOfWhoeverHasTheLimit) {
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

TEST(EventSlots, PeriodsThatOtherFiguresTell) {
  Check({
      {"what was compared with is no other figure's",
       "Zambia's inflation slowed to 13% in April from 14% in March, helped by maize, which fell 7%.",
       {"level inflation, Zambia: 13 % in 2024-04", "level inflation, Zambia: 14 % in 2024-03",
        "change price of corn: down 7 %"}},
      {"months that were spoken of before last",
       "China's steel output fell 3% in January-April. April output was 80 million tons. Exports rose to 30 million "
       "tons "
       "over the four months.",
       {"change output of steel, China: down 3 % in 2024-01/2024-04",
        "level output of steel, China: 80000000 t in 2024-04",
        "level exports of steel, China: 30000000 t in 2024-01/2024-04"}},
      {"the year of an annual limit",
       "Iceland's boats caught 900 tonnes of cod by May 10 and had used 80% of the annual limit of 1,100 tonnes.",
       {"level output of cod, Iceland: 900 t in 2024-05-10", "share quota of cod, Iceland: 80 % in 2024",
        "level quota of cod, Iceland: 1100 t in 2024"}},
      {"the year before, although a later one was named",
       "Brazil's pork quota grows to 900 tonnes in 2028.\n\nBrazil's pork exports were 700 tonnes in 2023, 6% more "
       "than in "
       "the "
       "year before.",
       {"level quota of pork, Brazil: 900 t in 2028", "level exports of pork, Brazil: 700 t in 2023",
        "change exports of pork, Brazil: up 6 % from 2022 in 2023"}},
  });
}

TEST(EventSlots, WhatBecomesOfAPartIsNotTheThing) {
  Check({
      {"a clause of its own",
       "India's sugar stocks were 900 tonnes in 2023. Some 300 tonnes are diverted to ethanol, leaving output of 700 "
       "tonnes.",
       {"level stocks of sugar, India: 900 t in 2023", "level output of sugar, India: 700 t"}},
  });
}

TEST(EventSlots, NobodyTradesWithHimselfNorHasWhatHeIsAskedFor) {
  Check({
      {"the other side was spoken of last",
       "OTTAWA, May 3 (Newswire) - Canada's canola output was 900 tonnes in 2023. Beijing cut its duty on canola to "
       "15%. "
       "Canola exports to China fell 5% in 2023.",
       {"level output of rapeseed, Canada: 900 t in 2023", "level tariff of rapeseed, China: 15 %",
        "change exports of rapeseed, Canada > China: down 5 % in 2023"}},
      {"who is asked",
       "Nigeria plans to ask OPEC for an output quota of 2 million bpd in 2025.",
       {"level quota (production) of crude oil, Nigeria: 2000000 bbl/d in 2025, planned"}},
      {"an office of the country",
       "BERN, May 3 (Newswire) - The Federal Office for Agriculture has set a quota of 900 tonnes for butter.",
       {"level quota of butter, Switzerland: 900 t"}},
  });
}

TEST(EventSlots, WhatIsComparedWithTellsItsPeriod) {
  Check({
      {"a year before the figure, not before the month in between",
       "Nigeria pumped 1.4 million bpd in April, compared with 1.3 million bpd in March and 1.2 million bpd a year "
       "earlier.",
       {"level output of crude oil, Nigeria: 1400000 bbl/d in 2024-04",
        "level output of crude oil, Nigeria: 1300000 bbl/d in 2024-03",
        "level output of crude oil, Nigeria: 1200000 bbl/d in 2023-04"}},
      {"a year back is no rate",
       "Peru's tin stocks have dropped below 900 tonnes from 1,200 tonnes a year back.",
       {"level stocks of tin, Peru: < 900 t", "level stocks of tin, Peru: 1200 t in 2023"}},
      {"when a duty began",
       "China cut its duty on tin to 15% from 84% as of May 1.",
       {"level tariff of tin, China: 15 %", "level tariff of tin, China: 84 %"}},
      {"beyond what it is measured by",
       "Spain levies a duty of 20 euros within the butter quota and 1,600 euros beyond it.",
       {"level tariff of butter, Spain: 20 EUR", "level tariff of butter, Spain: 1600 EUR"}},
  });
}

TEST(EventSlots, LimitsOfTheYearAhead) {
  Check({
      {"a quarter of it, and what holds for all of it",
       "Iceland agreed on fishing quotas for 2025. Its cod quota drops to 900 tonnes in the first quarter of the year. "
       "The limit for hake stays at 700 tonnes.",
       {"level quota (catch) of cod, Iceland: 900 t in 2025-Q1",
        "level quota (catch) of hake, Iceland: 700 t in 2025"}},
  });
}

TEST(EventSlots, OwnersBehindDescriptions) {
  Check({
      {"an apposition",
       "The EU's catches fell 5% in 2023. Spain, the bloc's biggest fishing nation, accounts for 20% of EU catches.",
       {"change output, EU: down 5 % in 2023", "share output, Spain > EU: 20 %"}},
      {"another province's",
       "Quotas for Hubei were scrapped, while Hunan's remained at 900 tonnes.",
       {"level quota, Hunan: 900 t"}},
      {"what a quota is called",
       "BERN, May 3 (Newswire) - Switzerland will hand out 900 tonnes of the Hilton quota of beef.",
       {"level quota of beef, Switzerland: 900 t, planned"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
