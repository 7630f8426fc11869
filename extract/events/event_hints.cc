#include "extract/events/event_hints.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "extract/events/event_vocabulary.h"
#include "extract/events/text_home.h"
#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

// Marks of the first word of a phrase with that sense.
uint8_t MarksOfFirst(SenseClass what) {
  if (what == SenseClass::kNone) return 0;
  return what == SenseClass::kWord ? kMarkLiteral : kMarkPhrase;
}

unsigned HintOfSubject(const SubjectEntry& subject) {
  switch (subject.kind) {
    case SubjectKind::kCountry:
      return kHintPlace;
    case SubjectKind::kRegion:
      return kHintRegion;
    case SubjectKind::kCompany:
      return kHintFirm;
    case SubjectKind::kAgency:
      return kHintBody | kHintAgency;
    case SubjectKind::kArea:
      return subject.of >= 0 ? kHintPlace : kHintBody;  // a town of a dateline
    default:
      return kHintBody;
  }
}

// What a phrase with that sense can be about.
unsigned HintOfThing(const EventVocabulary& vocabulary, const Sense& sense) {
  const SenseClass what = vocabulary.ClassOf(sense.tag);
  if (what == SenseClass::kItem) return kHintItem;
  if (what == SenseClass::kMeasure)
    return vocabulary.measures[sense.entry].Is(MeasureTrait::kLimit) ? unsigned{kHintLimit} : 0U;
  if (what != SenseClass::kSubject && what != SenseClass::kAdjective) return 0;
  return HintOfSubject(vocabulary.subjects[sense.entry]);
}

// The same for the phrase's first word.
unsigned HintOfFirst(const EventVocabulary& vocabulary, const Sense& sense) {
  const SenseClass what = vocabulary.ClassOf(sense.tag);
  if (what != SenseClass::kSubject && what != SenseClass::kAdjective) return 0;
  return PlaceOf(vocabulary, sense.entry) != kAbsent ? unsigned{kHintTellsPlace} : 0U;
}

}  // namespace

EventHints::EventHints(const EventVocabulary& vocabulary, Lexicon& lexicon) {
  const auto note_all = [&](const WordSet& words, unsigned hint) {
    words.Each([&](std::string_view word) { Note(lexicon.AddWord(word), hint); });
  };
  note_all(vocabulary.name_inner, kHintNameInner);
  note_all(vocabulary.body_inner, kHintNameInner);
  note_all(vocabulary.titles, kHintTitle);
  note_all(vocabulary.no_name, kHintNoName);
  note_all(vocabulary.company_suffixes, kHintSuffix);
  note_all(vocabulary.company_words, kHintCompanyWord);
  note_all(vocabulary.portfolios, kHintPortfolio);
  note_all(vocabulary.bodies, kHintBodyWord);
  note_all(vocabulary.works, kHintWork);
  note_all(vocabulary.describers, kHintDescriber);
  note_all(vocabulary.company_prefixes, kHintPrefix);
  note_all(vocabulary.no_part, kHintNoPart);
  note_all(vocabulary.in_turn, kHintInTurn);
  lexicon.EachPhrase([&](std::span<const uint32_t> words, std::span<const Sense> senses) {
    // Long words are rare.
    const uint32_t longest = *std::max_element(
        words.begin(), words.end(), [&](uint32_t a, uint32_t b) { return lexicon.LengthOf(a) < lexicon.LengthOf(b); });
    for (const Sense& sense : senses) {
      lexicon.Mark(words.front(), MarksOfFirst(vocabulary.ClassOf(sense.tag)));
      Note(longest, HintOfThing(vocabulary, sense));
      Note(words.front(), HintOfFirst(vocabulary, sense));
    }
  });
}

void EventHints::Note(uint32_t word, unsigned hints) {
  if (bits_.size() <= word) bits_.resize(word + size_t{1});
  bits_[word] |= hints;
}

}  // namespace tallywire::extract
