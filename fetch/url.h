// Absolute http and https URLs: parsing and resolving as browsers do, one spelling for one page, and the site a host
// belongs to.
//
// Parsing follows the WHATWG URL Standard (https://url.spec.whatwg.org/) for the two "special" schemes this program
// fetches; every other scheme is refused. All functions are safe to call from several threads at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/result.h"

namespace tallywire::fetch {

// All parts are ASCII: non-ASCII bytes are percent-encoded (taken as UTF-8), host names are in their IDNA form.
struct Url {
  std::string scheme;  // "http" or "https"
  std::string username;
  std::string password;
  std::string host;                     // lower case; an IPv4 address in dotted decimal; IPv6 in brackets
  std::optional<std::uint16_t> port;    // empty for the scheme's default
  std::string path = "/";               // starts with a slash, without dot segments
  std::optional<std::string> query;     // without "?"; an empty query is not the same as none
  std::optional<std::string> fragment;  // without "#"

  std::uint16_t EffectivePort() const;
  std::string Origin() const;  // "https://example.org" or "http://127.0.0.1:8097"
  std::string Target() const;  // path and query, as the request line has it
  std::string ToText() const;  // without user name, password and fragment: what is requested, archived and shown
  friend bool operator==(const Url&, const Url&) = default;
};

// kBadInput where `text` is no absolute URL or its host is invalid; kRefused where its scheme is not http or https.
Result<Url> ParseUrl(std::string_view text);

// `reference` as a link in the document at `base`; absolute references ignore the base.
Result<Url> ResolveUrl(std::string_view reference, const Url& base);

// `reference` made absolute against `base` (both as written), for links of any scheme. What is absolute already stays
// letter for letter, so that identifiers still compare equal; empty where neither yields an absolute URL.
std::string MakeAbsolute(std::string_view reference, std::string_view base);

// One spelling for all the URLs that lead to the same page, for finding duplicates: as ParseUrl leaves it, and moreover
// unreserved octets unescaped and the rest in upper-case hex (RFC 3986 6.2.2), no user name, fragment, trailing dot of
// the host or empty query, and no query parameters that only track the reader (fetch/tracking_parameters.txt). The
// order of the other parameters is kept: servers may care.
std::string Canonical(const Url& url);
// The same from text; text that is no http(s) URL comes back trimmed but otherwise as it was.
std::string CanonicalUrl(std::string_view text);

// The registrable domain of a host ("news.example.co.uk" -> "example.co.uk"), by the public suffix list; the host
// itself for addresses, public suffixes and single labels.
std::string SiteOf(std::string_view host);

}  // namespace tallywire::fetch
