#include "fetch/address_policy.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace tallywire::fetch {
namespace {

struct Range {
  std::array<std::uint8_t, 16> address;
  unsigned bits;
};

// https://www.iana.org/assignments/iana-ipv4-special-registry
constexpr std::array<Range, 15> kPrivate4{{{{0}, 8},
                                           {{10}, 8},
                                           {{100, 64}, 10},
                                           {{127}, 8},
                                           {{169, 254}, 16},
                                           {{172, 16}, 12},
                                           {{192, 0, 0}, 24},
                                           {{192, 0, 2}, 24},
                                           {{192, 88, 99}, 24},
                                           {{192, 168}, 16},
                                           {{198, 18}, 15},
                                           {{198, 51, 100}, 24},
                                           {{203, 0, 113}, 24},
                                           {{224}, 4},
                                           {{240}, 4}}};

// https://www.iana.org/assignments/iana-ipv6-special-registry. ::/96 holds the unspecified address, loopback and the
// old IPv4-compatible form.
constexpr std::array<Range, 9> kPrivate6{{{{0}, 96},
                                          {{0x01, 0x00}, 64},
                                          {{0x20, 0x01, 0, 0}, 32},
                                          {{0x20, 0x01, 0x0D, 0xB8}, 32},
                                          {{0x20, 0x01, 0, 0x10}, 28},
                                          {{0xFC}, 7},
                                          {{0xFE, 0x80}, 10},
                                          {{0xFE, 0xC0}, 10},
                                          {{0xFF}, 8}}};

// Ranges whose addresses carry an IPv4 address at `offset`.
struct Wrapped {
  Range range;
  size_t offset;
};
constexpr std::array<Wrapped, 3> kWrapped{{{{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96}, 12},
                                           {{{0, 0x64, 0xFF, 0x9B}, 96}, 12},
                                           {{{0x20, 0x02}, 16}, 2}}};

bool Inside(std::span<const std::uint8_t> address, const Range& range) {
  for (unsigned bit = 0; bit < range.bits; bit += 8) {
    const unsigned left = std::min(8U, range.bits - bit);
    const unsigned mask = (0xFFU << (8U - left)) & 0xFFU;
    if (((address[bit / 8] ^ range.address[bit / 8]) & mask) != 0) return false;
  }
  return true;
}

template <size_t N>
bool InsideAny(std::span<const std::uint8_t> address, const std::array<Range, N>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) { return Inside(address, range); });
}

}  // namespace

bool IsPublicAddress(std::span<const std::uint8_t> address) {
  if (address.size() == 4) return !InsideAny(address, kPrivate4);
  if (address.size() != 16) return false;
  for (const Wrapped& wrapped : kWrapped) {
    if (Inside(address, wrapped.range)) return IsPublicAddress(address.subspan(wrapped.offset, 4));
  }
  return !InsideAny(address, kPrivate6);
}

bool IsPublicHost(std::string_view host) {
  if (host == "localhost" || host.ends_with(".localhost")) return false;
  std::array<std::uint8_t, 16> bytes{};
  if (host.starts_with('[') && host.ends_with(']')) {
    const std::string inside(host.substr(1, host.size() - 2));
    return inet_pton(AF_INET6, inside.c_str(), bytes.data()) != 1 || IsPublicAddress(bytes);
  }
  if (inet_pton(AF_INET, std::string(host).c_str(), bytes.data()) != 1) return true;
  return IsPublicAddress(std::span(bytes).first(4));
}

}  // namespace tallywire::fetch
