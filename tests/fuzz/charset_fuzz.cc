// Any bytes under any label to UTF-8. The first line of the input is the Content-Type.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parse/charset.h"
#include "parse/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tallywire::parse;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const size_t line = input.find('\n');
  const std::string_view content_type = line == std::string_view::npos ? std::string_view{} : input.substr(0, line);
  const std::string_view bytes = line == std::string_view::npos ? input : input.substr(line + 1);
  const DecodedText text = DecodePage(bytes, content_type);
  if (CountUtf8(text.utf8).broken != 0 || text.charset.empty()) std::abort();
  return 0;
}
