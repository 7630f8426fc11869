// The host part of a URL: names to their IDNA form, addresses to one spelling (WHATWG URL 3.5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tallywire::fetch {

// The host in ASCII and lower case, an IPv4 address in dotted decimal (whatever mixture of octal and hex it was written
// in), an IPv6 address in brackets; nullopt where it is empty or invalid.
std::optional<std::string> ParseHost(std::string_view host);

// Turns %XX into octets; malformed escapes stay.
std::string PercentDecode(std::string_view text);

// 0..15, or -1 where `c` is no hexadecimal digit.
int HexValue(char c);

}  // namespace tallywire::fetch
