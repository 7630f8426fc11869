#include "archive/byte_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace tallywire::archive {
namespace {

class FileInput final : public ByteInput {
 public:
  FileInput(int descriptor, uint64_t size, std::string name)
      : descriptor_(descriptor), size_(size), name_(std::move(name)) {}
  FileInput(const FileInput&) = delete;
  FileInput& operator=(const FileInput&) = delete;
  ~FileInput() override { ::close(descriptor_); }

  Result<size_t> ReadAt(uint64_t offset, char* buffer, size_t count) override {
    for (;;) {
      const ssize_t got = ::pread(descriptor_, buffer, count, static_cast<off_t>(offset));
      if (got >= 0) return static_cast<size_t>(got);
      if (errno == EINTR) continue;
      return Fail(ErrorCode::kIo, name_, std::string("cannot be read: ") + std::strerror(errno),
                  "Check the disk and the file's permissions");
    }
  }
  uint64_t Size() const override { return size_; }

 private:
  int descriptor_;
  uint64_t size_;
  std::string name_;
};

class MemoryInput final : public ByteInput {
 public:
  explicit MemoryInput(std::string_view bytes) : bytes_(bytes) {}

  Result<size_t> ReadAt(uint64_t offset, char* buffer, size_t count) override {
    if (offset >= bytes_.size()) return size_t{0};
    const std::string_view part = bytes_.substr(static_cast<size_t>(offset), count);
    std::copy(part.begin(), part.end(), buffer);
    return part.size();
  }
  uint64_t Size() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

}  // namespace

Result<std::unique_ptr<ByteInput>> OpenFileInput(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const int reason = errno;
    const auto code = reason == ENOENT || reason == ENOTDIR ? ErrorCode::kNotFound : ErrorCode::kIo;
    return Fail(code, file.string(), std::string("cannot be opened: ") + std::strerror(reason));
  }
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return Fail(ErrorCode::kIo, file.string(), "is not a regular file");
  }
  return std::make_unique<FileInput>(descriptor, static_cast<uint64_t>(status.st_size), file.string());
}

std::unique_ptr<ByteInput> OpenMemoryInput(std::string_view bytes) { return std::make_unique<MemoryInput>(bytes); }

}  // namespace tallywire::archive
