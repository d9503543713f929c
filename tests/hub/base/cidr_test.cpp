#include "hub/base/cidr.hpp"

#include <gtest/gtest.h>

namespace {

using hub::base::address_from_text;
using hub::base::Cidr;

bool holds(const char* range, const char* address) {
  return Cidr::parse(range).value().contains(address_from_text(address).value());
}

TEST(Cidr, holds_what_its_prefix_says) {
  EXPECT_TRUE(holds("10.1.0.0/16", "10.1.255.255"));
  EXPECT_FALSE(holds("10.1.0.0/16", "10.2.0.0"));
  EXPECT_TRUE(holds("10.1.2.3", "10.1.2.3"));
  EXPECT_FALSE(holds("10.1.2.3", "10.1.2.4"));
  EXPECT_TRUE(holds("fd00::/8", "fd12::1"));
  EXPECT_FALSE(holds("fd00::/8", "fe80::1"));
  EXPECT_TRUE(holds("0.0.0.0/0", "203.0.113.9"));
}

TEST(Cidr, sees_a_mapped_address_as_the_ipv4_address_it_is) {
  EXPECT_TRUE(holds("10.0.0.0/8", "::ffff:10.9.8.7"));
  EXPECT_FALSE(holds("0.0.0.0/0", "2001:db8::1"));
}

TEST(Cidr, refuses_what_is_no_range) {
  for (const auto* text : {"", "10.1.0.0/33", "10.1.0.1/16", "10.1/16", "10.1.0.0/", "10.1.0.0/-1",
                           "10.1.0.0/16x", "fd00::/129", "example.test"}) {
    EXPECT_FALSE(Cidr::parse(text).has_value()) << text;
  }
}

TEST(Address, knows_loopback) {
  EXPECT_TRUE(hub::base::is_loopback(address_from_text("127.9.9.9").value()));
  EXPECT_TRUE(hub::base::is_loopback(address_from_text("::1").value()));
  EXPECT_FALSE(hub::base::is_loopback(address_from_text("128.0.0.1").value()));
  EXPECT_FALSE(hub::base::is_loopback(address_from_text("::2").value()));
}

}  // namespace
