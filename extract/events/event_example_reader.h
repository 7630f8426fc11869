// The examples of event rules, as they stand in rule files.
#pragma once

#include <vector>

#include "extract/events/event_example.h"
#include "extract/files/rule_document.h"
#include "extract/files/rule_files.h"
#include "model/result.h"

namespace tallywire::extract {

// The examples in a rule's table. Every mistake in them is appended to `mistakes`; the result may be used only if there
// are none.
std::vector<EventExample> ReadEventExamples(const RuleFile& file, const RuleNode& table, std::vector<Error>& mistakes);

}  // namespace tallywire::extract
