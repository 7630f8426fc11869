#include "archive/append_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace tallywire::archive {

Error WriteError(const std::filesystem::path& file, std::string_view doing, int reason) {
  std::string remedy = "Check the disk and the folder's permissions";
  if (reason == ENOSPC || reason == EDQUOT)
    remedy = "Free some space on that disk and run again; nothing stored so far is lost";
  if (reason == EFBIG) remedy = "Raise the file size limit (ulimit -f) and run again; nothing stored so far is lost";
  if (reason == EROFS) remedy = "The file system is read-only: mount it writable, or choose another folder with --data";
  if (reason == EACCES || reason == EPERM)
    remedy = "Make the folder writable for this user, or choose another with --data";
  return Error{ErrorCode::kDataFolder, file.string(), fmt::format("cannot be {}: {}", doing, std::strerror(reason)),
               std::move(remedy)};
}

void SyncFolder(const std::filesystem::path& folder) {
  // Best effort: some file systems refuse fsync on folders.
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

AppendFile::AppendFile(int descriptor, std::filesystem::path path, uint64_t size)
    : descriptor_(descriptor), path_(std::move(path)), size_(size) {}

AppendFile::AppendFile(AppendFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      size_(other.size_),
      new_entry_(other.new_entry_) {}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(path_, other.path_);
  std::swap(size_, other.size_);
  std::swap(new_entry_, other.new_entry_);
  return *this;
}

AppendFile::~AppendFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  if (size_ == 0) ::unlink(path_.c_str());  // its first append failed: an empty file is of no use to anybody
}

Result<AppendFile> AppendFile::Create(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor < 0) return tl::unexpected<Error>(WriteError(file, "created", errno));
  AppendFile result(descriptor, file, 0);
  result.new_entry_ = true;
  return result;
}

Result<AppendFile> AppendFile::OpenExisting(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (descriptor < 0) return tl::unexpected<Error>(WriteError(file, "opened for writing", errno));
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) {
    const int reason = errno;
    ::close(descriptor);
    return tl::unexpected<Error>(WriteError(file, "examined", reason));
  }
  return AppendFile(descriptor, file, static_cast<uint64_t>(status.st_size));
}

Status AppendFile::Append(std::string_view bytes) {
  std::string_view left = bytes;
  while (!left.empty()) {
    // One call as a rule; a second one tells why the first wrote less than it was given.
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return CutBack(errno);
    left.remove_prefix(static_cast<size_t>(written));
  }
  if (::fdatasync(descriptor_) != 0) return CutBack(errno);
  if (new_entry_) SyncFolder(path_.parent_path());
  new_entry_ = false;
  size_ += bytes.size();
  return {};
}

tl::unexpected<Error> AppendFile::CutBack(int reason) {
  Error error = WriteError(path_, "written", reason);
  if (::ftruncate(descriptor_, static_cast<off_t>(size_)) != 0) {
    error.what +=
        fmt::format("; nor could it be cut back to its last whole record at byte {}: {}", size_, std::strerror(errno));
  }
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace tallywire::archive
