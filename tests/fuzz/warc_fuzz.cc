// Any bytes are a WARC file with some damage: the reader ends, stays inside the file and inside its limits, and finds
// each record again by its offset.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "archive/warc_reader.h"

namespace {

constexpr size_t kBlockLimit = 1000;

void Require(bool condition) {
  if (!condition) std::abort();
}

void ReadAll(std::string_view bytes, const std::string& name) {
  using tallywire::archive::WarcReader;
  auto reader = WarcReader::OverBytes(bytes, name, {.max_block_bytes = kBlockLimit});
  // Each call moves on by at least a byte, compressed or not; one deflate byte yields at most 1032.
  for (size_t calls = 0; calls <= bytes.size() * 1100 + 2; ++calls) {
    const auto record = reader.Next();
    if (!record) {
      Require(record.error().code == tallywire::ErrorCode::kBadInput);
      continue;
    }
    if (!*record) return;
    Require((*record)->block.size() <= kBlockLimit);
    if ((*record)->in_stream) continue;
    Require((*record)->length > 0);
    Require((*record)->offset + (*record)->length <= bytes.size());
    Require(reader.Position() <= bytes.size());
  }
  Require(false);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ReadAll(bytes, "input.warc");
  ReadAll(bytes, "input.warc.gz");
  return 0;
}
