#include "extract/events/cell_reader.h"

namespace tallywire::extract {
namespace {

// The number of the first span that begins at the token or behind it.
template <class Span>
size_t FirstFrom(std::span<const Span> spans, uint32_t token) {
  const auto from = std::lower_bound(spans.begin(), spans.end(), token,
                                     [](const Span& span, uint32_t wanted) { return span.first < wanted; });
  return static_cast<size_t>(from - spans.begin());
}

void Empty(EventSentence& sentence) {
  sentence.has_figure = false;
  sentence.statement = false;
  sentence.cells.clear();
  sentence.tags.clear();
  sentence.restatements.clear();
  sentence.tagged.Clear();
}

}  // namespace

CellReader::CellReader(const CellSources& sources, size_t number, CellUse use, EventSentence& out,
                       std::vector<Lexicon::Match>& matches)
    : s_(sources), reading_(*sources.reading), vocabulary_(*sources.vocabulary), out_(out), matches_(matches) {
  const Sentence& sentence = reading_.sentences[number];
  Empty(out_);
  out_.number = number;
  out_.first = sentence.first;
  out_.last = sentence.last;
  figure_ = FirstFrom(s_.figures, sentence.first);
  date_ = FirstFrom(s_.dates, sentence.first);
  names_ = s_.names->From(sentence.first);
  tagging_ = use == CellUse::kRules && HoldsFigure();
}

// Rules look at sentences with figures only; the others are read for who and what they speak of.
bool CellReader::HoldsFigure() const {
  for (size_t i = figure_; i < s_.figures.size() && s_.figures[i].first < out_.last; ++i) {
    if (vocabulary_.KindOf(s_.figures[i].figure.unit) != UnitKind::kDuration) return true;
  }
  return false;
}

uint64_t CellReader::RolesAt(uint32_t at) {
  uint64_t roles = 0;
  for (const auto& match : MatchesAt(at)) {
    for (const Sense& sense : s_.lexicon->SensesOf(match.phrase)) roles |= vocabulary_.RoleOf(sense.tag);
  }
  return roles;
}

void CellReader::AddLiteral(uint32_t at, EventCell& cell) {
  const auto matches = MatchesAt(at);
  if (matches.empty() || matches.front().tokens > 1) return;
  AddTags(cell, vocabulary_.phrases.WordTagsOf(vocabulary_.phrases[matches.front().phrase]));
}

}  // namespace tallywire::extract
