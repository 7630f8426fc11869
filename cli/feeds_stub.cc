#include "cli/commands.h"
namespace tallywire::cli {
ExitCode RunCommand(const FeedsInspectOptions&, const Environment&) { return ExitCode::kPartial; }
}  // namespace tallywire::cli
