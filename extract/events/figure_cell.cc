#include "extract/events/figure_cell.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

// A part of something is counted in hundredths: "a fifth of output".
UnitKind KindOf(const EventVocabulary& vocabulary, const FigureSpan& figure) {
  return figure.part ? UnitKind::kPct : vocabulary.KindOf(figure.figure.unit);
}

// "the three species": those that were spoken of, no amount.
bool IsDefinite(const CellReader& reader, const FigureSpan& figure, UnitKind kind) {
  constexpr double kMost = 12;
  if (kind != UnitKind::kCount || figure.figure.value > kMost || reader.cells().empty()) return false;
  if (reader.reading().tokens[figure.first].kind != TokenKind::kWord || figure.figure.value_high) return false;
  constexpr uint64_t kDefinite = BitOf(WordRole::kArticle) | BitOf(WordRole::kOwnPronoun);
  return (reader.cells().back().roles & kDefinite) != 0;
}

// What the phrase means as a thing that is counted.
void TakeCounted(const CellReader& reader, const Lexicon::Match& match, EventCell& cell) {
  const EventVocabulary& vocabulary = reader.vocabulary();
  for (const Sense& sense : reader.sources().lexicon->SensesOf(match.phrase)) {
    if (sense.exact) continue;
    cell.roles |= vocabulary.RoleOf(sense.tag) & BitOf(WordRole::kPlaceNoun);
    if (vocabulary.ClassOf(sense.tag) == SenseClass::kItem) cell.item = static_cast<int>(sense.entry);
    if (vocabulary.ClassOf(sense.tag) == SenseClass::kMeasure) cell.measure = static_cast<int>(sense.entry);
  }
}

// "25,876 cars", "25,876 cars a year": the counted thing is an item where the vocabulary knows it.
void NoteItemOfUnit(CellReader& reader, EventCell& cell) {
  constexpr uint32_t kRate = 2;  // words of "a year"
  const bool rate =
      cell.figure != kAbsent && reader.sources().figures[static_cast<size_t>(cell.figure)].figure.unit.ends_with("/a");
  for (uint32_t at = cell.first; at < cell.last(); ++at) {
    for (const auto& match : reader.MatchesAt(at)) {
      const uint32_t end = at + match.tokens;
      if (end == cell.last() || (rate && end + kRate == cell.last())) TakeCounted(reader, match, cell);
    }
    if (cell.item != kAbsent) return;
  }
}

// What rules ask of a figure: "above" is a level that is passed, no change; "averaged" gives one.
void AddFigureTags(CellReader& reader, const FigureSpan& figure, UnitKind kind, EventCell& cell) {
  const EventVocabulary& vocabulary = reader.vocabulary();
  reader.AddTag(cell, vocabulary.figure_tag);
  const uint64_t begins = reader.RolesAt(figure.first);
  if ((begins & BitOf(WordRole::kThreshold)) != 0) reader.AddTag(cell, vocabulary.threshold_tag);
  if ((begins & BitOf(WordRole::kReach)) != 0) reader.AddTag(cell, vocabulary.reached_tag);
  cell.roles |= begins & BitOf(WordRole::kReach);
  const bool moved = figure.figure.direction != Direction::kNone;
  if (kind == UnitKind::kTimes && moved) reader.AddTag(cell, vocabulary.multiplied_tag);
  if (figure.figure.bound == Bound::kAtMost) reader.AddTag(cell, vocabulary.most_tag);
}

}  // namespace

uint32_t TakeFigure(CellReader& reader) {
  const FigureSpan& figure = reader.figures().front();
  const UnitKind kind = KindOf(reader.vocabulary(), figure);
  const uint32_t count = std::max(figure.last, figure.first + 1) - figure.first;
  if (IsDefinite(reader, figure, kind)) {
    EventCell& cell = reader.Push(figure.first, count, kWordCell);
    NoteItemOfUnit(reader, cell);
    return cell.last();
  }
  const bool duration = kind == UnitKind::kDuration;
  EventCell& cell = reader.Push(figure.first, count, duration ? kDurationCell : kFigureCell);
  cell.figure = reader.figure_number();
  if (!duration) {
    AddFigureTags(reader, figure, kind, cell);
    reader.sentence().has_figure = true;
  }
  reader.AddTag(cell, reader.vocabulary().unit_tags[static_cast<size_t>(kind)]);
  if (kind != UnitKind::kMoney && kind != UnitKind::kPerUnit) NoteItemOfUnit(reader, cell);
  return cell.last();
}

}  // namespace tallywire::extract
