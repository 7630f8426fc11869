#include "cli/input_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace tallywire::cli {
namespace {

struct CloseGzip {
  void operator()(gzFile file) const { gzclose(file); }
};
using GzipFile = std::unique_ptr<gzFile_s, CloseGzip>;

tl::unexpected<Error> TooLarge(const std::string& where) {
  return Fail(ErrorCode::kTooLarge, where, "the input is larger than " + std::to_string(kMaxInputBytes >> 20U) + " MiB",
              "Split it, or give the pages one by one");
}

// Appends what one read(into, size) call after the other gives, until it gives nothing. False above the limit.
template <class Read>
bool ReadAll(std::string& bytes, const Read& read) {
  constexpr size_t kStep = 256U << 10U;
  for (;;) {
    const size_t old_size = bytes.size();
    bytes.resize(old_size + kStep);
    const auto got = read(bytes.data() + old_size, kStep);
    bytes.resize(old_size + (got > 0 ? static_cast<size_t>(got) : 0));
    if (got <= 0) return true;
    if (bytes.size() > kMaxInputBytes) return false;
  }
}

Result<std::string> ReadDescriptor(int descriptor, const std::string& where) {
  std::string bytes;
  const bool fits = ReadAll(bytes, [&](char* into, size_t size) { return read(descriptor, into, size); });
  if (!fits) return TooLarge(where);
  return bytes;
}

}  // namespace

Result<std::string> ReadInputFile(const std::filesystem::path& path) {
  const std::string name = path.string();
  const int descriptor = open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const ErrorCode code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
    return Fail(code, name, std::string("cannot be read: ") + std::strerror(errno),
                "Check the name and its permissions");
  }
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    close(descriptor);
    return Fail(ErrorCode::kIo, name, "is a folder", "Give the files in it");
  }
  if (!name.ends_with(".gz")) {
    auto bytes = ReadDescriptor(descriptor, name);
    close(descriptor);
    return bytes;
  }
  const GzipFile file(gzdopen(descriptor, "rb"));
  if (!file) return Fail(ErrorCode::kIo, name, "cannot be read: out of memory");
  std::string bytes;
  const bool fits =
      ReadAll(bytes, [&](char* into, size_t size) { return gzread(file.get(), into, static_cast<unsigned>(size)); });
  if (!fits) return TooLarge(name);
  int status = Z_OK;
  gzerror(file.get(), &status);
  if (status != Z_OK && status != Z_STREAM_END) {
    return Fail(ErrorCode::kBadInput, name, "the gzip data is broken or cut short", "Fetch the file again");
  }
  return bytes;
}

Result<std::string> ReadStandardInput() { return ReadDescriptor(STDIN_FILENO, "standard input"); }

}  // namespace tallywire::cli
