// Where the reader's bytes come from: a file or memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "model/result.h"

namespace tallywire::archive {

class ByteInput {
 public:
  virtual ~ByteInput() = default;
  // Bytes from `offset` on, at most `count`, into `buffer`; 0 at the end.
  virtual Result<size_t> ReadAt(uint64_t offset, char* buffer, size_t count) = 0;
  virtual uint64_t Size() const = 0;  // when it was opened
};

// kNotFound or kIo.
Result<std::unique_ptr<ByteInput>> OpenFileInput(const std::filesystem::path& file);
// `bytes` must outlive the input.
std::unique_ptr<ByteInput> OpenMemoryInput(std::string_view bytes);

}  // namespace tallywire::archive
