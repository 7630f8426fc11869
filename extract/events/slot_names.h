// Names of companies, bodies and people that stand in no vocabulary, and which mentions mean the same one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/events/event_vocabulary.h"
#include "extract/text/reading.h"
#include "extract/text/word_table.h"

namespace tallywire::extract {

struct NameSpan {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  int entity = -1;        // an entity of DocumentNames
  bool doubtful = false;  // one word whose capital may be the sentence's own
};

// The entities of one document: those of the vocabulary first, then names found in the text. Body and title share one.
class DocumentNames {
 public:
  DocumentNames(const EventVocabulary& vocabulary) : vocabulary_(&vocabulary) {}

  // Finds the names of a text. Call for the body first, so that the title's short forms find their long ones.
  std::vector<NameSpan> Read(const Reading& reading);
  void SetSpans(std::vector<NameSpan> spans) { spans_ = std::move(spans); }

  // The names of the text set last, in order, from the first one on that begins at token `at` or behind it.
  std::span<const NameSpan> From(uint32_t at) const;

  const std::string& NameOf(int entity) const;
  SubjectKind KindOf(int entity) const;
  // The country that an agency belongs to: by its entry, or by the first or last word of its name; -1 where none tells.
  int CountryOf(int entity) const;
  // The branch that a company's name stands for in this text: "Vale" where it speaks of "PT Vale Indonesia".
  int BranchOf(int entity) const;
  bool IsCompany(int entity) const { return KindOf(entity) == SubjectKind::kCompany; }

 private:
  int EntityFor(const std::vector<std::string>& words, SubjectKind kind);

  struct Named {
    std::vector<uint32_t> words;  // of the longest form: numbers of words_
    SubjectEntry entry;
  };
  // The entity of just that name, else the first one whose name holds it and more, as `whole` asks; its place in
  // named_.
  std::optional<size_t> Find(const std::vector<uint32_t>& words, bool whole) const;

  void NoteBranch(const std::vector<std::string>& words, int entity);

  const EventVocabulary* vocabulary_;
  std::vector<std::pair<int, int>> branches_;  // companies of the vocabulary and their branches
  std::vector<Named> named_;
  WordTable words_;                               // folded words of names
  std::vector<uint32_t> numbers_;                 // of the name being looked up
  std::vector<std::vector<uint32_t>> with_word_;  // by number of a word: the names that hold it, in order
  std::vector<NameSpan> spans_;
};

}  // namespace tallywire::extract
