#include "cli/program.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <variant>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/heap.h"
#include "cli/logging.h"
#include "cli/stop_signal.h"

namespace tallywire::cli {
namespace {

// Results that did not arrive are a failure, however well they were found.
ExitCode AfterFlush(ExitCode exit_code) {
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
  const std::string reason = errno == 0 ? std::string() : std::string(": ") + std::strerror(errno);
  LogError({ErrorCode::kIo, "standard output", "cannot be written" + reason, "Part of the results is missing"});
  return exit_code == ExitCode::kOk ? ExitCode::kPartial : exit_code;
}

}  // namespace

int RunProgram(int argc, const char* const* argv, const Clock& clock) {
  const ParsedArguments parsed = ParseArguments(argc, argv);
  if (!parsed.arguments) {
    std::fputs(parsed.output.c_str(), stdout);
    if (!parsed.message.empty()) std::fprintf(stderr, "error: %s\n", parsed.message.c_str());
    return static_cast<int>(parsed.exit_code);
  }
  SetUpHeap();
  const GlobalOptions& global = parsed.arguments->global;
  SetUpLogging(global.log_level, global.log_format, !global.no_progress);
  CatchStopSignals();
  const Environment environment{global, parsed.arguments->config, &clock};
  const ExitCode exit_code =
      std::visit([&](const auto& options) { return RunCommand(options, environment); }, parsed.arguments->command);
  return static_cast<int>(AfterFlush(exit_code));
}

}  // namespace tallywire::cli
