// Numbers that are no figures: parts of names, clock times, list markers, versions, years.
#pragma once

#include "extract/figure_candidate.h"

namespace tallywire::extract {

// By what stands around the bare number, before its unit is looked for.
bool IsPartOfName(const FigureContext& context, const Number& number);
bool IsClockOrCode(const FigureContext& context, const Number& number);
// With unit and noun known: list markers, years, numbered names.
bool IsNoFigure(const FigureContext& context, const Candidate& candidate);
// The end of a whole name such as "S&P 500" that covers token `at`; `at` where there is none.
uint32_t EndOfName(const FigureContext& context, uint32_t at);

}  // namespace tallywire::extract
