// The row of a sentence's cells while it is read: the cells so far, and which figure, date and name come next.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/events/event_cells.h"
#include "extract/text/word_marks.h"

namespace tallywire::extract {

// Tokens are read in order. Everything given must outlive the reader.
class CellReader {
 public:
  // Empties `out` for the sentence of that number. `matches` is room to work in.
  CellReader(const CellSources& sources, size_t number, CellUse use, EventSentence& out,
             std::vector<Lexicon::Match>& matches);

  const CellSources& sources() const { return s_; }
  const Reading& reading() const { return reading_; }
  const EventVocabulary& vocabulary() const { return vocabulary_; }
  EventSentence& sentence() { return out_; }
  std::vector<EventCell>& cells() { return out_.cells; }
  const std::vector<EventCell>& cells() const { return out_.cells; }
  uint32_t last() const { return out_.last; }  // the token behind the sentence
  bool tagging() const { return tagging_; }    // whether rules will ask for tags

  // Leaves the figures and dates that begin in front of token `at` behind.
  void MoveTo(uint32_t at) {
    while (figure_ < s_.figures.size() && s_.figures[figure_].first < at) ++figure_;
    while (date_ < s_.dates.size() && s_.dates[date_].first < at) ++date_;
  }
  // The text's figures and dates from here on, and the number of the first of them.
  std::span<const FigureSpan> figures() const { return s_.figures.subspan(figure_); }
  std::span<const DateSpan> dates() const { return s_.dates.subspan(date_); }
  int figure_number() const { return static_cast<int>(figure_); }
  int date_number() const { return static_cast<int>(date_); }
  bool FigureBegins(uint32_t at) const { return figure_ < s_.figures.size() && s_.figures[figure_].first == at; }
  bool DateBegins(uint32_t at) const { return date_ < s_.dates.size() && s_.dates[date_].first == at; }
  // Where the next figure or date begins: no phrase may reach into it.
  uint32_t Limit() const {
    uint32_t limit = out_.last;
    if (figure_ < s_.figures.size()) limit = std::min(limit, s_.figures[figure_].first);
    if (date_ < s_.dates.size()) limit = std::min(limit, s_.dates[date_].first);
    return limit;
  }

  // The name that begins at token `at`; null where none does. Leaves those in front of it behind.
  const NameSpan* NameAt(uint32_t at) {
    while (!names_.empty() && names_.front().first < at) names_ = names_.subspan(1);
    return !names_.empty() && names_.front().first == at ? &names_.front() : nullptr;
  }
  // The text's names from the one on that was asked for last.
  std::span<const NameSpan> names() const { return names_; }

  bool Marked(uint32_t at, WordMark mark) const { return (reading_.marks[at] & mark) != 0; }
  bool IsPossessive(uint32_t at) const { return reading_.IsPossessive(at); }
  // The phrases that begin at token `at`, shortest first. Good until the next call, or one of RolesAt or TakeWord.
  std::span<const Lexicon::Match> MatchesAt(uint32_t at) {
    matches_.clear();
    s_.lexicon->AllAt(reading_.words, at, matches_);
    return matches_;
  }
  // The roles of all those phrases.
  uint64_t RolesAt(uint32_t at);

  // A new cell of the tokens [first, first + count); good until the next one.
  EventCell& Push(uint32_t first, uint32_t count, char kind) {
    EventCell& cell = out_.cells.emplace_back();
    cell.first = first;
    cell.count = count;
    cell.kind = kind;
    cell.first_tag = static_cast<uint32_t>(out_.tags.size());
    cell.glued = !reading_.tokens[first].space_before;
    cell.capital = reading_.tokens[first].capital;
    return cell;
  }
  // Of the last cell only: the tags of the others lie in front of its own.
  void AddTag(EventCell& cell, Tag tag) const {
    if (!tagging_) return;
    out_.tags.push_back(tag);
    ++cell.tag_count;
  }
  void AddTags(EventCell& cell, std::span<const Tag> tags) const {
    if (!tagging_) return;
    for (const Tag tag : tags) out_.tags.push_back(tag);  // one or two
    cell.tag_count += static_cast<uint32_t>(tags.size());
  }

  // A single word or mark, with the tags of its literal use in patterns; returns the token behind it.
  uint32_t TakeWord(uint32_t at, char kind) {
    EventCell& cell = Push(at, 1, kind);
    if (tagging_ && Marked(at, kMarkLiteral)) AddLiteral(at, cell);
    return at + 1;
  }

 private:
  bool HoldsFigure() const;
  void AddLiteral(uint32_t at, EventCell& cell);

  const CellSources& s_;
  const Reading& reading_;
  const EventVocabulary& vocabulary_;
  EventSentence& out_;
  size_t figure_ = 0;
  size_t date_ = 0;
  std::span<const NameSpan> names_;
  bool tagging_ = false;
  std::vector<Lexicon::Match>& matches_;
};

}  // namespace tallywire::extract
