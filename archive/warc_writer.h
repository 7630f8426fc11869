// Appends exchanges to the archive: archive/tallywire-NNNNN-YYYYMMDDThhmmssZ.warc.gz, WARC 1.1, each record a gzip
// member of its own. docs/archive.md describes the format.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/capture.h"
#include "model/http.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::archive {

struct WarcWriterOptions {
  uint64_t max_file_bytes = uint64_t{1} << 30U;  // the next file is begun once one reaches this: the usual size of WARC
                                                 // files, good to copy and to keep apart
  int compression_level = 6;                     // zlib's; 9 saves 1 % more and takes twice as long
  bool continue_newest = true;                   // false: begin a new file (see RecoveryReport::continue_newest)
  std::string software = "tallywire";            // product/version, for the warcinfo records
  std::string user_agent;                        // as sent; likewise
  bool obeys_robots = true;                      // likewise
};

// The earlier response that a revisit record points to.
struct RefersTo {
  std::string target_uri;
  Timestamp time;
  std::string digest;  // payload digest; empty where unknown
};

// What the archive keeps of an exchange beyond its bytes.
struct ExchangeNote {
  Purpose purpose = Purpose::kArticle;
  std::string requested_url;  // what the job asked for at first, where a redirect led here; may be empty
  // Set where the same URL was captured before. A 304 answer becomes a revisit record (server-not-modified) either way;
  // a 200 answer becomes one (identical-payload-digest) where its payload digest equals this one's, and then only its
  // headers are stored.
  std::optional<RefersTo> refers_to;
};

struct NotedExchange {
  const Exchange* exchange = nullptr;
  ExchangeNote note;
};

// One writer at a time: hold the data folder's lock, and cut torn tails (recovery.h) before opening. One thread.
class WarcWriter {
 public:
  // Creates `folder` where needed. No file is begun before the first exchange is appended. `clock` names and dates the
  // files and must outlive the writer. kDataFolder where the folder cannot be used.
  static Result<WarcWriter> Open(const std::filesystem::path& folder, const Clock& clock,
                                 WarcWriterOptions options = {});
  WarcWriter(WarcWriter&&) noexcept;
  WarcWriter& operator=(WarcWriter&&) noexcept;
  ~WarcWriter();

  // Writes a request and a response (or revisit) record with one write() and returns once they are on the disk
  // (fdatasync). When that fails (disk full, say) the file is cut back to what it held before, kDataFolder says which
  // file and what to do, and a later call may succeed.
  Result<ArchiveLocation> Append(const Exchange& exchange, const ExchangeNote& note = {});

  // The same for exchanges that belong together, such as redirects and the page they lead to: after a crash either all
  // of them are in the archive or none (recovery.h cuts what is incomplete).
  Result<std::vector<ArchiveLocation>> AppendAll(std::span<const NotedExchange> exchanges);

 private:
  class Impl;
  explicit WarcWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tallywire::archive
