#include <gtest/gtest.h>

#include "hub/crypto/hmac.hpp"

namespace hub::crypto {
namespace {

TEST(Sha256, gives_the_published_digest_of_abc_and_begins_anew) {
  const char* const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  Sha256 hash;
  hash.add("a");
  hash.add("bc");
  EXPECT_EQ(to_hex(hash.finish()), abc);
  hash.add("abc");
  EXPECT_EQ(to_hex(hash.finish()), abc);
}

TEST(HmacSha256, gives_rfc_4231_case_2_whether_whole_or_in_parts) {
  const char* const expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  HmacSha256 mac(bytes_of("Jefe"));
  EXPECT_EQ(to_hex(mac.of(bytes_of("what do ya want for nothing?"))), expected);
  EXPECT_EQ(to_hex(mac.of({bytes_of("what do ya want "), bytes_of("for nothing?")})), expected);
}

TEST(Bytes, compares_whole_content_and_length) {
  EXPECT_TRUE(equal_in_constant_time(bytes_of("same"), bytes_of("same")));
  EXPECT_FALSE(equal_in_constant_time(bytes_of("same"), bytes_of("samE")));
  EXPECT_FALSE(equal_in_constant_time(bytes_of("same"), bytes_of("sam")));
}

TEST(Bytes, reads_back_the_base64_it_writes_and_nothing_looser) {
  EXPECT_EQ(to_base64(bytes_of("tsunagu")), "dHN1bmFndQ==");
  EXPECT_EQ(from_base64("dHN1bmFndQ=="), "tsunagu");
  EXPECT_FALSE(from_base64("dHN1bmFndQ="));
  EXPECT_FALSE(from_base64("dHN1 bmFndQ=="));
  EXPECT_FALSE(from_base64("dHN1bmFndQ==\n"));
}

TEST(Bytes, reads_only_pairs_of_hexadecimal_digits) {
  EXPECT_EQ(from_hex("00fF"), std::string("\0\xff", 2));
  EXPECT_FALSE(from_hex("0"));
  EXPECT_FALSE(from_hex("0g"));
}

}  // namespace
}  // namespace hub::crypto
