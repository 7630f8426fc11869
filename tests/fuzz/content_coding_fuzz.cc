// Any bytes under any coding: the output never exceeds its limit.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fetch/content_coding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array<const char*, 6> kCodings{"gzip", "deflate", "br", "zstd", "gzip, br", "rot13"};
  constexpr std::size_t kLimit = 100000;
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto content =
      tallywire::fetch::DecodeContent({{"Content-Encoding", kCodings[data[0] % kCodings.size()]}}, body, kLimit);
  if (content && content->bytes.size() > kLimit) std::abort();
  if (content && content->over_limit && !content->truncated) std::abort();
  return 0;
}
