// What the parts of the period slot look at: a figure's draft, its sentence, and the stretch of it that is about the
// figure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/events/event_draft.h"
#include "extract/events/event_period.h"

namespace tallywire::extract {

inline constexpr size_t kNoCell = SIZE_MAX;
inline constexpr double kDoubtOfDocument = 0.95;  // the period stands in another sentence

inline bool IsFine(Grain grain) { return grain == Grain::kDay || grain == Grain::kWeek || grain == Grain::kMonth; }

struct PeriodScope {
  PeriodScope(const SentenceContext& context, EventDraft& event_draft)
      : c(context), draft(event_draft), cells(context.cells()) {}

  const MeasureEntry& measure() const { return c.measure(draft.measure); }
  const std::string& date_at(size_t cell) const { return c.date(cells[cell]).value; }
  // The value, or the months of a quarter or half that has others than the calendar's: a firm's own.
  std::string PeriodAt(size_t cell) const;
  bool is_date(size_t cell) const { return cell < cells.size() && cells[cell].kind == kDateCell; }
  // Whether the words of the draft's period have digits: "in 2024", not "last year".
  bool is_written_in_digits() const;
  // Whether one of the words stands right in front of that cell: "by" of "by May 4".
  bool follows(size_t cell, const WordSet& words) const;
  // Whether the text of that cell holds one of the words.
  bool says(size_t cell, const std::vector<std::string>& words) const;

  // The cell behind the figure; behind parentheses that follow it, whose dates are those of the figures in them.
  size_t BehindFigure() const;
  // A clause ends where a conjunction or comma brings a new verb, or at a barrier.
  size_t EndOfClause() const;
  size_t StartOfClause() const;
  // The figure or barrier behind this figure.
  size_t NextFigure() const;
  // A basis may stand behind further figures of the same statement.
  size_t EndOfStatement() const;

  // The period of the newest level or change in this sentence, else of the text.
  std::string Current() const;

  const SentenceContext& c;
  EventDraft& draft;
  const std::span<const EventCell> cells;
};

// "Nimba, which took over the mine in August, would receive 5 t": what an aside tells is told of Nimba. Where the aside
// in front of the figure begins and where what is said goes on behind it; nothing where there is none.
struct Aside {
  size_t first = kNoCell;
  size_t last = kNoCell;
};
Aside AsideInFront(const PeriodScope& scope, size_t start);

}  // namespace tallywire::extract
