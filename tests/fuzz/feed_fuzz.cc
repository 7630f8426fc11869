// Any bytes as a feed: no crash, no hang, and only valid UTF-8 comes out.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fetch/feed.h"
#include "fetch/feed_text.h"

namespace {

void Require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using tallywire::fetch::IsValidUtf8;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto feed = tallywire::fetch::ParseFeed(bytes, "https://example.org/feed.xml", "application/xml");
  if (!feed) return 0;
  Require(IsValidUtf8(feed->title));
  for (const auto& entry : feed->entries) {
    Require(IsValidUtf8(entry.title) && IsValidUtf8(entry.link) && IsValidUtf8(entry.summary) && IsValidUtf8(entry.id));
  }
  return 0;
}
