#include "extract/events/cell_sense.h"

namespace tallywire::extract {
namespace {

void TakeSense(const CellReader& reader, const Sense& sense, EventCell& cell) {
  const EventVocabulary& vocabulary = reader.vocabulary();
  const auto entry = static_cast<int>(sense.entry);
  switch (vocabulary.ClassOf(sense.tag)) {
    case SenseClass::kAdjective:
      cell.subject = entry;
      cell.adjective = true;
      return reader.AddTag(cell, vocabulary.subject_tag);
    case SenseClass::kSubject:
      cell.subject = reader.sources().names->BranchOf(entry);
      return reader.AddTag(cell, sense.tag);
    default:
      TakeThing(vocabulary, sense, cell, [&](Tag tag) { reader.AddTag(cell, tag); });
  }
}

}  // namespace

bool Holds(const CellReader& reader, const Sense& sense, const Lexicon::Match& match, uint32_t at) {
  const EventVocabulary& vocabulary = reader.vocabulary();
  const Reading& reading = reader.reading();
  const SenseClass what = vocabulary.ClassOf(sense.tag);
  if (what == SenseClass::kNone || what == SenseClass::kWord) return false;
  if (sense.exact && !reader.sources().lexicon->SpelledAs(match.phrase, reading.TextOf(at, at + match.tokens)))
    return false;
  if (what != SenseClass::kSubject && what != SenseClass::kAdjective) return true;
  const SubjectEntry& subject = vocabulary.subjects[sense.entry];
  if (subject.kind == SubjectKind::kAgency && match.tokens > 1) return true;  // "the food ministry"
  const char initial = subject.name.empty() ? 'a' : subject.name.front();
  return reading.tokens[at].capital || (initial >= 'a' && initial <= 'z');
}

void TakeSenses(const CellReader& reader, const Lexicon::Match& match, EventCell& cell) {
  for (const Sense& sense : reader.sources().lexicon->SensesOf(match.phrase)) {
    if (Holds(reader, sense, match, cell.first)) TakeSense(reader, sense, cell);
  }
}

void TakeSenses(const CellReader& reader, const PhraseSenses& phrase, EventCell& cell) {
  cell.roles = phrase.roles;
  cell.measure = phrase.measure;
  cell.verb = phrase.verb;
  cell.item = phrase.item;
  cell.activity = phrase.activity;
  reader.AddTags(cell, reader.vocabulary().phrases.TagsOf(phrase));
}

char KindOfWord(const EventCell& cell) {
  constexpr uint64_t kVerbs = BitOf(WordRole::kUp) | BitOf(WordRole::kDown) | BitOf(WordRole::kFlat) |
                              BitOf(WordRole::kBe) | BitOf(WordRole::kReach) | BitOf(WordRole::kSet) |
                              BitOf(WordRole::kAccount);
  const bool noun = cell.measure != kAbsent || cell.item != kAbsent || cell.subject != kAbsent;
  if (noun || cell.activity != kAbsent) return kWordCell;
  if (cell.Is(WordRole::kBarrier)) return kBarrierCell;
  return (cell.roles & kVerbs) != 0 || cell.verb != kAbsent ? kVerbCell : kWordCell;
}

}  // namespace tallywire::extract
