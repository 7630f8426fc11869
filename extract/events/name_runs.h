// Runs of capitalised words that are names, with what their words tell of the kind of who is named.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/events/capitals.h"
#include "extract/events/name_text.h"

namespace tallywire::extract {

struct NameRun {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  std::vector<std::string_view> words;  // as the text writes them, without titles and company suffix
  SubjectKind kind = SubjectKind::kName;
  bool doubtful = false;  // one word whose capital may be the sentence's own
};

// Reads a text from its first name to its last. The reading and the vocabulary must outlive it.
class NameRuns {
 public:
  NameRuns(const Reading& reading, const EventVocabulary& vocabulary) : text_(reading, vocabulary), capitals_(text_) {}

  // Overwrites `run`, whose buffers are reused, with the next name; false behind the last one.
  bool Next(NameRun& run);

 private:
  const NameText text_;
  const Capitals capitals_;
  size_t next_ = 0;      // of the capitals
  uint32_t behind_ = 0;  // the last run
};

}  // namespace tallywire::extract
