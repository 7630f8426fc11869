// One record of a WARC file (ISO 28500:2017, WARC 1.1; https://iipc.github.io/warc-specifications/).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/http.h"

namespace tallywire::archive {

enum class RecordType {
  kWarcinfo,
  kRequest,
  kResponse,
  kResource,
  kRevisit,
  kMetadata,
  kConversion,
  kContinuation,
  kOther
};

// "warcinfo", "request", …; kOther has the name "other".
std::string_view ToText(RecordType type);
RecordType RecordTypeFrom(std::string_view text);  // ASCII case does not matter

struct WarcRecord {
  std::string version;  // "1.0" or "1.1"
  RecordType type = RecordType::kOther;
  std::vector<Header> headers;  // in order, folded lines joined
  std::string block;
  bool block_cut = false;  // the block was longer than the reader's limit, or than the file
  uint64_t offset = 0;     // byte offset in the file of the record, or of the gzip member it has to itself
  uint64_t length = 0;     // bytes in the file up to the next record
  bool in_stream = false;  // the file was compressed as a whole: `offset` and `length` count decoded bytes

  // The named header's value, empty where there is none.
  std::string_view Find(std::string_view name) const { return FindHeader(headers, name); }
  // WARC-Target-URI, without the angle brackets that some tools of WARC 1.0 wrote.
  std::string_view TargetUri() const;
};

}  // namespace tallywire::archive
