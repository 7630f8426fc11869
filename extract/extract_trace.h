// How an extraction came about, for explanations and for trying out rules.
#pragma once

#include <memory>
#include <vector>

#include "extract/arbitration.h"
#include "extract/dates/date_finder.h"
#include "extract/events/event_trace.h"
#include "extract/figures/figure_finder.h"
#include "extract/text/reading.h"
#include "extract/text/statements.h"

namespace tallywire::extract {

struct TextTrace {
  std::unique_ptr<const Statements> statements;  // what was read in place of the text, where that has lists or tables
  Reading reading;
  std::vector<FigureSpan> figures;
  std::vector<DateSpan> dates;
  std::vector<Overruled> overruled;
  EventTrace events;
};

// Points into the document's texts and the rules; both must outlive it.
struct ExtractTrace {
  TextTrace title;
  TextTrace body;
};

}  // namespace tallywire::extract
