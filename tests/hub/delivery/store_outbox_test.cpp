// The dispatcher's turns in the store: what came of the last tries is recorded, what is due
// claimed.
#include "hub/delivery/store_outbox.hpp"

#include <future>

#include "tests/hub/service/service_fixture.hpp"

namespace hub::delivery {
namespace {

using namespace service;

/// Two persons who agreed and were referred to the same coordinator.
class Turns : public ServiceFixture {
 protected:
  Turns() {
    deliver(plan_of("kaigo"),
            {person({.key = "a1", .number = "0001"}, "atena"), consent("k1", "a1"),
             referral("r1", "a1"),
             person({.key = "b1", .number = "0002", .kana = "ミホン ジロウ", .sex = "1"}, "atena"),
             consent("k2", "b1"), referral("r2", "b1")});
    claims = turn({});
  }

  std::vector<Claim> turn(std::vector<Outcome> outcomes) {
    std::promise<std::vector<Claim>> done;
    StoreOutbox(*context).turn(std::move(outcomes), {64, 16, {}},
                               [&done](auto taken) { done.set_value(std::move(taken.value())); });
    return done.get_future().get();
  }
  static Outcome arrived(const Claim& claim) {
    return {claim.id, Fate::delivered, 202, "http_202", {}};
  }
  std::vector<std::string> objects() const {
    return {"order/" + claims.at(0).message_id, "order/" + claims.at(1).message_id};
  }

  std::vector<Claim> claims;
};

TEST_F(Turns, names_all_orders_that_arrived_in_one_row_of_the_log) {
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_TRUE(turn({arrived(claims[0]), arrived(claims[1])}).empty());
  const auto rows = audited("order.delivered");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].objects, objects());
  EXPECT_EQ(rows[0].recipient, "sakutomo");
  EXPECT_EQ(rows[0].rule, "http_202");
  for (const auto& one : referrals())
    EXPECT_EQ(one.status, "received");
}

TEST_F(Turns, tell_apart_in_the_log_what_arrived_and_what_did_not) {
  ASSERT_EQ(claims.size(), 2U);
  const Outcome refused{claims[1].id, Fate::retry, 503, "http_503",
                        clock.now() + std::chrono::minutes(1)};
  turn({arrived(claims[0]), refused});
  const auto tried = audited("order.tried");
  ASSERT_EQ(tried.size(), 1U);
  EXPECT_EQ(tried[0].objects, std::vector{objects()[1]});
  EXPECT_EQ(tried[0].rule, "http_503");
  EXPECT_EQ(audited("order.delivered").at(0).objects, std::vector{objects()[0]});
}

TEST_F(Turns, log_nothing_of_what_was_not_sent) {
  ASSERT_EQ(claims.size(), 2U);
  const Outcome late{claims[0].id, Fate::not_sent, 0, {}, {}};
  const auto again = turn({late});
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].message_id, claims[0].message_id);
  EXPECT_TRUE(audited("order.tried").empty());
}

}  // namespace
}  // namespace hub::delivery
