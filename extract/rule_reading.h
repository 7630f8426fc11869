// Applies a rule set to a document, layer by layer.
#pragma once

#include "extract/extract.h"
#include "extract/extract_trace.h"
#include "extract/rule_set.h"
#include "model/event.h"

namespace tallywire::extract {

// Notes how it came about in `trace` where that is given.
Extraction ReadDocument(const RuleSet& rules, const Document& document, ExtractTrace* trace);

// A text cut into tokens and sentences.
Reading ReadTokens(const RuleSet& rules, std::string_view text);

}  // namespace tallywire::extract
