// Finds the numbers of a text, one by one, each with its unit or the noun it counts; leaves out those that are names,
// clock times, list markers and the like.
#pragma once

#include <vector>

#include "extract/figures/figure_candidate.h"

namespace tallywire::extract {

// In order of the text, not overlapping.
std::vector<Candidate> ScanFigures(const FigureContext& context);

}  // namespace tallywire::extract
