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

}  // namespace
}  // namespace tallywire::extract
