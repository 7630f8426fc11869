// A file that only grows, by whole appends or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "model/result.h"

namespace tallywire::archive {

// Owns its descriptor. One writer at a time.
class AppendFile {
 public:
  // Errors are kDataFolder, as those of Append.
  static Result<AppendFile> Create(const std::filesystem::path& file);  // must not exist
  static Result<AppendFile> OpenExisting(const std::filesystem::path& file);
  AppendFile(AppendFile&& other) noexcept;
  AppendFile& operator=(AppendFile&& other) noexcept;
  ~AppendFile();

  // On return the bytes are on the disk; after an error the file is as long as before.
  Status Append(std::string_view bytes);

  uint64_t size() const { return size_; }
  const std::filesystem::path& path() const { return path_; }

 private:
  AppendFile(int descriptor, std::filesystem::path path, uint64_t size);
  tl::unexpected<Error> CutBack(int reason);

  int descriptor_;
  std::filesystem::path path_;
  uint64_t size_;
  bool new_entry_ = false;  // the folder's entry for it is not yet known to be on the disk
};

// fsync of a folder, so that files created in it survive a power cut.
void SyncFolder(const std::filesystem::path& folder);

// "No space left on device" and its kin with what the user can do about it.
Error WriteError(const std::filesystem::path& file, std::string_view doing, int reason);

}  // namespace tallywire::archive
