// Reads WARC 1.0 and 1.1 files, one gzip member a record, gzipped as a whole, or not compressed at all, as tools
// everywhere write them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "archive/warc_record.h"
#include "model/result.h"

namespace tallywire::archive {

struct WarcReaderOptions {
  // Blocks beyond this are cut (WarcRecord::block_cut): four times the largest body the fetcher takes by default, so
  // that foreign archives with large media in them cannot exhaust memory.
  size_t max_block_bytes = size_t{64} << 20U;
};

// Memory stays at one block and some buffers, whatever the file's size. One thread at a time.
class WarcReader {
 public:
  // Starts at `offset`, where a record (its gzip member) must begin. kNotFound or kIo.
  static Result<WarcReader> Open(const std::filesystem::path& file, uint64_t offset = 0,
                                 WarcReaderOptions options = {});
  // Reads `bytes`, which must outlive the reader; `name` stands in messages.
  static WarcReader OverBytes(std::string_view bytes, std::string name, WarcReaderOptions options = {});
  WarcReader(WarcReader&&) noexcept;
  WarcReader& operator=(WarcReader&&) noexcept;
  ~WarcReader();

  // The next record; nullopt at the end of the file. A damaged record is an Error (kBadInput, where = "file@offset")
  // that says how many bytes were left out; the reader then stands at the next readable record, and Next may be called
  // again. kIo ends the reading: every later call says the same.
  Result<std::optional<WarcRecord>> Next();

  // The end of what was read or left out so far: where the next record begins. Not for files compressed as a whole.
  uint64_t Position() const;

 private:
  class Impl;
  explicit WarcReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The record at `offset` as WarcRecord::offset gave it; in a file compressed as a whole everything before is read too.
// kNotFound, kIo, or kBadInput where no record stands there.
Result<WarcRecord> ReadRecordAt(const std::filesystem::path& file, uint64_t offset, WarcReaderOptions options = {});

}  // namespace tallywire::archive
