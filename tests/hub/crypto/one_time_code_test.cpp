// RFC 6238's own examples (appendix B, SHA-1, the last six digits), RFC 4648's of base32, and
// passwords.
#include "hub/crypto/one_time_code.hpp"

#include <gtest/gtest.h>

#include "hub/crypto/password.hpp"

namespace hub::crypto {
namespace {

constexpr std::string_view key = "12345678901234567890";

base::UtcMillis at(std::int64_t seconds) {
  return base::utc_from_millis(seconds * 1'000);
}

TEST(OneTimeCode, is_that_of_the_standard) {
  EXPECT_EQ(one_time_code(key, time_step(at(59))), "287082");
  EXPECT_EQ(one_time_code(key, time_step(at(1'111'111'109))), "081804");
  EXPECT_EQ(one_time_code(key, time_step(at(1'111'111'111))), "050471");
  EXPECT_EQ(one_time_code(key, time_step(at(1'234'567'890))), "005924");
  EXPECT_EQ(one_time_code(key, time_step(at(20'000'000'000))), "353130");
}

TEST(OneTimeCode, counts_a_step_before_and_after_and_once) {
  const auto now = at(1'234'567'890);
  const auto step = time_step(now);
  for (const auto near : {step - 1, step, step + 1})
    EXPECT_EQ(step_of_code(key, one_time_code(key, near), now, 0), near);
  for (const auto far : {step - 2, step + 2})
    EXPECT_FALSE(step_of_code(key, one_time_code(key, far), now, 0));
  EXPECT_FALSE(step_of_code(key, one_time_code(key, step), now, step)) << "used before";
  EXPECT_EQ(step_of_code(key, one_time_code(key, step + 1), now, step), step + 1);
  EXPECT_FALSE(step_of_code(key, "", now, 0));
  EXPECT_FALSE(step_of_code(key, "5924", now, 0));
}

TEST(OneTimeCode, key_is_told_in_base32) {
  EXPECT_EQ(to_base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(to_base32("foob"), "MZXW6YQ");
  EXPECT_EQ(to_base32(""), "");
}

TEST(Password, fits_its_own_verifier_alone) {
  base::SeededRandom random(3);
  const auto verifier = password_verifier("correct horse battery", random);
  EXPECT_TRUE(fits_password(verifier, "correct horse battery"));
  EXPECT_FALSE(fits_password(verifier, "correct horse batterx"));
  EXPECT_FALSE(fits_password(verifier.substr(1), "correct horse battery"));
  EXPECT_FALSE(fits_password("", ""));
  EXPECT_NE(password_verifier("correct horse battery", random), verifier) << "its own salt";
  EXPECT_EQ(verifier.find("horse"), std::string::npos);
}

}  // namespace
}  // namespace hub::crypto
