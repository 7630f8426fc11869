// What firms' accounts, share markets, bids and statistics offices tell, as wires write it.
#include <gtest/gtest.h>

#include "tests/extract/event_support.h"

namespace tallywire::extract {
namespace {

TEST(EventAccounts, WhereAFirmSits) {
  Check({
      {"its town and state",
       "Grantham Steel Corp., Gary, Ind., said it will spend $140 million on a caster.",
       {"level spending, Grantham Steel: 140000000 USD, planned"}},
      {"a state in full",
       "Corvane Paper Co. earned $9 million last year. The Dayton, Ohio, maker of boxes had sales of $311 million.",
       {"level profit, Corvane Paper: 9000000 USD in 2023", "level sales, Corvane Paper: 311000000 USD in 2023"}},
      {"a bank's",
       "Alder Bancorp earned $3 million in 2023. The Eugene, Ore., bank holding company has assets of $87 million.",
       {"level profit, Alder Bancorp: 3000000 USD in 2023", "level other (assets), Alder Bancorp: 87000000 USD"}},
      {"its plant's",
       "Corvane Paper Co. will cut output at its Chillicothe, Ohio, mill by 5,000 tons.",
       {"change output, Corvane Paper: down 5000 t, planned"}},
      {"headlines' words end its name",
       "Corvane Data To Cut 1,100 Jobs. Corvane Data Systems Inc. employs 9,400 people.",
       {"change employment, Corvane Data: down 1100 job", "level employment, Corvane Data Systems: 9400 person"}},
  });
}

TEST(EventAccounts, SharesAndDividends) {
  Check({
      {"in trading",
       "Corvane Corp. suspended its quarterly dividend, which had been eight cents a share.\n\nIn Big Board composite "
       "trading yesterday, Corvane fell $1.25 to $9.625.",
       {"level other (dividend), Corvane: 0.08 USD/share",
        "change price of shares, Corvane: down 1.25 USD in 2024-05-16",
        "level price of shares, Corvane: 9.625 USD in 2024-05-16"}},
      {"the stock, in money",
       "Corvane Corp. has stocks of 5,000 tonnes.\n\nIn composite trading yesterday, its stock jumped $2 to $28.",
       {"level stocks, Corvane: 5000 t", "change price of shares, Corvane: up 2 USD in 2024-05-16",
        "level price of shares, Corvane: 28 USD in 2024-05-16"}},
      {"fractions",
       "Corvane Corp. shares rose 5/8 to 34-1/8 dollars yesterday.",
       {"change price of shares, Corvane: up 0.625 USD in 2024-05-16",
        "level price of shares, Corvane: 34.125 USD in 2024-05-16"}},
      {"from so many cents",
       "Corvane Corp. raised its quarterly dividend to 32 cents a share from 28 cents.",
       {"level other (dividend), Corvane: 0.32 USD/share", "level other (dividend), Corvane: 0.28 USD/share"}},
      {"a stake counted in shares",
       "A group led by Feld raised its stake in Corvane Corp. to 1,214,300 shares from 1,058,000 shares.",
       {"level stake: 1214300 share", "level stake: 1058000 share"}},
      {"what is bid for a firm",
       "Grantham Corp. sweetened its bid for Corvane to $29 a share, or $638 million.",
       {"level price (takeover), Grantham: 29 USD/share", "level price (takeover), Grantham: 638000000 USD"}},
      {"a share of a market",
       "Corvane's share of the U.S. minicomputer market has shrunk to 4.5% this year from 6.2% in 2021.",
       {"share market share of minicomputers, Corvane: 4.5 % in 2024",
        "share market share of minicomputers, Corvane: 6.2 % in 2021"}},
  });
}

TEST(EventAccounts, MoneyBesideMoney) {
  Check({
      {"sales in the profit's",
       "Corvane Corp. earned 3.1 million dollars, or 36 cents a share, on revenue of 134 million.",
       {"level profit, Corvane: 3100000 USD", "level profit, Corvane: 0.36 USD/share",
        "level revenue, Corvane: 134000000 USD"}},
      {"both years",
       "Corvane Corp. earned $14.8 million on sales of $212 million, compared with $12.6 million on sales of $197 "
       "million.",
       {"level profit, Corvane: 14800000 USD", "level sales, Corvane: 212000000 USD",
        "level profit, Corvane: 12600000 USD", "level sales, Corvane: 197000000 USD"}},
      {"a change in the level's",
       "Export earnings of Peru were 60.4 million dollars, up 7.2 million.",
       {"level exports, Peru: 60400000 USD", "change exports, Peru: up 7200000 USD"}},
      {"not in the conversion's",
       "Norway's exports were worth 172 billion crowns ($15.7 billion), with cod bringing in 12.1 billion crowns and "
       "the rest 9.4 billion.",
       {"level exports, Norway: 172000000000 NOK", "level exports, Norway: 15700000000 USD",
        "level exports of cod, Norway: 12100000000 NOK", "level exports of cod, Norway: 9400000000 NOK"}},
      {"exports and imports",
       "Sweden's exports were worth $24.6 billion and imports $21.5 billion.",
       {"level exports, Sweden: 24600000000 USD", "level imports, Sweden: 21500000000 USD"}},
      {"what drives imports is none of them",
       "Taiwan's exports climbed 31% to $4.86 billion while imports, spurred by lower duties, jumped 39% to $3.15 "
       "billion.",
       {"change exports, Taiwan: up 31 %", "level exports, Taiwan: 4860000000 USD", "change imports, Taiwan: up 39 %",
        "level imports, Taiwan: 3150000000 USD"}},
  });
}

TEST(EventAccounts, ThePeriodBehindSalesIsTheProfitsToo) {
  Check({
      {"a fiscal year",
       "Corvane Corp. earned $9 million, or 61 cents a share, on sales of $412 million in the fiscal year ended June "
       "30, "
       "2023.",
       {"level profit, Corvane: 9000000 USD in 2022-07/2023-06",
        "level profit, Corvane: 0.61 USD/share in 2022-07/2023-06",
        "level sales, Corvane: 412000000 USD in 2022-07/2023-06"}},
      {"a surplus in money is one of trade",
       "Sweden's exports rose 5% in April. The surplus was 3 billion crowns.",
       {"change exports, Sweden: up 5 % in 2024-04",
        "level trade balance (surplus), Sweden: 3000000000 SEK in 2024-04"}},
      {"holdings by weight are stocks",
       "Copper holdings at the exchange shrank to 128,500 tonnes.",
       {"level stocks of copper: 128500 t"}},
      {"no accounts without money", "Revenue | 4.9", {}},
  });
}

TEST(EventAccounts, WhatOnlyLooksLikeThem) {
  Check({
      {"a list is no seat",
       "The Middle East, Africa, and India imported 30 million tonnes of wheat in 2023.",
       {"level imports of wheat, Middle East: 30000000 t in 2023"}},
      {"a tender is no bid for a firm", "Egypt bid $255 a ton for wheat from Russia.", {}},
      {"people may lose money", "Smith lost $40,000 last year gambling in Las Vegas.", {}},
      {"cars are no dollars",
       "Corvane Corp. earned $2 billion on sales of 400,000 in 2023.",
       {"level profit, Corvane: 2000000000 USD in 2023", "level sales, Corvane: 400000  in 2023"}},
      {"oil is no share",
       "In Asian trading, crude oil rose $2 to $85.",
       {"change price of crude oil: up 2 USD in 2024-05-17", "level price of crude oil: 85 USD in 2024-05-17"}},
      {"a rate may stay elevated",
       "Inflation in Hungary remained elevated at 6% in April.",
       {"level inflation, Hungary: 6 % in 2024-04"}},
      {"missiles are fired", "North Korea said 3 missiles were fired.", {}},
  });
}

TEST(EventAccounts, Economies) {
  Check({
      {"growth",
       "The government of Spain forecasts economic growth of 3.5% this year, after 3.3% in 2023.",
       {"change gdp, Spain: up 3.5 % in 2024, forecast", "change gdp, Spain: up 3.3 % in 2023"}},
      {"growth that slows is told as a level",
       "Spain's economic growth slowed to 2.5% in 2023.",
       {"level gdp, Spain: 2.5 % in 2023"}},
      {"money",
       "Spain's money supply grew 15.9% in 2023.",
       {"change other (money supply) of money supply, Spain: up 15.9 % in 2023"}},
      {"rates",
       "The Bank of Spain cut its overnight call money rate to 17-3/4% from 18%.",
       {"level interest rate, Spain: 17.75 %", "level interest rate, Spain: 18 %"}},
      {"the country of an adjective",
       "Iraq pumped 1.9 million bpd.\n\nNigerian oil ministry officials denied that the country was producing 1.5 "
       "million bpd.",
       {"level output of crude oil, Iraq: 1900000 bbl/d", "level output of crude oil, Nigeria: 1500000 bbl/d, denied"}},
      {"its adjective quota",
       "The Dominican Republic may lose $38 million because of the cut in its U.S. sugar quota.\n\nA director told "
       "reporters that the country may ship only 160,160 tons.\n\nU.S. sugar buyers pay more.",
       {"level quota (export) of sugar, Dominican Republic: 160160 t"}},
      {"crowns at home",
       "Sweden had a trade surplus of 3.1 billion crowns in April.\n\nExports to Norway dropped 9%.\n\nThe central "
       "bank has reserves of 48.6 billion crowns.",
       {"level trade balance (surplus), Sweden: 3100000000 SEK in 2024-04",
        "change exports, Sweden > Norway: down 9 % in 2024-04", "level reserves, Sweden: 48600000000 SEK"}},
  });
}

// The thing behind the preposition has no measure of its own to ask of; it had been read from outside the list of them.
TEST(EventAccounts, EarnedWithAThing) {
  Check({{"behind its preposition",
          "Daily earnings for capesize ships dropped $313 to $15,344.",
          {"change profit of capesize: down 313 USD", "level profit of capesize: 15344 USD"}}});
}

}  // namespace
}  // namespace tallywire::extract
