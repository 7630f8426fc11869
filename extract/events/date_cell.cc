#include "extract/events/date_cell.h"

#include <algorithm>

#include "extract/events/cell_sense.h"

namespace tallywire::extract {
namespace {

constexpr uint64_t kDirections = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter);

// Takes the prepositions and articles that stand in front of the date from the row; returns their roles.
uint64_t TakePrepositions(CellReader& reader) {
  constexpr int kMost = 3;
  constexpr uint64_t kWanted =
      BitOf(WordRole::kDatePreposition) | BitOf(WordRole::kBasisPreposition) | BitOf(WordRole::kArticle);
  constexpr uint64_t kKept = kWanted | BitOf(WordRole::kFromward) | BitOf(WordRole::kSince) | BitOf(WordRole::kEnding) |
                             BitOf(WordRole::kOwner);
  std::vector<EventCell>& cells = reader.cells();
  uint64_t roles = 0;
  for (int taken = 0; !cells.empty() && taken < kMost; ++taken) {
    const EventCell& before = cells.back();
    if (before.kind == kFigureCell || before.kind == kDateCell || (before.roles & kWanted) == 0 ||
        before.measure != kAbsent)
      break;
    // "4.2% above last year": the direction stays a cell of its own.
    const size_t count = cells.size();
    const bool directs = count > 1 && cells[count - 2].kind == kFigureCell && (before.roles & kDirections) != 0;
    if (directs && !before.Is(WordRole::kDatePreposition)) return roles | BitOf(WordRole::kBasisPreposition);
    roles |= before.roles & kKept;
    cells.pop_back();
  }
  return roles;
}

// "60% more than a year earlier": behind a figure the first words compare it. Makes them a cell of their own and
// returns the token behind them; the date's first token otherwise.
uint32_t TakeDirection(CellReader& reader, const DateSpan& date) {
  if (reader.cells().empty() || reader.cells().back().kind != kFigureCell) return date.first;
  const auto matches = reader.MatchesAt(date.first);
  for (size_t i = matches.size(); i-- > 0;) {
    const Lexicon::Match match = matches[i];
    if (date.first + match.tokens >= date.last) continue;
    const auto senses = reader.sources().lexicon->SensesOf(match.phrase);
    const bool directs = std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
      return (reader.vocabulary().RoleOf(sense.tag) & kDirections) != 0;
    });
    if (!directs) continue;
    EventCell& cell = reader.Push(date.first, match.tokens, kWordCell);
    TakeSenses(reader, match, cell);
    return cell.last();
  }
  return date.first;
}

}  // namespace

bool IsDatedLength(const CellReader& reader, uint32_t at) {
  const auto dates = reader.dates();
  if (dates.empty() || dates.front().first != at) return false;
  const DateSpan& length = dates.front();
  const bool goes_on = dates.size() > 1 && dates[1].first == length.last + 1;
  if (!length.days && !goes_on) return false;
  return reader.vocabulary().KindOf(reader.figures().front().figure.unit) == UnitKind::kDuration;
}

uint32_t TakeDate(CellReader& reader) {
  const DateSpan& date = reader.dates().front();
  uint64_t roles = TakePrepositions(reader);
  if (date.opened) roles = BitOf(WordRole::kDatePreposition);
  const uint32_t first = TakeDirection(reader, date);
  if (first > date.first) roles |= BitOf(WordRole::kBasisPreposition);
  EventCell& cell = reader.Push(first, std::max(date.last, first + 1) - first, kDateCell);
  cell.date = reader.date_number();
  cell.date_roles = roles;
  reader.AddTag(cell, reader.vocabulary().date_tag);
  const bool compared = (roles & (BitOf(WordRole::kFromward) | BitOf(WordRole::kBasisPreposition))) != 0;
  if (compared) reader.AddTag(cell, reader.vocabulary().basis_tag);
  return cell.last();
}

}  // namespace tallywire::extract
