#include "hub/store/outbox.hpp"

#include "hub/store/partners.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

class OutboxTest : public StoreFixture {
 protected:
  OutboxTest() { open(); }

  OutboxRow order(const std::string& partner, std::int64_t key) {
    OutboxRow row;
    commit([&](Transaction& t) {
      row = enqueue(t, {.partner = partner, .order_key = key, .kind = "referral.notice"});
    });
    return row;
  }
  std::vector<OutboxRow> claim(std::size_t in_all = 10, std::size_t each = 10) {
    std::vector<OutboxRow> rows;
    commit([&](Transaction& t) {
      for (const Order& claimed :
           claim_due(t, {.in_all = in_all, .otherwise = each}, t.now() + std::chrono::minutes(1)))
        rows.push_back(claimed.row);
    });
    return rows;
  }
  void close(OutboxRow row, Fate fate = Fate::delivered) {
    commit([&](Transaction& t) {
      add_attempt(t, row, 204, "ok");
      close_order(t, row, fate, "ok");
    });
  }
  using Rows = std::vector<OutboxRow>;
};

TEST_F(OutboxTest, of_one_case_only_the_earliest_goes_and_others_are_not_held_up) {
  const OutboxRow first = order("a", 1);
  const OutboxRow second = order("a", 1);
  const OutboxRow elsewhere = order("a", 2);
  EXPECT_EQ(claim(), (Rows{first, elsewhere}));
  EXPECT_EQ(claim(), Rows{});
  close(first);
  EXPECT_EQ(claim(), Rows{second});
}

TEST_F(OutboxTest, a_lease_that_ran_out_is_due_again) {
  const OutboxRow row = order("a", 1);
  EXPECT_EQ(claim(), Rows{row});
  clock.advance(std::chrono::minutes(1));
  EXPECT_EQ(claim(), Rows{row});
}

TEST_F(OutboxTest, leases_are_given_back_at_a_restart) {
  const OutboxRow row = order("a", 1);
  EXPECT_EQ(claim(), Rows{row});
  reopen();
  commit([](Transaction& t) { give_back_leases(t); });
  EXPECT_EQ(claim(), Rows{row});
}

TEST_F(OutboxTest, a_retry_waits_for_its_time_and_holds_its_case) {
  const OutboxRow first = order("a", 1);
  order("a", 1);
  EXPECT_EQ(claim(), Rows{first});
  commit([&](Transaction& t) {
    add_attempt(t, first, 503, "http_503");
    retry_order(t, first, t.now() + std::chrono::seconds(5));
  });
  EXPECT_EQ(claim(), Rows{});
  EXPECT_EQ(look([](Reader& r) { return next_due(r); }), clock.now());
  clock.advance(std::chrono::seconds(5));
  EXPECT_EQ(claim(), Rows{first});
  EXPECT_EQ(look([&](Reader& r) { return attempts_of(r, first); }).at(0).status, 503);
}

TEST_F(OutboxTest, one_that_waits_can_be_hurried_and_one_under_way_can_not) {
  const OutboxRow row = order("a", 1);
  const auto hurry = [&] {
    bool hurried = false;
    commit([&](Transaction& t) { hurried = hurry_order(t, row); });
    return hurried;
  };
  EXPECT_EQ(claim(), Rows{row});
  EXPECT_FALSE(hurry());
  EXPECT_EQ(claim(), Rows{}) << "it is under way: never a second time at once";
  commit([&](Transaction& t) { retry_order(t, row, t.now() + std::chrono::hours(1)); });
  EXPECT_EQ(claim(), Rows{});
  EXPECT_TRUE(hurry());
  EXPECT_EQ(claim(), Rows{row});
  close(row);
  EXPECT_FALSE(hurry());
}

TEST_F(OutboxTest, caps_hold_in_all_and_for_each_partner) {
  for (int i = 0; i < 5; ++i) {
    order("a", i);
    order("b", i);
  }
  EXPECT_EQ(claim(10, 2).size(), 4u);
  EXPECT_EQ(claim(3, 10).size(), 3u);
}

TEST_F(OutboxTest, a_paused_partner_gets_nothing_and_others_do) {
  const OutboxRow dead = order("dead", 1);
  const OutboxRow alive = order("alive", 1);
  commit([](Transaction& t) { EXPECT_TRUE(pause_partner(t, "dead", "http_410")); });
  EXPECT_EQ(claim(), Rows{alive});
  commit([](Transaction& t) { EXPECT_TRUE(resume_partner(t, "dead")); });
  EXPECT_EQ(claim(), Rows{dead});
}

TEST_F(OutboxTest, is_sent_again_only_when_closed_and_stays_linked_to_the_original) {
  const OutboxRow row = order("a", 1);
  commit([&](Transaction& t) { EXPECT_FALSE(resend(t, row)); });
  close(row, Fate::given_up);
  OutboxRow again;
  commit([&](Transaction& t) { again = resend(t, row).value(); });
  const auto original = look([&](Reader& r) { return read_order(r, row); });
  const auto second = look([&](Reader& r) { return read_order(r, again); });
  EXPECT_EQ(second->original, row);
  EXPECT_NE(second->id, original->id);
  EXPECT_EQ(original->fate, Fate::given_up);
  EXPECT_EQ(look([](Reader& r) { return count_open_orders(r); }), 1);
}

}  // namespace
}  // namespace hub::store
