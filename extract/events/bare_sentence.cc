#include "extract/events/bare_sentence.h"

namespace tallywire::extract {

namespace {

int MeasureNamedIn(const SentenceContext& context, size_t sentence) {
  EventSentence before;
  ReadCells(*context.sources, sentence, CellUse::kRules, before);
  if (before.has_figure) return kAbsent;
  int named = kAbsent;
  for (const EventCell& cell : before.cells) {
    if (cell.kind != kWordCell || cell.measure == kAbsent) continue;
    const MeasureEntry& measure = context.measure(cell.measure);
    if (measure.Is(MeasureTrait::kLimit)) return cell.measure;
    if (named == kAbsent && !measure.weak) named = cell.measure;
  }
  return named;
}

}  // namespace

int MeasureOfBareSentence(const SentenceContext& context) {
  const size_t number = context.sentence->number;
  const DocumentFocus& focus = *context.focus;
  if (number == 0 || (!focus.drafts.empty() && focus.drafts_sentence + 1 == number)) return kAbsent;
  if (context.bare_measure.first != number) context.bare_measure = {number, MeasureNamedIn(context, number - 1)};
  return context.bare_measure.second;
}

}  // namespace tallywire::extract
