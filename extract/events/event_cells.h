// A sentence as event rules see it: cells for figures, dates, vocabulary phrases, names and words.
//
// Before patterns run, the row of cells is simplified so that rules need not spell out every variant:
//   - parentheses without a figure, angle and square brackets and quotation marks are left out;
//   - a preposition in front of a date ("in May", "from a year earlier") becomes part of the date's cell;
//   - a restatement ("$6 million, or 18 cents a share"; "5 t (3 lb)") hangs on the cell of the figure it restates;
//   - "'s" becomes a property of the cell in front of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/dates/date_finder.h"
#include "extract/events/document_items.h"
#include "extract/events/document_names.h"
#include "extract/events/event_vocabulary.h"
#include "extract/figures/figure_finder.h"
#include "extract/text/pattern.h"
#include "extract/text/reading.h"

namespace tallywire::extract {

// Classes of cells in patterns; gaps skip words, dates and durations.
inline constexpr char kWordCell = 'w';
inline constexpr char kFigureCell = 'f';
inline constexpr char kDurationCell = 'n';
inline constexpr char kDateCell = 'd';
inline constexpr char kVerbCell = 'v';
inline constexpr char kPrepositionCell = 'p';  // one that gives the figure behind it a role
inline constexpr char kCommaCell = 'c';
inline constexpr char kParenthesisCell = 'q';
inline constexpr char kBarrierCell = 'b';
inline constexpr const char* kGapCells = "wdn";

inline constexpr int kAbsent = -1;

// A figure that restates another one.
struct Restatement {
  int figure = kAbsent;
  bool earlier = false;      // "132,000 t (120,000 t)": the same for an earlier period
  bool parenthesis = false;  // a conversion or the like
  int next = kAbsent;        // of the same cell
};

// Plain data: a text has a cell for nearly every word.
struct EventCell {
  uint32_t first = 0;  // tokens [first, first + count)
  uint32_t count = 1;
  char kind = kWordCell;
  bool glued = false;
  bool adjective = false;   // the subject stands as an adjective
  bool possessive = false;  // "'s" follows
  bool capital = false;
  bool bar = false;         // parts a statement of a list or table
  uint64_t roles = 0;       // bits of WordRole
  uint64_t date_roles = 0;  // roles of the prepositions taken into a date's cell
  int measure = kAbsent;    // entries of the vocabulary
  int verb = kAbsent;
  int item = kAbsent;
  int subject = kAbsent;  // an entity of DocumentNames
  int activity = kAbsent;
  int figure = kAbsent;       // index into the text's figures
  int date = kAbsent;         // index into the text's dates
  int restatement = kAbsent;  // the first one, in EventSentence::restatements
  uint32_t first_tag = 0;     // in EventSentence::tags
  uint32_t tag_count = 0;

  uint32_t last() const { return first + count; }
  bool Is(WordRole role) const { return (roles & BitOf(role)) != 0; }
};

struct EventSentence {
  size_t number = 0;
  uint32_t first = 0;  // tokens
  uint32_t last = 0;
  bool has_figure = false;  // one that is no duration
  bool statement = false;   // of a list or table
  size_t dateline = 0;      // cells in front of it are "LONDON, March 3 -"
  std::vector<EventCell> cells;
  std::vector<uint32_t> named;            // the cells that have a subject, in order
  std::vector<uint32_t> dated;            // the cells of dates, in order
  std::vector<Tag> tags;                  // of all cells
  std::vector<Restatement> restatements;  // likewise
  TaggedText tagged;                      // filled only where has_figure, for rules
};

// What the cells are read for: rules want tags, the focus of a document does without.
enum class CellUse : uint8_t { kRules, kFocus };

// Everything a sentence is made of.
struct CellSources {
  const Reading* reading = nullptr;
  std::span<const FigureSpan> figures;
  std::span<const DateSpan> dates;
  const DocumentNames* names = nullptr;
  DocumentItems* items = nullptr;  // which reading a sentence may add to
  const EventVocabulary* vocabulary = nullptr;
  const Lexicon* lexicon = nullptr;
};

// Reads the sentence of that number into `out`, whose buffers are reused.
void ReadCells(const CellSources& sources, size_t number, CellUse use, EventSentence& out);

}  // namespace tallywire::extract
