#include "extract/events/unknown_things.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace tallywire::extract {
namespace {

constexpr size_t kLongestName = 3;   // words
constexpr size_t kShortestWord = 3;  // bytes

class Marker {
 public:
  Marker(const CellSources& sources, EventSentence& sentence)
      : s_(sources), vocabulary_(*sources.vocabulary), out_(sentence), cells_(sentence.cells) {}

  void Run() {
    for (size_t at = 0; at < cells_.size(); ++at) {
      if (out_.has_figure && Names(at)) TakeNew(at + 1);
      if (out_.has_figure && IsInCompound(at)) Take(at, at + 1, s_.items->EntryFor(Name(at, at + 1)));
      if (s_.items->HasNamed()) TakeKnown(at);
    }
  }

 private:
  std::string_view Text(size_t at) const { return s_.reading->TextOf(cells_[at].first, cells_[at].last()); }
  bool Says(const WordSet& words, size_t at) const { return words.contains(Text(at)); }

  // A word that no rule and no list knows.
  bool IsPlain(size_t at) const {
    const EventCell& cell = cells_[at];
    return cell.kind == kWordCell && cell.count == 1 && cell.roles == 0 && cell.tag_count == 0 && !cell.possessive &&
           cell.measure == kAbsent && cell.verb == kAbsent && cell.item == kAbsent && cell.subject == kAbsent &&
           cell.activity == kAbsent && s_.reading->tokens[cell.first].kind == TokenKind::kWord;
  }

  // Whether a thing is named behind the cell.
  bool Names(size_t tie) const {
    if (tie == 0 || tie + 1 >= cells_.size() || cells_[tie].kind == kDateCell) return false;
    if (!cells_[tie].Is(WordRole::kNounPreposition)) return false;
    const EventCell& whole = cells_[tie - 1];
    const bool figure = whole.kind == kFigureCell;
    if (!figure && (whole.kind != kWordCell || whole.measure == kAbsent || whole.item != kAbsent)) return false;
    const bool of = cells_[tie].Is(WordRole::kOwner);
    if (!of && !Says(vocabulary_.handed_to, tie)) return false;
    if (figure) return of && IsAmount(whole);
    const MeasureEntry& measure = vocabulary_.measures[static_cast<size_t>(whole.measure)];
    return measure.takes_item && (of || measure.Is(MeasureTrait::kLimit));
  }

  // "the ephedrine quota": in front of the measure stands a noun that the text also names by itself.
  bool IsInCompound(size_t at) const {
    if (at + 1 >= cells_.size()) return false;
    const EventCell& head = cells_[at + 1];
    if (head.kind != kWordCell || head.measure == kAbsent || head.item != kAbsent) return false;
    if (!IsNameWord(at) || !MayEnd(at)) return false;
    if (Says(vocabulary_.no_things, at) || Says(vocabulary_.heads, at)) return false;
    return vocabulary_.measures[static_cast<size_t>(head.measure)].takes_item &&
           s_.items->IsNamedAlone(*s_.reading, Text(at));
  }

  bool IsAmount(const EventCell& cell) const {
    const FigureSpan& figure = s_.figures[static_cast<size_t>(cell.figure)];
    const UnitKind kind = vocabulary_.KindOf(figure.figure.unit);
    return !figure.part && (kind == UnitKind::kAmount || kind == UnitKind::kRate);
  }

  // Whether a noun may end with that word: no adverb, no participle that goes on with what is done to the thing.
  bool MayEnd(size_t at) const {
    const auto& endings = vocabulary_.no_noun_endings;
    return std::none_of(endings.begin(), endings.end(),
                        [word = Text(at)](const std::string& ending) { return word.ends_with(ending); });
  }

  bool IsNameWord(size_t at) const { return IsPlain(at) && !cells_[at].capital && Text(at).size() >= kShortestWord; }

  void TakeNew(size_t first) {
    size_t end = first;
    while (end < cells_.size() && end < first + kLongestName && IsNameWord(end) && (end == first || MayEnd(end))) ++end;
    if (end == first || !MayEnd(end - 1) || GoesOn(end)) return;
    // "of goods", and "ore" is of whichever was spoken of.
    if (Says(vocabulary_.no_things, end - 1) || (end == first + 1 && Says(vocabulary_.heads, first))) return;
    // "a quota for trawlers": who has it.
    if (!cells_[first - 1].Is(WordRole::kOwner) && Text(end - 1).ends_with('s')) return;
    Take(first, end, s_.items->EntryFor(Name(first, end)));
  }

  // Whether the words in front of the cell only describe it: "of additional capacity", "for small boats".
  bool GoesOn(size_t at) const {
    if (at >= cells_.size()) return false;
    const EventCell& cell = cells_[at];
    if (cell.kind == kFigureCell || cell.possessive) return true;
    if (cell.kind != kWordCell) return false;
    constexpr uint64_t kNouns = BitOf(WordRole::kCompanyNoun) | BitOf(WordRole::kNationalNoun) |
                                BitOf(WordRole::kPersonNoun) | BitOf(WordRole::kPlaceNoun) |
                                BitOf(WordRole::kSourceNoun) | BitOf(WordRole::kArticle);
    if (cell.measure != kAbsent || cell.item != kAbsent || cell.subject != kAbsent || cell.activity != kAbsent)
      return true;
    if (Says(vocabulary_.relatives, at)) return false;
    return (cell.roles & kNouns) != 0 || (cell.roles == 0 && !(IsPlain(at) && !MayEnd(at)));
  }

  std::string Name(size_t first, size_t end) const {
    std::string name;
    for (size_t at = first; at < end; ++at) {
      std::string word;
      FoldCase(Text(at), word);
      name.append(at > first ? " " : "").append(word);
    }
    return name;
  }

  void TakeKnown(size_t first) {
    if (!IsPlain(first)) return;
    for (size_t words = kLongestName; words > 0; --words) {
      if (first + words > cells_.size()) continue;
      bool plain = true;
      for (size_t at = first + 1; at < first + words; ++at) plain = plain && IsPlain(at);
      if (!plain) continue;
      if (const int entry = s_.items->Find(Name(first, first + words)); entry >= 0)
        return Take(first, first + words, entry);
    }
  }

  void Take(size_t first, size_t end, int entry) {
    if (entry < 0) return;
    EventCell& cell = cells_[first];
    cell.count = cells_[end - 1].last() - cell.first;
    cell.possessive = cells_[end - 1].possessive;
    cell.item = entry;
    cell.first_tag = static_cast<uint32_t>(out_.tags.size());
    cell.tag_count = 1;
    out_.tags.push_back(vocabulary_.item_tag);
    cells_.erase(cells_.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                 cells_.begin() + static_cast<std::ptrdiff_t>(end));
  }

  const CellSources& s_;
  const EventVocabulary& vocabulary_;
  EventSentence& out_;
  std::vector<EventCell>& cells_;
};

}  // namespace

void MarkUnknownThings(const CellSources& sources, EventSentence& sentence) { Marker(sources, sentence).Run(); }

}  // namespace tallywire::extract
