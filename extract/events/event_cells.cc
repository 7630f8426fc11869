// A sentence's row of cells, read from its first token to its last. ReadAt tells in which order is asked what stands at
// a token; each of the *_cell.h below has one of those.
#include "extract/events/event_cells.h"

#include "extract/events/cell_reader.h"
#include "extract/events/cell_row.h"
#include "extract/events/date_cell.h"
#include "extract/events/figure_cell.h"
#include "extract/events/mark_cell.h"
#include "extract/events/name_cell.h"
#include "extract/events/phrase_cell.h"

namespace tallywire::extract {
namespace {

// A phrase with a meaning, a name or just a word.
uint32_t TakeWords(CellReader& reader, uint32_t at) {
  const NameSpan* name = reader.NameAt(at);
  if (reader.Marked(at, kMarkPhrase)) {
    if (const uint32_t end = TakePhrase(reader, at, name); end > at) return end;
  }
  if (name != nullptr && name->last <= reader.Limit()) return TakeName(reader, *name);
  return reader.TakeWord(at, kWordCell);
}

// Reads what stands at token `at`; returns the token behind it.
uint32_t ReadAt(CellReader& reader, uint32_t at) {
  reader.MoveTo(at);
  if (reader.FigureBegins(at) && !IsDatedLength(reader, at)) return TakeFigure(reader);
  if (reader.DateBegins(at)) return TakeDate(reader);
  if (reader.reading().tokens[at].kind == TokenKind::kSymbol) return TakeMark(reader, at);
  if (reader.IsPossessive(at)) {
    if (!reader.cells().empty()) reader.cells().back().possessive = true;
    return at + 1;
  }
  return TakeWords(reader, at);
}

// Few cells are names or dates, and an endless sentence is asked for them again with every figure.
void NoteSignposts(EventSentence& sentence) {
  sentence.named.clear();
  sentence.dated.clear();
  for (uint32_t at = 0; at < sentence.cells.size(); ++at) {
    if (sentence.cells[at].subject != kAbsent) sentence.named.push_back(at);
    if (sentence.cells[at].kind == kDateCell) sentence.dated.push_back(at);
  }
}

}  // namespace

void ReadCells(const CellSources& sources, size_t number, CellUse use, EventSentence& out) {
  thread_local std::vector<Lexicon::Match> matches;
  CellReader reader(sources, number, use, out, matches);
  for (uint32_t at = out.first; at < out.last;) at = ReadAt(reader, at);
  FinishRow(sources, out);
  NoteSignposts(out);
  if (reader.tagging()) WriteTagged(out);
}

}  // namespace tallywire::extract
