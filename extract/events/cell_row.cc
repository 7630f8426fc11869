#include "extract/events/cell_row.h"

#include <algorithm>

#include "extract/events/cell_tags.h"
#include "extract/events/seat_row.h"
#include "extract/events/unknown_things.h"

namespace tallywire::extract {
namespace {

class RowReader {
 public:
  RowReader(const CellSources& sources, EventSentence& out)
      : s_(sources), reading_(*sources.reading), vocabulary_(*sources.vocabulary), out_(out) {}

  void Run() {
    DropSeats(s_, out_);
    if (out_.has_figure) FoldRestatements();
    MarkUnknownThings(s_, out_);
    MarkNouns();
    if (out_.has_figure) MarkPrepositions();
    MarkLists();
    DropExcluded();
    DropVerbs();
    out_.dateline = EndOfDateline();
  }

 private:
  bool IsFigure(size_t at) const { return at < out_.cells.size() && out_.cells[at].kind == kFigureCell; }
  bool IsMultiple(size_t at) const {
    const auto tags = TagsOf(out_, out_.cells[at]);
    return std::find(tags.begin(), tags.end(), vocabulary_.multiplied_tag) != tags.end();
  }
  bool IsKind(size_t at, char kind) const { return at < out_.cells.size() && out_.cells[at].kind == kind; }
  const Figure& FigureAt(size_t at) const { return s_.figures[static_cast<size_t>(out_.cells[at].figure)].figure; }

  void FoldRestatements() {
    auto& cells = out_.cells;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].item != kAbsent) DropGrade(i);
      while (IsFigure(i) && (FoldAlternative(i) || FoldParenthesis(i))) {
      }
    }
  }

  void Fold(size_t into, size_t from, size_t first, size_t last, bool parenthesis) {
    const auto same = FigureAt(into).unit == FigureAt(from).unit || FigureAt(from).unit.empty();
    int* end = &out_.cells[into].restatement;
    while (*end != kAbsent) end = &out_.restatements[static_cast<size_t>(*end)].next;
    *end = static_cast<int>(out_.restatements.size());
    const EventCell& folded = out_.cells[from];
    out_.restatements.push_back({folded.figure, parenthesis && same, parenthesis, folded.restatement});
    out_.cells.erase(out_.cells.begin() + static_cast<std::ptrdiff_t>(first),
                     out_.cells.begin() + static_cast<std::ptrdiff_t>(last));
  }

  // FIGURE [,] or FIGURE [,]
  bool FoldAlternative(size_t at) {
    const size_t comma = at + 1 + (IsKind(at + 1, kCommaCell) ? 1 : 0);
    if (comma >= out_.cells.size() || !out_.cells[comma].Is(WordRole::kRestatement)) return false;
    size_t other = comma + 1;
    if (other < out_.cells.size() && out_.cells[other].kind == kWordCell && !IsFigure(other)) ++other;
    if (!IsFigure(other) || FigureAt(other).unit == FigureAt(at).unit) return false;
    if (IsComparison(at, other)) return false;
    const bool closed = IsKind(other + 1, kCommaCell) && comma > at + 1;
    Fold(at, other, at + 1, other + 1 + (closed ? 1 : 0), false);
    return true;
  }

  // "quotas of 954,000 tonnes, or 29% above the advice": how far off it is. "58,000 tonnes, 4,000 tonnes or 6% less"
  // tells the same twice.
  bool IsComparison(size_t at, size_t other) const {
    constexpr uint64_t kAfter = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter);
    for (size_t k = 0; k < at; ++k) {
      if (IsFigure(k) && FigureAt(k).unit == FigureAt(at).unit) return false;
    }
    const bool share = FigureAt(other).unit == "%" && FigureAt(at).direction == Direction::kNone;
    return share && other + 1 < out_.cells.size() && (out_.cells[other + 1].roles & kAfter) != 0;
  }

  // FIGURE ( FIGURE )
  bool FoldParenthesis(size_t at) {
    if (!IsKind(at + 1, kParenthesisCell) || !IsFigure(at + 2) || !IsKind(at + 3, kParenthesisCell)) return false;
    Fold(at, at + 2, at + 1, at + 4, true);
    return true;
  }

  // "tungsten concentrate (65% WO3)": of which grade it is.
  void DropGrade(size_t at) {
    constexpr size_t kLongest = 3;  // cells behind the figure
    if (!IsKind(at + 1, kParenthesisCell) || !IsFigure(at + 2) || FigureAt(at + 2).unit != "%") return;
    size_t close = at + 3;
    while (IsKind(close, kWordCell) && close < at + 3 + kLongest) ++close;
    if (close == at + 3 || !IsKind(close, kParenthesisCell)) return;
    out_.cells.erase(out_.cells.begin() + static_cast<std::ptrdiff_t>(at + 1),
                     out_.cells.begin() + static_cast<std::ptrdiff_t>(close + 1));
  }

  // Verb forms that stand as nouns or adjectives, so that gaps may skip them: "cut its estimate of output", "the
  // world's mined nickel", "of refined supply".
  void MarkNouns() {
    auto& cells = out_.cells;
    constexpr uint64_t kMoves = BitOf(WordRole::kUp) | BitOf(WordRole::kDown) | BitOf(WordRole::kFlat) |
                                BitOf(WordRole::kBe) | BitOf(WordRole::kReach);
    for (size_t i = 1; i < cells.size(); ++i) {
      EventCell& cell = cells[i];
      DropNounSense(cells[i - 1], cell);
      if (IsNounHere(i)) DropVerb(cell);
      if (cell.kind == kVerbCell && (IsMannerOfMeasure(i) || IsWhole(i))) cell.kind = kWordCell;
      if (cell.kind == kVerbCell && DescribesNoun(i)) DropReach(cell);
      if (cell.kind == kVerbCell && cell.verb != kAbsent && IsPluralNoun(i)) {
        DropVerb(cell);
        cell.kind = kWordCell;
        continue;
      }
      if (cell.kind != kVerbCell || (cell.roles & kMoves) != 0) continue;
      const EventCell& before = cells[i - 1];
      const bool owned = IsOwned(i) || (cell.Is(WordRole::kForecast) && before.measure != kAbsent && IsOwned(Noun(i)));
      if (cell.verb == kAbsent) {
        if (owned) cell.kind = kWordCell;
        continue;
      }
      const bool governed = before.Is(WordRole::kNounPreposition) && !before.Is(WordRole::kToward);
      const bool described = owned || governed || before.adjective || IsWorld(before);
      const bool noun = i + 1 < cells.size() && cells[i + 1].kind == kWordCell &&
                        (cells[i + 1].item != kAbsent || cells[i + 1].measure != kAbsent);
      if (!described || !noun) continue;
      DropVerb(cell);
      cell.kind = kWordCell;
    }
  }

  // "primary mines are to receive": a form in -s in front of another verb is a noun.
  bool IsPluralNoun(size_t at) const {
    const auto& cells = out_.cells;
    if (at + 1 >= cells.size() || cells[at].item != kAbsent) return false;
    const EventCell& next = cells[at + 1];
    const bool verb = next.Is(WordRole::kBe) || next.Is(WordRole::kHave) || next.Is(WordRole::kFuture);
    return verb && reading_.TextOf(cells[at].first, cells[at].last()).ends_with('s');
  }

  void DropVerb(EventCell& cell) const {
    DropTags(out_, cell, [&](Tag tag) {
      const bool noun = cell.measure != kAbsent && tag == vocabulary_.measure_tags[static_cast<size_t>(cell.measure)];
      return tag == vocabulary_.verb_tag || (tag == vocabulary_.measure_tags[static_cast<size_t>(cell.verb)] && !noun);
    });
    cell.verb = kAbsent;
  }

  // "13% of the total mackerel catch", "its harvest": no verb, though it may be one elsewhere.
  bool IsNounHere(size_t at) const {
    const auto& cells = out_.cells;
    if (cells[at].kind != kWordCell || cells[at].measure == kAbsent || cells[at].verb == kAbsent) return false;
    const size_t thing = Noun(at);
    const bool described = thing < at && thing > 0 && cells[thing - 1].kind == kWordCell && IsOwned(thing - 1);
    return IsOwned(thing) || described;
  }

  // "their price forecast", "its 2024 forecast": whether an owner or an article stands in front.
  bool IsOwned(size_t at) const {
    const auto& cells = out_.cells;
    if (at > 0 && cells[at - 1].kind == kDateCell && cells[at - 1].possessive) return true;  // "last year's record"
    if (at > 1 && cells[at - 1].kind == kDateCell) --at;
    if (at == 0) return false;
    const EventCell& owner = cells[at - 1];
    return owner.possessive || owner.Is(WordRole::kOwnPronoun) || owner.Is(WordRole::kArticle);
  }

  // Where the things and measures in front begin: at "gold" of "gold price forecast".
  size_t Noun(size_t at) const {
    const auto& cells = out_.cells;
    while (at > 0 && cells[at - 1].kind == kWordCell &&
           (cells[at - 1].measure != kAbsent || cells[at - 1].item != kAbsent))
      --at;
    return at;
  }

  // "the average Brent price", "the total catch"
  bool DescribesNoun(size_t at) const {
    const auto& cells = out_.cells;
    const bool noun = at + 1 < cells.size() && cells[at + 1].kind == kWordCell &&
                      (cells[at + 1].item != kAbsent || cells[at + 1].measure != kAbsent);
    return noun && cells[at].Is(WordRole::kReach) && IsOwned(at);
  }

  void DropReach(EventCell& cell) const {
    cell.kind = kWordCell;
    cell.roles &= ~BitOf(WordRole::kReach);
    DropTags(out_, cell, [&](Tag tag) { return (vocabulary_.RoleOf(tag) & BitOf(WordRole::kReach)) != 0; });
  }

  // "$5 million worth of rice"
  bool IsWhole(size_t at) const {
    const auto& cells = out_.cells;
    return cells[at].Is(WordRole::kReach) && at + 1 < cells.size() && cells[at + 1].Is(WordRole::kOwner) &&
           cells[at - 1].kind == kFigureCell;
  }

  // "75% of average imports"
  bool IsMannerOfMeasure(size_t at) const {
    const auto& cells = out_.cells;
    const bool governed = cells[at - 1].Is(WordRole::kNounPreposition) && !cells[at - 1].Is(WordRole::kToward);
    return governed && cells[at].Is(WordRole::kReach) && at + 1 < cells.size() && cells[at + 1].kind == kWordCell &&
           cells[at + 1].measure != kAbsent;
  }

  // "will raise", "to cut": a verb here, though it may be a noun elsewhere.
  void DropNounSense(const EventCell& before, EventCell& cell) const {
    constexpr uint64_t kNouns = BitOf(WordRole::kUpNoun) | BitOf(WordRole::kDownNoun);
    if ((cell.roles & kNouns) == 0 || !(before.Is(WordRole::kFuture) || before.Is(WordRole::kToward))) return;
    cell.roles &= ~kNouns;
    DropTags(out_, cell, [&](Tag tag) { return (vocabulary_.RoleOf(tag) & kNouns) != 0; });
  }

  bool IsWorld(const EventCell& cell) const {
    return cell.subject != kAbsent && s_.names->KindOf(cell.subject) == SubjectKind::kWorld;
  }

  // A preposition gives a role where a figure follows within three plain cells: no verb such as "doubled", and none
  // behind its own noun ("5 t for tin and 6 t for zinc").
  void MarkPrepositions() {
    auto& cells = out_.cells;
    for (size_t i = 0; i + 1 < cells.size(); ++i) {
      if (!cells[i].Is(WordRole::kRolePreposition) || cells[i].kind == kDateCell) continue;
      // "5 t against a target of 6 t"
      if (cells[i].Is(WordRole::kCompare) && i > 0 && cells[i - 1].kind == kFigureCell)
        cells[i].kind = kPrepositionCell;
      for (size_t k = i + 1; k < cells.size() && k <= i + 4; ++k) {
        if (cells[k].kind == kFigureCell && !IsMultiple(k)) cells[i].kind = kPrepositionCell;
        if (k > i + 1 && cells[k].Is(WordRole::kConjunction)) break;
        if (cells[k].kind != kWordCell || cells[k].Is(WordRole::kRolePreposition)) break;
      }
    }
  }

  // "the duty on wheat, barley and corn": commas between the things of a list part no clauses.
  void MarkLists() {
    auto& cells = out_.cells;
    const auto item = [&](size_t at) {
      return at < cells.size() && cells[at].kind == kWordCell && cells[at].item != kAbsent;
    };
    for (size_t end = cells.size(); end-- > 0;) {
      if (!cells[end].Is(WordRole::kConjunction) || end == 0) continue;
      size_t at = cells[end - 1].kind == kCommaCell ? end - 2 : end - 1;  // "barley, and corn"
      if (!item(at)) continue;
      if (at == end - 2 && at > 1 && cells[at - 1].kind == kCommaCell && item(at - 2)) cells[end - 1].kind = kWordCell;
      for (; at > 1 && cells[at - 1].kind == kCommaCell && item(at - 2); at -= 2) cells[at - 1].kind = kWordCell;
    }
  }

  // "partners other than the U.S. and Mexico", "outside China", "excluding condensate": who and what is named
  // is not meant.
  void DropExcluded() {
    auto& cells = out_.cells;
    for (size_t i = 0; i + 1 < cells.size(); ++i) {
      // All of them are prepositions.
      if (cells[i].kind != kWordCell || !cells[i].Is(WordRole::kNounPreposition) ||
          !vocabulary_.excluding.contains(reading_.TextOf(cells[i].first, cells[i].last())))
        continue;
      size_t at = i + 1;
      if (cells[at].Is(WordRole::kArticle)) ++at;
      while (at < cells.size() && (cells[at].subject != kAbsent || cells[at].item != kAbsent) &&
             !cells[at].possessive) {
        cells[at].subject = kAbsent;
        cells[at].item = kAbsent;
        DropTags(out_, cells[at],
                 [&](Tag tag) { return tag == vocabulary_.subject_tag || tag == vocabulary_.item_tag; });
        if (at + 1 >= cells.size() || !cells[at + 1].Is(WordRole::kConjunction)) break;
        at += 2;
      }
    }
  }

  // "to scrap the duty": a verb, not scrap.
  void DropVerbs() {
    auto& cells = out_.cells;
    for (size_t i = 0; i + 2 < cells.size(); ++i) {
      EventCell& verb = cells[i + 1];
      if (!cells[i].Is(WordRole::kToward) || verb.kind != kWordCell || verb.item == kAbsent || verb.count > 1) continue;
      if (!cells[i + 2].Is(WordRole::kArticle) || verb.measure != kAbsent) continue;
      verb.item = kAbsent;
      DropTags(out_, verb, [&](Tag tag) { return tag == vocabulary_.item_tag; });
    }
  }

  // Wires begin with place, day and agency, and a dash behind them.
  size_t EndOfDateline() const {
    constexpr size_t kLongestDateline = 9;
    for (size_t i = 0; i < out_.cells.size() && i < kLongestDateline; ++i) {
      const EventCell& cell = out_.cells[i];
      if (cell.kind == kBarrierCell) return reading_.tokens[cell.first].kind == TokenKind::kSymbol ? i : 0;
      const bool plain = cell.kind == kWordCell && (cell.capital || cell.subject != kAbsent || IsSlash(cell));
      if (!plain && cell.kind != kDateCell && cell.kind != kCommaCell && cell.kind != kParenthesisCell) return 0;
    }
    return 0;
  }

  // "GENEVA/BERNE -"
  bool IsSlash(const EventCell& cell) const { return reading_.TextOf(cell.first) == "/"; }

  const CellSources& s_;
  const Reading& reading_;
  const EventVocabulary& vocabulary_;
  EventSentence& out_;
};

}  // namespace

void FinishRow(const CellSources& sources, EventSentence& sentence) { RowReader(sources, sentence).Run(); }

void WriteTagged(EventSentence& sentence) {
  for (const EventCell& cell : sentence.cells) {
    const auto tags = TagsOf(sentence, cell);
    size_t distinct = tags.size();
    if (distinct > 1) {  // few have several
      std::sort(tags.begin(), tags.end());
      distinct = static_cast<size_t>(std::unique(tags.begin(), tags.end()) - tags.begin());
    }
    sentence.tagged.Add({cell.first, cell.count}, cell.kind, cell.glued, tags.first(distinct));
  }
}

}  // namespace tallywire::extract
