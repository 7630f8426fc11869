#include "extract/figures/unit_base.h"

#include <gtest/gtest.h>

#include "tests/extract/figure_support.h"

namespace tallywire::extract {
namespace {

struct Row {
  const char* unit;
  const char* base;
  double factor;
};

TEST(UnitBase, UnitsTurnIntoTheBaseOfTheirDimension) {
  const auto units = BaseUnits::Load();
  ASSERT_TRUE(units);
  const Row rows[] = {
      {"t", "kg", 1000},
      {"kt", "kg", 1e6},
      {"kg", "kg", 1},
      {"lb", "kg", 0.45359237},
      {"kb/d", "m3/s", 1000 * 1.84013072833333e-6},
      {"MWh", "J", 3.6e9},
      {"ha", "m2", 10000},
      {"bp", "pp", 0.01},
      {"%", "%", 1},
      {"USD", "USD", 1},
      {"USD/100", "USD", 0.01},
      {"USD/t", "USD/kg", 0.001},
      {"USD/100/share", "USD/share", 0.01},
      {"kg/ha", "kg/m2", 0.0001},
      // What is counted is its own base, and so is what nobody knows.
      {"vehicle", "vehicle", 1},
      {"goat", "goat", 1},
      {"goat/share", "goat/share", 1},
      {"", "", 1},
      {"/", "/", 1},
      {"goat//ewe", "goat//ewe", 1},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.unit);
    EXPECT_EQ(units->Of(row.unit).unit, row.base);
    EXPECT_DOUBLE_EQ(units->Of(row.unit).factor, row.factor);
  }
}

TEST(UnitBase, FiguresCarryTheirBaseValue) {
  const auto first = [](const char* text) { return ExtractText(text).figures.front(); };
  const Figure tons = first("The yard broke 132,000 tons.");
  const Figure kilotons = first("The yard broke 132 kt.");
  EXPECT_EQ(tons.value_si, 132e6);
  EXPECT_EQ(kilotons.value_si, 132e6);
  EXPECT_EQ(tons.unit_si, "kg");
  EXPECT_EQ(kilotons.unit_si, "kg");
  const Figure range = first("It costs 10 to 12 cents.");
  EXPECT_EQ(range.value_si, 0.1);
  EXPECT_EQ(range.value_high_si, 0.12);
  EXPECT_EQ(first("It had 5 left.").unit_si, "");
}

TEST(UnitBase, AChangeOfTemperatureHasNoOffset) {
  const auto first = [](const char* text) { return ExtractText(text).figures.front(); };
  EXPECT_DOUBLE_EQ(first("It is 20 degrees Celsius.").value_si, 293.15);
  EXPECT_DOUBLE_EQ(first("It rose by 2 degrees Celsius.").value_si, 2);
}

}  // namespace
}  // namespace tallywire::extract
