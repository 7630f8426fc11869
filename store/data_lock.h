// One run at a time may write to a data folder.
#pragma once

#include <filesystem>
#include <string>

#include "model/result.h"
#include "model/time.h"

namespace tallywire::store {

// Holds `folder`/lock by flock(2) from Acquire to destruction. The kernel frees the lock of a process that died,
// however it died. The file itself stays, and says who holds or held it last.
class DataLock {
 public:
  // Creates `folder` where needed. kLocked where another process has it: who, on which host, since when, doing what.
  // kDataFolder where the folder cannot be written.
  static Result<DataLock> Acquire(const std::filesystem::path& folder, const Clock& clock, const std::string& command);
  DataLock(DataLock&& other) noexcept;
  DataLock& operator=(DataLock&& other) noexcept;
  ~DataLock();

 private:
  explicit DataLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace tallywire::store
