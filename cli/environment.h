// What every command is given besides its own options.
#pragma once

#include "cli/options.h"
#include "model/time.h"

namespace tallywire::cli {

struct Environment {
  GlobalOptions global;
  const Clock* clock = nullptr;  // never null while a command runs
};

}  // namespace tallywire::cli
