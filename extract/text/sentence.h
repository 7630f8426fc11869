// Where sentences end: at . ! ? before something that can begin one, and at blank lines.
//
// ICU's break iterator was the alternative. It knows no news abbreviations ("Inc.", "Sept.", "No. 5") without its
// filtered variant and would be a second pass over the text; these rules run over the tokens that are there anyway.
#pragma once

#include <span>
#include <string_view>

#include "extract/files/rule_files.h"
#include "extract/text/lexicon.h"
#include "extract/text/reading.h"
#include "model/result.h"

namespace tallywire::extract {

class SentenceSplitter {
 public:
  // Adds the words of sentences.toml to the vocabulary. kUsage with the place of a mistake.
  static Result<SentenceSplitter> Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon);

  // Fills reading.sentences from its text, tokens, words and marks. A sentence has at most kMostTokens tokens: longer
  // ones are cut there, so that every later layer is linear in the text.
  void Split(const Lexicon& lexicon, Reading& reading) const;

  static constexpr uint32_t kMostTokens = 400;

 private:
  Tag abbreviation_ = 0;
  Tag amount_ = 0;
  Tag doubtful_ = 0;
  Tag starter_ = 0;
};

}  // namespace tallywire::extract
