// Names of companies, bodies and people that stand in no vocabulary, and which mentions mean the same one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/event_vocabulary.h"
#include "extract/reading.h"

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

  // The name that begins at token `at`, or nullptr. Spans are of the text set last.
  const NameSpan* At(uint32_t at) const;

  const std::string& NameOf(int entity) const;
  SubjectKind KindOf(int entity) const;
  bool IsCompany(int entity) const { return KindOf(entity) == SubjectKind::kCompany; }

 private:
  int EntityFor(const std::vector<std::string>& words, SubjectKind kind);

  struct Named {
    std::vector<std::string> folded;  // words of the longest form, folded
    SubjectEntry entry;
  };
  const EventVocabulary* vocabulary_;
  std::vector<Named> named_;
  std::vector<NameSpan> spans_;
};

}  // namespace tallywire::extract
