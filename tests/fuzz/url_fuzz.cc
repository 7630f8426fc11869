// Any bytes as URL: what parses is ASCII, parses again to the same, and its canonical form is stable.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fetch/url.h"

namespace {

void Require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tallywire::fetch;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const Url base = *ParseUrl("https://example.org/a/b?c#d");
  for (const auto& url : {ParseUrl(text), ResolveUrl(text, base)}) {
    if (!url) continue;
    const std::string written = url->ToText();
    Require(std::all_of(written.begin(), written.end(), [](char c) { return c > 0x20 && c < 0x7F; }));
    const auto again = ParseUrl(written);
    Require(again.has_value() && again->ToText() == written);
    const std::string canonical = Canonical(*url);
    Require(CanonicalUrl(canonical) == canonical);
    Require(!SiteOf(url->host).empty());
  }
  static_cast<void>(MakeAbsolute(text, "https://example.org/"));
  return 0;
}
