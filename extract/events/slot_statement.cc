#include "extract/events/slot_statement.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

bool HasKind(std::span<const EventCell> part, char kind) {
  return std::any_of(part.begin(), part.end(), [kind](const EventCell& cell) { return cell.kind == kind; });
}

bool IsClause(std::span<const EventCell> part) {
  return !part.empty() && part.back().kind == kBarrierCell && HasKind(part, kVerbCell);
}

using Wanted = std::function<bool(const EventCell&)>;

// In the figure's own part: back from the figure, then behind it up to the next figure or a parenthesis.
int FindBeside(std::span<const EventCell> cells, size_t first, size_t figure, const Wanted& wanted) {
  for (size_t at = figure; at-- > first;) {
    if (wanted(cells[at])) return static_cast<int>(at);
  }
  for (size_t at = figure + 1; at < cells.size() && !cells[at].bar; ++at) {
    if (cells[at].kind == kFigureCell || cells[at].kind == kParenthesisCell) break;
    if (wanted(cells[at])) return static_cast<int>(at);
  }
  return kAbsent;
}

int Find(const EventSentence& sentence, size_t figure, const Wanted& wanted, bool clauses) {
  if (!sentence.statement) return kAbsent;
  const std::span<const EventCell> cells = sentence.cells;
  size_t first = figure;
  while (first > 0 && !cells[first - 1].bar) --first;
  if (const int beside = FindBeside(cells, first, figure, wanted); beside != kAbsent) return beside;
  while (first > 0) {
    const size_t end = first - 1;
    first = end;
    while (first > 0 && !cells[first - 1].bar) --first;
    const auto part = cells.subspan(first, end - first);
    if (HasKind(part, kFigureCell) || (!clauses && IsClause(part))) continue;
    const auto found = std::find_if(part.begin(), part.end(), wanted);
    if (found != part.end()) return static_cast<int>(found - cells.begin());
  }
  return kAbsent;
}

}  // namespace

int FindInStatement(const EventSentence& sentence, size_t figure, const std::function<bool(const EventCell&)>& wanted) {
  return Find(sentence, figure, wanted, /*clauses=*/true);
}

int FindLabel(const EventSentence& sentence, size_t figure, const std::function<bool(const EventCell&)>& wanted) {
  return Find(sentence, figure, wanted, /*clauses=*/false);
}

}  // namespace tallywire::extract
