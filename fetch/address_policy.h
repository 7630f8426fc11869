// Which addresses a public crawl may talk to.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tallywire::fetch {

// `address` in network order, 4 bytes (IPv4) or 16 (IPv6). False for every range that the IANA special-purpose
// registries (RFC 6890) keep off the public Internet: loopback, private, link-local, shared, benchmarking,
// documentation, multicast, reserved; also for IPv6 forms that wrap such an IPv4 address (mapped, NAT64, 6to4) and for
// Teredo.
bool IsPublicAddress(std::span<const std::uint8_t> address);

// The same for the host of a URL (an address in dotted decimal or in brackets). Names are public until they are
// resolved, except "localhost" and what ends in it.
bool IsPublicHost(std::string_view host);

}  // namespace tallywire::fetch
