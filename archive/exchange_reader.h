// Archived responses, one after the other, from our own files and from anybody else's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/warc_reader.h"
#include "model/capture.h"
#include "model/http.h"
#include "model/result.h"

namespace tallywire::archive {

struct ArchivedExchange {
  Exchange exchange;         // the body after transfer coding, before content coding
  ArchiveLocation location;  // `file` is the path's last part for files in the archive's folder: see ExchangeReader
  RecordType type = RecordType::kResponse;
  // Set for revisit records: the body is empty, and the earlier response has the bytes.
  bool revisit = false;
  // Of our own files only.
  std::optional<Purpose> purpose;
  std::string requested_url;  // the job's first URL; the target URI where the archive does not say
  size_t hops_left = 0;       // how many exchanges of the same job follow: this one is a redirect of a chain
};

// Yields responses, resources (a 200 answer made of the record's content type and block), conversions (likewise) and
// revisits; passes over warcinfo, metadata, DNS and other records. The request is the file's own where it stands
// directly before its response, else a plain GET of the target URI. One thread.
class ExchangeReader {
 public:
  // `name` is what ArchiveLocation::file will say: the file's name for one of the archive folder, its absolute path for
  // any other.
  static Result<ExchangeReader> Open(const std::filesystem::path& file, std::string name, uint64_t offset = 0,
                                     WarcReaderOptions options = {});

  // Nullopt at the end. Errors as WarcReader::Next gives them, and kBadInput (where = "file@offset") for a response
  // whose HTTP message cannot be read; after kBadInput Next may be called again.
  Result<std::optional<ArchivedExchange>> Next();

 private:
  explicit ExchangeReader(WarcReader reader, std::string name);
  WarcReader reader_;
  std::string name_;
  std::optional<WarcRecord> request_;  // the last record, where it was a request
};

// The exchange whose response record stands at `location.offset` in `folder / location.file` (an absolute `file` is
// taken as it is); the request is read from `location.begin` where that differs.
Result<ArchivedExchange> ReadExchange(const std::filesystem::path& folder, const ArchiveLocation& location,
                                      WarcReaderOptions options = {});

// WARC files (*.warc, *.warc.gz) in `folder`, sorted by name, which is the order they were written in for our own. An
// empty list where there is no such folder.
Result<std::vector<std::filesystem::path>> WarcFilesIn(const std::filesystem::path& folder);

}  // namespace tallywire::archive
