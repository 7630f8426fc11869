// Fuzz target: any bytes as a user's rule file. Every mistake names its place, and rules without one load.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <vector>

#include "extract/rule_set.h"

namespace {

using namespace tallywire::extract;

void Require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr const char* kKinds[] = {"events.toml",       "dates.toml",        "calendar.toml",  "measures.toml",
                                    "items.toml",        "units.toml",        "numbers.toml",   "subjects.toml",
                                    "names.toml",        "clauses.toml",      "bounds.toml",    "unit_kinds.toml",
                                    "event_words.toml",  "directions.toml",   "sentences.toml", "currencies.toml",
                                    "number_names.toml", "number_nouns.toml", "activities.toml"};
  if (size == 0) return 0;
  // The first byte chooses what the file is about. Without the built-in files, for the sake of speed.
  const std::string name = kKinds[data[0] % std::size(kKinds)];
  const std::vector<RuleFile> files{{name, name, {reinterpret_cast<const char*>(data) + 1, size - 1}, true}};
  const auto mistakes = CheckRules(files).mistakes;
  for (const auto& mistake : mistakes) Require(!mistake.what.empty() && mistake.where.starts_with(name));
  if (mistakes.empty()) Require(RuleSet::Load(files).has_value());
  return 0;
}
