// Kept deliveries read again as a corrected mapping has them: what stands afterwards.
#include "hub/service/replay.hpp"

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using store::ArrivalState;

std::string somebody(const std::string& key, const std::string& sex) {
  return record("person", key, R"("sex":")" + sex + '"');
}

std::string removal_of(const std::string& key) {
  return record("removal", "r-" + key, R"("targetKind":"person","targetKey":")" + key + '"');
}

class Replay : public ServiceFixture {
 protected:
  std::vector<store::Arrival> replay(const ReplayWish& wish = {}) {
    const auto ids = service::replay(*context, {plan}, wish, "operator/hanako").value();
    return look([&](store::Reader& reader) {
      std::vector<store::Arrival> out;
      for (const auto& id : ids)
        out.push_back(*store::find_arrival(reader, id));
      return out;
    });
  }
  /// As the intake does it, with what the corrected mapping gives.
  store::Arrival read_again(const store::Arrival& kept, const std::vector<std::string>& records) {
    if (!begin_decoding(*context, plan, kept).value()) return arrival(kept);
    const store::ArrivalRef ref{kept.row, kept.id};
    Stager stager(*context, plan, ref);
    stager.stand_for(kept.replay_of);
    for (const auto& one : records) {
      if (stager.record(one, 1)) continue;
      EXPECT_TRUE(quarantine(*context, plan, kept, *stager.refused()).has_value());
      return arrival(kept);
    }
    const auto judged = end_decoding(*context, plan, ref, stager, {"0", "2", false});
    if (judged.value() != Judgement::apply) return arrival(kept);
    const auto staged = arrival(kept);
    Applying applying(*context, plan, staged, stager.staged().consenting);
    EXPECT_TRUE(applying.run().has_value());
    return arrival(kept);
  }
  store::RecordHead head(const std::string& key) {
    return look([&](store::Reader& reader) {
      const auto id = store::record_id(keys, plan.row, number_of(domain::RecordKind::person), key);
      return *store::find_record(reader, plan.row, id);
    });
  }
  bool has_bytes(const store::Arrival& of) {
    return look([&](store::Reader& reader) {
      return store::read_chunk(reader, {of.row, of.id}, 0).has_value();
    });
  }

  FeedPlan plan = plan_of("kaigo");
};

TEST_F(Replay, updates_records_under_their_keys) {
  const auto before = deliver(plan, {somebody("k1", "1"), somebody("k2", "1")}, "5");
  const auto [again] = std::array{replay().at(0)};
  EXPECT_EQ(again.replay_of, before.row);
  EXPECT_EQ(again.received_at, before.received_at);
  const auto after = read_again(again, {somebody("k1", "2"), somebody("k2", "1")});
  EXPECT_EQ(after.state, ArrivalState::applied) << "its order key is older, and that is no matter";
  EXPECT_EQ(after.counts.changed, 1);
  EXPECT_EQ(after.counts.added, 0);
  EXPECT_EQ(after.counts.unchanged, 1);
  EXPECT_EQ(arrival(before).state, ArrivalState::applied);
}

TEST_F(Replay, of_an_older_delivery_does_not_undo_what_a_newer_one_brought) {
  deliver(plan, {somebody("k1", "1"), somebody("k2", "1")});
  const auto newer = deliver(plan, {somebody("k1", "2")});
  const auto again = replay();
  ASSERT_EQ(again.size(), 2U);
  const auto first = read_again(again[0], {somebody("k1", "9"), somebody("k2", "9")});
  EXPECT_EQ(first.counts.changed, 1);
  EXPECT_EQ(head("k1").arrival, newer.row);
  EXPECT_EQ(head("k2").arrival, again[0].row);
  EXPECT_EQ(read_again(again[1], {somebody("k1", "0")}).counts.changed, 1);
  EXPECT_EQ(head("k1").arrival, again[1].row);
}

TEST_F(Replay, neither_brings_back_nor_takes_away_what_a_newer_one_did) {
  deliver(plan, {somebody("k1", "1"), somebody("k2", "1")});
  deliver(plan, {removal_of("k1"), somebody("k2", "2")});
  const auto again = replay();
  read_again(again.at(0), {somebody("k1", "9"), removal_of("k2")});
  EXPECT_TRUE(head("k1").removed);
  EXPECT_FALSE(head("k2").removed);
}

TEST_F(Replay, of_whole_deliveries_reads_only_the_newest) {
  plan.mode = FeedMode::full;
  deliver(plan, {somebody("k1", "1")});
  const auto newest = deliver(plan, {somebody("k1", "2")});
  const auto again = replay();
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].replay_of, newest.row);
}

TEST_F(Replay, comes_too_late_once_something_newer_was_applied) {
  deliver(plan, {somebody("k1", "1")});
  const auto again = replay().at(0);
  deliver(plan, {somebody("k1", "2")});
  const auto late = read_again(again, {somebody("k1", "9")});
  EXPECT_EQ(late.state, ArrivalState::discarded);
  EXPECT_EQ(late.reason, "superseded");
}

TEST_F(Replay, is_braked_like_any_delivery) {
  plan.brake.least_records = 1;
  deliver(plan, {somebody("k1", "1"), somebody("k2", "1")});
  const auto braked = read_again(replay().at(0), {somebody("k1", "2"), somebody("k2", "2")});
  EXPECT_EQ(braked.state, ArrivalState::paused);
  EXPECT_EQ(braked.reason, "too_many_changed");
}

TEST_F(Replay, begins_where_it_is_asked_to_and_once_at_a_time) {
  deliver(plan, {somebody("k1", "1")});
  const auto second = deliver(plan, {somebody("k2", "1")});
  deliver(plan, {somebody("k3", "1")});
  const auto from = replay({{}, second.id});
  ASSERT_EQ(from.size(), 2U);
  EXPECT_EQ(from[0].replay_of, second.row);
  const auto twice = service::replay(*context, {plan}, {}, "operator/hanako");
  EXPECT_EQ(twice.error().kind(), base::Kind::conflict);
}

TEST_F(Replay, finds_nothing_where_nothing_is_kept) {
  const auto none = service::replay(*context, {plan}, {}, "operator/hanako");
  EXPECT_EQ(none.error().kind(), base::Kind::not_found);
  const auto unknown = base::ArrivalId::make(clock.now(), random);
  EXPECT_EQ(service::replay(*context, {plan}, {{}, unknown}, "x").error().kind(),
            base::Kind::not_found);
  deliver(plan, {somebody("k1", "1")});
  const auto tomorrow = clock.now() + std::chrono::hours(24);
  EXPECT_EQ(service::replay(*context, {plan}, {tomorrow, {}}, "x").error().kind(),
            base::Kind::not_found);
}

TEST_F(Replay, that_finds_a_number_destroys_the_bytes_that_held_it) {
  const auto before = deliver(plan, {somebody("k1", "1")});
  ASSERT_TRUE(has_bytes(before));
  const auto again = replay().at(0);
  const auto found = read_again(
      again, {record("consultation", "c1", about("k1", R"("course":"番号 123456789018")"))});
  EXPECT_EQ(found.state, ArrivalState::quarantined);
  EXPECT_FALSE(has_bytes(before));
}

}  // namespace
}  // namespace hub::service
