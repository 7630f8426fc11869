#include "extract/events/nearest_item.h"

#include <algorithm>

#include "extract/events/aside.h"
#include "extract/events/item_meant.h"
#include "extract/events/office.h"
#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

class NearestFinder {
 public:
  NearestFinder(const SentenceContext& context, const EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  int Nearest() const {
    const size_t from = draft_.phrase ? std::min(draft_.phrase->first, draft_.cell) : draft_.cell;
    for (size_t at = from; at-- > 0;) {
      // "For salmon, which is counted in fish, the limit falls to 5 t": for salmon.
      if (const size_t opening = BeforeAside(c_, at); opening != at && IsEndOfAside(opening, at)) at = opening;
      // "demand for bulbs is weak, said an analyst, who expects output of": what is said behind the one that speaks.
      if (c_.focus->item != kAbsent && c_.vocabulary->persons.contains(c_.text(cells_[at]))) break;
      if (cells_[at].item == kAbsent || (cells_[at].kind != kWordCell && cells_[at].kind != kFigureCell)) continue;
      if (IsPurpose(at, from) || DescribesFirm(c_, at) || !IsMeasuredSo(c_, draft_, cells_[at].item)) continue;
      if (IsMadeInto(cells_, at)) continue;
      return static_cast<int>(at);
    }
    // An object behind the figure: "will produce crude oil", "a cut of 5% in its shipments of coal".
    const size_t start = draft_.anchor != kAbsent ? static_cast<size_t>(draft_.anchor) : draft_.cell;
    for (size_t at = start; at < std::min(cells_.size(), start + 6); ++at) {
      if (at > draft_.cell && (cells_[at].kind == kCommaCell || cells_[at].kind == kBarrierCell)) break;
      if (cells_[at].item == kAbsent || cells_[at].kind != kWordCell) continue;
      return static_cast<int>(at);
    }
    return kAbsent;
  }

 private:
  // "After diversion of 3 t for ethanol, output was 5 t", "3 t are diverted to ethanol, leaving output of 5 t": what
  // becomes of a part, in a clause of its own.
  bool IsPurpose(size_t at, size_t from) const {
    // "the oxide, used in magnets, lost 14%"
    if (at > 1 && cells_[at - 1].Is(WordRole::kNounPreposition) &&
        c_.vocabulary->uses.contains(c_.text(cells_[at - 2])))
      return true;
    if (c_.focus->item == kAbsent) return false;
    if (NamesOffice(c_, at)) return true;
    if (at < c_.sentence->dateline + 2) return false;
    const bool meant = cells_[at - 2].kind == kFigureCell && c_.vocabulary->what_for.contains(c_.text(cells_[at - 1]));
    if (!meant && !cells_[at - 1].Is(WordRole::kToward)) return false;
    return at + 1 < from && (cells_[at + 1].kind == kCommaCell || cells_[at + 1].kind == kBarrierCell);
  }

  // Whether the comma is the first one behind that of a relative clause that does not go on with a list of things:
  // "which covers gasoline, diesel and jet fuel, takes".
  bool IsEndOfAside(size_t opening, size_t comma) const {
    size_t at = opening + 1;
    while (at < comma && !(cells_[at].kind == kCommaCell && cells_[at + 1].item == kAbsent &&
                           !cells_[at + 1].Is(WordRole::kConjunction)))
      ++at;
    return at == comma;
  }

  const SentenceContext& c_;
  const EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

}  // namespace

bool IsMadeInto(std::span<const EventCell> cells, size_t cell) {
  if (cell < 3 || cells[cell - 2].item == kAbsent || cells[cell - 2].kind != kWordCell) return false;
  if (cells[cell - 1].Is(WordRole::kFromward)) return true;
  return cells[cell - 1].Is(WordRole::kToward) && cells[cell - 3].Is(WordRole::kOwner);
}

bool DescribesFirm(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (cell + 2 >= cells.size() || cells[cell + 1].kind != kWordCell || !cells[cell + 1].Is(WordRole::kCompanyNoun))
    return false;
  const int firm = cells[cell + 2].subject;
  if (firm == kAbsent || cells[cell + 2].adjective) return false;
  return context.names->IsCompany(firm) || context.names->KindOf(firm) == SubjectKind::kName;
}

int NearestItem(const SentenceContext& context, const EventDraft& draft) {
  return NearestFinder(context, draft).Nearest();
}

}  // namespace tallywire::extract
