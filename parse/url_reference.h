// Addresses in pages: made absolute, compared, taken apart.
#pragma once

#include <string>
#include <string_view>

namespace tallywire::parse {

// Parts of an http(s) URL, as views into it.
struct UrlParts {
  std::string_view scheme;  // without ":"
  std::string_view host;    // without user, port and "www."
  std::string_view path;    // from its "/" to before "?" or "#"; may be empty
};
UrlParts SplitUrl(std::string_view url);

// `reference` seen from `base` (RFC 3986 5.2), without fragment; empty where the result is no http(s) URL.
std::string ResolveUrl(std::string_view reference, std::string_view base);

// True where both name the same page for a reader: scheme, "www.", a slash at the end, query and fragment do not
// matter.
bool IsSamePage(std::string_view a, std::string_view b);

}  // namespace tallywire::parse
