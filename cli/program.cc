#include "cli/program.h"

#include <cstdio>
#include <exception>
#include <variant>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/logging.h"
#include "cli/stop_signal.h"

namespace tallywire::cli {

int RunProgram(int argc, const char* const* argv, const Clock& clock) {
  const ParsedArguments parsed = ParseArguments(argc, argv);
  if (!parsed.arguments) {
    std::fputs(parsed.output.c_str(), stdout);
    if (!parsed.message.empty()) std::fprintf(stderr, "error: %s\n", parsed.message.c_str());
    return static_cast<int>(parsed.exit_code);
  }
  const GlobalOptions& global = parsed.arguments->global;
  SetUpLogging(global.log_level, global.log_format, !global.no_progress);
  CatchStopSignals();
  const Environment environment{global, parsed.arguments->config, &clock};
  return static_cast<int>(
      std::visit([&](const auto& options) { return RunCommand(options, environment); }, parsed.arguments->command));
}

}  // namespace tallywire::cli
