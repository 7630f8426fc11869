// Reads measures.toml.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/events/event_vocabulary.h"
#include "extract/events/vocabulary_entries.h"

namespace tallywire::extract {

class MeasureReader {
 public:
  // Fills the measures of `out`, which must outlive the reader.
  explicit MeasureReader(EventVocabulary& out) : out_(out) {}

  Status Read(const RuleFile& file, const RuleNode& root);
  // When all files are read: what entries say of one another.
  void Tie();
  const VocabularyEntries& entries() const { return entries_; }

 private:
  Status ReadTraits(const RuleFile& file, const RuleNode& root);
  Status ReadMeasure(const RuleFile& file, const RuleNode& table);
  void TieFlows();

  EventVocabulary& out_;
  VocabularyEntries entries_;  // by id
  std::vector<std::pair<size_t, std::string>> otherwise_;
  std::vector<std::pair<size_t, std::string>> of_limits_;
  std::vector<std::pair<size_t, std::string>> of_places_;
  std::vector<std::pair<size_t, std::string>> at_most_;
  std::unordered_map<std::string, uint32_t> traits_;  // by name of a measure
};

}  // namespace tallywire::extract
