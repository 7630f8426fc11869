#include "tests/support/heap_count.h"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace {

// Memory may be given back on another thread than it was taken on: live bytes can be negative.
struct Counters {
  size_t allocations = 0;
  std::ptrdiff_t live = 0;
  std::ptrdiff_t peak = 0;
};
thread_local Counters counters;

void* TryToTake(std::size_t bytes) noexcept {
  void* result = std::malloc(std::max<std::size_t>(bytes, 1));
  if (result == nullptr) return nullptr;
  ++counters.allocations;
  counters.live += static_cast<std::ptrdiff_t>(malloc_usable_size(result));
  counters.peak = std::max(counters.peak, counters.live);
  return result;
}

void* Take(std::size_t bytes) {
  void* result = TryToTake(bytes);
  if (result == nullptr) throw std::bad_alloc();
  return result;
}

void Give(void* pointer) noexcept {
  if (pointer != nullptr) counters.live -= static_cast<std::ptrdiff_t>(malloc_usable_size(pointer));
  std::free(pointer);
}

}  // namespace

void* operator new(std::size_t bytes) { return Take(bytes); }
void* operator new[](std::size_t bytes) { return Take(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return TryToTake(bytes); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return TryToTake(bytes); }
void operator delete(void* pointer) noexcept { Give(pointer); }
void operator delete[](void* pointer) noexcept { Give(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { Give(pointer); }
void operator delete[](void* pointer, std::size_t) noexcept { Give(pointer); }
void operator delete(void* pointer, const std::nothrow_t&) noexcept { Give(pointer); }
void operator delete[](void* pointer, const std::nothrow_t&) noexcept { Give(pointer); }

namespace tallywire::test {

HeapWatch::HeapWatch() { counters = {}; }

HeapCount HeapWatch::Count() const {
  return {counters.allocations, static_cast<size_t>(std::max<std::ptrdiff_t>(counters.peak, 0))};
}

}  // namespace tallywire::test
