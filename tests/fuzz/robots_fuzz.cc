// Any bytes as robots.txt, any bytes as path: a verdict that names a line of the file, or none.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fetch/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view path = bytes.substr(0, bytes.find('\n'));
  const auto robots = tallywire::fetch::RobotsTxt::Parse(bytes);
  const auto verdict = robots.Check("tallywire/0.1", path);
  const auto ends = std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
  if (verdict.line > static_cast<std::size_t>(ends) + 1) std::abort();
  if (!verdict.allowed && verdict.line == 0) std::abort();
  static_cast<void>(robots.CrawlDelay("tallywire"));
  return 0;
}
