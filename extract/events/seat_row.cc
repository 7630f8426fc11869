#include "extract/events/seat_row.h"

#include "extract/events/cell_tags.h"

namespace tallywire::extract {
namespace {

class SeatReader {
 public:
  SeatReader(const CellSources& sources, EventSentence& out) : s_(sources), cells_(out.cells), out_(out) {}

  void Run() {
    for (size_t town = 0; town + 2 < cells_.size(); ++town) {
      if (!IsKind(town + 1, kCommaCell)) continue;
      const size_t state = town + 2;
      size_t end = BehindAbbreviation(state);
      const bool abbreviated = end > state;
      if (abbreviated) {
        Unname(cells_[state]);
      } else if (IsRegion(state)) {
        end = state + 1;
      }
      if (end == state || !IsKind(end, kCommaCell) || !IsTown(town)) continue;
      Drop(town, end);
    }
  }

 private:
  bool IsKind(size_t at, char kind) const { return at < cells_.size() && cells_[at].kind == kind; }

  std::string_view TextOf(size_t first, size_t last) const {
    return s_.reading->TextOf(cells_[first].first, cells_[last].last());
  }

  // The cell behind "Ariz ." or "N.H."; `at` itself where there is none.
  size_t BehindAbbreviation(size_t at) const {
    if (!cells_[at].capital) return at;
    const WordSet& states = s_.vocabulary->short_states;
    if (states.contains(TextOf(at, at))) return at + 1;
    if (at + 1 < cells_.size() && IsKind(at + 1, kWordCell) && states.contains(TextOf(at, at + 1))) return at + 2;
    return at;
  }

  // A part of a country.
  bool IsRegion(size_t at) const {
    const EventCell& cell = cells_[at];
    return cell.subject != kAbsent && !cell.possessive && s_.names->KindOf(cell.subject) == SubjectKind::kRegion &&
           s_.names->CountryOfPlace(cell.subject) != kAbsent;
  }

  // A name that stands in no vocabulary, or one of a town: "Chillicothe".
  bool IsTown(size_t at) const {
    const EventCell& cell = cells_[at];
    if (cell.subject == kAbsent || cell.possessive || cell.kind != kWordCell) return false;
    const SubjectKind kind = s_.names->KindOf(cell.subject);
    return kind == SubjectKind::kName || kind == SubjectKind::kRegion;
  }

  void Unname(EventCell& cell) const {
    cell.subject = kAbsent;
    DropTags(out_, cell, [this](Tag tag) { return tag == s_.vocabulary->subject_tag; });
  }

  // The cells from the town to the comma at `comma`: behind a comma they are an aside, behind an article they describe
  // what follows. A place that something happens in stays, and so do lists: "the Midwest, Texas, and Florida".
  void Drop(size_t town, size_t comma) {
    const bool list = comma + 1 < cells_.size() && cells_[comma + 1].Is(WordRole::kConjunction);
    if (town == 0 || list) return;
    const EventCell& before = cells_[town - 1];
    const bool aside = before.kind == kCommaCell && town > 1 && cells_[town - 2].subject != kAbsent;
    const bool described = before.Is(WordRole::kArticle) || before.Is(WordRole::kOwnPronoun);
    if (!aside && !described) return;
    const size_t first = aside ? town - 1 : town;
    cells_.erase(cells_.begin() + static_cast<std::ptrdiff_t>(first),
                 cells_.begin() + static_cast<std::ptrdiff_t>(comma + 1));
  }

  const CellSources& s_;
  std::vector<EventCell>& cells_;
  EventSentence& out_;
};

}  // namespace

void DropSeats(const CellSources& sources, EventSentence& sentence) { SeatReader(sources, sentence).Run(); }

}  // namespace tallywire::extract
