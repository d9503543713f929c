// What can't be logged does not leave: with a log that takes no row, no packet is given out and no
// order is claimed. The control is the same with a log that does.
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

/// The parameter: whether the log takes rows.
class Unlogged : public ServiceFixture, public testing::WithParamInterface<bool> {
 protected:
  Unlogged() {
    deliver(plan_of("kaigo"), {person({.key = "a1", .number = "0009990001"}, "atena"),
                               consent("k1", "a1"), referral("r1", "a1")});
    if (GetParam()) return;
    const auto full = database->write([](store::Transaction& tx) -> base::Result<> {
      audit::Entry entry;
      entry.action = "last.one";
      tx.audit(entry);
      tx.execute(
          "CREATE TRIGGER full BEFORE INSERT ON audit_contents "
          "BEGIN SELECT RAISE(ABORT, 'no room'); END");
      return {};
    });
    EXPECT_TRUE(full.has_value());
  }
};

TEST_P(Unlogged, no_packet_is_given_out) {
  const auto pulled = pull_packet(*context, referrals().at(0).id, "sakutomo");
  EXPECT_EQ(pulled.has_value(), GetParam());
}

TEST_P(Unlogged, no_order_is_claimed) {
  const auto claimed = database->write([&](store::Transaction& tx) {
    store::ClaimRoom room;
    room.in_all = room.otherwise = 100;
    return claim(tx, *book, room, tx.now() + std::chrono::minutes(1));
  });
  EXPECT_EQ(claimed.has_value() && !claimed->empty(), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Log, Unlogged, testing::Bool(), [](const auto& log) {
  return std::string(log.param ? "that_takes_rows" : "that_is_full");
});

}  // namespace
}  // namespace hub::service
