// Telephone numbers: groups of digits that are no figures.
//
//   +44 20 7946 0958   (202) 555-0143   0800 123 4567   tel: 555 0143   +49 (0)30 12345678
#pragma once

#include <cstdint>

#include "extract/figures/figure_candidate.h"

namespace tallywire::extract {

// The token behind the telephone number whose first digits are token `at`; `at` itself where none begins there.
uint32_t EndOfPhone(const FigureContext& context, uint32_t at);

}  // namespace tallywire::extract
