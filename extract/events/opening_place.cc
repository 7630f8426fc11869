#include "extract/events/opening_place.h"

#include "extract/events/subject_candidate.h"

namespace tallywire::extract {

int OpeningPlace(const SentenceContext& context) {
  const auto cells = context.cells();
  size_t at = context.sentence->dateline;
  if (at >= cells.size() || !context.vocabulary->within.contains(context.text(cells[at]))) return kAbsent;
  ++at;
  if (at < cells.size() && cells[at].Is(WordRole::kArticle)) ++at;
  if (at < cells.size() && context.vocabulary->neighbouring.contains(context.text(cells[at]))) ++at;
  if (at + 1 >= cells.size() || cells[at].subject == kAbsent || cells[at].adjective || cells[at].possessive)
    return kAbsent;
  // "In Ghana, output rose", "Across the EU the fines came to 5 million"
  const bool ends = cells[at + 1].kind == kCommaCell || cells[at + 1].Is(WordRole::kArticle);
  const bool place = IsPlace(context.names->KindOf(cells[at].subject)) && ends;
  return place ? static_cast<int>(at) : kAbsent;
}

int PlaceLabel(const SentenceContext& context) {
  const auto cells = context.cells();
  if (context.sentence->dateline != 1 || cells[0].subject == kAbsent || cells[0].adjective) return kAbsent;
  if (context.text(cells[1]) != ":" || !IsPlace(context.names->KindOf(cells[0].subject))) return kAbsent;
  return 0;
}

}  // namespace tallywire::extract
