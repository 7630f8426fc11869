#include "cli/stop_signal.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace tallywire::cli {
namespace {

// Signal handlers can only reach globals; these are written by the handler and read through the functions below.
std::atomic<bool> g_stop{false};
std::atomic<int> g_signal{0};
std::array<int, 2> g_pipe{-1, -1};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

extern "C" void OnStopSignal(int signal_number) {
  const int saved_errno = errno;
  g_signal.store(signal_number);
  g_stop.store(true);
  const char byte = 1;
  [[maybe_unused]] const ssize_t written = write(g_pipe[1], &byte, 1);
  errno = saved_errno;
}

}  // namespace

void CatchStopSignals() {
  if (pipe2(g_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;  // without a pipe signals end the program as before
  struct sigaction action = {};
  action.sa_handler = OnStopSignal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

const std::atomic<bool>& StopFlag() { return g_stop; }

ExitCode StopExitCode() { return g_signal.load() == SIGTERM ? ExitCode::kTerminated : ExitCode::kInterrupted; }

int StopDescriptor() { return g_pipe[0]; }

}  // namespace tallywire::cli
