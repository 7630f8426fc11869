#include "parse/arena.h"

#include <algorithm>

namespace tallywire::parse {

Arena::Arena(size_t limit, size_t first_block) : limit_(limit), block_size_(first_block) {}
Arena::~Arena() = default;

void* Arena::AllocateSlow(size_t bytes) {
  const size_t size = std::max(bytes, block_size_);
  if (bytes > limit_ || size > limit_ - std::min(reserved_, limit_)) return nullptr;
  blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
  reserved_ += size;
  std::byte* block = blocks_.back().get();
  if (bytes < size) {  // a block of its own for a large request leaves the current one in use
    next_ = block + bytes;
    end_ = block + size;
  }
  block_size_ = std::min(block_size_ * 2, kLargestBlock);
  return block;
}

}  // namespace tallywire::parse
