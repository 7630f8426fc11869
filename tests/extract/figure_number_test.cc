// Numbers: digits and words, groupings, fractions, scales, ranges.
#include <gtest/gtest.h>

#include "tests/extract/figure_support.h"

namespace tallywire::extract {
namespace {

TEST(FigureNumbers, DigitsWithAnyGroupingAreOneNumber) {
  const FigureRow rows[] = {
      {"The mill ground 1,234.5 tonnes.", "1234.5 t"},
      {"The mill ground 12,345,678 tonnes.", "12345678 t"},
      {"The limit was cut to 2 167 tons, where it was 2 426 tons last year.", "2167 t / 2426 t"},
      {"The mill ground 816 000 t of ore.", "816000 t"},
      {"The mill ground 1 234 567 tonnes.", "1234567 t"},
      {"The mill ground 1 234,5 tonnes.", "1234.5 t"},
      {"The mill ground 1.234,5 tonnes.", "1234.5 t"},
      {"The mill ground 2\u2009450\u2009000 tonnes.", "2450000 t"},
      {"The mill ground 45\u00a0300 tonnes.", "45300 t"},
      {"The mill ground 7\u202f210 tonnes.", "7210 t"},
      {"The state owes 12,34,567 rupees to India.", "1234567 INR"},
      {"It moved .5 percent.", "0.5 %"},
      {"It weighs 1.234 kg.", "1.234 kg"},
  };
  CheckFigures(rows);
}

TEST(FigureNumbers, ATextThatGroupsBySpacesDoesSoThroughout) {
  const FigureRow rows[] = {
      {"The plant can make 1 050 MW. Demand is 1 850MW.", "1050 MW / 1850 MW"},
      {"Wheat costs R5 360 per tonne, maize US$4 120.", "5360 ZAR/t / 4120 USD"},
      {"It has 12 450 000 tonnes, and 3 125 tonnes here.", "12450000 t / 3125 t"},
      {"The limit is 154 000 tonnes of hake and 8 550 tonnes of monk.", "154000 t / 8550 t"},
      {"The limit is 154 000 tonnes of hake, 1,540 tonnes of sole and, in table 8, 550 tonnes.",
       "154000 t / 1540 t / 550 t"},
      {"Demand in 2024 was 850 MW.", "850 MW"},
  };
  CheckFigures(rows);
}

TEST(FigureNumbers, WiresWriteFractionsBehindHyphens) {
  const FigureRow rows[] = {
      {"The rate fell to 17-3/4 pct from 18.", "17.75 % / 18 %"},
      {"The shares rose 5/8 to 34-1/8 dollars.", "0.625 USD up / 34.125 USD"},
      {"The rate fell 1/2 to 6-1/2 pct.", "0.5 down / 6.5 %"},
      {"It was 7-1/8 - 7-1/4 pct.", "7.125..7.25 %"},
      {"It fell to 9.6-9.8 mln tonnes from 10.0-10.3 mln.", "9600000..9800000 t / 10000000..10300000 t"},
      {"Of 1,000-1,200 it took 900.", "1000..1200 / 900"},
      {"It reached 4.168m MT.", "4168000 t"},
      {"Stocks were 3.6 million against 4.1 million twelve months before.", "3600000 / 4100000 / 12 mo"},
      {"The spread was $15.80/b.", "15.8 USD/bbl"},
      {"The rate rose 1/4 to 1/2 percent.", "0.25..0.5 % up"},
  };
  CheckFigures(rows);
}

TEST(FigureNumbers, MilIsAThousandWhereTheLanguageSaysSo) {
  const FigureRow spanish[] = {
      {"Se exportaron 15 mil toneladas.", "15000 t"},
      {"Fueron 3,5 mil millones de euros.", "3500000000 EUR"},
      {"Fueron 2 millones de toneladas.", "2000000 t"},
  };
  CheckFigures(spanish, "es");
  const FigureRow portuguese[] = {{"Foram exportadas 1,5 mil toneladas.", "1500 t"}};
  CheckFigures(portuguese, "pt-BR");
  const FigureRow english[] = {{"It sold for $15 mil on Monday.", "15000000 USD"}};
  CheckFigures(english, "en");
}

TEST(FigureNumbers, TheLanguageSaysWhichMarkIsTheDecimalOne) {
  const FigureRow english[] = {
      {"Es waren 1.234 kg.", "1.234 kg"},
      {"Es waren 1,234 kg.", "1234 kg"},
  };
  CheckFigures(english, "en-GB");
  const FigureRow german[] = {
      {"Es waren 1.234 kg.", "1234 kg"},
      {"Es waren 1,234 kg.", "1.234 kg"},
      {"Es waren 3,5 Mrd. Euro.", "3500000000 EUR"},
      {"Es waren 12.345.678 Tonnen.", "12345678 t"},
  };
  CheckFigures(german, "de");
  const FigureRow french[] = {
      {"Une production de 1\u202f234,5 tonnes", "1234.5 t"},
      {"Une production de 2,5 millions de tonnes", "2500000 t"},
  };
  CheckFigures(french, "fr-CA");
}

TEST(FigureNumbers, WordsAndMixturesAreNumbers) {
  const FigureRow rows[] = {
      {"Twenty-one ships waited.", "21 ship"},
      {"Two hundred and five cows died.", "205 cow"},
      {"Three thousand four hundred and twelve tonnes went west.", "3412 t"},
      {"A dozen lorries burned.", "12 lorry"},
      {"Half a million litres leaked.", "500000 L"},
      {"A quarter of a million litres leaked.", "250000 L"},
      {"Exports were 1.2 mln tonnes and 3.5bn litres.", "1200000 t / 3500000000 L"},
      {"Two and a half million bushels rotted.", "2500000 bu"},
      {"The state will spend 2 lakh crore rupees on Indian roads.", "2000000000000 INR"},
      {"Exports, at 5.2m t, were 0.3m t below the plan.", "5200000 t / 300000 t"},
      {"A wall of 12m a side, 2m x 3m, a run of 100m.", "12 m / 2 m / 3 m / 100 m"},
      {"They sold 2m lb of tea and 3m litres of milk.", "2000000 lb / 3000000 L"},
      {"Hundreds of people and tens of thousands of cars queued.", "100..1000 person / 10000..100000 car"},
  };
  CheckFigures(rows);
}

TEST(FigureNumbers, FractionsAndPartsOfAWhole) {
  const FigureRow rows[] = {
      {"Some two-thirds of voters stayed home.", "~0.666666666667"},
      {"A quarter of the crop was lost.", "0.25"},
      {"It costs 1 1/2 cents.", "1.5 USD/100"},
      {"A jug holds 2\u00bd litres.", "2.5 L"},
      {"Rates rose a quarter of a percentage point.", "0.25 pp up"},
      {"It took half an hour.", "0.5 h"},
      {"One in five farms closed.", "0.2"},
      {"Nine out of ten drivers agreed.", "0.9"},
      // Periods, places and scores are no parts.
      {"Profit fell in the third quarter.", ""},
      {"Sales were low, a drop of a fifth.", "0.2"},
      {"The price of a third ticket rose.", ""},
      {"The second half began.", ""},
      {"He won two in 2019.", "2"},
      {"It rained 4 in 10 days.", "4 / 10 d"},
  };
  CheckFigures(rows);
}

TEST(FigureNumbers, MultiplesAreTheirOwnUnit) {
  const FigureRow rows[] = {
      {"Output doubled.", "2 times up"},
      {"Profit halved.", "0.5 times down"},
      {"The herd may shrink by as much as a tenth.", "<=0.1 down"},
      {"A three-fold rise followed.", "3 times up"},
      {"It sells at 15 times earnings, or 2.5x sales.", "15 times / 2.5 times"},
      {"The 4x4 drove off.", ""},
  };
  CheckFigures(rows);
}

TEST(FigureRanges, TwoNumbersMakeOneRange) {
  const FigureRow rows[] = {
      {"Growth of 10-12% is likely.", "10..12 %"},
      {"Growth of 3.25%-3.5% is likely.", "3.25..3.5 %"},
      {"Between 5 and 7 million people moved.", "5000000..7000000 person"},
      {"It sells at $3 to $4 a barrel.", "3..4 USD/bbl"},
      {"It sells at $3.49-$3.79 a gallon.", "3.49..3.79 USD/gal"},
      {"The mill takes from 15,000 to 18,000 tonnes.", "15000..18000 t"},
      {"It sells at $2-3 per 50-kilo bag.", "2..3 USD/bag"},
      {"It will cost $1.5 to 2 billion.", "1500000000..2000000000 USD"},
      {"It will cost \u00a32-3 million.", "2000000..3000000 GBP"},
      {"It will cost from $20 to $25 million.", "20000000..25000000 USD"},
      {"It needs 200 MW to 250 MW.", "200..250 MW"},
      {"It fell on Nov. 20 to $8,400 a tonne.", "8400 USD/t"},  // a day, and a level
      {"A 5-to-6 percent rise is due.", "5..6 % up"},
      {"Prices rose by between 5 and 7 percent.", "5..7 % up"},
      {"The quota goes from 6,000 tonnes to 7,000 tonnes.", "6000 t / 7000 t"},
      // Alternatives are no range, but share what they count.
      {"Three or four ships sank.", "3 ship / 4 ship"},
      {"It costs 8 or $9.", "8 USD / 9 USD"},
  };
  CheckFigures(rows);
}

TEST(FigureRanges, ScalesAndUnitsGivenOnceServeAll) {
  const FigureRow rows[] = {
      {"Crews shipped 3 to 4 million tonnes.", "3000000..4000000 t"},
      {"They sold 3, 4 and 5 million barrels.", "3000000 bbl / 4000000 bbl / 5000000 bbl"},
      {"Copper and zinc output were 5,000 and 7,000 tonnes.", "5000 t / 7000 t"},
      {"Output reached 20,000 tonnes in May from 18,000 in April.", "20000 t / 18000 t"},
      {"Sales rose to 12 from 10 per cent.", "12 % / 10 %"},
      {"The quota is 25,000 tonnes (28,000 a year ago).", "25000 t / 28000 t"},
      {"Ayr rose 8% to 99.2 yuan and Bute fell 7% to 47.6.", "8 % up / 99.2 CNY / 7 % down / 47.6 CNY"},
      {"It had 22 fires, compared with an average of 20 per week.", "22 fire / 20 fire/wk"},
      {"A mill of 900 hands made 1.2 million tonnes.", "900 hand / 1200000 t"},
      {"Some 900 left and 1.2 million tonnes burned.", "~900 / 1200000 t"},
  };
  CheckFigures(rows);
}

TEST(FigureRanges, ScalesAndUnitsGivenTwiceWithAHyphenServeBoth) {
  const FigureRow rows[] = {
      {"The miner will ship 71 million-74 million tons of ore.", "71000000..74000000 t"},
      {"It sold 1.2 billion-1.4 billion cubic feet of gas.", "1200000000..1400000000 ft3"},
      {"Sales will be $71 million-74 million this year.", "71000000..74000000 USD"},
      {"The miner will ship 71m-74.5m tonnes of ore.", "71000000..74500000 t"},
  };
  CheckFigures(rows);
}

TEST(FigureRanges, AUnitIsSharedByWhatItCounts) {
  const FigureRow rows[] = {
      {"The staff fell by 300 jobs to 194,000.", "300 job down / 194000 job"},
      {"Vacancies at mills with 300 workers came to 194,000.", "300 worker / 194000"},
  };
  CheckFigures(rows);
}

TEST(FigureRanges, APartHasTheUnitOfItsWhole) {
  const FigureRow rows[] = {
      {"It mined 218 million of the 271 million tonnes.", "218000000 t / 271000000 t"},
      {"It mined 218 of its 271 million tonnes.", "218000000 t / 271000000 t"},
      {"It shot 248 of the 315 animals.", "248 animal / 315 animal"},
  };
  CheckFigures(rows);
}

TEST(FigureRanges, AChangeFromOneLevelToAnotherIsTwoFigures) {
  const FigureRow rows[] = {
      {"Output rose from 3 to 5 million tonnes.", "3000000 t / 5000000 t"},
      {"Revenue fell from $24.2 to $21 billion.", "24200000000 USD / 21000000000 USD"},
      {"The board cut its quota from 15,000 to 12,500 t.", "15000 t / 12500 t"},
      {"Tea fell 2 cents to 40 cents.", "2 USD/100 down / 40 USD/100"},
      {"Places will rise by 1,250 to 20,750.", "1250 up / 20750"},
      {"It brought capacity down by 100-150 million tonnes.", "100000000..150000000 t down"},
  };
  CheckFigures(rows);
}

TEST(FigureRanges, WhatWasAndWhatIs) {
  const FigureRow rows[] = {
      {"They raised output from last year's 1.6 million tonnes to 2 million tonnes.", "1600000 t / 2000000 t"},
      {"Sales fell from the 5 to 7 tonnes it expected.", "5..7 t"},
  };
  CheckFigures(rows);
}

TEST(FigureRanges, CompoundsAreOneValue) {
  const FigureRow rows[] = {
      {"The gate is 5 ft 2 in wide.", "5.16666666667 ft"},
      {"He paid 3 dollars 50 cents.", "3.5 USD"},
      {"Supply of 1.2 million bpd was cut.", "1200000 bbl/d"},
      {"A 400,000-barrel-a-day cut and a two-million-tonne quota.", "400000 bbl/d down / 2000000 t"},
  };
  CheckFigures(rows);
}

}  // namespace
}  // namespace tallywire::extract
