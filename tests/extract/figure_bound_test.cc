// Bounds, signs and directions.
#include <gtest/gtest.h>

#include "tests/extract/figure_support.h"

namespace tallywire::extract {
namespace {

TEST(FigureBounds, WordsInFront) {
  const FigureRow rows[] = {
      {"At least 10% was lost.", ">=10 %"},
      {"A minimum of 15 votes is needed.", ">=15 vote"},
      {"Not less than 12 GWh was stored.", ">=12 GWh"},
      {"More than 300 ewes and over 2,000 lambs.", ">300 ewe / >2000 lamb"},
      {"Upwards of 700 goats were sold.", ">700 goat"},
      {"North of $40 million was paid.", ">40000000 USD"},
      {"In excess of 300 km of pipe was laid.", ">300 km"},
      {"Well over 50,000 seats were sold.", ">50000 seat"},
      {"Up to 40 lorries and as many as 60 tractors came.", "<=40 lorry / <=60 tractor"},
      {"No more than 15 ships may dock.", "<=15 ship"},
      {"Just under 900 MW was idle.", "<900 MW"},
      {"Fewer than 90 farms remain.", "<90 farm"},
      {"Nearly 400 tonnes, some 300 people, about 4%.", "~400 t / ~300 person / ~4 %"},
      {"A sub-500 euro phone.", "<500 EUR"},
      {"It has one sub-500 euro phone.", "<500 EUR"},
      // Over a span of time "over" means during it.
      {"Prices doubled over three years.", "2 times up / 3 a"},
  };
  CheckFigures(rows);
}

TEST(FigureBounds, WordsBehind) {
  const FigureRow rows[] = {
      {"Five tons or more were lost.", ">=5 t"},
      {"30 or more dealers joined.", ">=30 dealer"},
      {"Some 200-odd members left.", "~200 member"},
      {"40+ countries signed.", ">=40 country"},
      {"76 lynx cats and up to 110 wolves were shot.", "76 cat / <=110 wolf"},
      {"It holds 40 tonnes at most.", "<=40 t"},
      {"It takes 20 minutes or so.", "~20 min"},
  };
  CheckFigures(rows);
}

TEST(FigureBounds, BelongToTheSpan) {
  const FigureRow rows[] = {
      {"At least 10% was lost.", "At least 10%"},
      {"It paid some $6 million for 132,000 tons or more.", "some $6 million / 132,000 tons or more"},
      {"30 or more dealers joined.", "30 or more dealers"},
      {"It has one sub-500 euro phone.", "sub-500 euro"},
  };
  for (const FigureRow& row : rows) EXPECT_EQ(FigureWordsOf(row.text), row.want) << row.text;
}

TEST(FigureDirections, VerbsNounsAndAdverbs) {
  const FigureRow rows[] = {
      {"Exports fell 2.1%.", "2.1 % down"},
      {"A 4.2 percent drop followed.", "4.2 % down"},
      {"The index was down 11 points.", "11 point down"},
      {"Shipments climbed 6 percent.", "6 % up"},
      {"Stocks shed 3.4%.", "3.4 % down"},
      {"The firm slashed 1,200 jobs.", "1200 job down"},
      {"Wages are up 4% and prices down 3%.", "4 % up / 3 % down"},
      {"Shares ended 3 percent lower.", "3 % down"},
      {"Output grew by a further 9%.", "9 % up"},
      {"They hiked fees by 12 percent.", "12 % up"},
      {"It lost 190 points, or 0.6%.", "190 point down / 0.6 % down"},
      {"They cut imports of tea by 5 percent.", "5 % down"},
      {"The bank raised rates by 25 basis points.", "25 bp up"},
      {"A cut was sought by 30 ministers.", "30 minister"},
      {"They plan to add 40 jobs and 3 percent.", "40 job up / 3 %"},
      {"Now add two eggs.", "2 egg"},
      // A level has none.
      {"Inflation slowed to 2%.", "2 %"},
      {"The quota is 5,000 tonnes.", "5000 t"},
  };
  CheckFigures(rows);
}

TEST(FigureSigns, AWrittenSignStays) {
  const FigureRow rows[] = {
      {"Growth was -1.4%.", "-1.4 % down"},
      {"It was minus 5 degrees Celsius.", "-5 degC"},
      {"A swing of +0.3% came.", "0.3 % up"},
  };
  CheckFigures(rows);
}

TEST(FigureBounds, WhatAFigureIsComparedWithHasNone) {
  const FigureRow rows[] = {
      {"The crop is 2 percent higher than 358 tonnes.", "2 % up / 358 t"},
      {"The crop is 20 tonnes below 358 tonnes.", "20 t / 358 t"},
      {"The crop is higher than 358 tonnes.", ">358 t"},
      {"The port loaded 46,000 more than 12 months earlier.", "46000 / 12 mo"},
      {"The crop rose 2 percent, to more than 358 tonnes.", "2 % up / >358 t"},
  };
  CheckFigures(rows);
}

TEST(FigureBounds, AVerbKeepsItsLastWord) {
  const FigureRow rows[] = {
      {"The plans added up to 379 tonnes.", "379 t"},
      {"The mine can add up to 379 tonnes.", "<=379 t up"},
      {"The mine dug up to 379 tonnes.", "<=379 t"},
  };
  CheckFigures(rows);
}

}  // namespace
}  // namespace tallywire::extract
