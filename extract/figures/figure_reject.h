// Numbers that are no figures: parts of names, clock times, list markers, versions, years.
#pragma once

#include "extract/figures/figure_candidate.h"

namespace tallywire::extract {

// A part of a code or a compound word: "F-16", "G7", "#4", "2021/22", "007".
bool IsCode(const FigureContext& context, const Number& number);
// A time of the day: "2 p.m.", "11:30".
bool IsClock(const FigureContext& context, const Number& number);
// With unit and noun known: list markers, numbered names, addresses. `behind_figure`: another figure ends where this
// one begins.
bool IsNoFigure(const FigureContext& context, const Candidate& candidate, bool behind_figure);
// A bare number that is a year by its looks; asked once ranges are joined.
bool IsYear(const FigureContext& context, const Candidate& candidate);
// The end of a whole name such as "S&P 500" that covers token `at`; `at` where there is none.
uint32_t EndOfName(const FigureContext& context, uint32_t at);

}  // namespace tallywire::extract
