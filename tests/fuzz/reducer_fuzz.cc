// The tree of the reduced page is the tree of the page, less what was dropped.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "parse/tag_scan.h"
#include "parse/utf8.h"
#include "tests/parse/tree_dump.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tallywire::parse;
  if (size > 2000) return 0;  // deeper than the cap, the trees differ on purpose
  const std::string html = MendUtf8({reinterpret_cast<const char*>(data), size});
  if (ContainsLower(html, "noscript")) return 0;  // gumbo alone reads its insides, on purpose
  if (DumpReduced(html) != DumpUnreduced(html)) std::abort();
  return 0;
}
