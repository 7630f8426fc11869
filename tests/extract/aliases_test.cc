#include "extract/events/aliases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tallywire::extract {
namespace {

const Aliases& BuiltIn() {
  static const Aliases aliases = std::move(Aliases::Load().value());
  return aliases;
}

TEST(Aliases, LeadToTheNameThatEventsCarry) {
  const struct {
    const char* asked;
    const char* want;
  } rows[] = {{"United States", "U.S."},
              {"U.S.", "U.S."},
              {"usa", "U.S."},
              {"european union", "EU"},
              {"Britain", "UK"},
              {"Opec plus", "OPEC+"},
              {"China", "China"},
              {"Chinese", "China"},
              {"Acme Zinc", "Acme Zinc"},
              {"China and more", "China and more"},
              {"", ""}};
  for (const auto& row : rows) EXPECT_EQ(BuiltIn().Subject(row.asked), row.want) << row.asked;
}

TEST(Aliases, OfThings) {
  EXPECT_EQ(BuiltIn().Item("aluminum"), "aluminium");
  EXPECT_EQ(BuiltIn().Item("maize"), "corn");
  EXPECT_EQ(BuiltIn().Item("rare earth"), "rare earths");
  EXPECT_EQ(BuiltIn().Item("China"), "China");
}

TEST(Aliases, OfAThingAreThoseOfItsKindsToo) {
  const std::vector<std::string> steel = BuiltIn().Items("Steel");
  EXPECT_EQ(steel.front(), "steel");
  EXPECT_NE(std::find(steel.begin(), steel.end(), "rebar"), steel.end());
  EXPECT_EQ(std::find(steel.begin(), steel.end(), "iron ore"), steel.end());
  EXPECT_EQ(BuiltIn().Items("hrc"), std::vector<std::string>{"hot-rolled coil"});
  EXPECT_EQ(BuiltIn().Items("Acme widgets"), std::vector<std::string>{"Acme widgets"});
}

}  // namespace
}  // namespace tallywire::extract
