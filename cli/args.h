// Reads the command line, TALLYWIRE_… environment variables and the configuration file into plain structs.
#pragma once

#include <optional>
#include <string>

#include "cli/config.h"
#include "cli/exit_code.h"
#include "cli/options.h"

namespace tallywire::cli {

struct Arguments {
  GlobalOptions global;
  Config config;
  Command command;
};

// Either what to run, or the end: help, version, or a mistake.
struct ParsedArguments {
  std::optional<Arguments> arguments;
  ExitCode exit_code = ExitCode::kOk;  // without arguments
  std::string output;                  // help or version, for standard output
  std::string message;                 // what is wrong, for standard error
};

ParsedArguments ParseArguments(int argc, const char* const* argv);

}  // namespace tallywire::cli
