// The tree of the reduced page is the tree of the page, less what was dropped.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "parse/tag_scan.h"
#include "parse/utf8.h"
#include "tests/parse/tree_dump.h"

namespace {

// Gumbo alone takes a number of more than 32 bits for some character.
bool HasLongReference(const std::string& html) {
  constexpr size_t kLongest = 9;  // "#x10FFFF"
  for (size_t at = html.find("&#"); at != std::string::npos; at = html.find("&#", at + 2)) {
    if (html.find_first_not_of("#xX0123456789abcdefABCDEF", at + 1) >= at + kLongest) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tallywire::parse;
  if (size > 2000) return 0;  // deeper than the cap, the trees differ on purpose
  const std::string html = MendUtf8({reinterpret_cast<const char*>(data), size});
  if (ContainsLower(html, "noscript")) return 0;  // gumbo alone reads its insides, on purpose
  if (HasLongReference(html)) return 0;
  if (DumpReduced(html) != DumpUnreduced(html)) std::abort();
  return 0;
}
