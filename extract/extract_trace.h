// How an extraction came about, for explanations and for trying out rules.
#pragma once

#include <vector>

#include "extract/arbitration.h"
#include "extract/date_finder.h"
#include "extract/event_trace.h"
#include "extract/figure_finder.h"
#include "extract/reading.h"

namespace tallywire::extract {

struct TextTrace {
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
