// Reads subjects.toml.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extract/events/event_vocabulary.h"
#include "extract/events/vocabulary_entries.h"

namespace tallywire::extract {

class SubjectReader {
 public:
  // Fills the subjects of `out`, which must outlive the reader.
  explicit SubjectReader(EventVocabulary& out) : out_(out) {}

  Status Read(const RuleFile& file, const RuleNode& root);
  // When all files are read: the country of each agency, and the words that names may begin with.
  void Tie();
  const VocabularyEntries& entries() const { return entries_; }

 private:
  void TieWords(const EntryWords& words, size_t place);

  EventVocabulary& out_;
  VocabularyEntries entries_;
  std::vector<std::pair<std::string, std::string>> subject_of_;  // agency, its country
  std::vector<std::pair<std::string, std::string>> namesakes_;   // agency, a country that has one of that name too
};

}  // namespace tallywire::extract
