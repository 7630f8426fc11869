// The bytes of a feed to UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tallywire::fetch {

struct DecodedFeed {
  std::string text;     // UTF-8; what could not be decoded is U+FFFD
  std::string charset;  // what it was decoded from
  std::vector<std::string> warnings;
};

// In this order: a byte order mark, the charset of the HTTP header, the encoding of the XML declaration, UTF-8. The
// first that decodes without an error is taken, since headers and declarations both lie; where none does, the bytes
// decide (ICU's detector), and where they cannot, windows-1252.
DecodedFeed DecodeFeed(std::string_view bytes, std::string_view content_type);

}  // namespace tallywire::fetch
