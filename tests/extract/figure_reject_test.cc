// Numbers that are no figures.
#include <gtest/gtest.h>

#include "tests/extract/figure_support.h"

namespace tallywire::extract {
namespace {

TEST(NoFigures, NamesAndCodes) {
  const FigureRow rows[] = {
      {"The S&P 500 fell 12 points.", "12 point down"},
      {"Boeing 737 jets were grounded.", ""},
      {"Flight 370 vanished.", ""},
      {"Section 12 bans it, and Articles 7 and 9 do.", ""},
      {"G7 leaders saw the F-16 fly.", ""},
      {"Covid-19 closed the mine.", ""},
      {"He works on the 787 Dreamliner.", ""},
      {"It is agent 007.", ""},
      {"Lot #4 was sold, then No. 5.", ""},
      {"The 5G mast and the 3D film.", ""},
      {"Category 4B sheet got 5 tonnes.", "5 t"},
  };
  CheckFigures(rows);
}

TEST(NoFigures, ListMarkersRanksAndVersions) {
  const FigureRow rows[] = {
      {"1. Cut costs\n2. Sell land", ""},   {"They want (1) cheaper fuel and (2) better roads.", ""},
      {"He came 3rd, she 22nd.", ""},       {"Version 2.4.1 is out.", ""},
      {"The server is 10.0.0.12 now.", ""},
  };
  CheckFigures(rows);
}

TEST(NoFigures, ScoresPhonesAddressesAndClockTimes) {
  const FigureRow rows[] = {
      {"Leeds won 3-1.", ""},
      {"Call 555-0199 or 1-800-555-0142.", ""},
      {"She lives at 358 Maple Road.", ""},
      {"The bell rang at 11:30 and at 9 a.m.", ""},
      {"See https://example.org/a/12345 for 5 tips.", "5 tip"},
      {"The split was 60/40.", ""},
  };
  CheckFigures(rows);
}

TEST(NoFigures, TelephoneNumbers) {
  const FigureRow rows[] = {
      {"Ring +44 20 7946 0958 or (202) 555-0143.", ""},
      {"Ring +1 202 555 0143, +49 (0)30 5550143 or +358401234567.", ""},
      {"Phone: 0800 555 4567, fax 020 7946 0958, tel: 555 0143", ""},
      {"Dial 01632 960 001 or (020) 7946 0958.", ""},
      {"Call 5 people.", "5 person"},
      {"It sold +15 000 000 tonnes.", "15000000 t up"},
      {"They call 1 500 000 voters.", "1500000 voter"},
      {"Sales (150) 500-600 t.", "150 / 500..600 t"},
  };
  CheckFigures(rows);
}

TEST(NoFigures, PartsOfBuildingsAndBooks) {
  const FigureRow rows[] = {
      {"See page 12, pp. 3-7, p. 9 and pages 4 to 6.", ""},
      {"She waited in room 214 for flight 447 at gate 12.", ""},
      {"The No. 3 reactor and the No 4 unit stood still.", ""},
      {"It came with version 2.1 in section 12.3.", ""},
      {"At the unit 40 workers left.", "40 worker"},
      {"In stage 2 it takes 3 t.", "3 t"},
      {"PO Box 1234", ""},
  };
  CheckFigures(rows);
}

TEST(NoFigures, DatesAndDecades) {
  const FigureRow rows[] = {
      {"The catch is 615,000 tonnes a year from 2024 to 2026.", "615000 t/a"},
      {"The catch fell from 2,024 to 2,026 tonnes.", "2024 t / 2026 t"},
      {"In 2019 output rose.", ""},
      {"The 2026-2027 cobalt quotas are 5 tonnes.", "5 t"},
      {"It has 2,026-2,027 workers, about 1990-2000 of them miners.", "2026..2027 worker / ~1990..2000 miner"},
      {"It opened on 4 May 2018.", ""},
      {"The 1990s were lean.", ""},
      {"He is in his 40s.", ""},
      {"A delay of 40s is long.", "40 s"},
  };
  CheckFigures(rows);
}

TEST(FigureReject, RefrigerantsAreNoMoney) {
  const FigureRow rows[] = {
      {"R410A cost 14 euros and R134a rose.", "14 EUR"},
      {"A quota of 47 tonnes of R32.", "47 t"},
      {"Revenue was R32 billion.", "32000000000 ZAR"},
      {"Milk is R11 a litre.", "11 ZAR/L"},
  };
  CheckFigures(rows);
}

}  // namespace
}  // namespace tallywire::extract
