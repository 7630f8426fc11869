// Reads clauses.toml.
#pragma once

#include "extract/events/clause_words.h"
#include "extract/files/rule_document.h"
#include "model/result.h"

namespace tallywire::extract {

// Adds the file's words. kUsage where a section has a list that is not known.
Status ReadClauseWords(const RuleFile& file, const RuleNode& root, ClauseWords& out);

}  // namespace tallywire::extract
