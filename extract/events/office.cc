#include "extract/events/office.h"

#include <string_view>

namespace tallywire::extract {
namespace {

// "the Minister for Food and Agriculture"
bool IsPortfolio(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (cell < 2 || !cells[cell].capital || !cells[cell - 1].Is(WordRole::kNounPreposition)) return false;
  const EventCell& office = cells[cell - 2];
  const std::string_view text = context.text(office);
  const std::string_view word = text.substr(text.rfind(' ') + 1);
  return office.Is(WordRole::kPersonNoun) || context.vocabulary->titles.contains(word);
}

}  // namespace

bool NamesOffice(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (cell + 1 >= cells.size() || cells[cell].kind != kWordCell || cells[cell + 1].kind != kWordCell) return false;
  const EventCell& head = cells[cell + 1];
  const std::string_view word = context.text(head);
  const NameWords& words = *context.vocabulary;
  if (head.Is(WordRole::kPersonNoun) || words.offices.contains(word) || words.titles.contains(word)) return true;
  if (IsPortfolio(context, cell)) return true;
  // "tin traders say it sells 5 t"
  return cell + 2 < cells.size() && head.roles == 0 && cells[cell + 2].Is(WordRole::kReport);
}

}  // namespace tallywire::extract
