// Whatever a server or another tool wrote: parsing ends, bodies do not grow, and what the program writes itself it
// reads back as it was.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "archive/http_message.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tallywire::archive;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);

  std::string body;
  bool complete = false;
  DecodeChunked(bytes, body, complete);
  Require(body.size() <= bytes.size());
  Require(!FormatHttpRequest(ParseHttpRequest(bytes, "https://news.example/a")).empty());

  const auto response = ParseHttpResponse(bytes);
  if (!response) return 0;
  Require(response->body.size() <= bytes.size());
  Require(response->status >= 0 && response->status <= 999);
  const auto again = ParseHttpResponse(FormatHttpResponseHead(*response) + response->body);
  Require(again.has_value());
  Require(again->status == response->status);
  Require(again->body == response->body);
  Require(!again->truncated);
  return 0;
}
