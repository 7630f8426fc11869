// Lines from a file descriptor, until the end of input or a stop signal.
#pragma once

#include <optional>
#include <string>

namespace tallywire::cli {

// Not for use by several threads. Lines are as long as they are: memory grows with the longest one.
class LineReader {
 public:
  // Reads `descriptor`, which stays the caller's.
  explicit LineReader(int descriptor) : descriptor_(descriptor) {}

  // The next line without its "\n" (a last line may lack it); nullopt at the end, on a read error or when asked to
  // stop.
  std::optional<std::string> Next();

 private:
  bool Fill();

  const int descriptor_;
  std::string buffer_;
  size_t next_ = 0;     // where the next line begins in buffer_
  size_t scanned_ = 0;  // no newline in buffer_ between next_ and here
  bool at_end_ = false;
};

}  // namespace tallywire::cli
