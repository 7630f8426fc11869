// Digests and record names as WARC tools expect them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tallywire::archive {

// "sha1:" and the SHA-1 of the pieces in base32 (RFC 4648), the form every WARC tool compares. It guards against
// accidents, not against attackers.
std::string Sha1Digest(std::initializer_list<std::string_view> pieces);

// "<urn:uuid:…>", random (RFC 4122, version 4).
std::string NewRecordId();

}  // namespace tallywire::archive
