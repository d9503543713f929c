#include "hub/delivery/lanes.hpp"

#include <gtest/gtest.h>

namespace {

using hub::delivery::Claim;
using hub::delivery::Ending;
using hub::delivery::Lanes;

Claim claim(std::int64_t id, std::string partner, std::string order_key) {
  Claim out;
  out.id = id;
  out.partner = std::move(partner);
  out.order_key = std::move(order_key);
  return out;
}

std::vector<std::int64_t> taken(Lanes& lanes) {
  std::vector<std::int64_t> out;
  while (auto next = lanes.take())
    out.push_back(next->id);
  return out;
}

TEST(Lanes, never_send_two_of_one_case_at_once) {
  Lanes lanes(8, 8);
  lanes.offer(claim(1, "a", "case1"));
  lanes.offer(claim(2, "a", "case1"));
  lanes.offer(claim(3, "a", "case2"));
  EXPECT_EQ(taken(lanes), (std::vector<std::int64_t>{1, 3}));
  EXPECT_TRUE(lanes.finished(claim(1, "a", "case1"), Ending::delivered).empty());
  EXPECT_EQ(taken(lanes), std::vector<std::int64_t>{2});
}

TEST(Lanes, send_one_case_to_two_partners_independently) {
  Lanes lanes(8, 8);
  lanes.offer(claim(1, "a", "case1"));
  lanes.offer(claim(2, "b", "case1"));
  EXPECT_EQ(taken(lanes).size(), 2u);
}

TEST(Lanes, give_back_the_rest_of_a_case_that_failed) {
  Lanes lanes(8, 8);
  lanes.offer(claim(1, "a", "case1"));
  lanes.offer(claim(2, "a", "case1"));
  lanes.offer(claim(3, "a", "case2"));
  ASSERT_EQ(lanes.take()->id, 1);
  const auto back = lanes.finished(claim(1, "a", "case1"), Ending::failed);
  ASSERT_EQ(back.size(), 1u);
  EXPECT_EQ(back[0].id, 2);
  EXPECT_EQ(taken(lanes), std::vector<std::int64_t>{3});
}

TEST(Lanes, give_back_all_that_waits_for_a_dead_partner_and_leave_it_one_place) {
  Lanes lanes(8, 2);
  for (int id = 1; id <= 4; ++id)
    lanes.offer(claim(id, "dead", "case" + std::to_string(id)));
  EXPECT_EQ(taken(lanes), (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(lanes.finished(claim(1, "dead", "case1"), Ending::unreachable).size(), 2u);
  lanes.finished(claim(2, "dead", "case2"), Ending::unreachable);
  EXPECT_EQ(lanes.room().partners.at("dead"), 1u);
  lanes.offer(claim(3, "dead", "case3"));
  lanes.offer(claim(4, "dead", "case4"));
  EXPECT_EQ(taken(lanes), std::vector<std::int64_t>{3});
  lanes.finished(claim(3, "dead", "case3"), Ending::delivered);
  EXPECT_EQ(lanes.room().partners.at("dead"), 1u);  // two places again, one taken by what waits
}

TEST(Lanes, hold_the_caps) {
  Lanes lanes(3, 2);
  for (int id = 1; id <= 4; ++id)
    lanes.offer(claim(id, "a", std::to_string(id)));
  for (int id = 5; id <= 8; ++id)
    lanes.offer(claim(id, "b", std::to_string(id)));
  EXPECT_EQ(taken(lanes).size(), 3u);
  EXPECT_EQ(lanes.in_flight(), 3u);
  EXPECT_EQ(lanes.room().in_all, 0u);
}

TEST(Lanes, serve_partners_in_turn) {
  Lanes lanes(2, 16);
  for (int id = 1; id <= 9; ++id)
    lanes.offer(claim(id, "a", std::to_string(id)));
  lanes.offer(claim(10, "b", "x"));
  EXPECT_EQ(taken(lanes), (std::vector<std::int64_t>{1, 10}));
}

TEST(Lanes, tell_how_many_more_may_be_claimed) {
  Lanes lanes(10, 4);
  lanes.offer(claim(1, "a", "1"));
  lanes.offer(claim(2, "a", "2"));
  lanes.take();
  const auto room = lanes.room();
  EXPECT_EQ(room.in_all, 8u);
  EXPECT_EQ(room.partners.at("a"), 2u);
  EXPECT_EQ(room.otherwise, 4u);
}

}  // namespace
