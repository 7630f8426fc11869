#include "extract/events/captured_measure.h"

#include <algorithm>

#include "extract/events/measure_slot.h"

namespace tallywire::extract {
namespace {

// "by 60% from July and charge a duty": behind a date and a conjunction something new begins.
bool IsOfNextClause(const MeasureFit& fit, size_t measure) {
  const EventDraft& draft = fit.draft();
  const auto cells = fit.context().cells();
  bool dated = false;
  for (size_t at = draft.cell + 1; at < measure; ++at) {
    if (dated && cells[at].Is(WordRole::kConjunction)) return true;
    dated = dated || cells[at].kind == kDateCell;
  }
  return false;
}

// "Within the quota the duty is 10%": what opens the clause with a preposition is not what the figure measures, where
// another noun phrase with a measure follows at once.
bool StandsAside(const MeasureFit& fit, size_t measure) {
  const EventDraft& draft = fit.draft();
  const auto cells = fit.context().cells();
  size_t opening = measure;
  while (opening > 0 && cells[opening - 1].kind == kWordCell && !cells[opening].Is(WordRole::kNounPreposition) &&
         !cells[opening].Is(WordRole::kBasisPreposition))
    --opening;
  constexpr uint64_t kPrepositions = BitOf(WordRole::kNounPreposition) | BitOf(WordRole::kBasisPreposition);
  if ((cells[opening].roles & kPrepositions) == 0) return false;
  size_t next = measure + 1;
  if (next < draft.cell && cells[next].kind == kCommaCell) ++next;
  if (next >= draft.cell || !cells[next].Is(WordRole::kArticle)) return false;
  return std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(next),
                     cells.begin() + static_cast<std::ptrdiff_t>(draft.cell),
                     [&](const EventCell& cell) { return cell.measure != kAbsent && fit.Takes(cell.measure); });
}

// "beyond the quota pay a duty of 5%": the measure of the noun phrase that begins nearer to the figure.
size_t NearerThan(const MeasureFit& fit, size_t cell) {
  const EventDraft& draft = fit.draft();
  const auto cells = fit.context().cells();
  for (size_t at = draft.cell; at-- > cell + 2;) {
    const EventCell& noun = cells[at];
    if (noun.kind != kWordCell || noun.measure == kAbsent || !fit.Takes(noun.measure)) continue;
    size_t first = at;
    while (first > cell + 1 && cells[first - 1].kind == kWordCell && cells[first - 1].roles == 0) --first;
    // "a 2026 quota": the article is part of the date's cell.
    const EventCell& front = cells[first - 1];
    const bool dated = front.kind == kDateCell && (front.date_roles & BitOf(WordRole::kArticle)) != 0;
    const bool begins =
        first > cell + 1 && (front.Is(WordRole::kArticle) || dated) && !cells[first - 2].Is(WordRole::kNounPreposition);
    return begins ? at : cell;
  }
  return cell;
}

}  // namespace

bool IsMeant(const MeasureFit& fit, size_t measure) {
  return !IsOfNextClause(fit, measure) && !StandsAside(fit, measure);
}

bool TakeCaptured(const MeasureFit& fit, size_t cell, EventDraft& draft) {
  const auto cells = fit.context().cells();
  cell = NearerThan(fit, cell);
  const bool as_noun = cells[cell].measure != kAbsent && cells[cell].kind == kWordCell;
  return as_noun ? TakeMeasure(fit, cell, draft) : TakeVerb(fit, cell, draft);
}

}  // namespace tallywire::extract
