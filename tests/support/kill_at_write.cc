// Preloaded into the program (LD_PRELOAD): kills it with SIGKILL at its Nth change of a file, after half of the bytes
// of a write have gone out, so that every kind of torn file comes about, and the same one each time.
//
// KILL_AT=N kills at the Nth change; KILL_COUNT=FILE writes down how many there were in a run that came to its end.
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace {

std::atomic<long> g_changes{0};

template <class Function>
Function Next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool IsFile(int descriptor) {
  struct stat status = {};
  return descriptor > STDERR_FILENO && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

long KillAt() {
  static const long at = [] {
    const char* value = std::getenv("KILL_AT");
    return value == nullptr ? 0L : std::atol(value);
  }();
  return at;
}

// True where this change of a file is the last thing the program is to do.
bool IsTheEnd(int descriptor) { return IsFile(descriptor) && ++g_changes == KillAt(); }

void Die() { raise(SIGKILL); }

struct CountAtExit {
  ~CountAtExit() {
    const char* name = std::getenv("KILL_COUNT");
    if (name == nullptr) return;
    const long changes = g_changes.load();
    if (FILE* file = std::fopen(name, "w"); file != nullptr) {
      std::fprintf(file, "%ld", changes);
      std::fclose(file);
    }
  }
} g_count_at_exit;

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
  static const auto real = Next<ssize_t (*)(int, const void*, size_t)>("write");
  if (!IsTheEnd(descriptor)) return real(descriptor, bytes, size);
  real(descriptor, bytes, size / 2);
  Die();
  return -1;
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
  static const auto real = Next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  if (!IsTheEnd(descriptor)) return real(descriptor, bytes, size, offset);
  real(descriptor, bytes, size / 2, offset);
  Die();
  return -1;
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
  return pwrite64(descriptor, bytes, size, offset);
}

int fdatasync(int descriptor) {
  static const auto real = Next<int (*)(int)>("fdatasync");
  if (IsTheEnd(descriptor)) Die();
  return real(descriptor);
}

int fsync(int descriptor) {
  static const auto real = Next<int (*)(int)>("fsync");
  if (IsTheEnd(descriptor)) Die();
  return real(descriptor);
}

int ftruncate64(int descriptor, off64_t size) {
  static const auto real = Next<int (*)(int, off64_t)>("ftruncate64");
  if (IsTheEnd(descriptor)) Die();
  return real(descriptor, size);
}

int ftruncate(int descriptor, off_t size) { return ftruncate64(descriptor, size); }

}  // extern "C"
