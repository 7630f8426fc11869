// Reads names.toml.
#pragma once

#include "extract/events/name_words.h"
#include "extract/files/rule_document.h"
#include "model/result.h"

namespace tallywire::extract {

// Adds the file's words. kUsage where it has a list that is not known.
Status ReadNameWords(const RuleFile& file, const RuleNode& root, NameWords& out);

}  // namespace tallywire::extract
