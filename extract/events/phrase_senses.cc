#include "extract/events/phrase_senses.h"

#include "extract/events/event_vocabulary.h"

namespace tallywire::extract {

PhraseTable::PhraseTable(const EventVocabulary& vocabulary, const Lexicon& lexicon) {
  phrases_.reserve(lexicon.phrase_count());
  for (uint32_t phrase = 0; phrase < lexicon.phrase_count(); ++phrase) {
    phrases_.push_back(Read(vocabulary, lexicon.SensesOf(phrase)));
  }
}

PhraseSenses PhraseTable::Read(const EventVocabulary& vocabulary, std::span<const Sense> senses) {
  PhraseSenses phrase;
  phrase.first_tag = static_cast<uint32_t>(tags_.size());
  for (const Sense& sense : senses) {
    const SenseClass what = vocabulary.ClassOf(sense.tag);
    if (what == SenseClass::kNone || what == SenseClass::kWord) continue;
    phrase.speaks = true;
    const bool somebody = what == SenseClass::kSubject || what == SenseClass::kAdjective;
    phrase.plain = phrase.plain && !sense.exact && !somebody;
    if (!somebody) TakeThing(vocabulary, sense, phrase, [this](Tag tag) { tags_.push_back(tag); });
  }
  phrase.tags = static_cast<uint16_t>(tags_.size() - phrase.first_tag);
  for (const Sense& sense : senses) {
    if (vocabulary.ClassOf(sense.tag) == SenseClass::kWord) tags_.push_back(sense.tag);
  }
  phrase.word_tags = static_cast<uint16_t>(tags_.size() - phrase.first_tag - phrase.tags);
  return phrase;
}

}  // namespace tallywire::extract
