// Units, currencies and counted nouns.
#include <gtest/gtest.h>

#include "tests/extract/figure_support.h"

namespace tallywire::extract {
namespace {

TEST(FigureUnits, UnitsOfTradeAndIndustry) {
  const FigureRow rows[] = {
      {"Yields reached 5,600 kg/ha.", "5600 kg/ha"},
      {"The field holds 30 Moz of silver and 250 koz of gold.", "30000000 oz / 250000 oz"},
      {"LNG output is 77 mtpa, and each train makes 8,000 t/a.", "77000000 t/a / 8000 t/a"},
      {"A plant of 10 GWp beside one of 2.4 GW.", "10 GW / 2.4 GW"},
      {"Gas at 35.2 euros/MWh and $2.80 per mmBtu.", "35.2 EUR/MWh / 2.8 USD/MMBtu"},
      {"The pipe moves 55 bcm a year.", "55 bcm/a"},
      {"Emissions were 50 MtCO2e.", "50000000 tCO2e"},
      {"Pressure fell to 960 hPa.", "960 hPa"},
      {"The dam holds 1.2 million acre-feet and lets out 900 cusecs.", "1200000 acre_ft / 900 ft3/s"},
      {"Copper cost 2.5 cents a pound.", "2.5 USD/100/lb"},
      {"The farm sold 250 ML of water and 250 ml of oil.", "250 ML / 250 mL"},
      {"A 150-km line and a 400 kV cable.", "150 km / 400 kV"},
      {"A $10-million-a-year deal.", "10000000 USD/a"},
      {"It earned 18 cents a share.", "18 USD/100/share"},
      {"It pumps 26,000 bpd a month.", "26000 bbl/d"},
      {"It sank to $0.87 a\n\npound", "0.87 USD"},
  };
  CheckFigures(rows);
}

TEST(FigureUnits, WhatMovedByPercentsIsNoPerCent) {
  const FigureRow rows[] = {
      {"Sales rose by six percent, from 216 in 2013 to 229 in 2014.", "6 % up / 216 / 229"},
      {"The rate rose by 2 percent from 4.", "2 % up / 4 %"},
  };
  CheckFigures(rows);
}

TEST(FigureUnits, IndianPapersWriteMtForMillionsOfTonnes) {
  const FigureRow rows[] = {
      {"India's coal output was 4.9 MT.", "4900000 t"},
      {"Coal output was 84.2 million tonnes (MT), the target 1,080 MT.", "84200000 t / 1080000000 t"},
      {"India bought 99,150 MT of urea, 2.2 million MT of coal and 3.5 lakh MT of pulses.",
       "99150 t / 2200000 t / 350000 t"},
      {"India paid $400 per MT.", "400 USD/t"},
      {"Thailand sold 850 MT of rice to India.", "850 t"},
      {"They sold 850 MT of rice.", "850 t"},
      {"India let mills ship 6 million tonnes (mt) of sugar, after 11.2 mt and before another 2-3 mt.",
       "6000000 t / 11200000 t / 2000000..3000000 t"},
      {"Peru sold 850 mt of zinc and 348,171.74 mt of lead.", "850 t / 348171.74 t"},
      {"India's quota of 90,856 mt was used up, that of 1,352 mt was not.", "90856 t / 1352 t"},
      {"India's rabi target was 420 lt of rice.", "42000000 t"},
      {"The tank of a Peruvian boat holds 420 lt.", "420 L"},
  };
  CheckFigures(rows);
}

TEST(FigureUnits, AShortFormInParenthesesKeepsTheRate) {
  const FigureRow rows[] = {
      {"Output was 360 million cubic metres (mcm) per day, against 365 mcm.", "360000000 m3/d / 365000000 m3"},
      {"Output was 360 million cubic metres (mcm) in May.", "360000000 m3"},
      {"The quota rose by 38,000bp/d.", "38000 bbl/d up"},
  };
  CheckFigures(rows);
}

TEST(FigureUnits, WorkingDaysAreDays) {
  const FigureRow rows[] = {
      {"The mill closed for 20 working days.", "20 d"},
      {"The mill closed for 20 days.", "20 d"},
  };
  CheckFigures(rows);
}

TEST(FigureUnits, TonsFollowWhatTheTextSpeaksOf) {
  const FigureRow rows[] = {
      {"The yard broke 300 tons.", "300 t"},
      {"Mills shipped 5,000 short tons; another 300 tons waited.", "5000 short_ton / 300 short_ton"},
      {"Mills shipped 5,000 long tons; another 300 tons waited.", "5000 long_ton / 300 long_ton"},
  };
  CheckFigures(rows);
}

TEST(FigureUnits, PoundsAreMoneyOrWeight) {
  const FigureRow rows[] = {
      {"The boxer lost 20 pounds.", "20 lb down"},
      {"The British bank made 20 million pounds.", "20000000 GBP"},
      {"Allowances traded at 52.30 pounds a tonne.", "52.3 GBP/t"},
  };
  CheckFigures(rows);
}

TEST(FigureCurrencies, SignsCodesAndNames) {
  const FigureRow rows[] = {
      {"It raised \u20ac5m in all.", "5000000 EUR up"},
      {"It paid EUR 5m, USD 3bn and CHF 200,000.", "5000000 EUR / 3000000000 USD / 200000 CHF"},
      {"It paid 75 USD million.", "75000000 USD"},
      {"It paid A$1.5bn, C$20, HK$3 and S$500 billion.", "1500000000 AUD / 20 CAD / 3 HKD / 500000000000 SGD"},
      {"It paid 50 million Hong Kong dollars.", "50000000 HKD"},
      {"It paid 500 Trinidad and Tobago dollars.", "500 TTD"},
      {"It paid 40 Albanian lek and 3 million pataca.", "40 ALL / 3000000 MOP"},
      {"It paid Rs 500 crore, or Rs. 2.5 lakh each.", "5000000000 INR / 250000 INR"},
      {"It paid 0.5 BTC and 3 ETH.", "0.5 BTC / 3 ETH"},
      {"It paid \u00a5300 million and 200 yuan.", "300000000 JPY / 200 CNY"},
  };
  CheckFigures(rows);
}

TEST(FigureCurrencies, NamesOfSeveralCountriesFollowTheCountryNamed) {
  const FigureRow rows[] = {
      {"Mexico lent 200 million pesos.", "200000000 MXN"},
      {"Colombia lent 3 trillion pesos.", "3000000000000 COP"},
      {"Turkey plans to spend 15 billion lira.", "15000000000 TRY"},
      {"Norway fined it 20 million crowns.", "20000000 NOK"},
      {"Pakistan spent 4 billion rupees.", "4000000000 PKR"},
      {"KATHMANDU: Power is sold to India. The utility earned Rs 9 billion.", "9000000000 NPR"},
      {"KATHMANDU: Power is sold dearly. Traders in India pay Rs 9.", "9 INR"},
      {"Indian onions are dear, say Indian traders. Pakistan sells too. The price rose to Rs 90.", "90 INR"},
      {"ALGIERS - Cars have become dear since Kuwait left. They cost 2 million dinars.", "2000000 DZD"},
      {"CAIRO - Cement is cheap. A tonne costs 780 pounds.", "780 EGP"},
      {"Cement is cheap. A tonne costs 780 pounds.", "780 GBP"},
      {"The mill in Egypt ground 780 pounds.", "780 lb"},
  };
  CheckFigures(rows);
}

TEST(FigureCurrencies, ABareDollarIsTheCountrysWhereTheTextSetsTheAmericanOneApart) {
  const FigureRow rows[] = {
      {"Australia spent $5 million on roads.", "5000000 USD"},
      {"Australia spent $5 million (US$3.4 million) on roads.", "5000000 AUD / 3400000 USD"},
      {"The Canadian mill lost $4 million. Iron fell to US$90.", "4000000 CAD down / 90 USD"},
      {"New Zealand farmers got $7 a kilo, or US$4.50.", "7 NZD/kg / 4.5 USD"},
      {"New Zealand farmers were paid $7 a kilo. The fees in New Zealand rose to $2 million.",
       "7 NZD/kg / 2000000 NZD"},
      {"New Zealand farmers were paid $7 a kilo. New Zealand sells to the U.S. for $9.", "7 USD/kg / 9 USD"},
      {"New Zealand farmers were paid 70 cents a kilo, or US$0.40.", "70 NZD/100/kg / 0.4 USD"},
      {"Irish farmers were paid 30c a litre.", "30 EUR/100/L"},
      {"Farmers were paid 30c a litre.", "30 USD/100/L"},
      {"New Zealand farmers were paid $7 a kilo. New Zealand sells for A$9.", "7 USD/kg / 9 AUD"},
      {"China sold bonds of $4 billion and US$2 billion.", "4000000000 USD / 2000000000 USD"},
  };
  CheckFigures(rows);
}

TEST(FigureCurrencies, WordsThatLookLikeCodesAreNoMoney) {
  const FigureRow rows[] = {
      {"ALL 50 STATES VOTED", ""},
      {"THE TOP 10 IDEAS", ""},
      {"A $5 million loan was made.", "5000000 USD"},
  };
  CheckFigures(rows);
}

TEST(FigureNouns, ACountCountsTheHeadOfItsPhrase) {
  const FigureRow rows[] = {
      {"The firm sold 12 new vehicles to 600 people in 15 years.", "12 vehicle / 600 person / 15 a"},
      {"It owns 14 coal-fired power plants.", "14 plant"},
      {"Two of the minister's deputies resigned.", "2 deputy"},
      {"Nine of its 40 stores closed.", "9 store / 40 store"},
      {"The premium is 80 sen, on May 2 Sen. Lim said.", "80 MYR/100"},
      {"It needs 600,000 of that to be met through imports.", "600000"},
      {"About 600,000 of it came from farms.", "~600000"},
      {"One of the largest mines closed.", "1 mine"},
      {"A 12 page document came.", "12 page"},
      {"It has 3 men, 4 women and 5 children.", "3 man / 4 woman / 5 child"},
      {"They took another pick or two.", "2 pick"},
      {"5.2 million 60-kg bags left.", "5200000 bag / 60 kg"},
      {"It makes 1.2 million vehicles a year.", "1200000 vehicle/a"},
      {"The four-cylinder engine roared.", "4 cylinder"},
      {"Each one knows that one is enough.", ""},
  };
  CheckFigures(rows);
}

TEST(FigureNouns, AgesAreYears) {
  const FigureRow rows[] = {
      {"He is 45 years old.", "45 year of age"},
      {"Ann Smith, 45, resigned.", "45 year of age"},
      {"Men aged 18 to 34 voted.", "18..34 year of age"},
      {"The retirement age goes up from 62 to 64.", "62 year of age / 64 year of age"},
      {"Life expectancy for women is around 81.", "~81 year of age"},
  };
  CheckFigures(rows);
}

}  // namespace
}  // namespace tallywire::extract
