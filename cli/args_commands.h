// The subcommands' options, as CLI11 sees them.
#pragma once

#include "cli/options.h"

namespace CLI {
class App;
}

namespace tallywire::cli {

// Adds every subcommand to `app`; parsing sets `command` to the options of the one that was named. `command` must
// outlive `app`.
void DefineCommands(CLI::App& app, Command& command);

}  // namespace tallywire::cli
