// The notation of patterns (extract/text/pattern.h), and what RE2 is given for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/text/lexicon.h"
#include "extract/text/pattern_alphabet.h"
#include "extract/text/pattern_filter.h"
#include "model/result.h"

namespace tallywire::extract {

// The elements of a pattern, groups whole: "( a | b )? ~3 {x:y}" has three.
std::vector<std::string> PatternElements(std::string_view notation);

struct CompiledPattern {
  std::string regex;  // over sentences as `alphabet` writes them
  PatternAlphabet alphabet;
  std::vector<std::string> captures;  // their names
  PatternShape shape;
};

// Notes the pattern's words in `lexicon` under the tags "=word". `known` must hold every tag the pattern names; `where`
// goes into the error ("events.toml:12"). kUsage for a mistake in the notation.
Result<CompiledPattern> CompilePattern(std::string_view notation, std::string_view where, TagNames& known,
                                       Lexicon& lexicon);

}  // namespace tallywire::extract
