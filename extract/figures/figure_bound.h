// Bounds and directions of figures: "at least 10%", "10% or more", "fell 2.1%", "a 4.2 percent drop".
#pragma once

#include <vector>

#include "extract/figures/figure_candidate.h"

namespace tallywire::extract {

// Sets bound, bound_first, bound_last and direction of every candidate (ranges joined already).
void BindFigures(const FigureContext& context, std::vector<Candidate>& candidates);

}  // namespace tallywire::extract
