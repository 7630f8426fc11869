#include "fetch/address_policy.h"

#include <gtest/gtest.h>

#include <vector>

namespace tallywire::fetch {
namespace {

TEST(AddressPolicy, SpecialRangesAreNotPublic) {
  const std::vector<std::string_view> private_hosts = {"0.0.0.0",
                                                       "10.1.2.3",
                                                       "100.64.0.1",
                                                       "127.0.0.1",
                                                       "127.255.255.255",
                                                       "169.254.169.254",
                                                       "172.16.0.1",
                                                       "172.31.255.255",
                                                       "192.168.1.1",
                                                       "198.18.0.1",
                                                       "224.0.0.1",
                                                       "255.255.255.255",
                                                       "[::]",
                                                       "[::1]",
                                                       "[fe80::1]",
                                                       "[fc00::1]",
                                                       "[fd12::1]",
                                                       "[ff02::1]",
                                                       "[::ffff:127.0.0.1]",
                                                       "[::ffff:10.0.0.1]",
                                                       "[64:ff9b::7f00:1]",
                                                       "[2002:7f00:1::]",
                                                       "[2001::1]",
                                                       "[2001:db8::1]",
                                                       "localhost",
                                                       "printer.localhost"};
  for (const auto host : private_hosts) EXPECT_FALSE(IsPublicHost(host)) << host;
}

TEST(AddressPolicy, TheRestIsPublic) {
  const std::vector<std::string_view> public_hosts = {
      "1.1.1.1",           "172.15.0.1",        "172.32.0.1",       "100.128.0.1", "192.167.0.1",
      "223.255.0.1",       "[2606:4700::1111]", "[::ffff:1.1.1.1]", "example.org", "localhost.example.org",
      "[64:ff9b::101:101]"};
  for (const auto host : public_hosts) EXPECT_TRUE(IsPublicHost(host)) << host;
}

TEST(AddressPolicy, OtherLengthsAreNoAddresses) {
  const std::vector<std::uint8_t> five(5, 1);
  EXPECT_FALSE(IsPublicAddress(five));
  EXPECT_FALSE(IsPublicAddress({}));
}

}  // namespace
}  // namespace tallywire::fetch
