// What the archive and the database both say about one fetched response.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire {

// Why something was fetched. The archive keeps it beside the response, so that an exchange the database missed (the run
// was killed between the two) can be taken up as if it had just arrived.
enum class Purpose { kArticle, kFeed, kRobots };

// "article", "feed", "robots"
std::string_view ToText(Purpose purpose);
std::optional<Purpose> PurposeFrom(std::string_view text);

// Where a response stands in a WARC file.
struct ArchiveLocation {
  std::string file;     // name within the archive folder, or an absolute path for a WARC file from elsewhere
  uint64_t begin = 0;   // byte offset of the exchange's first record: its request, or the response where there is none
  uint64_t offset = 0;  // byte offset of the response record (of its gzip member, where it has one of its own)
  uint64_t length = 0;  // bytes the response record takes in the file
  std::string digest;   // of the payload: "sha1:" and 32 base32 digits
  friend bool operator==(const ArchiveLocation&, const ArchiveLocation&) = default;
};

struct ByteRange {
  uint64_t begin = 0;
  uint64_t end = 0;  // exclusive
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// Which exchanges of the archive the database has. Files that sort before `complete_before` are known in full; in the
// others only the given ranges are (sorted, not overlapping).
struct KnownArchive {
  std::string complete_before;
  std::map<std::string, std::vector<ByteRange>, std::less<>> ranges;
};

}  // namespace tallywire
