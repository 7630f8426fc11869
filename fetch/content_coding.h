// Undoes Content-Encoding: gzip, deflate (with and without the zlib wrapper), br, zstd, and stacks of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/http.h"
#include "model/result.h"

namespace tallywire::fetch {

struct DecodedContent {
  std::string bytes;
  bool truncated = false;             // the coded stream ended early, was damaged, or the limit cut it
  bool over_limit = false;            // more than `max_bytes` would have come out; `bytes` holds the first `max_bytes`
  std::vector<std::string> warnings;  // what was wrong, one sentence each
};

// Decodes `body` as the Content-Encoding headers say, last coding first (RFC 9110 8.4). Never yields more than
// `max_bytes`, however small the input. A body that is not coded although the header says so comes back as it is, with
// a warning: servers do that. Damaged and truncated streams yield what could be decoded. kBadInput for a coding that is
// not known here. Safe to call from several threads at once.
Result<DecodedContent> DecodeContent(const std::vector<Header>& headers, std::string_view body,
                                     size_t max_bytes = size_t{64} << 20U);

}  // namespace tallywire::fetch
