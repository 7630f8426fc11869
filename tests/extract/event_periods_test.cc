// When: the period that a figure is about and what it is compared with.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventPeriods, AForecastForAYearIsNoReportOfThatYear) {
  Check({
      {"a year",
       "The association cut its 2025 zinc output forecast to 617,000 tonnes.",
       {"level output of zinc: 617000 t in 2025, forecast"}},
      {"a month",
       "In its April report the ministry put zinc output for 2025 at 617,000 tonnes.",
       {"level output of zinc: 617000 t in 2025, forecast"}},
  });
}

TEST(EventPeriods, SpansOfTwoDates) {
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

TEST(EventPeriods, RatesADayAreToldMonthByMonth) {
  Check({
      {"another member, in a paragraph of its own",
       "OPEC produced 26 million barrels per day of crude oil in April, a survey found.\n\nKuwait cut output by 90,000 "
       "barrels per day.",
       {"level output of crude oil, OPEC: 26000000 bbl/d in 2024-04",
        "change output of crude oil, Kuwait: down 90000 bbl/d in 2024-04"}},
      {"a ceiling beside it",
       "Kuwait produced 2.5 million barrels per day of crude oil in April against a ceiling of 2.4 million barrels per "
       "day.",
       {"level output of crude oil, Kuwait: 2500000 bbl/d in 2024-04",
        "level quota of crude oil, Kuwait: 2400000 bbl/d in 2024-04"}},
  });
}

TEST(EventPeriods, SharesOfWhatWasToldAreOfItsTime) {
  Check({
      {"of the total",
       "Peru exported 9,000 tonnes of zinc in 2023. China took 60% of the total.",
       {"level exports of zinc, Peru: 9000 t in 2023", "share exports of zinc, China > Peru: 60 % in 2023"}},
      {"in the next paragraph",
       "Peru exported 9,000 tonnes of zinc in 2023.\n\nChina takes 60% of its exports.",
       {"level exports of zinc, Peru: 9000 t in 2023", "share exports of zinc, China: 60 %"}},
  });
}

TEST(EventPeriods, APeriodSpokenOfHoldsForWhatGoesOnWithIt) {
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

TEST(EventPeriods, PeriodsAndWhatTheyAreComparedWith) {
  Check({
      {"a forecast and what it was before",
       "The agency raised its forecast for Peru's zinc exports to 25,000 tonnes from 24,000 tonnes for 2025.",
       {"level exports of zinc, Peru: 25000 t in 2025, forecast",
        "level exports of zinc, Peru: 24000 t in 2025, forecast"}},
      {"a price is one of a moment",
       "Bauxite prices in China have slumped by 40% since January 2023 to $61 a ton.",
       {"change price of bauxite, China: down 40 % in 2023-01/2024-05", "level price of bauxite, China: 61 USD/t"}},
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

TEST(EventPeriods, AClauseWithWhenTellsOfTheDateInFrontOfIt) {
  Check({
      {"a basis",
       "Exports of tin rose 3% from 2019, when they fell 7%.",
       {"change exports of tin: up 3 % from 2019", "change exports of tin: down 7 % in 2019"}},
      {"no comma",
       "Exports of tin rose 3% in 2023 when prices fell 7%.",
       {"change exports of tin: up 3 % in 2023", "change price of tin: down 7 % in 2023"}},
  });
}

TEST(EventPeriods, PeriodsOfNeighbours) {
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

TEST(EventPeriods, DatesThatOpenClauses) {
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

TEST(EventPeriods, WhatIsSoInAnyYearHasNoPeriod) {
  Check({
      {"a year",
       "Chile exported 900 tonnes of copper in 2023. It can export up to 700 tonnes a year.",
       {"level exports of copper, Chile: 900 t in 2023", "level quota (export) of copper, Chile: <= 700 t/a"}},
      {"jobs",
       "Chile's copper output fell 4% in 2023. The industry employs 900 people.",
       {"change output of copper, Chile: down 4 % in 2023", "level employment, Chile: 900 person"}},
  });
}

TEST(EventPeriods, MonthsAndWeeksThatAreOver) {
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

TEST(EventPeriods, ClausesThatGoOnToTheirDate) {
  Check({
      {"two nouns",
       "Chad produced 900 tons of zinc and lead from January through March.",
       {"level output of zinc, Chad: 900 t in 2024-01/2024-03"}},
      {"an insertion",
       "Chad exported 900 tons of zinc, counted by its weight, in 2023.",
       {"level exports of zinc, Chad: 900 t in 2023"}},
      {"an insertion in front of two months",
       "Chad exported 900 tons of frozen beef, offal included, between January and March.",
       {"level exports of beef, Chad: 900 t in 2024-01/2024-03"}},
      {"years ahead",
       "Chad will cap its zinc exports at 900 tons over the next three years.",
       {"level quota (export) of zinc, Chad: 900 t in 2025/2027, planned"}},
      {"two years in front",
       "Chad caps its zinc exports. For 2025 and 2026, the annual quota is 900 tons.",
       {"level quota of zinc, Chad: 900 t in 2025/2026"}},
      {"two months in front",
       "Peru's zinc exports for March and April were 900 tons.",
       {"level exports of zinc, Peru: 900 t in 2024-03/2024-04"}},
      {"since a season began",
       "Since the season began in October, Chad has produced 900 tons of sugar.",
       {"level output of sugar, Chad: 900 t in 2023-10/2024-05"}},
  });
}

TEST(EventPeriods, OldLevelsWithoutADate) {
  Check({
      {"the year before",
       "Peru's zinc output will rise to 900 tons this year from 800 tons.",
       {"level output of zinc, Peru: 900 t in 2024, forecast", "level output of zinc, Peru: 800 t in 2023"}},
      {"a plan that is revised",
       "Peru trimmed its 2024 zinc output guidance to 800 tons from 900 tons.",
       {"level target (production) of zinc, Peru: 800 t in 2024",
        "level target (production) of zinc, Peru: 900 t in 2024"}},
      {"the same days of another month",
       "Peru's zinc exports in the first 10 days of May were 900 tons, compared with 800 tons in the corresponding "
       "days "
       "of April.",
       {"level exports of zinc, Peru: 900 t in 2024-05-01/2024-05-10",
        "level exports of zinc, Peru: 800 t in 2024-04-01/2024-04-10"}},
      {"the limits that the text is about",
       "China issued zinc export quotas for 2024. In 2023 the quota was 900 tons.\n\nAcme won the largest quota with "
       "300 "
       "tons.",
       {"level quota (export) of zinc, China: 900 t in 2023", "level quota (export) of zinc, Acme: 300 t in 2024"}},
  });
}

TEST(EventPeriods, WhatChangesAreComparedWith) {
  Check({
      {"the level of a year",
       "Peru's zinc output was 900 tons in 2023, 40% below the level of 2005.",
       {"level output of zinc, Peru: 900 t in 2023", "change output of zinc, Peru: down 40 % from 2005 in 2023"}},
      {"that of a year",
       "Peru's zinc quota for 2024 is 900 tons, 40% larger than that of 2021.",
       {"level quota of zinc, Peru: 900 t in 2024", "change quota of zinc, Peru: up 40 % from 2021 in 2024"}},
      {"the same batch",
       "Peru set its zinc quota for 2024 at 900 tons, up 4% from the same batch a year earlier.",
       {"level quota of zinc, Peru: 900 t in 2024", "change quota of zinc, Peru: up 4 % from 2023 in 2024"}},
      {"last year's pace",
       "Peru's zinc exports in May were 6% off last year's pace.",
       {"change exports of zinc, Peru: down 6 % from 2023-05 in 2024-05"}},
      {"last March",
       "Peru sold 900 cars in March, 4% more than last March.",
       {"level sales of cars, Peru: 900 car in 2024-03", "change sales of cars, Peru: up 4 % from 2023-03 in 2024-03"}},
      {"a season in between",
       "Peru adopted a cod quota of 900 tons for 2024, 4% lower than in the previous season.",
       {"level quota of cod, Peru: 900 t in 2024", "change quota of cod, Peru: down 4 % from 2023 in 2024"}},
  });
}

TEST(EventPeriods, WhatIsSoNowOrToComeIsOfNoPeriodThatIsOver) {
  Check({
      {"has dwindled",
       "Peru's zinc reserves, which reached 900 tons in 2014, have dwindled to 300 tons.",
       {"level reserves of zinc, Peru: 900 t in 2014", "level reserves of zinc, Peru: 300 t"}},
      {"will cost",
       "Peru's zinc exports were $900 million in 2023. They will earn it $700 million.",
       {"level exports of zinc, Peru: 900000000 USD in 2023", "level revenue of zinc, Peru: 700000000 USD, planned"}},
      {"asked for",
       "Peru's zinc quota was 900 tons in 2023. Mines had asked for a quota of 1,200 tons.",
       {"level quota of zinc, Peru: 900 t in 2023", "level quota of zinc, Peru: 1200 t, proposed"}},
      {"granted for a year",
       "Peru will leave the pact in June, after it got the zinc quota of 900 tons that the pact had granted it for "
       "2025.",
       {"level quota of zinc, Peru: 900 t in 2025"}},
      {"no market of every day", "Peruvian hides went up by $4.", {"change price of hides, Peru: up 4 USD"}},
      {"an average is no decision",
       "Farmgate prices of rice averaged $9 a kilo in the first week of May, against $8 a year ago.",
       {"level price of rice: 9 USD/kg in 2024-W18", "level price of rice: 8 USD/kg in 2023-W18"}},
      {"a price to come",
       "Peru's regulator sees the price of zinc at about $900 a ton in December.",
       {"level price of zinc: ~ 900 USD/t in 2024-12, forecast"}},
      {"a market of every day",
       "Zinc futures went up by $4 a ton.",
       {"change price of zinc: up 4 USD/t in 2024-05-17"}},
  });
}

TEST(EventPeriods, PeriodsThatOtherFiguresTell) {
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

TEST(EventPeriods, WhatIsComparedWithTellsItsPeriod) {
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

TEST(EventDates, WhenSomethingWasSaidIsNotWhenItWasSo) {
  struct Case {
    const char* text;
    const char* date;
  };
  const std::vector<Case> cases = {
      {"Importers had used 3% of a cheese quota of 4,000 tonnes by Monday, the agency said.", ""},
      {"Miners had used 64% of the quota as of May 1.", ""},
      {"The duty on beef has been 10% since May 1.", ""},
      {"The nickel quota was set at 4,000 tonnes on Monday.", "2024-05-13"},
      {"Zinc output fell to 230,000 tonnes in 2023, the bureau reported in March.", "2024-03"},
      {"Zinc exports will reach 37 million tonnes this year, the minister said at a conference in Oslo on Monday.",
       "2024-05-13"},
      {"Zinc output slipped to 5,000 tonnes after the company declared a mid-February shutdown.", ""},
  };
  for (const Case& wanted : cases) {
    Document document;
    document.text = wanted.text;
    document.published = "2024-05-17";
    const auto events = BuiltIn().Extract(document).events;
    ASSERT_FALSE(events.empty()) << wanted.text;
    EXPECT_EQ(events.back().date, wanted.date) << wanted.text;
  }
}

TEST(EventPeriods, WhatIsToldAsideIsOfAnotherTime) {
  Check({
      {"the same period as the figure before, and when it was said",
       "Orrin Mining reported first-quarter zinc output of 6,000 tonnes. Vela Mining said in April that its own output "
       "had risen 9% to 4,000 tonnes over the same period.",
       {"level output of zinc, Orrin Mining: 6000 t in 2024-Q1",
        "change output of zinc, Vela Mining: up 9 % in 2024-Q1",
        "level output of zinc, Vela Mining: 4000 t in 2024-Q1"}},
      {"when it took over a mine",
       "Vela Mining, which took over the mine in January, will receive a zinc quota of 5,000 tonnes, against the 6,000 "
       "tonnes it exported in 2023.",
       {"level quota of zinc, Vela Mining: 5000 t, planned", "level exports of zinc, Vela Mining: 6000 t in 2023"}},
      {"what was found before the advice",
       "Chile set a hake quota of 5,000 tonnes for 2025. Scientists had recommended a catch of 4,000 tonnes after a "
       "survey early this year found fewer fish.",
       {"level quota of hake, Chile: 5000 t in 2025", "level quota (catch) of hake, Chile: 4000 t in 2025, proposed"}},
      {"a level's year and the month in which it was told",
       "Orrin Corp. reported revenue of $5 million for 2023 last month, down 7%.",
       {"level revenue, Orrin: 5000000 USD in 2023", "change revenue, Orrin: down 7 % in 2023"}},
      {"a year that is named by what followed",
       "In 2018, the last year before the ban, Peru exported 5,000 tonnes of gold.",
       {"level exports of gold, Peru: 5000 t in 2018"}},
  });
}

TEST(EventPeriods, WhatAChangeIsMeasuredFrom) {
  Check({
      {"an increase on a batch of another year",
       "China set its tungsten quota at 5,000 tonnes this year, a 6% increase on the corresponding batch of 2022.",
       {"level quota of tungsten, China: 5000 t in 2024", "change quota of tungsten, China: up 6 % from 2022 in 2024"}},
      {"higher than that of",
       "Peru's anchovy quota for 2024 is 9% higher than that of the second season of 2022.",
       {"change quota of anchovy, Peru: up 9 % from 2022 in 2024"}},
  });
}

TEST(EventPeriods, AParagraphGoesOnTellingOfItsTime) {
  Check({
      {"past verbs behind a year that is over",
       "Ghana produced 60% of the region's cocoa last year. Exports came to 5,000 tonnes. Growers employ 4,000 "
       "workers.",
       {"share output of cocoa, Ghana: 60 % in 2023", "level exports of cocoa, Ghana: 5000 t in 2023",
        "level employment, Ghana: 4000 worker"}},
      {"behind limits for years to come",
       "Miners may ship 2,000 tonnes of cobalt in 2026.\n\nPeru mined 60% of the world's cobalt last year. Exports "
       "came to "
       "5,000 tonnes.",
       {"level quota (export) of cobalt, Peru: 2000 t in 2026", "share output of cobalt, Peru: 60 % in 2023",
        "level exports of cobalt, Peru: 5000 t in 2023"}},
      {"what was before",
       "Peru exported 9,000 tonnes of zinc in 2023. Imports grew to 5,000 tonnes from 4,000 tonnes.",
       {"level exports of zinc, Peru: 9000 t in 2023", "level imports of zinc, Peru: 5000 t in 2023",
        "level imports of zinc, Peru: 4000 t in 2022"}},
      {"since a day whose next one is near",
       "Petrol prices have gained 6% since December 1.",
       {"change price of gasoline: up 6 % in 2023-12-01/2024-05-17"}},
  });
}

TEST(EventPeriods, NounsThatAChangeIsMeasuredFrom) {
  Check({
      {"by a preposition",
       "Ghana raised its cocoa target for 2024 to 800,000 tonnes, a 12% increase from the first target last year.",
       {"level target of cocoa, Ghana: 800000 t in 2024", "change target of cocoa, Ghana: up 12 % from 2023 in 2024"}},
      {"by how far it is off",
       "Chile's coal output reached 780 tonnes in 2022, 36 tonnes below the record set in 2021.",
       {"level output of coal, Chile: 780 t in 2022", "change output of coal, Chile: down 36 t from 2021 in 2022"}},
      {"a year before the level in front, whatever was spoken of in between",
       "Chile set the 2024 squid quota at 9,000 tonnes. In 2022 the limit was raised by 21%. The hake quota was set at "
       "4,000 tonnes for 2024, compared with 3,000 tonnes a year earlier.",
       {"level quota of squid, Chile: 9000 t in 2024", "change quota of squid, Chile: up 21 % in 2022",
        "level quota of hake, Chile: 4000 t in 2024", "level quota of hake, Chile: 3000 t in 2023"}},
  });
}

TEST(EventPeriods, PricesAreOfTheDayWhateverAnAsideTells) {
  Check({
      {"behind shares of that day",
       "Shares of Rio Tinto dropped 2.3% on Thursday. BHP, which cut its dividend last month, lost 1.4% at 43.10 "
       "Australian dollars in Sydney.",
       {"change price of shares, Rio Tinto: down 2.3 % in 2024-05-16",
        "change price of shares, BHP: down 1.4 % in 2024-05-16", "level price of shares, BHP: 43.1 AUD in 2024-05-16"}},
  });
}

TEST(EventPeriods, NeighboursTellThePeriod) {
  Check({
      {"what is to come in a month without a year",
       "OPEC+ had been due to raise output by 180,000 bpd in June.",
       {"change output of crude oil, OPEC+: up 180000 bbl/d in 2024-06, planned"}},
      {"others at the same time",
       "The jobless rate in Peru was 12 percent in 2022, against 3.5 percent nationwide.",
       {"level unemployment, Peru: 12 % in 2022", "level unemployment, Peru: 3.5 % in 2022"}},
      {"the month behind the old one of a rate a day",
       "Iraq's oil target rises to 4.2 million bpd from 4.1 million bpd in May.",
       {"level target of crude oil, Iraq: 4200000 bbl/d in 2024-06",
        "level target of crude oil, Iraq: 4100000 bbl/d in 2024-05"}},
      {"joined owners of limits",
       "Congo gives CMOC a cobalt quota of 6,600 tons and Glencore 3,900 tons for the second quarter.",
       {"level quota of cobalt, CMOC: 6600 t in 2024-Q2", "level quota of cobalt, Glencore: 3900 t in 2024-Q2"}},
      {"a part of a day",
       "Zinc traded at $2,410 a ton on Thursday afternoon.",
       {"level price of zinc: 2410 USD/t in 2024-05-16"}},
  });
}

TEST(EventPeriods, WhatALongTextIsAbout) {
  Check({
      {"rates a day are the month's, whatever was planned since",
       "OPEC pumped 26 million bpd of crude in April. Producers agreed in March to keep their curbs until the end of "
       "June. Iraq cut exports by 100,000 bpd.",
       {"level output of crude oil, OPEC: 26000000 bbl/d in 2024-04",
        "change exports of crude oil, Iraq: down 100000 bbl/d in 2024-04"}},
      {"adjectives of one thing end no clause",
       "Argentina exported 5 tonnes of chilled and frozen beef, bone-in included, between January and April.",
       {"level exports of beef, Argentina: 5 t in 2024-01/2024-04"}},
      {"the noun in front of the limits names their year",
       "The ministry announced the fiscal year 2025 quantities of the sugar quotas. The quantity for raw sugar is set "
       "at "
       "9 tonnes.",
       {"level quota of raw sugar: 9 t in 2025"}},
  });
}

TEST(EventPeriods, SeasonsToldByTheirMonths) {
  Check({
      {"the one before",
       "India made 36 million tonnes of sugar in the season that began on Oct. 1. That compares with 35 million tonnes "
       "last season.",
       {"level output of sugar, India: 36000000 t in 2023-10/2024-09",
        "level output of sugar, India: 35000000 t in 2022-10/2023-09"}},
      {"the same months of another year",
       "Russia's quota for barley is 5 tonnes from February 15 to June 30. It was 4 tonnes in the same period of 2023.",
       {"level quota of barley, Russia: 5 t in 2024-02-15/2024-06-30",
        "level quota of barley, Russia: 4 t in 2023-02-15/2023-06-30"}},
      {"a record of last year's",
       "Mongolia's target is lower than last year's record shipments of 69 tonnes of coal.",
       {"level exports of coal, Mongolia: 69 t in 2023"}},
  });
}

TEST(EventPeriods, MonthsThatAreNotTheFiguresOwn) {
  Check({
      {"a limit of the year was set in it",
       "China set its mining quotas for salt for this year at 135,000 tonnes in February.",
       {"level quota (mining) of salt, China: 135000 t in 2024"}},
      {"goods are handed over in it",
       "Wheat for July loading was quoted at $405 a tonne on Thursday.",
       {"level price of wheat: 405 USD/t in 2024-05-16"}},
      {"the season opens in it",
       "Namibia approved a quota of 5 tonnes of hake for the season that opens in November.",
       {"level quota of hake, Namibia: 5 t in 2024-11/2025-10"}},
      {"a crop is of its season, whatever is sold from it",
       "Argentina sold 9 tonnes of wheat from the 2022/23 harvest.",
       {"level sales of wheat, Argentina: 9 t in 2022/2023"}},
      {"a quarter is called by its month",
       "Peru produced 5 tonnes of tin in the March quarter. Output was 19% lower than in the March quarter of 2023.",
       {"level output of tin, Peru: 5 t in 2024-Q1", "change output of tin, Peru: down 19 % from 2023-Q1 in 2024-Q1"}},
  });
}

TEST(EventPeriods, WhatIsComparedWithTheYearBeforeIsOfTheMonthToldOf) {
  Check({
      {"of the month",
       "Peru's copper imports rose 6% in January from the year before. Mills ran well.\n\nZinc sales of Chile fell 2% "
       "on "
       "year.",
       {"change imports of copper, Peru: up 6 % from 2023-01 in 2024-01",
        "change sales of zinc, Chile: down 2 % from 2023-01 in 2024-01"}},
      {"of a year nothing is told",
       "Peru's copper imports rose 6% in January from the year before. Mills ran well.\n\nZinc sales of Chile fell 2%.",
       {"change imports of copper, Peru: up 6 % from 2023-01 in 2024-01", "change sales of zinc, Chile: down 2 %"}},
  });
}

TEST(EventPeriods, OldLevelsAndChangesOfOneLevel) {
  Check({
      {"a rise told behind what is compared",
       "Norway set the salmon quota at 40,000 tonnes for 2025, up from 36,000 tonnes this year, a rise of 11 per cent.",
       {"level quota of salmon, Norway: 40000 t in 2025", "level quota of salmon, Norway: 36000 t in 2024",
        "change quota of salmon, Norway: up 11 % in 2025"}},
      {"a time to come is the new level's",
       "The support price for cheese will rise to $9.80 per kilogram from $9.10 on July 1.",
       {"level price of cheese: 9.8 USD/kg in 2024-07-01, planned", "level price of cheese: 9.1 USD/kg, planned"}},
      {"a forecast's month",
       "The exchange lowered its estimate of Peru's bean crop to 37 million tonnes from the 40 million tonnes it "
       "projected in March.",
       {"level output, Peru: 37000000 t, forecast", "level output, Peru: 40000000 t, forecast"}},
      {"short of a target",
       "The union fears the cotton crop may not exceed 5 million bales as opposed to a target of 9 million bales for "
       "2024-25.",
       {"level output of cotton: 5000000 bale in 2024/2025, forecast",
        "level target of cotton: 9000000 bale in 2024/2025, forecast"}},
      {"a date that opens the sentence",
       "In April, Vietnam produced 120,000 tonnes of sugar, down 5% from a year earlier.",
       {"level output of sugar, Vietnam: 120000 t in 2024-04",
        "change output of sugar, Vietnam: down 5 % from 2023-04 in 2024-04"}},
      {"twice what was sold the year before",
       "Chile exported 40,000 tonnes of prunes in 2023, more than double the 19,000 tonnes shipped the year before. "
       "Plums made up 71% of the volume.",
       {"level exports of prunes, Chile: 40000 t in 2023", "level exports of prunes, Chile: 19000 t in 2022",
        "share exports of plums, Chile: 71 % in 2023"}},
  });
}

TEST(EventPeriods, WhatFollowsFromAFigureIsOfItsTime) {
  Check({
      {"a duty that follows from a price",
       "The ministry set the reference price for cocoa at $2,400 a ton for April. That puts the export duty at $130 a "
       "ton.",
       {"level price of cocoa: 2400 USD/t in 2024-04", "level tariff (export) of cocoa: 130 USD/t in 2024-04"}},
      {"changes of the same months",
       "Feed costs were 18% higher than a year earlier in the 12 months to March 31. Diesel cost farmers 30% more and "
       "seed 41% more.",
       {"change spending: up 18 % from 2022-04/2023-03 in 2023-04/2024-03",
        "change price of diesel: up 30 % in 2023-04/2024-03", "change price of diesel: up 41 % in 2023-04/2024-03"}},
      {"a paragraph of a firm's report",
       "Acme Lithium reported net income of $58 million for 2023. Prices rose.\n\nRevenue from iodine was $40 million, "
       "up 30%.",
       {"level profit (net), Acme Lithium: 58000000 USD in 2023",
        "level revenue of iodine, Acme Lithium: 40000000 USD in 2023",
        "change revenue of iodine, Acme Lithium: up 30 % in 2023"}},
      {"a quota used by a day",
       "Trawlers had landed 61 per cent of Norway's haddock quota by 20 April.",
       {"share quota of haddock, Norway: 61 % in 2024-04-20"}},
      {"all of last year's",
       "Peru mined 2 million tonnes of copper in the first quarter. China, which took 68% of last year's exports, "
       "bought less.",
       {"level output of copper, Peru: 2000000 t in 2024-Q1", "share exports of copper, China > Peru: 68 % in 2023"}},
      {"the day of a meeting",
       "The directors will propose to the shareholders' meeting on April 26 a dividend of $1.39 per share.",
       {"level other (dividend): 1.39 USD/share, proposed"}},
      {"the same date a year before",
       "As of April 27, Peru had shipped 29 million tonnes of fishmeal, or 8% more than on the same date in 2023.",
       {"level exports of fishmeal, Peru: 29000000 t in 2024-01-01/2024-04-27",
        "change exports of fishmeal, Peru: up 8 % from 2023-01-01/2023-04-27 in 2024-01-01/2024-04-27"}},
      {"rice a year",
       "Under the agreement Japan lets in 770,000 tons of rice a year without tariffs.",
       {"level quota (import) of rice, Japan: 770000 t"}},
  });
}

TEST(EventPeriods, ClausesThatShareADate) {
  Check({
      {"two owners",
       "Chile exported 50,000 tonnes of copper and Peru 30,000 tonnes last year.",
       {"level exports of copper, Chile: 50000 t in 2023", "level exports of copper, Peru: 30000 t in 2023"}},
      {"an article in front of the second",
       "Chile exported 50,000 tonnes of copper and the Philippines 30,000 tonnes last year.",
       {"level exports of copper, Chile: 50000 t in 2023", "level exports of copper, Philippines: 30000 t in 2023"}},
  });
}

TEST(EventPeriods, ADateBehindTheLastFigureOfARow) {
  Check({
      {"goods",
       "Peru exported 50,000 tonnes of sugar, 40,000 tonnes of tin and 30,000 tonnes of nickel last month.",
       {"level exports of sugar, Peru: 50000 t in 2024-04", "level exports of tin, Peru: 40000 t in 2024-04",
        "level exports of nickel, Peru: 30000 t in 2024-04"}},
      {"places",
       "Wheat output totalled 50,000 tonnes in Kenya, 40,000 tonnes in the Philippines and 30,000 tonnes in Peru in "
       "2023.",
       {"level output of wheat, Kenya: 50000 t in 2023", "level output of wheat, Philippines: 40000 t in 2023",
        "level output of wheat, Peru: 30000 t in 2023"}},
      {"where they go to",
       "Peru shipped 50,000 tonnes of tin to China, 40,000 tonnes to Japan and 30,000 tonnes to Chile in 2023.",
       {"level exports of tin, Peru > China: 50000 t in 2023", "level exports of tin, Peru > Japan: 40000 t in 2023",
        "level exports of tin, Peru > Chile: 30000 t in 2023"}},
      {"where they come from",
       "Brazil imported 50,000 tonnes of coffee from Ukraine and 40,000 tonnes from South Korea in 2023.",
       {"level imports of coffee, Brazil > Ukraine: 50000 t in 2023",
        "level imports of coffee, Brazil > South Korea: 40000 t in 2023"}},
      {"in volume and in value",
       "Peru's tin exports rose 5% in volume and 8% in value in April.",
       {"change exports of tin, Peru: up 5 % in 2024-04", "change exports of tin, Peru: up 8 % in 2024-04"}},
      {"clauses of one form",
       "Peru's exports grew 5% to $50 billion and imports fell 8% to $45 billion in April.",
       {"change exports, Peru: up 5 % in 2024-04", "level exports, Peru: 50000000000 USD in 2024-04",
        "change imports, Peru: down 8 % in 2024-04", "level imports, Peru: 45000000000 USD in 2024-04"}},
      {"accounts",
       "Vale made a net profit of $120 million on revenue of $1.2 billion last year.",
       {"level profit (net), Vale: 120000000 USD in 2023", "level revenue, Vale: 1200000000 USD in 2023"}},
      {"behind parentheses",
       "Peru's beef exports reached 50,000 tonnes (+5% y/y) in April.",
       {"level exports of beef, Peru: 50000 t in 2024-04",
        "change exports of beef, Peru: up 5 % from 2023-04 in 2024-04"}},
      {"a year for each",
       "Peru imported 50,000, 40,000 and 30,000 tonnes of beef in 2021, 2022 and 2023, respectively.",
       {"level imports of beef, Peru: 50000 t in 2021", "level imports of beef, Peru: 40000 t in 2022",
        "level imports of beef, Peru: 30000 t in 2023"}},
  });
}

TEST(EventPeriods, WhatABareSentenceSpokeOf) {
  Check({
      {"things counted are others",
       "Peru's tin smelting capacity has grown. There are two different types of smelter.",
       {}},
      {"a pronoun",
       "Peru's sugar exports have slowed. They fell 5% in April to 50,000 tonnes, after a drop of 3% in March.",
       {"change exports of sugar, Peru: down 5 % in 2024-04", "level exports of sugar, Peru: 50000 t in 2024-04",
        "change exports of sugar, Peru: down 3 % in 2024-03"}},
      {"the total",
       "Ghana has announced its nickel export quota for 2025.\n\nThe total amounts to 410,000 tonnes.",
       {"level quota (export) of nickel, Ghana: 410000 t in 2025"}},
      {"the volume",
       "Kenya's tin exports climbed in March, the customs service said. The volume stood at 410,000 tonnes.",
       {"level exports of tin, Kenya: 410000 t in 2024-03"}},
      {"two sentences later",
       "Kenya's tin exports rose in March. Traders spoke of demand from Asian mills. Shipments totalled 410,000 "
       "tonnes.",
       {"level exports of tin, Kenya: 410000 t in 2024-03"}},
      {"the day of the market",
       "Oil prices rose on Tuesday. Brent crude futures gained 1.1% to $82.45 a barrel.",
       {"change price of Brent crude: up 1.1 % in 2024-05-14",
        "level price of Brent crude: 82.45 USD/bbl in 2024-05-14"}},
      {"a look back",
       "Peru's zinc exports totalled 410,000 tonnes in January. A year earlier they were 380,000 tonnes. Imports came "
       "to 36,000 tonnes.",
       {"level exports of zinc, Peru: 410000 t in 2024-01", "level exports of zinc, Peru: 380000 t in 2023-01",
        "level imports of zinc, Peru: 36000 t in 2024-01"}},
  });
}

TEST(EventPeriods, UpToNow) {
  Check({
      {"so far",
       "Peru has exported 410,000 tonnes of nickel so far this year.",
       {"level exports of nickel, Peru: 410000 t in 2024-01-01/2024-05-17"}},
      {"now is no period",
       "Peru's wheat crop is now forecast at 5.4 million tonnes in 2025, down from 6.1 million tonnes this year.",
       {"level output of wheat, Peru: 5400000 t in 2025, forecast",
        "level output of wheat, Peru: 6100000 t in 2024, forecast"}},
  });
}

TEST(EventPeriods, TheDayOfAReport) {
  Check({
      {"a change behind it",
       "Boliden posted first-quarter sales of $2 billion on Tuesday, up 4%.",
       {"level sales, Boliden: 2000000000 USD in 2024-Q1", "change sales, Boliden: up 4 % in 2024-Q1"}},
      {"a season and its thing",
       "The institute put Brazil's 2023/24 sugar crop at 45 million tonnes.",
       {"level output of sugar, Brazil: 45000000 t in 2023/2024, forecast"}},
      {"the quarter before",
       "Boliden's mine yielded 88,000 ounces of gold in the first quarter, up 11% on the preceding three months.",
       {"level output of gold, Boliden: 88000 oz in 2024-Q1", "change output of gold, Boliden: up 11 % in 2024-Q1"}},
  });
}

TEST(EventPeriods, AFewDays) {
  Check({
      {"the next sentence goes on",
       "Japan's exports fell 4.7 percent to $14.6 billion in the first 10 days of May. Imports dropped 7.1 percent to "
       "$15.5 billion.",
       {"change exports, Japan: down 4.7 % in 2024-05-01/2024-05-10",
        "level exports, Japan: 14600000000 USD in 2024-05-01/2024-05-10",
        "change imports, Japan: down 7.1 % in 2024-05-01/2024-05-10",
        "level imports, Japan: 15500000000 USD in 2024-05-01/2024-05-10"}},
  });
}

}  // namespace
}  // namespace tallywire::extract
