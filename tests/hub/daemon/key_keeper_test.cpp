// A rotation that was cut short ends by itself when the daemon starts again.
#include "hub/daemon/key_keeper.hpp"

#include <future>

#include "hub/store/data_keys.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::daemon {
namespace {

class KeyKeeperTest : public service::ServiceFixture {
 protected:
  KeyKeeperTest() {
    EXPECT_TRUE(store::ensure_data_key(*database).has_value());
    const auto kaigo = plan_of("kaigo");
    for (int i = 0; i < 40; ++i)
      deliver(kaigo, {service::person({.key = "k" + std::to_string(i)}, "atena:kaigo")});
  }
  /// As a daemon that died after one slice.
  void cut_short() {
    store::Rotation rotation(*database, 5);
    ASSERT_TRUE(rotation.begin("operator/hanako").has_value());
    ASSERT_TRUE(rotation.go_on().value());
  }
  bool is_rotating() {
    return look([](store::Reader& reader) { return store::is_rotating(reader); });
  }
  std::int64_t left() {
    return look([](store::Reader& reader) { return store::rows_of_old_keys(reader); });
  }
  /// The keeper's own thread, within a deadline that only a fault reaches.
  bool ends(const KeyKeeper& keeper) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (std::chrono::steady_clock::now() < until) {
      if (!keeper.counts().running && !is_rotating()) return true;
      std::this_thread::yield();
    }
    return false;
  }
};

TEST_F(KeyKeeperTest, goes_on_with_what_was_cut_short) {
  cut_short();
  const auto rest = left();
  ASSERT_GT(rest, 0);
  KeyKeeper keeper(*database);
  keeper.start();
  ASSERT_TRUE(ends(keeper));
  EXPECT_EQ(left(), 0);
  EXPECT_EQ(keeper.counts().renewed, rest) << "what was done before is not done again";
  ASSERT_EQ(audited("keys.rotated").size(), 1U);
  EXPECT_EQ(audited("keys.rotated")[0].actor, "system");
}

TEST_F(KeyKeeperTest, begins_none_by_itself) {
  KeyKeeper keeper(*database);
  keeper.start();
  keeper.stop();
  EXPECT_TRUE(audited("keys.rotation_begun").empty());
  EXPECT_EQ(keeper.counts().renewed, 0);
}

TEST_F(KeyKeeperTest, lets_one_rotation_at_a_time) {
  KeyKeeper keeper(*database);
  base::Kind second = base::Kind::internal;
  const auto first = keeper.rotate("operator/hanako", [&](const auto&) {
    EXPECT_TRUE(keeper.counts().running);
    std::async(std::launch::async, [&] {
      const auto refused = keeper.rotate("operator/taro", [](const auto&) { return true; });
      if (!refused) second = refused.error().kind();
    }).wait();
    return true;
  });
  EXPECT_TRUE(first.has_value());
  EXPECT_EQ(second, base::Kind::busy);
  EXPECT_FALSE(keeper.counts().running);
}

TEST_F(KeyKeeperTest, stops_between_slices_and_goes_on_another_time) {
  KeyKeeper first(*database);
  first.stop();
  EXPECT_FALSE(first.rotate("operator/hanako", [](const auto&) { return true; }).has_value());
  EXPECT_TRUE(is_rotating());
  KeyKeeper second(*database);
  second.start();
  EXPECT_TRUE(ends(second));
}

}  // namespace
}  // namespace hub::daemon
