#include "hub/service/receive.hpp"

#include "hub/store/sources.hpp"
#include "tests/hub/service/arrival_fixture.hpp"

namespace hub::service {
namespace {

class ReceiveTest : public ArrivalFixture {
 protected:
  void SetUp() override {
    open();
    commit([&](store::Transaction& tx) {
      plan.row = store::ensure_feed(tx, "kaigo_center", "consultations");
      store::mark_applied(tx, plan.row, newest);
    });
  }

  store::ArrivalRef arrive(std::string_view bytes) {
    return ArrivalFixture::arrive(plan.row, "soudan.csv", bytes);
  }

  /// Decodes nothing of it, and says that it is of `order_key`.
  Judgement decode(const store::ArrivalRef& ref, const std::string& order_key, bool released) {
    Context context(*database, tables, clock, random, std::make_shared<const Book>());
    EXPECT_TRUE(begin_decoding(context, plan, arrival(ref)).value());
    Stager stager(context, plan, ref);
    return end_decoding(context, plan, ref, stager, {order_key, "1.0.0", released}).value();
  }

  // Longer than what std::string keeps in itself.
  const std::string newest = "soudan_20260502_000000_000000_000000.csv";
  const std::string older = "soudan_20260501_000000_000000_000000.csv";
  FeedPlan plan;
  normalize::Tables tables;
};

TEST_F(ReceiveTest, pauses_an_older_delivery_and_says_why) {
  const auto ref = arrive("a");
  EXPECT_EQ(decode(ref, older, false), Judgement::older);
  EXPECT_EQ(arrival(ref).state, store::ArrivalState::paused);
  EXPECT_EQ(arrival(ref).reason, "older");
}

TEST_F(ReceiveTest, stages_a_delivery_as_new_as_the_newest) {
  const auto ref = arrive("a");
  EXPECT_EQ(decode(ref, newest, false), Judgement::apply);
  EXPECT_EQ(arrival(ref).state, store::ArrivalState::staged);
}

TEST_F(ReceiveTest, does_not_judge_again_what_a_person_released) {
  const auto ref = arrive("a");
  EXPECT_EQ(decode(ref, older, true), Judgement::apply);
  EXPECT_EQ(arrival(ref).state, store::ArrivalState::staged);
}

TEST_F(ReceiveTest, discards_bytes_that_the_feed_brought_before) {
  ASSERT_EQ(decode(arrive("a"), newest, false), Judgement::apply);
  const auto again = arrive("a");
  Context context(*database, tables, clock, random, std::make_shared<const Book>());
  EXPECT_FALSE(begin_decoding(context, plan, arrival(again)).value());
  EXPECT_EQ(arrival(again).state, store::ArrivalState::discarded);
  EXPECT_EQ(arrival(again).reason, "same_bytes");
}

}  // namespace
}  // namespace hub::service
