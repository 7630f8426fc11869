// Units given once for several numbers: "to 11,122 from 10,533 units", "435 homes by open sale and 187 by tender".
#pragma once

#include <vector>

#include "extract/figures/figure_candidate.h"

namespace tallywire::extract {

// Gives bare candidates the unit or noun of a neighbour that the rules' linking words tie them to.
void ShareUnits(const FigureContext& context, std::vector<Candidate>& candidates);

}  // namespace tallywire::extract
