// Rules on trial: every example that stands beside a rule is read, and what is found compared with its promise.
#pragma once

#include <string>
#include <vector>

#include "extract/rule_set.h"

namespace tallywire::extract {

struct ExampleFailure {
  std::string rule;
  std::string where;  // of the example
  std::string text;
  std::string expected;
  std::string got;
};

struct TrialReport {
  size_t rules = 0;
  size_t examples = 0;
  std::vector<ExampleFailure> failures;
};

// Runs the examples of date and event rules. An event rule must also decide on a figure in one of its own examples.
TrialReport RunExamples(const RuleSet& rules);

}  // namespace tallywire::extract
