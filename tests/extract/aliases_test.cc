#include "extract/events/aliases.h"

#include <gtest/gtest.h>

#include <utility>

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
              {"Britain", "United Kingdom"},
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

}  // namespace
}  // namespace tallywire::extract
