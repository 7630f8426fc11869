#include "extract/events/cut_phrase.h"

#include <algorithm>
#include <vector>

#include "extract/events/cell_sense.h"

namespace tallywire::extract {
namespace {

// Those that begin at token `at`. Apart from the reader's room, which holds the phrases that are asked about.
std::vector<Lexicon::Match> PhrasesAt(const CellReader& reader, uint32_t at) {
  std::vector<Lexicon::Match> phrases;
  reader.sources().lexicon->AllAt(reader.reading().words, at, phrases);
  return phrases;
}

template <class Wanted>
bool AnySense(const CellReader& reader, const Lexicon::Match& match, const Wanted& wanted) {
  const auto senses = reader.sources().lexicon->SensesOf(match.phrase);
  return std::any_of(senses.begin(), senses.end(), wanted);
}

bool IsOfClass(const CellReader& reader, const Lexicon::Match& match, SenseClass wanted) {
  return AnySense(reader, match, [&](const Sense& sense) { return reader.vocabulary().ClassOf(sense.tag) == wanted; });
}

bool MeasuresMoreThanPrice(const CellReader& reader, const Lexicon::Match& noun) {
  const EventVocabulary& vocabulary = reader.vocabulary();
  return AnySense(reader, noun, [&](const Sense& sense) {
    return vocabulary.ClassOf(sense.tag) == SenseClass::kMeasure &&
           !vocabulary.measures[sense.entry].Is(MeasureTrait::kPrice);
  });
}

}  // namespace

bool CutsName(const CellReader& reader, uint32_t first, uint32_t last, uint32_t limit) {
  for (const NameSpan& name : reader.names()) {
    if (name.first >= last) break;
    if (name.first > first && name.last > last && name.last <= limit) return true;
  }
  return false;
}

bool CutsSubject(const CellReader& reader, uint32_t at, const Lexicon::Match& match, uint32_t limit) {
  const EventVocabulary& vocabulary = reader.vocabulary();
  if (match.tokens != 2 || !vocabulary.hints.Has(reader.reading().words[at + 1], kHintBody | kHintAgency)) return false;
  const auto behind = PhrasesAt(reader, at + 1);
  return std::any_of(behind.begin(), behind.end(), [&](const Lexicon::Match& longer) {
    if (longer.tokens < 2 || at + 1 + longer.tokens > limit) return false;
    return AnySense(reader, longer, [&](const Sense& sense) {
      return vocabulary.ClassOf(sense.tag) == SenseClass::kSubject && Holds(reader, sense, longer, at + 1);
    });
  });
}

bool IsOwnersGrade(const CellReader& reader, uint32_t at, const Lexicon::Match& match,
                   std::span<const Lexicon::Match> shorter) {
  const uint32_t behind = at + match.tokens;
  if (match.tokens < 2 || behind >= reader.last() || !IsOfClass(reader, match, SenseClass::kItem)) return false;
  const bool by_place = std::any_of(shorter.begin(), shorter.end(), [&](const Lexicon::Match& front) {
    return IsOfClass(reader, front, SenseClass::kSubject);
  });
  if (!by_place) return false;
  // "Greenland halibut" is what the fish is called, wherever it lives.
  const std::string_view words = reader.reading().TextOf(at, behind);
  const bool called = AnySense(reader, match, [&](const Sense& sense) {
    return reader.vocabulary().ClassOf(sense.tag) == SenseClass::kItem &&
           reader.vocabulary().items[sense.entry].name == words;
  });
  if (called) return false;
  const auto next = PhrasesAt(reader, behind);
  return std::any_of(next.begin(), next.end(),
                     [&](const Lexicon::Match& noun) { return MeasuresMoreThanPrice(reader, noun); });
}

}  // namespace tallywire::extract
