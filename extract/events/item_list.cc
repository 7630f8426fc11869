#include "extract/events/item_list.h"

namespace tallywire::extract {
namespace {

bool IsThing(const EventCell& cell) { return cell.kind == kWordCell && cell.item != kAbsent; }

// That of a list is a word for gaps.
bool IsComma(const SentenceContext& context, size_t at) {
  const EventCell& cell = context.cells()[at];
  return cell.kind == kCommaCell || context.text(cell) == ",";
}

// The last thing of the list that goes on behind the one at that cell; that one where no "and" closes it.
size_t LastOfList(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const auto thing = [&](size_t at) { return at < cells.size() && IsThing(cells[at]); };
  size_t last = cell;
  while (thing(last + 2) && IsComma(context, last + 1)) last += 2;
  return thing(last + 2) && cells[last + 1].Is(WordRole::kConjunction) ? last + 2 : cell;
}

size_t FirstOfList(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (cell < 2 || !cells[cell - 1].Is(WordRole::kConjunction) || !IsThing(cells[cell - 2])) return cell;
  size_t first = cell - 2;
  while (first >= 2 && IsComma(context, first - 1) && IsThing(cells[first - 2])) first -= 2;
  return first;
}

// "gasoline, diesel and jet fuel": oil products, where three or more are all of one kind.
int WholeOfList(const SentenceContext& context, size_t first, size_t last) {
  constexpr size_t kLeast = 3;
  int whole = kAbsent;
  size_t things = 0;
  for (const EventCell& cell : context.cells().subspan(first, last - first + 1)) {
    if (cell.item == kAbsent) continue;
    const int kind = context.item(cell.item).kind_of;
    if (kind < 0 || (things > 0 && kind != whole)) return kAbsent;
    whole = kind;
    ++things;
  }
  return things >= kLeast ? whole : kAbsent;
}

}  // namespace

ItemList ItemListAt(const SentenceContext& context, size_t cell) {
  const size_t first = FirstOfList(context, cell);
  return {first, WholeOfList(context, first, LastOfList(context, cell))};
}

}  // namespace tallywire::extract
