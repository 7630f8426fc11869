// What time the verbs in front of a figure speak of.
#pragma once

#include "extract/events/period_scope.h"

namespace tallywire::extract {

// Where what is said of the figure begins: behind the comma in front of its verb, unless the verb follows it at once
// and goes on with what is in front ("are used up, leaving 5 t").
size_t StartOfSaying(const PeriodScope& scope);
// "has raised its rate to 11%": what is so now is none of a period that is over.
bool SpeaksOfNow(const PeriodScope& scope);
// "will cost 5 million", "predicts output of 5 t": nothing that was over before.
bool SpeaksOfFuture(const PeriodScope& scope);
// "came to", "shipped": the verb in front of the figure tells what was.
bool SpeaksOfPast(const PeriodScope& scope);

}  // namespace tallywire::extract
