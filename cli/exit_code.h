// The exit status of every command: a contract with scripts.
#pragma once

#include "model/result.h"

namespace tallywire::cli {

enum class ExitCode : int {
  kOk = 0,
  kPartial = 1,     // part of the work failed and the rest was done; the summary says what
  kUsage = 2,       // wrong usage, configuration or rules
  kLocked = 3,      // another run holds the data folder
  kDataFolder = 4,  // the data folder cannot be used: damaged, full, not writable
  kInterrupted = 130,
  kTerminated = 143,
};

// The status a command ends with when `code` stops it.
constexpr ExitCode ExitCodeOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return ExitCode::kUsage;
    case ErrorCode::kLocked:
      return ExitCode::kLocked;
    case ErrorCode::kDataFolder:
      return ExitCode::kDataFolder;
    case ErrorCode::kInterrupted:
      return ExitCode::kInterrupted;
    default:
      return ExitCode::kPartial;
  }
}

}  // namespace tallywire::cli
