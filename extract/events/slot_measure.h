// The noun phrase around a measure, and what it says: "China's 2019 rare earths mining quota", "exports of tin to
// Japan".
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extract/events/event_cells.h"

namespace tallywire::extract {

struct MeasurePhrase {
  size_t head = 0;   // the measure's cell
  size_t first = 0;  // cells [first, last) of the phrase with what modifies it
  size_t last = 0;
  int measure = kAbsent;
  int item = kAbsent;  // cells, not entries, here and below
  int subject = kAbsent;
  int counterparty = kAbsent;
  int activity = kAbsent;  // a cell of an activity or of another measure
  int period = kAbsent;
  int other_date = kAbsent;   // one behind the phrase's prepositions
  int description = kAbsent;  // "the bloc" behind the head: "unemployment in the bloc"
  bool pronoun = false;       // "its", "the country's": the subject stands elsewhere
};

// The phrase whose head is the measure at `cell`. A measure directly behind another one is its head ("export revenue").
MeasurePhrase ReadMeasurePhrase(const EventVocabulary& vocabulary, const DocumentNames& names,
                                std::span<const EventCell> cells, size_t cell);

// The last of a row of measures standing side by side from `cell` on.
size_t HeadOf(std::span<const EventCell> cells, size_t cell);

}  // namespace tallywire::extract
