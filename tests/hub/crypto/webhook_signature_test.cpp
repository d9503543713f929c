#include "hub/crypto/webhook_signature.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "hub/base/limits.hpp"

namespace {

using hub::base::utc_from_millis;
using hub::base::UtcMillis;
using hub::crypto::sign_webhook;
using hub::crypto::verify_webhook;
using hub::crypto::WebhookKey;

// The example of the Standard Webhooks specification's reference libraries.
constexpr auto spec_key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr auto spec_id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
constexpr auto spec_body = R"({"test": 2432232314})";
constexpr auto spec_signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const UtcMillis spec_time = utc_from_millis(1614265330'000);

WebhookKey key(std::string_view text) {
  return WebhookKey::parse(text).value();
}

std::vector<WebhookKey> spec_keys() {
  return {key(spec_key)};
}
const std::string other_key = "whsec_" + std::string(44, 'B');

bool accepts(const std::string& signature, std::string_view body, UtcMillis now,
             std::string_view id = spec_id, std::string_view at = "1614265330") {
  return verify_webhook({id, at, signature}, body, spec_keys(), now).has_value();
}

TEST(WebhookSignature, signs_as_the_specification_example) {
  EXPECT_EQ(sign_webhook(spec_keys(), spec_id, spec_time, spec_body), spec_signature);
}

TEST(WebhookSignature, accepts_what_it_signs) {
  EXPECT_TRUE(accepts(spec_signature, spec_body, spec_time));
}

TEST(WebhookSignature, refuses_a_changed_body_id_or_timestamp) {
  EXPECT_FALSE(accepts(spec_signature, R"({"test": 2432232315})", spec_time));
  EXPECT_FALSE(accepts(spec_signature, spec_body, spec_time, "msg_other"));
  EXPECT_FALSE(accepts(spec_signature, spec_body, spec_time, spec_id, "1614265331"));
}

TEST(WebhookSignature, keeps_the_window_to_the_second) {
  const auto window = std::chrono::seconds(hub::base::limits::webhook_window_s);
  EXPECT_TRUE(accepts(spec_signature, spec_body, spec_time + window));
  EXPECT_TRUE(accepts(spec_signature, spec_body, spec_time - window));
  EXPECT_FALSE(accepts(spec_signature, spec_body, spec_time + window + std::chrono::seconds(1)));
  EXPECT_FALSE(accepts(spec_signature, spec_body, spec_time - window - std::chrono::seconds(1)));
}

TEST(WebhookSignature, refuses_a_malformed_timestamp) {
  for (const auto* at : {"", "+1614265330", "01614265330", " 1614265330", "1614265330 ",
                         "1614265330.0", "99999999999999999999999", "-1"}) {
    EXPECT_FALSE(accepts(spec_signature, spec_body, spec_time, spec_id, at)) << at;
  }
}

TEST(WebhookSignature, refuses_an_id_that_could_move_the_boundary) {
  EXPECT_FALSE(accepts(spec_signature, spec_body, spec_time, ""));
  EXPECT_FALSE(accepts(spec_signature, spec_body, spec_time, "a.b"));
  EXPECT_FALSE(accepts(spec_signature, spec_body, spec_time, std::string(129, 'a')));
}

TEST(WebhookSignature, refuses_a_wrong_key) {
  const std::vector<WebhookKey> others{key(other_key)};
  const auto verified =
      verify_webhook({spec_id, "1614265330", spec_signature}, spec_body, others, spec_time);
  ASSERT_FALSE(verified.has_value());
  EXPECT_EQ(verified.error().kind(), hub::base::Kind::unauthorized);
}

TEST(WebhookSignature, refuses_everything_without_a_key) {
  EXPECT_FALSE(verify_webhook({spec_id, "1614265330", spec_signature}, spec_body, {}, spec_time)
                   .has_value());
}

TEST(WebhookSignature, accepts_either_of_two_live_keys_while_they_rotate) {
  const std::vector<WebhookKey> both{key(other_key), key(spec_key)};
  EXPECT_TRUE(verify_webhook({spec_id, "1614265330", spec_signature}, spec_body, both, spec_time)
                  .has_value());
  const auto signed_by_both = sign_webhook(both, spec_id, spec_time, spec_body);
  EXPECT_TRUE(accepts(signed_by_both, spec_body, spec_time));
}

TEST(WebhookSignature, does_not_use_a_third_key) {
  const std::vector<WebhookKey> three{key(other_key), key(other_key), key(spec_key)};
  EXPECT_FALSE(verify_webhook({spec_id, "1614265330", spec_signature}, spec_body, three, spec_time)
                   .has_value());
}

TEST(WebhookSignature, looks_past_signatures_of_other_versions) {
  EXPECT_TRUE(accepts(std::string("v1a,AAAA v2,BBBB ") + spec_signature, spec_body, spec_time));
  EXPECT_FALSE(accepts("v2" + std::string(spec_signature).substr(2), spec_body, spec_time));
}

TEST(WebhookKey, wants_prefix_base64_and_24_bytes) {
  EXPECT_TRUE(WebhookKey::parse("whsec_" + std::string(32, 'A')).has_value());         // 24 bytes
  EXPECT_FALSE(WebhookKey::parse("whsec_" + std::string(31, 'A') + "=").has_value());  // 23
  EXPECT_FALSE(WebhookKey::parse("whsec_" + std::string(33, 'A')).has_value());
  EXPECT_FALSE(WebhookKey::parse(std::string(32, 'A')).has_value());
  EXPECT_FALSE(WebhookKey::parse("whsec_" + std::string(31, 'A') + "!").has_value());
  EXPECT_FALSE(WebhookKey::parse("").has_value());
}

}  // namespace
