// The things of one document: those of the vocabulary first, then nouns that the text itself treats as things.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/events/event_vocabulary.h"
#include "extract/text/reading.h"

namespace tallywire::extract {

// Body and title share one. The vocabulary must outlive it.
class DocumentItems {
 public:
  explicit DocumentItems(const EventVocabulary& vocabulary) : vocabulary_(&vocabulary) {}

  const ItemEntry& At(int entry) const;
  bool IsKindOf(int item, int whole) const;

  // The entry of a name that is in no vocabulary, in small letters; -1 where the document has too many of them.
  int EntryFor(std::string_view name);
  // The entry of that name; -1 where the text has not named it yet.
  int Find(std::string_view name) const;
  // Whether the text says "of" that word with no noun behind it: "5,600 kg of the ephedrine, those in Punjab". Reads
  // the text once.
  bool IsNamedAlone(const Reading& reading, std::string_view word);
  // Whether the text has named any that is in no vocabulary.
  bool HasNamed() const { return !named_.empty(); }
  // Whether the vocabulary has it.
  bool Known(int entry) const { return static_cast<size_t>(entry) < vocabulary_->items.size(); }

 private:
  void NoteAlone(const Reading& reading);

  const EventVocabulary* vocabulary_;
  std::vector<ItemEntry> named_;
  const Reading* noted_ = nullptr;  // the text of alone_
  WordSet alone_;
};

}  // namespace tallywire::extract
