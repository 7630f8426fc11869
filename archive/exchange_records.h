// The WARC records that one exchange becomes, as bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "archive/warc_writer.h"

namespace tallywire::archive {

// Gzip members in `bytes`; offsets count from the start of `bytes` as it was passed in.
struct RecordBytes {
  size_t response_begin = 0;
  size_t response_length = 0;
  std::string payload_digest;  // empty for a 304 that refers to nothing
};

// Appends the member of a warcinfo record and returns the record's id.
std::string AppendWarcinfo(std::string& bytes, std::string_view file_name, Timestamp now,
                           const WarcWriterOptions& options);

// Appends the members of a request and a response (or revisit) record. `hops_left`: see record_fields.h.
RecordBytes AppendExchange(std::string& bytes, const NotedExchange& noted, size_t hops_left,
                           std::string_view warcinfo_id, int compression_level);

}  // namespace tallywire::archive
