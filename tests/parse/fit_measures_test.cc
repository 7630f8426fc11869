// How the tools that fit and measure the article finder compare texts.
#include <gtest/gtest.h>

#include "parse/fit/number_survival.h"
#include "parse/fit/snippets.h"

namespace tallywire::parse::fit {
namespace {

TEST(Snippets, AreComparedWithoutLineBreaksAndCapitals) {
  EXPECT_EQ(Flat("Output \n\n rose\tAGAIN"), "output rose again");
  EXPECT_EQ(Flat("“Über”"), "“Über”");
}

TEST(Snippets, MarksMayBeComparedAsTyped) {
  EXPECT_EQ(FlatTyped("The mill’s “best year” – so far"), "the mill's \"best year\" - so far");
  EXPECT_EQ(FlatTyped("5′ 11″ … €3"), "5' 11\" … €3");
  EXPECT_EQ(FlatTyped("\xE2"), "\xE2");
}

TEST(NumberSurvival, CountsWholeNumbersAsOftenAsTheyStand) {
  const NumberTally tally = CompareNumbers("1,000 t in 2024, 2.5 %", "1,000 t in 2024/25 and 2.5 % in 2024", true);
  EXPECT_EQ(tally.gold, 4);
  EXPECT_EQ(tally.found, 3);
  EXPECT_EQ(tally.both, 3);
}

TEST(NumberSurvival, NumbersOfListsMayBeLeftOut) {
  const NumberTally tally = CompareNumbers("Steel rose 5 %.", "1. Steel rose 5 %.\n2) Zinc", false);
  EXPECT_EQ(tally.gold, 1);
  EXPECT_EQ(tally.both, 1);
}

}  // namespace
}  // namespace tallywire::parse::fit
