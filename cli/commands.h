// The subcommands. Each prints its results to standard output, messages to standard error, and returns the exit status.
#pragma once

#include "cli/environment.h"
#include "cli/exit_code.h"
#include "cli/options.h"

namespace tallywire::cli {

ExitCode RunCommand(const IngestOptions& options, const Environment& environment);
ExitCode RunCommand(const ReparseOptions& options, const Environment& environment);
ExitCode RunCommand(const QueryOptions& options, const Environment& environment);
ExitCode RunCommand(const ShowOptions& options, const Environment& environment);
ExitCode RunCommand(const ExtractOptions& options, const Environment& environment);
ExitCode RunCommand(const FeedsAddOptions& options, const Environment& environment);
ExitCode RunCommand(const FeedsListOptions& options, const Environment& environment);
ExitCode RunCommand(const FeedsRemoveOptions& options, const Environment& environment);
ExitCode RunCommand(const FeedsInspectOptions& options, const Environment& environment);
ExitCode RunCommand(const RulesListOptions& options, const Environment& environment);
ExitCode RunCommand(const RulesCheckOptions& options, const Environment& environment);
ExitCode RunCommand(const RulesTestOptions& options, const Environment& environment);
ExitCode RunCommand(const RulesExplainOptions& options, const Environment& environment);

}  // namespace tallywire::cli
