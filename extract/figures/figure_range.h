// Two numbers that make one figure: "10-12%", "between 5 and 7 million", "$3 to $4 a barrel", "5 ft 2 in", and units
// given once for several.
#pragma once

#include <vector>

#include "extract/figures/figure_candidate.h"

namespace tallywire::extract {

// Joins candidates; those taken into another one, and hyphened numbers that are scores or codes, are marked `dropped`.
void JoinRanges(const FigureContext& context, std::vector<Candidate>& candidates);

}  // namespace tallywire::extract
