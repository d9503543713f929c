// The daemon links anew by itself when thresholds, rules or weights are others, and says so.
#include "hub/daemon/link_keeper.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <future>

#include "hub/service/link_basis.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::daemon {
namespace {

using testing::IsEmpty;

class LinkKeeperTest : public service::ServiceFixture {
 protected:
  LinkKeeperTest() {
    deliver(kaigo, {service::person({.key = "a1"}, "")});
    deliver(shogai, {service::person({.key = "b1"}, "")});
  }
  bool joined() { return link_of(kaigo, "a1")->person == link_of(shogai, "b1")->person; }
  void choose(int same) {
    auto changed = std::make_shared<service::Book>(*book);
    changed->settings.linkage.same = same;
    book = changed;
    context->exchange(book);
  }
  bool is_current() { return service::why_link_anew(*context).value().empty(); }
  /// The keeper's own thread, within a deadline that only a fault reaches.
  static bool comes(const std::function<bool()>& wanted) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (std::chrono::steady_clock::now() < until) {
      if (wanted()) return true;
      std::this_thread::yield();
    }
    return false;
  }
  bool ends(const LinkKeeper& keeper) {
    return comes([&] { return !keeper.state().running && is_current(); });
  }

  service::FeedPlan kaigo = plan_of("kaigo");
  service::FeedPlan shogai = plan_of("shogai");
};

TEST_F(LinkKeeperTest, links_anew_by_other_thresholds_at_the_start_and_after_a_reload) {
  ASSERT_TRUE(joined());
  choose(200);
  LinkKeeper keeper(*context);
  keeper.start();
  ASSERT_TRUE(ends(keeper));
  EXPECT_FALSE(joined());
  EXPECT_FALSE(audited("link.piece_renewed").empty());
  EXPECT_EQ(audited("link.piece_renewed")[0].actor, "system");
  choose(6);
  keeper.look_again();
  ASSERT_TRUE(ends(keeper));
  EXPECT_TRUE(joined());
}

TEST_F(LinkKeeperTest, begins_nothing_where_nothing_changed) {
  ASSERT_TRUE(
      service::rebuild_links(*context, "system", [](const auto&) { return true; }).has_value());
  const auto before = audited("link.piece_renewed").size();
  LinkKeeper keeper(*context);
  keeper.start();
  keeper.look_again();
  keeper.stop();
  EXPECT_EQ(audited("link.piece_renewed").size(), before);
}

TEST_F(LinkKeeperTest, what_a_stop_cuts_short_the_next_start_begins_anew) {
  ASSERT_TRUE(joined());
  choose(200);
  LinkKeeper first(*context);
  first.stop();
  EXPECT_FALSE(first.run(Anew::rebuild, "system", [](const auto&) { return true; }).has_value());
  EXPECT_FALSE(is_current());
  EXPECT_TRUE(joined()) << "the old answer stands";
  LinkKeeper second(*context);
  second.start();
  ASSERT_TRUE(ends(second));
  EXPECT_FALSE(joined());
}

TEST_F(LinkKeeperTest, lets_one_at_a_time_and_tells_how_far_it_is) {
  LinkKeeper keeper(*context);
  base::Kind second = base::Kind::internal;
  const auto first = keeper.run(Anew::rebuild, "operator/hanako", [&](const auto&) {
    EXPECT_TRUE(keeper.state().running);
    std::async(std::launch::async, [&] {
      const auto refused =
          keeper.run(Anew::estimate, "operator/taro", [](const auto&) { return true; });
      if (!refused) second = refused.error().kind();
    }).wait();
    return true;
  });
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(second, base::Kind::busy);
  EXPECT_FALSE(keeper.state().running);
  EXPECT_EQ(first->records, 2);
}

TEST_F(LinkKeeperTest, a_file_that_nobody_can_read_is_told_and_the_links_stand) {
  std::ofstream(database->folder() / service::model_file) << "no model\n";
  LinkKeeper keeper(*context);
  keeper.start();
  ASSERT_TRUE(comes([&] { return !keeper.state().trouble.empty(); }));
  EXPECT_THAT(keeper.state().trouble, testing::HasSubstr("line 1"));
  EXPECT_TRUE(joined());
  std::filesystem::remove(database->folder() / service::model_file);
  keeper.look_again();
  ASSERT_TRUE(ends(keeper));
  EXPECT_TRUE(comes([&] { return keeper.state().trouble.empty(); }));
}

}  // namespace
}  // namespace hub::daemon
