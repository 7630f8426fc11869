// Counts what goes through operator new, in programs that are linked with heap_count.cc.
#pragma once

#include <cstddef>

namespace tallywire::test {

// Of this thread, since it began to watch.
struct HeapCount {
  size_t allocations = 0;
  size_t peak_bytes = 0;  // most that was live at once, above what was live at the beginning
};

// Watches from construction on; one at a time on a thread.
class HeapWatch {
 public:
  HeapWatch();
  HeapCount Count() const;
};

}  // namespace tallywire::test
