// What every command is given besides its own options.
#pragma once

#include "cli/config.h"
#include "cli/options.h"
#include "model/time.h"

namespace tallywire::cli {

struct Environment {
  GlobalOptions global;
  Config config;
  const Clock* clock = nullptr;  // never null while a command runs
};

}  // namespace tallywire::cli
