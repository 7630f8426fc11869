// Numbers as people read them.
#pragma once

#include <string>

#include "model/event.h"

namespace tallywire::cli {

// 132000 -> "132,000"; 0.18 -> "0.18"; 1/3 -> "0.3333".
std::string GroupedNumber(double value);

// "up >= 10%", "132,000 t", "10-12%"
std::string FigureText(const Event& event);

}  // namespace tallywire::cli
