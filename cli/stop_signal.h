// SIGINT and SIGTERM become a flag that loops look at, so that what is in flight is finished or rolled back first.
#pragma once

#include <atomic>

#include "cli/exit_code.h"

namespace tallywire::cli {

// From here on the two signals set the flag instead of ending the program; a second one of them ends it at once.
// Call once, before any thread is started.
void CatchStopSignals();

// True once a signal has arrived. Safe from any thread.
const std::atomic<bool>& StopFlag();
inline bool StopRequested() { return StopFlag().load(); }

// 130 after SIGINT, 143 after SIGTERM. Only after StopRequested().
ExitCode StopExitCode();

// Becomes readable when a signal arrives, for poll(); -1 before CatchStopSignals().
int StopDescriptor();

}  // namespace tallywire::cli
