// tallywire: turns the news into a database of figures.
#include <cstdio>
#include <exception>

#include "cli/exit_code.h"
#include "cli/program.h"

int main(int argc, char** argv) {
  try {
    const tallywire::SystemClock clock;
    return tallywire::cli::RunProgram(argc, argv, clock);
  } catch (const std::exception& error) {
    // Only exhausted resources and bugs arrive here; everything expected is a value.
    std::fprintf(stderr, "error: %s. The run was stopped; what had been stored is kept.\n", error.what());
    return static_cast<int>(tallywire::cli::ExitCode::kPartial);
  }
}
