#include "extract/events/phrase_cell.h"

#include <algorithm>

#include "extract/events/cell_sense.h"
#include "extract/events/cut_phrase.h"

namespace tallywire::extract {
namespace {

// Whether the phrase means something to events where it stands.
bool Speaks(const CellReader& reader, const Lexicon::Match& match, const PhraseSenses& phrase, uint32_t at) {
  if (!phrase.speaks || phrase.plain) return phrase.speaks;
  const auto senses = reader.sources().lexicon->SensesOf(match.phrase);
  return std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) { return Holds(reader, sense, match, at); });
}

// "14% below that of 2022": no clause begins.
bool StandsForNoun(CellReader& reader, const EventCell& cell) {
  constexpr uint64_t kBeyond = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter) | BitOf(WordRole::kComparing);
  const size_t count = reader.cells().size();
  if (!cell.Is(WordRole::kBarrier) || count < 2 || cell.last() >= reader.last()) return false;
  return (reader.cells()[count - 2].roles & kBeyond) != 0 &&
         reader.vocabulary().pro_forms.contains(reader.reading().TextOf(cell.first)) &&
         (reader.RolesAt(cell.last()) & BitOf(WordRole::kOwner)) != 0;
}

uint32_t Take(CellReader& reader, const Lexicon::Match& match, const PhraseSenses& phrase, uint32_t at) {
  EventCell& cell = reader.Push(at, match.tokens, kWordCell);
  if (phrase.plain) {
    TakeSenses(reader, phrase, cell);
  } else {
    TakeSenses(reader, match, cell);
  }
  if (match.tokens == 1) reader.AddTags(cell, reader.vocabulary().phrases.WordTagsOf(phrase));
  cell.kind = StandsForNoun(reader, cell) ? kWordCell : KindOfWord(cell);
  return cell.last();
}

}  // namespace

uint32_t TakePhrase(CellReader& reader, uint32_t at, const NameSpan* name) {
  const auto matches = reader.MatchesAt(at);
  const uint32_t limit = reader.Limit();
  for (size_t i = matches.size(); i-- > 0;) {
    const Lexicon::Match match = matches[i];
    if (at + match.tokens > limit) continue;
    const PhraseSenses& phrase = reader.vocabulary().phrases[match.phrase];
    if (!Speaks(reader, match, phrase, at)) continue;
    if (name != nullptr && name->last <= limit && name->last - name->first > match.tokens) return at;
    if (CutsName(reader, at, at + match.tokens, limit) || CutsSubject(reader, at, match, limit) ||
        IsOwnersGrade(reader, at, match, matches.first(i)))
      continue;
    return Take(reader, match, phrase, at);
  }
  return at;
}

}  // namespace tallywire::extract
