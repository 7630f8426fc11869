#include "cli/line_reader.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "cli/stop_signal.h"

namespace tallywire::cli {
namespace {

constexpr size_t kReadBytes = 64U << 10U;  // the capacity of a Linux pipe

// Waits until there is something to read. False when a stop signal came first.
bool WaitForInput(int descriptor) {
  std::array<pollfd, 2> watched{pollfd{descriptor, POLLIN, 0}, pollfd{StopDescriptor(), POLLIN, 0}};
  while (!StopRequested()) {
    const int ready = poll(watched.data(), watched.size(), -1);
    if (ready < 0 && errno == EINTR) continue;
    return ready > 0 && watched[1].revents == 0;
  }
  return false;
}

}  // namespace

std::optional<std::string> LineReader::Next() {
  for (;;) {
    const size_t newline = buffer_.find('\n', scanned_);
    if (newline != std::string::npos) {
      std::string line = buffer_.substr(next_, newline - next_);
      next_ = scanned_ = newline + 1;
      return line;
    }
    scanned_ = buffer_.size();
    if (!at_end_ && Fill()) continue;
    if (StopRequested() || next_ == buffer_.size()) return std::nullopt;
    std::string line = buffer_.substr(next_);
    next_ = scanned_ = buffer_.size();
    return line;
  }
}

bool LineReader::Fill() {
  buffer_.erase(0, next_);
  scanned_ -= next_;
  next_ = 0;
  if (!WaitForInput(descriptor_)) {
    at_end_ = true;
    return false;
  }
  const size_t old_size = buffer_.size();
  buffer_.resize(old_size + kReadBytes);
  ssize_t got = 0;
  do {
    got = read(descriptor_, buffer_.data() + old_size, kReadBytes);
  } while (got < 0 && errno == EINTR);
  buffer_.resize(old_size + (got > 0 ? static_cast<size_t>(got) : 0));
  at_end_ = got <= 0;
  return got > 0;
}

}  // namespace tallywire::cli
