// `tallywire rules list`: the rules in force.
#include <cstdio>

#include "cli/commands.h"
#include "cli/logging.h"
#include "extract/extract.h"

namespace tallywire::cli {

ExitCode RunCommand(const RulesListOptions&, const Environment& environment) {
  const auto extractor = extract::Extractor::Load(environment.global.rules);
  if (!extractor) {
    LogError(extractor.error());
    return ExitCodeOf(extractor.error().code);
  }
  return ExitCode::kOk;
}

}  // namespace tallywire::cli
