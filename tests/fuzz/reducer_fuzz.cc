// The tree of the reduced page is the tree of the page, less what was dropped.
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "parse/tag_scan.h"
#include "parse/utf8.h"
#include "tests/parse/tree_dump.h"

namespace {

using tallywire::parse::Lower;

// The reducer alone, on purpose, replaces what could be taken for a stand-in or is beyond the last character. Gumbo
// takes a number of more than 32 bits for some character.
bool HasReplacedReference(const std::string& html) {
  constexpr unsigned long long kFirstStandIn = 0xF0000;
  for (size_t at = html.find("&#"); at != std::string::npos; at = html.find("&#", at + 2)) {
    const bool hex = at + 2 < html.size() && Lower(html[at + 2]) == 'x';
    const size_t digits = at + (hex ? 3 : 2);
    // Whatever is no digit ends the number, as it does for gumbo; too long a number is the largest.
    const bool begins = digits < html.size() && std::isxdigit(static_cast<unsigned char>(html[digits])) != 0;
    if (begins && std::strtoull(html.c_str() + digits, nullptr, hex ? 16 : 10) >= kFirstStandIn) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tallywire::parse;
  if (size > 2000) return 0;  // deeper than the cap, the trees differ on purpose
  const std::string html = MendUtf8({reinterpret_cast<const char*>(data), size});
  if (ContainsLower(html, "noscript")) return 0;  // gumbo alone reads its insides, on purpose
  if (HasReplacedReference(html)) return 0;
  if (DumpReduced(html) != DumpUnreduced(html)) std::abort();
  return 0;
}
