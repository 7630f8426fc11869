// Commands whose stages are being built.
#include <cstdio>

#include "cli/commands.h"

namespace tallywire::cli {
namespace {
ExitCode Pending() {
  std::fputs("this command needs the database, which is being built\n", stderr);
  return ExitCode::kUsage;
}
}  // namespace
ExitCode RunCommand(const IngestOptions&, const Environment&) { return Pending(); }
ExitCode RunCommand(const ReparseOptions&, const Environment&) { return Pending(); }
ExitCode RunCommand(const QueryOptions&, const Environment&) { return Pending(); }
ExitCode RunCommand(const ShowOptions&, const Environment&) { return Pending(); }
ExitCode RunCommand(const FeedsAddOptions&, const Environment&) { return Pending(); }
ExitCode RunCommand(const FeedsListOptions&, const Environment&) { return Pending(); }
ExitCode RunCommand(const FeedsRemoveOptions&, const Environment&) { return Pending(); }
ExitCode RunCommand(const RulesListOptions&, const Environment&) { return Pending(); }
}  // namespace tallywire::cli
