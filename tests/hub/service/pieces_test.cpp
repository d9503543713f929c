// What goes on from one piece of a delivery to the next, between which others write.
#include "hub/service/house.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

class Pieces : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");
  FeedPlan shogai = plan_of("shogai");

  store::PersonRow of(const FeedPlan& plan, const std::string& key) {
    return link_of(plan, key)->person;
  }
  void link(const FeedPlan& plan, const std::string& key) {
    const auto row = link_of(plan, key)->record;
    commit([&](store::Transaction& tx) { return linking.link(tx, {{row}}).size(); });
  }

  Linking linking{*context};
};

TEST_F(Pieces, link_by_what_a_record_says_now) {
  deliver(kaigo, {person({.key = "a", .kana = "ベツ ナマエ", .birthday = "1950-01-01"}, "")});
  link(kaigo, "a");
  deliver(kaigo, {person({.key = "a"}, "")});
  deliver(shogai, {person({.key = "b"}, "")});
  ASSERT_EQ(of(kaigo, "a"), of(shogai, "b"));
  link(shogai, "b");
  EXPECT_EQ(of(kaigo, "a"), of(shogai, "b"));
}

TEST_F(Pieces, find_a_record_where_there_was_none) {
  deliver(kaigo, {person({.key = "a"}, "")});
  const auto next = store::RecordRow{link_of(kaigo, "a")->record.value + 1};
  commit([&](store::Transaction& tx) { return linking.link(tx, {{next}}).size(); });
  deliver(shogai, {person({.key = "b"}, "")});
  ASSERT_EQ(link_of(shogai, "b")->record, next);
  ASSERT_EQ(of(kaigo, "a"), of(shogai, "b"));
  link(shogai, "b");
  EXPECT_EQ(of(kaigo, "a"), of(shogai, "b"));
}

TEST_F(Pieces, settle_persons_one_after_the_other) {
  deliver(kaigo, {person({.key = "a"}, ""), person({.key = "b",
                                                    .kana = "ベツ ナマエ",
                                                    .birthday = "1950-01-01",
                                                    .address = "栃木県さくら市喜連川1番地"},
                                                   "")});
  Homes homes(*context);
  homes.add(of(kaigo, "a"));
  homes.add(of(kaigo, "b"));
  const auto settle_one = [&] {
    int asked = 0;
    commit([&](store::Transaction& tx) {
      return homes.settle(tx, [&] { return asked++ > 0; }).size();
    });
  };
  settle_one();
  EXPECT_TRUE(homes.waits());
  settle_one();
  EXPECT_FALSE(homes.waits());
}

}  // namespace
}  // namespace hub::service
