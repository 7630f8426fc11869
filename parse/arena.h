// Memory for one page, given back in one go.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace tallywire::parse {

// A bump allocator. Blocks come from the heap and grow up to kLargestBlock, so a page of any size takes few of them.
// Not for sharing between threads.
class Arena {
 public:
  static constexpr size_t kFirstBlock = size_t{256} << 10U;  // holds the tree of a small page

  // `limit`: bytes that may be handed out in all.
  explicit Arena(size_t limit, size_t first_block = kFirstBlock);
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  // Aligned for any type, uninitialised; nullptr where the limit is reached. Lives as long as the arena.
  void* Allocate(size_t bytes) {
    const size_t rounded = (bytes + kAlignment - 1) & ~(kAlignment - 1);
    if (rounded <= static_cast<size_t>(end_ - next_) && rounded >= bytes) {
      void* result = next_;
      next_ += rounded;
      return result;
    }
    return AllocateSlow(rounded);
  }

  // A copy of the text; empty where the limit is reached.
  std::string_view Copy(std::string_view text) {
    if (text.empty()) return {};
    void* into = Allocate(text.size());
    if (into == nullptr) return {};
    std::memcpy(into, text.data(), text.size());
    return {static_cast<const char*>(into), text.size()};
  }

  size_t bytes_reserved() const { return reserved_; }

 private:
  static constexpr size_t kAlignment = alignof(std::max_align_t);
  static constexpr size_t kLargestBlock = size_t{8} << 20U;

  void* AllocateSlow(size_t bytes);

  std::byte* next_ = nullptr;
  std::byte* end_ = nullptr;
  size_t limit_;
  size_t reserved_ = 0;
  size_t block_size_;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
};

}  // namespace tallywire::parse
