// Units as values: what a unit is in base units.
#pragma once

#include <string>

namespace tallywire {

// One of a unit is `factor` of its base unit `unit`, counted from `offset`: base = value * factor + offset.
struct BaseUnit {
  std::string unit;
  double factor = 1;
  double offset = 0;
};

}  // namespace tallywire
