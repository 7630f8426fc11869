// The program from its arguments to its exit status.
#pragma once

#include "model/time.h"

namespace tallywire::cli {

int RunProgram(int argc, const char* const* argv, const Clock& clock);

}  // namespace tallywire::cli
