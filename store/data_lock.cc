#include "store/data_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace tallywire::store {
namespace {

constexpr std::string_view kLockName = "lock";

Error LockError(const std::filesystem::path& path, std::string_view doing, int reason) {
  return Error{ErrorCode::kDataFolder, path.string(), fmt::format("cannot be {}: {}", doing, std::strerror(reason)),
               "Make the data folder writable for this user, or choose another with --data"};
}

std::string HostName() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown host";
}

std::string ReadHolder(int descriptor) {
  std::array<char, 1024> text{};
  const ssize_t got = ::pread(descriptor, text.data(), text.size() - 1, 0);
  std::string holder(text.data(), got > 0 ? static_cast<size_t>(got) : 0);
  while (holder.ends_with('\n')) holder.pop_back();
  return holder.empty() ? "a process that has not said who it is" : holder;
}

// The whole line goes out in one write, so that a second run reads all of it or nothing.
void WriteHolder(int descriptor, const Clock& clock, const std::string& command) {
  const std::string line =
      fmt::format("process {} on {} since {}: {}\n", ::getpid(), HostName(), ToIso(clock.Now()), command);
  // Only a courtesy to the next one who asks: on a full disk the lock still holds.
  if (::ftruncate(descriptor, 0) != 0) return;
  if (::pwrite(descriptor, line.data(), line.size(), 0) < 0) return;
}

}  // namespace

DataLock::DataLock(DataLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

DataLock& DataLock::operator=(DataLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

DataLock::~DataLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<DataLock> DataLock::Acquire(const std::filesystem::path& folder, const Clock& clock,
                                   const std::string& command) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return tl::unexpected<Error>(LockError(folder, "created", error.value()));
  const std::filesystem::path path = folder / kLockName;
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return tl::unexpected<Error>(LockError(path, "opened", errno));
  DataLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return tl::unexpected<Error>(LockError(path, "locked", errno));
    return Fail(ErrorCode::kLocked, folder.string(), "another run holds this data folder: " + ReadHolder(descriptor),
                "Wait for it to end, or stop it; its lock ends with it");
  }
  WriteHolder(descriptor, clock, command);
  return lock;
}

}  // namespace tallywire::store
